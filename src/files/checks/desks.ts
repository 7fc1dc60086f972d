/** Desks: that somebody does the work. */
import type { DeskRole } from '../../core/model/coalition.ts';
import { whoDoes } from '../../core/model/reach-back.ts';
import type { Finding, Path } from '../problems.ts';
import type { Setting } from './setting.ts';
import { withArticle } from './setting.ts';

/** Somebody has to do work of a role for an organisation, at its own desk or where it reaches back to. */
export function* deskFindings(setting: Setting, at: Path, organisation: string, role: DeskRole): Generator<Finding> {
  const found = setting.coalition.organisations.find(({ id }) => id === organisation);
  if (found === undefined || whoDoes(setting.coalition, found, role) !== undefined) return;
  yield {
    at,
    found: `"${organisation}", which has no ${role} desk and reaches back to none`,
    expected: `an organisation with ${withArticle(role)} desk, or with one behind its "reachBack"`,
    mend: `give "${organisation}" ${withArticle(role)} desk or a "reachBack", or name another organisation`,
  };
}

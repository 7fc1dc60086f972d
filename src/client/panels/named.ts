/** Names that arrive as ids from scenario and engine, in words; an id nobody has words for is shown as it is. */
import { facts } from '../../words/en/facts.ts';
import { review } from '../../words/en/review.ts';
import { standing } from '../../words/en/standing.ts';
import { table } from '../../words/en/table.ts';
import type { Setting } from '../link/cards.ts';
import { organisationName } from './setting.ts';

const wordsFor = (catalogue: Readonly<Record<string, string>>, id: string): string =>
  catalogue[id] ?? id.replaceAll('-', ' ');

export const measureName = (name: string): string => wordsFor(review.review.measure, name);
export const kindName = (kind: string): string => wordsFor(table.kind, kind);
export const methodName = (method: string): string => wordsFor(table.method, method);
export const outcomeName = (outcome: string): string => wordsFor(table.outcome, outcome);
export const responseName = (state: string): string => wordsFor(table.responseState, state);
export const causeName = (cause: string): string => wordsFor(facts.cause, cause);
export const statusName = (status: string): string => wordsFor(facts.status, status);

const works: Readonly<Record<string, string | Readonly<Record<string, string>>>> = standing.work;
/** A friction's work is written `release.review`, other work by its kind. */
export function workName(work: string): string {
  const [machine = work, name = ''] = work.split('.');
  const words = works[machine];
  return typeof words === 'object' ? wordsFor(words, name) : (words ?? wordsFor({}, work));
}
export const roleName = (role: string): string => wordsFor(standing.deskRole, role);

/** A desk is written `organisation/role`. */
export function deskName(setting: Setting, desk: string): string {
  const [organisation = desk, role] = desk.split('/');
  const name = organisationName(setting, organisation);
  return role === undefined ? name : `${name}, ${roleName(role)}`;
}

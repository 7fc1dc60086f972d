/** Nations that are meant as allies: that they are there, and not the other side. */
import type { Coalition } from '../../core/model/coalition.ts';
import type { Finding, Path } from '../problems.ts';
import { COALITION, resolve, rosterOf } from './setting.ts';

export function isAdversary({ nations }: Pick<Coalition, 'nations'>, nation: string): boolean {
  return nations.some(({ id, adversary }) => id === nation && adversary === true);
}

/** A name that stands for no ally. */
export function* resolveAlly(at: Path, nation: string, coalition: Pick<Coalition, 'nations'>): Generator<Finding> {
  yield* resolve(at, nation, rosterOf('nation', coalition.nations, COALITION));
  if (!isAdversary(coalition, nation)) return;
  yield {
    at,
    found: `"${nation}", which is the other side`,
    expected: 'an allied nation',
    mend: 'name an ally, or take it out',
  };
}

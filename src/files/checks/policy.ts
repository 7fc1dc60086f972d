/** Policies and arrangements against the coalition that they change. */
import type { Coalition } from '../../core/model/coalition.ts';
import type { Policy } from '../../core/model/policy.ts';
import type { Arrangement } from '../arrangement-files.ts';
import type { Finding } from '../problems.ts';
import { changeFindings } from './changes.ts';
import type { Setting } from './setting.ts';
import { distinct } from './setting.ts';

/** All that can be said of a policy: by itself, in its coalition, and in the scenarios that are played under it. */
export function* policyFindings(
  coalition: Coalition,
  policy: Policy,
  settings: readonly Setting[],
): Generator<Finding> {
  const own = [...distinct(['policy', 'levers'], policy.levers, ({ id }) => id)];
  yield* own;
  const placed = policy.levers.flatMap(({ changes }, l) =>
    changes.map((change, c) => ({ change, at: ['policy', 'levers', l, 'changes', c] })),
  );
  if (own.length === 0) yield* changeFindings(coalition, placed, settings);
}

/** All that can be said of an arrangement, which changes the coalition as the files have it. */
export function* arrangementFindings(
  coalition: Coalition,
  { arrangement, changes }: Arrangement,
  settings: readonly Setting[],
): Generator<Finding> {
  if (arrangement === coalition.arrangement) {
    yield {
      at: ['arrangement', 'arrangement'],
      found: `"${arrangement}", which is what the coalition files call themselves`,
      expected: 'a name of its own',
      mend: 'write another name, here and as the name of the file',
    };
  }
  const placed = changes.map((change, c) => ({ change, at: ['arrangement', 'changes', c] }));
  yield* changeFindings(coalition, placed, settings);
}

/** What silence may do: a question that nobody answers takes its default [R51], and nobody has then given his word. */
import type { Finding } from '../problems.ts';
import type { Setting } from './setting.ts';
import { placedTasks } from './setting.ts';

export function* silenceFindings({ scenario }: Setting): Generator<Finding> {
  for (const { task, at } of placedTasks(scenario)) {
    if (task.task !== 'decide') continue;
    const fallback = task.options.find(({ id }) => id === task.default);
    const promised = (fallback?.promises ?? []).map(({ id }) => `"${id}"`);
    if (promised.length === 0) continue;
    yield {
      at: [...at, 'default'],
      found: `"${task.default}", a default that makes a promise`,
      expected: 'an option without promises: who says nothing has not given his word',
      mend: `make such an option the default, or take ${promised.join(', ')} out of this one`,
    };
  }
}

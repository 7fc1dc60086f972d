/** Tasks and options that hang on a lever: that some policy has it. */
import type { Finding, Path } from '../problems.ts';
import type { Roster, Setting } from './setting.ts';
import { placedTasks, resolveAll } from './setting.ts';

export function* leverFindings({ scenario, levers }: Setting): Generator<Finding> {
  const roster: Roster = { noun: 'lever of any policy', ids: levers, home: 'a policy' };
  for (const { task, at } of placedTasks(scenario)) {
    yield* resolveAll([...at, 'under'], task.under ?? [], roster);
    if (task.task !== 'decide') continue;
    for (const [i, { under }] of task.options.entries()) {
      const place: Path = [...at, 'options', i, 'under'];
      yield* resolveAll(place, under ?? [], roster);
    }
  }
}

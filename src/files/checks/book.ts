/** The book: that a seat can know what a rule asks for, and that rules do not wait past the answer. */
import { formatDuration } from '../../core/kernel/units.ts';
import type { Seat } from '../../core/model/scenario.ts';
import type { DecideTask } from '../../core/model/task.ts';
import type { Finding, Path } from '../problems.ts';
import { literalsOf } from './literals.ts';
import type { Needable, Setting } from './setting.ts';
import { needables, placedTasks, readLiteral } from './setting.ts';

/** Ends of a share of which nobody but the sender is told. */
const untold: readonly (string | undefined)[] = ['denied', 'failed', 'withheld'];

/** Whether a seat is told when a task ends so. */
function isTold({ coalition }: Setting, seat: Seat, task: Needable, outcome: string | undefined): boolean {
  const holds = (organisation: string | undefined) =>
    organisation !== undefined && seat.organisations.includes(organisation);
  if (task.task === 'inject') return task.to.includes(seat.id);
  if (task.task === 'share')
    return holds(task.from) || (!untold.includes(outcome) && (holds(task.to) || task.tells.includes(seat.id)));
  if (task.tells.includes(seat.id)) return true;
  if (task.task === 'decide') return task.seat === seat.id;
  if (task.task !== 'sense') return holds(task.at);
  return task.sensors.every((sensor) => holds(coalition.sensors.find(({ id }) => id === sensor)?.operator));
}

function* knowsFindings(setting: Setting, task: DecideTask, at: Path): Generator<Finding> {
  const seat = setting.scenario.seats.find(({ id }) => id === task.seat);
  if (seat === undefined) return;
  const names = needables(setting.scenario);
  for (const [i, { knows }] of task.byTheBook.entries()) {
    for (const { at: place, literal } of literalsOf([...at, 'byTheBook', i, 'knows'], knows)) {
      const { id, outcome } = readLiteral(literal);
      const named = names.get(id);
      if (named === undefined || isTold(setting, seat, named, outcome)) continue;
      yield {
        at: place,
        found: `"${literal}", of which the seat "${seat.id}" is not told`,
        expected: 'the end of a task that tells the seat or is its own work, or an inject to it',
        mend:
          named.task === 'inject' || untold.includes(outcome)
            ? 'name something that the seat is told of'
            : `add "${seat.id}" to "tells" of "${id}", or name something else`,
      };
    }
  }
}

function* waitFindings(task: DecideTask, at: Path): Generator<Finding> {
  for (const [i, { waits }] of task.byTheBook.entries()) {
    if (waits === undefined || waits < task.answerWithin) continue;
    yield {
      at: [...at, 'byTheBook', i, 'waits'],
      found: `a rule that is waited for ${formatDuration(waits)}, when the answer is due`,
      expected: `less than "answerWithin", ${formatDuration(task.answerWithin)}`,
      mend: 'write a shorter time, or give more time to answer',
    };
  }
}

export function* bookFindings(setting: Setting): Generator<Finding> {
  for (const { task, at } of placedTasks(setting.scenario)) {
    if (task.task !== 'decide') continue;
    yield* knowsFindings(setting, task, at);
    yield* waitFindings(task, at);
  }
}

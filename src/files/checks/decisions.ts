/** Decisions: their options, defaults and rules, and those that are the verdict of a release. */
import { formatDuration } from '../../core/kernel/units.ts';
import type { DecideTask, ShareTask } from '../../core/model/scenario.ts';
import type { Finding, Path } from '../problems.ts';
import type { Setting } from './setting.ts';
import { distinct, placedTasks, resolve, resolveAll, rosterOf } from './setting.ts';

const HERE = 'this file';

/** What the release machine understands from a seat. */
const verdicts = ['granted', 'refused'];

/** The engine packs a decision's options into one number. */
const MOST_OPTIONS = 16;

function* optionFindings(task: DecideTask, at: Path): Generator<Finding> {
  const options = rosterOf('option of this decision', task.options, 'its options');
  yield* distinct([...at, 'options'], task.options, ({ id }) => id);
  yield* resolve([...at, 'default'], task.default, options);
  for (const [i, rule] of task.byTheBook.entries())
    yield* resolve([...at, 'byTheBook', i, 'choose'], rule.choose, options);
  if (task.options.length > MOST_OPTIONS) {
    const found = `${task.options.length} options`;
    yield {
      at: [...at, 'options'],
      found,
      expected: `at most ${MOST_OPTIONS}`,
      mend: 'ask two questions, one after the other',
    };
  }
  const fallback = task.options.findIndex(({ id }) => id === task.default);
  if ((task.options[fallback]?.needs.length ?? 0) === 0) return;
  yield {
    at: [...at, 'options', fallback, 'needs'],
    found: `needs of "${task.default}", which is the default`,
    expected: 'a default that can always be taken',
    mend: 'take the needs out, or make another option the default',
  };
}

function* timeFindings(task: DecideTask, at: Path): Generator<Finding> {
  if (task.answerWithin >= task.staffTime) return;
  yield {
    at: [...at, 'answerWithin'],
    found: `${formatDuration(task.answerWithin)} to answer, but ${formatDuration(task.staffTime)} of staff work`,
    expected: `at least the staff time, ${formatDuration(task.staffTime)}`,
    mend: `write "${formatDuration(task.staffTime)}" or more, or less "staffTime"`,
  };
}

/** What a decision must be to give a release's verdict. */
function* authorityFindings(task: DecideTask, at: Path): Generator<Finding> {
  const ids = task.options.map(({ id }) => id);
  if (ids.length !== verdicts.length || !verdicts.every((verdict) => ids.includes(verdict))) {
    yield {
      at: [...at, 'options'],
      found: `the options ${ids.map((id) => `"${id}"`).join(', ')} of a decision that weighs an exception`,
      expected: 'exactly the options "granted" and "refused"',
      mend: 'rename the options, or take "weighException" out of the share',
    };
  }
  if (task.needs.length === 0) return;
  yield {
    at: [...at, 'needs'],
    found: 'needs of a decision that weighs an exception',
    expected: 'no needs: the release itself asks for it when it is due',
    mend: 'take the needs out',
  };
}

interface PlacedShare {
  readonly task: ShareTask;
  readonly at: Path;
}

function sharesUsing(setting: Setting): Map<string, PlacedShare[]> {
  const users = new Map<string, PlacedShare[]>();
  for (const { task, at } of placedTasks(setting.scenario)) {
    const decision = task.task === 'share' ? task.authorities.weighException : undefined;
    if (task.task === 'share' && decision !== undefined)
      users.set(decision, [...(users.get(decision) ?? []), { task, at }]);
  }
  return users;
}

/** Every authority a share names is a decision of its own. */
function* authorityUses(setting: Setting): Generator<Finding> {
  const decisions = placedTasks(setting.scenario).filter(({ task }) => task.task === 'decide');
  const roster = rosterOf(
    'decide task',
    decisions.map(({ task }) => task),
    'the response',
  );
  for (const [decision, users] of sharesUsing(setting)) {
    for (const [i, { at }] of users.entries()) {
      yield* resolve([...at, 'authorities', 'weighException'], decision, roster);
      if (i === 0) continue;
      yield {
        at: [...at, 'authorities', 'weighException'],
        found: `"${decision}", which weighs the exception of "${users[0]?.task.id}" already`,
        expected: 'a decision for each share',
        mend: 'add a decide task of its own for this share',
      };
    }
  }
}

/** All decisions of a scenario. */
export function* decisionFindings(setting: Setting): Generator<Finding> {
  const { scenario } = setting;
  const authorities = sharesUsing(setting);
  const seats = rosterOf('seat', scenario.seats, HERE);
  const products = rosterOf('product', scenario.products, HERE);
  for (const { task, at } of placedTasks(scenario)) {
    if (task.task !== 'decide') continue;
    yield* resolve([...at, 'seat'], task.seat, seats);
    for (const [i, { holds }] of task.byTheBook.entries())
      yield* resolveAll([...at, 'byTheBook', i, 'holds'], holds, products);
    yield* optionFindings(task, at);
    yield* timeFindings(task, at);
    if (authorities.has(task.id)) yield* authorityFindings(task, at);
  }
  yield* authorityUses(setting);
}

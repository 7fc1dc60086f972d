/** Decisions: their options, defaults and rules, and those that are the verdict of a release or of a nation. */
import { formatDuration } from '../../core/kernel/units.ts';
import type { DecideTask, Task } from '../../core/model/task.ts';
import type { Finding, Path } from '../problems.ts';
import type { AskedVerdict, Setting } from './setting.ts';
import { distinct, HERE, nationAt, placedTasks, resolve, resolveAll, rosterOf, verdictsAskedBy } from './setting.ts';

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

const purposes = { weighException: 'weighs an exception', decide: "makes up a nation's mind" } as const;
const asking = { weighException: 'release', decide: 'question' } as const;

/** A task that leaves a verdict to a decision. */
interface Asker {
  readonly task: Task;
  readonly at: Path;
  readonly verdict: AskedVerdict;
}

/** What a decision must be to give a verdict. */
function* verdictFindings(task: DecideTask, at: Path, { key, options }: AskedVerdict): Generator<Finding> {
  const ids = task.options.map(({ id }) => id);
  if (ids.length !== options.length || !options.every((verdict) => ids.includes(verdict))) {
    yield {
      at: [...at, 'options'],
      found: `the options ${ids.map((id) => `"${id}"`).join(', ')} of a decision that ${purposes[key]}`,
      expected: `exactly the options ${inWords(options)}`,
      mend: `rename the options, or take "${key}" out of the task that names it`,
    };
  }
  if (task.needs.length === 0) return;
  yield {
    at: [...at, 'needs'],
    found: `needs of a decision that ${purposes[key]}`,
    expected: `no needs: the ${asking[key]} itself asks for it when it is due`,
    mend: 'take the needs out',
  };
}

function inWords(options: readonly string[]): string {
  const quoted = options.map((option) => `"${option}"`);
  return `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`;
}

function askersByDecision({ scenario }: Setting): Map<string, Asker[]> {
  const askers = placedTasks(scenario).flatMap(({ task, at }) =>
    verdictsAskedBy(task).map((verdict) => ({ task, at, verdict })),
  );
  const byDecision = new Map<string, Asker[]>();
  for (const asker of askers)
    byDecision.set(asker.verdict.decision, [...(byDecision.get(asker.verdict.decision) ?? []), asker]);
  return byDecision;
}

/** Whose organisation a verdict is about: the one that is asked, or the one that would let something go. */
function organisationAsked(task: Task): string | undefined {
  if (task.task === 'consent') return task.at;
  return task.task === 'share' ? task.from : undefined;
}

/** Only a nation's own seat makes up its mind, and excepts what is its own. */
function* foreignFindings(setting: Setting, decision: DecideTask | undefined, asker: Asker): Generator<Finding> {
  const { task, at, verdict } = asker;
  const seat = setting.scenario.seats.find(({ id }) => id === decision?.seat);
  const nation = nationAt(setting, organisationAsked(task) ?? '')?.id;
  if (seat === undefined || nation === undefined || seat.nation === nation) return;
  yield {
    at: [...at, 'authorities', verdict.key],
    found: `"${verdict.decision}", which the seat "${seat.id}" of ${seat.nation} takes`,
    expected: `a decision of a seat of ${nation}, whose it is`,
    mend: 'name another decision, or give this one to a seat of that nation',
  };
}

/** Every verdict that a task leaves to a decision is left to one of its own. */
function* askerFindings(setting: Setting): Generator<Finding> {
  const decisions = placedTasks(setting.scenario).flatMap(({ task }) => (task.task === 'decide' ? [task] : []));
  const roster = rosterOf('decide task', decisions, 'the response');
  for (const [id, asking] of askersByDecision(setting)) {
    for (const [i, asker] of asking.entries()) {
      const { at, verdict } = asker;
      const place = [...at, 'authorities', verdict.key];
      yield* resolve(place, id, roster);
      yield* foreignFindings(
        setting,
        decisions.find((decision) => decision.id === id),
        asker,
      );
      if (i === 0) continue;
      yield {
        at: place,
        found: `"${id}", which gives the verdict for "${asking[0]?.task.id}" already`,
        expected: 'a decision for each verdict',
        mend: 'add a decide task of its own for this one',
      };
    }
  }
}

/** All decisions of a scenario. */
export function* decisionFindings(setting: Setting): Generator<Finding> {
  const { scenario } = setting;
  const askers = askersByDecision(setting);
  const seats = rosterOf('seat', scenario.seats, HERE);
  const products = rosterOf('product', scenario.products, HERE);
  for (const { task, at } of placedTasks(scenario)) {
    if (task.task !== 'decide') continue;
    yield* resolve([...at, 'seat'], task.seat, seats);
    for (const [i, { holds }] of task.byTheBook.entries())
      yield* resolveAll([...at, 'byTheBook', i, 'holds'], holds, products);
    yield* optionFindings(task, at);
    yield* timeFindings(task, at);
    for (const { verdict } of (askers.get(task.id) ?? []).slice(0, 1)) yield* verdictFindings(task, at, verdict);
  }
  yield* askerFindings(setting);
}

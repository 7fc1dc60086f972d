/** How the exercise is played: its ladder, its moves, and shorter cuts through it. */
import { formatDuration } from '../../core/kernel/units.ts';
import type { Scenario } from '../../core/model/scenario.ts';
import type { Task } from '../../core/model/task.ts';
import { listed } from '../nearest.ts';
import type { Finding, Path } from '../problems.ts';
import type { PlacedLiteral } from './literals.ts';
import { literalsOfInject, literalsWithin } from './literals.ts';
import type { Setting } from './setting.ts';
import { distinct, HERE, placedTasks, readLiteral, resolve, resolveAll, rosterOf } from './setting.ts';

type Moves = NonNullable<Scenario['moves']>;
type Cut = NonNullable<Scenario['cuts']>[number];

function* ladderFindings({ ladder }: Scenario): Generator<Finding> {
  if (ladder === undefined) return;
  yield* distinct(['scenario', 'ladder', 'rungs'], ladder.rungs, ({ id }) => id);
  yield* resolve(['scenario', 'ladder', 'starts'], ladder.starts, rosterOf('rung', ladder.rungs, 'its "rungs"'));
}

/** Moves follow one another to the end of the exercise, and take the table time that they are said to. */
function* moveFindings(moves: Moves, at: Path, lasts: number, playMinutes: number): Generator<Finding> {
  yield* distinct(at, moves, ({ id }) => id);
  for (const [i, { until }] of moves.entries()) {
    const before = moves[i - 1]?.until ?? 0;
    if (until > before) continue;
    yield {
      at: [...at, i, 'until'],
      found: `a move until ${formatDuration(until)}, when the one before it ends at ${formatDuration(before)}`,
      expected: 'moves in order of time, each later than the one before',
      mend: 'write a later time, or exchange the two',
    };
  }
  const end = moves.at(-1)?.until ?? 0;
  if (end !== lasts) {
    yield {
      at: [...at, moves.length - 1, 'until'],
      found: `a last move until ${formatDuration(end)}`,
      expected: `${formatDuration(lasts)}, when the exercise ends`,
      mend: `write "${formatDuration(lasts)}"`,
    };
  }
  const minutes = moves.reduce((sum, move) => sum + move.minutes, 0);
  if (minutes === playMinutes) return;
  yield {
    at,
    found: `moves of ${minutes} minutes together`,
    expected: `${playMinutes} minutes, as "playMinutes" says`,
    mend: 'mend the minutes of a move, or "playMinutes"',
  };
}

/** What stays in a cut and names something that is left out. */
function* orphans(scenario: Scenario, { without }: Cut): Generator<PlacedLiteral & { readonly incident: string }> {
  const homes = new Map(
    scenario.incidents.flatMap(({ id, response }) => response.map((task) => [task.id, id] as const)),
  );
  for (const { id, incident } of scenario.injects) if (incident !== undefined) homes.set(id, incident);
  const staying = [
    ...scenario.incidents.flatMap(({ id }, i) => (without.includes(id) ? [] : [...literalsWithin(scenario, i)])),
    ...scenario.injects.flatMap(({ incident }, i) =>
      incident !== undefined && without.includes(incident) ? [] : [...literalsOfInject(scenario, i)],
    ),
  ];
  for (const { at, literal } of staying) {
    const incident = homes.get(readLiteral(literal).id);
    if (incident !== undefined && without.includes(incident)) yield { at, literal, incident };
  }
}

/** Seats that have nothing to decide in a cut. */
function idleSeats(scenario: Scenario, { without }: Cut): string[] {
  const staying = scenario.incidents.filter(({ id }) => !without.includes(id)).flatMap(({ response }) => response);
  const deciding = new Set(staying.flatMap((task) => (task.task === 'decide' ? [task.seat] : [])));
  return scenario.seats.map(({ id }) => id).filter((id) => !deciding.has(id));
}

/** Promises of what is left out that something which stays would take back. */
function* lostDrops(scenario: Scenario, { without }: Cut): Generator<PlacedLiteral & { readonly incident: string }> {
  const gone = new Map(
    scenario.incidents
      .filter(({ id }) => without.includes(id))
      .flatMap(({ id, response }) => promisesIn(response).map((promise) => [promise, id] as const)),
  );
  for (const { task, at, incident } of placedTasks(scenario)) {
    if (task.task !== 'decide' || without.includes(scenario.incidents[incident]?.id ?? '')) continue;
    for (const [i, { drops = [] }] of task.options.entries()) {
      for (const [d, drop] of drops.entries()) {
        const home = gone.get(drop);
        if (home !== undefined) yield { at: [...at, 'options', i, 'drops', d], literal: drop, incident: home };
      }
    }
  }
}

function promisesIn(tasks: readonly Task[]): string[] {
  const options = tasks.flatMap((task) => (task.task === 'decide' ? task.options : []));
  return options.flatMap(({ promises = [] }) => promises.map(({ id }) => id));
}

function* cutFindings(scenario: Scenario, cut: Cut, at: Path): Generator<Finding> {
  const incidents = rosterOf('incident', scenario.incidents, HERE);
  yield* resolveAll([...at, 'without'], cut.without, incidents);
  if (scenario.incidents.every(({ id }) => cut.without.includes(id))) {
    yield {
      at: [...at, 'without'],
      found: 'every incident of the scenario',
      expected: 'at least one incident that stays',
      mend: 'take one out of this list',
    };
    return;
  }
  yield* moveFindings(cut.moves, [...at, 'moves'], scenario.lasts, cut.playMinutes);
  const idle = idleSeats(scenario, cut);
  if (idle.length > 0) {
    yield {
      at: [...at, 'without'],
      found: `a cut in which ${listed(idle)} ${idle.length === 1 ? 'has' : 'have'} nothing to decide`,
      expected: 'at least one decide task for every seat in what stays',
      mend: 'leave out less, or ask those seats something in what stays',
    };
  }
  for (const { at: place, literal, incident } of [...orphans(scenario, cut), ...lostDrops(scenario, cut)]) {
    yield {
      at: place,
      found: `"${literal}" of the incident "${incident}", which the cut "${cut.id}" leaves out`,
      expected: 'nothing that stays in a cut naming anything that is left out of it',
      mend: `name something else, or take "${incident}" out of "without" of the cut`,
    };
  }
}

export function* playFindings({ scenario }: Setting): Generator<Finding> {
  yield* ladderFindings(scenario);
  if (scenario.moves !== undefined)
    yield* moveFindings(scenario.moves, ['scenario', 'moves'], scenario.lasts, scenario.playMinutes);
  yield* distinct(['scenario', 'cuts'], scenario.cuts ?? [], ({ id }) => id);
  for (const [i, cut] of (scenario.cuts ?? []).entries()) yield* cutFindings(scenario, cut, ['scenario', 'cuts', i]);
}

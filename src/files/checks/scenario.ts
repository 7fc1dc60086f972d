/** Cross-checks of a scenario's people, things and times: everything but its tasks. */
import { parseInstant } from '../../core/kernel/calendar.ts';
import { formatDuration } from '../../core/kernel/units.ts';
import type { Incident } from '../../core/model/incident.ts';
import type { Finding, Path } from '../problems.ts';
import { closesLate, untilObservable } from './horizon.ts';
import { sourceFindings, spreadFindings } from './numbers.ts';
import type { Setting } from './setting.ts';
import { COALITION, distinct, HERE, placedTasks, resolve, resolveAll, rosterOf, twice } from './setting.ts';

function* repeats({ scenario }: Setting): Generator<Finding> {
  for (const key of ['objectives', 'seats', 'satellites', 'products', 'injects', 'incidents'] as const) {
    yield* distinct<{ readonly id: string }>(['scenario', key], scenario[key], ({ id }) => id);
  }
  const seen = new Map<string, Path>(scenario.injects.map(({ id }, i) => [id, ['scenario', 'injects', i]]));
  for (const { task, at } of placedTasks(scenario)) {
    const first = seen.get(task.id);
    if (first === undefined) seen.set(task.id, at);
    else yield twice([...at, 'id'], first, `"${task.id}"`, 'among all tasks and injects of the scenario');
  }
}

function* startFindings({ scenario }: Setting): Generator<Finding> {
  if (parseInstant(scenario.startsAt) !== undefined) return;
  yield {
    at: ['scenario', 'startsAt'],
    found: `"${scenario.startsAt}", a date or time that does not exist`,
    expected: 'a UTC instant of the calendar like "2023-10-11T17:00:00Z"',
    mend: 'write a day that its month has, hours up to 23, minutes and seconds up to 59',
  };
}

function* seatFindings({ scenario, coalition }: Setting): Generator<Finding> {
  const nations = rosterOf('nation', coalition.nations, COALITION);
  const organisations = rosterOf('organisation', coalition.organisations, COALITION);
  const heldBy = new Map<string, string>();
  const deciding = new Set(placedTasks(scenario).map(({ task }) => (task.task === 'decide' ? task.seat : '')));
  const resolved = [...deciding].every((id) => id === '' || scenario.seats.some((seat) => seat.id === id));
  for (const [i, seat] of scenario.seats.entries()) {
    const at: Path = ['scenario', 'seats', i];
    yield* resolve([...at, 'nation'], seat.nation, nations);
    yield* resolveAll([...at, 'organisations'], seat.organisations, organisations);
    for (const [o, organisation] of seat.organisations.entries()) {
      const holder = heldBy.get(organisation);
      if (holder !== undefined && holder !== seat.id)
        yield heldTwice([...at, 'organisations', o], organisation, holder);
      heldBy.set(organisation, seat.id);
    }
    if (resolved && !deciding.has(seat.id)) yield idle(at, seat.id);
  }
}

function heldTwice(at: Path, organisation: string, holder: string): Finding {
  return {
    at,
    found: `"${organisation}", which the seat "${holder}" holds already`,
    expected: 'each organisation with at most one seat',
    mend: 'take it from one of the two seats',
  };
}

function idle(at: Path, seat: string): Finding {
  return {
    at: [...at, 'id'],
    found: `the seat "${seat}", which has nothing to decide`,
    expected: 'at least one decide task for every seat',
    mend: `add a task with "task: decide" and "seat: ${seat}", or take the seat out`,
  };
}

function* thingFindings({ scenario, coalition }: Setting): Generator<Finding> {
  const nations = rosterOf('nation', coalition.nations, COALITION);
  const organisations = rosterOf('organisation', coalition.organisations, COALITION);
  for (const [i, { owner, marking }] of scenario.products.entries()) {
    const at: Path = ['scenario', 'products', i];
    yield* resolve([...at, 'owner'], owner, organisations);
    yield* resolveAll([...at, 'marking', 'releasableTo'], marking.releasableTo, nations);
  }
  for (const [i, { nation }] of scenario.satellites.entries())
    yield* resolve(['scenario', 'satellites', i, 'nation'], nation, nations);
}

function* injectFindings({ scenario }: Setting): Generator<Finding> {
  const seats = rosterOf('seat', scenario.seats, HERE);
  for (const [i, inject] of scenario.injects.entries()) {
    const at: Path = ['scenario', 'injects', i];
    yield* resolveAll([...at, 'to'], inject.to, seats);
    yield* resolve([...at, 'objective'], inject.objective, rosterOf('objective', scenario.objectives, HERE));
    yield* resolve([...at, 'incident'], inject.incident, rosterOf('incident', scenario.incidents, HERE));
    if (inject.at < scenario.lasts) continue;
    yield tooLate([...at, 'at'], inject.at, scenario.lasts);
  }
}

function tooLate(at: Path, moment: number, lasts: number): Finding {
  return {
    at,
    found: `${formatDuration(moment)} after StartEx, when the exercise is over`,
    expected: `a time before it ends: it lasts ${formatDuration(lasts)}`,
    mend: 'write an earlier time, or let the exercise last longer',
  };
}

function* goalFindings(incident: Incident, at: Path): Generator<Finding> {
  const ids = incident.response.map(({ id }) => id);
  yield* resolve([...at, 'goal'], incident.goal, {
    noun: 'task of this incident',
    ids: new Set(ids),
    home: 'its response',
  });
  const goal = incident.response.find(({ id }) => id === incident.goal);
  if (goal?.task !== 'decide') return;
  const act = incident.response.find(({ task }) => task === 'act');
  yield {
    at: [...at, 'goal'],
    found: `"${incident.goal}", which is a decision`,
    expected: 'a task that does something: a decision by itself closes nothing',
    mend:
      act === undefined
        ? 'add a task with "task: act" that needs the decision, and name it here'
        : `write "${act.id}", if that closes it`,
  };
}

function* incidentFindings(setting: Setting): Generator<Finding> {
  const { scenario } = setting;
  for (const [i, incident] of scenario.incidents.entries()) {
    const at: Path = ['scenario', 'incidents', i];
    yield* goalFindings(incident, at);
    if (incident.begins >= scenario.lasts) yield tooLate([...at, 'begins'], incident.begins, scenario.lasts);
    const latest = incident.horizon + untilObservable(setting, incident);
    if (incident.window.closes > latest) yield closesLate([...at, 'window', 'closes'], incident.window.closes, latest);
  }
}

/** All that can be said of a scenario without looking at its tasks. */
export function* scenarioFindings(setting: Setting): Generator<Finding> {
  const sources = new Set(setting.coalition.sources.map(({ id }) => id));
  yield* repeats(setting);
  yield* startFindings(setting);
  yield* seatFindings(setting);
  yield* thingFindings(setting);
  yield* injectFindings(setting);
  yield* incidentFindings(setting);
  yield* sourceFindings(['scenario'], setting.scenario, sources);
  yield* spreadFindings(['scenario'], setting.scenario);
}

/** Compile: a checked definition becomes a plan. Slow things happen here once (names hashed, spreads tabled); running is fast. */
import { tableOf } from '../friction/index.ts';
import type { Json } from '../kernel/digest.ts';
import { digestOf } from '../kernel/digest.ts';
import { compareText, numberNames } from '../kernel/ids.ts';
import { applyPolicy } from '../model/apply-policy.ts';
import { measureNames } from '../model/measures.ts';
import type { Definition, Task } from '../model/scenario.ts';
import { compileDesks } from './compile-desks.ts';
import { DrawNames } from './compile-draws.ts';
import type { LiteralPlace } from './compile-graph.ts';
import { compileWatch, gateOf, goodOutcomes, outcomesOf } from './compile-graph.ts';
import { incidentPlan } from './compile-incidents.ts';
import type { Parts } from './compile-parts.ts';
import { Spreads } from './compile-spreads.ts';
import { taskPlan } from './compile-tasks.ts';
import type { WorkPlaces } from './compile-work.ts';
import type { Gate, IncidentPlan, Plan, TaskPlan, WorkPlan } from './plan.ts';
import { FRONT_DOOR, PACK, WORKS } from './plan.ts';

/** The digest that a result is traced to: scenario, access windows and coalition, without the policy. */
export const scenarioDigestOf = ({ scenario, access, coalition }: Definition): string =>
  digestOf({ scenario, access, coalition } as unknown as Json);

function numberTasks(definition: Definition): { ids: readonly string[]; byId: Map<string, Parts['tasks'][number]> } {
  const { scenario } = definition;
  const all: Parts['tasks'][number][] = [
    ...scenario.incidents.flatMap((incident) => incident.response.map((source) => ({ source, incident }))),
    ...scenario.injects.map((source) => ({ source, incident: null })),
  ];
  const byId = new Map(all.map((task) => [task.source.id, task]));
  return { ids: numberNames(all.map(({ source }) => source.id)).names, byId };
}

const kindOf = (source: Parts['tasks'][number]['source']): Task | { readonly task: 'inject' } =>
  'task' in source ? source : { task: 'inject' };

function placeLiterals(tasks: Parts['tasks']): { places: Map<string, LiteralPlace>; literals: number } {
  const places = new Map<string, LiteralPlace>();
  let literals = 0;
  for (const { source } of tasks) {
    const outcomes = outcomesOf(kindOf(source));
    places.set(source.id, { literal: literals, outcomes, good: goodOutcomes(kindOf(source)) });
    literals += outcomes.length;
  }
  return { places, literals };
}

/** Gates of tasks, then of options, then of awareness; and what the later ones belong to. */
class Gates {
  readonly gates: Gate[] = [];
  readonly option: number[] = [];
  readonly aware: number[] = [];

  add(gate: Gate, option = -1, aware = -1): number {
    this.option.push(option);
    this.aware.push(aware);
    return this.gates.push(gate) - 1;
  }
}

function partsOf(definition: Definition): Parts {
  const { coalition, unmatched } = applyPolicy(definition.coalition, definition.policy);
  if (unmatched.length > 0) throw new Error(`Impossible: lever ${unmatched[0]?.lever} changes nothing`);
  const { scenario } = definition;
  const { ids, byId } = numberTasks(definition);
  const tasks = ids.map((id) => byId.get(id) as Parts['tasks'][number]);
  const { places, literals } = placeLiterals(tasks);
  const draws = new DrawNames();
  const spreads = new Spreads();
  const { startsAt, lasts } = scenario;
  const desks = compileDesks(coalition, { startsAt, lasts, draws, spreads });
  const work: WorkPlaces = {
    coalition,
    deskIndex: new Map(desks.names.map((name, index) => [name, index])),
    draws,
    spreads,
  };
  const shares = tasks
    .filter(({ source }) => 'task' in source && source.task === 'share')
    .map(({ source }) => source.id);
  return {
    definition,
    coalition,
    tasks,
    index: new Map(ids.map((id, index) => [id, index])),
    places,
    literals,
    work,
    desks,
    shares: new Map(shares.map((id, s) => [id, s * 3 + FRONT_DOOR])),
    incidents: numberNames(scenario.incidents.map(({ id }) => id)),
    seats: numberNames(scenario.seats.map(({ id }) => id)),
    organisations: numberNames(coalition.organisations.map(({ id }) => id)),
    products: numberNames(scenario.products.map(({ id }) => id)),
    sensors: numberNames(coalition.sensors.map(({ id }) => id)),
    tables: [tableOf('front-door'), tableOf('release'), tableOf('carriage')],
    response: tableOf('response'),
    rows: Array.from({ length: shares.length * 3 * WORKS }, () => null as WorkPlan | null),
    optionGates: new Map(),
  };
}

function taskGates(parts: Parts, gates: Gates): void {
  for (const { source } of parts.tasks) gates.add(gateOf('needs' in source ? source.needs : [], parts.places));
  parts.tasks.forEach(({ source }, task) => {
    if (!('task' in source) || source.task !== 'decide') return;
    if (source.options.length > PACK) throw new Error(`Impossible: ${source.id} has more than ${PACK} options`);
    source.options.forEach((option, place) => {
      if (option.needs.length === 0) return;
      parts.optionGates.set(task * PACK + place, gates.add(gateOf(option.needs, parts.places), task * PACK + place));
    });
  });
}

function incidentPlans(parts: Parts, gates: Gates): IncidentPlan[] {
  return parts.incidents.names.map((id, incident) => {
    const source = parts.definition.scenario.incidents.find((one) => one.id === id);
    if (source === undefined) throw new Error(`Impossible: no incident ${id}`);
    const nations = Object.keys(source.awareness).sort(compareText);
    const aware = nations.map((nation, place) => ({
      nation,
      gate: gates.add(
        gateOf([{ any: source.awareness[nation] as string[] }], parts.places),
        -1,
        incident * PACK + place,
      ),
    }));
    return incidentPlan(parts, source, aware);
  });
}

function operators(parts: Parts): Int32Array {
  return Int32Array.from(parts.sensors.names, (id) => {
    const sensor = parts.coalition.sensors.find((one) => one.id === id);
    return parts.organisations.index.get(sensor?.operator ?? '') ?? -1;
  });
}

function seatsOf(parts: Parts): Int32Array {
  const seatOf = new Int32Array(parts.organisations.names.length).fill(-1);
  for (const seat of parts.definition.scenario.seats) {
    for (const id of seat.organisations)
      seatOf[parts.organisations.index.get(id) as number] = parts.seats.index.get(seat.id) as number;
  }
  return seatOf;
}

/** Compiles a definition that has been checked. Throws `Impossible: …` where an unchecked one slipped through. */
export function compile(definition: Definition): Plan {
  const parts = partsOf(definition);
  const gates = new Gates();
  taskGates(parts, gates);
  const incidents = incidentPlans(parts, gates);
  const tasks: TaskPlan[] = parts.tasks.map((task, index) => taskPlan(parts, task, index));
  const processes = parts.shares.size * 3;
  const taskOf = new Int32Array(processes);
  tasks.forEach((task, index) => {
    if (task.process !== -1) taskOf.fill(index, task.process, task.process + 3);
  });
  return Object.freeze({
    definition,
    coalition: parts.coalition,
    scenarioDigest: scenarioDigestOf(definition),
    policyDigest: digestOf(definition.policy as unknown as Json),
    lasts: definition.scenario.lasts,
    tasks,
    incidents,
    seats: parts.seats,
    organisations: parts.organisations,
    seatOf: seatsOf(parts),
    products: parts.products,
    sensors: parts.sensors,
    operatorOf: operators(parts),
    taskOfLiteral: Int32Array.from(tasks.flatMap(({ outcomes }, task) => outcomes.map(() => task))),
    desks: parts.desks.plans,
    deskNames: parts.desks.names,
    background: parts.desks.background,
    tables: parts.tables,
    response: parts.response,
    redirected: parts.tables[0].events.indexOf('ANSWERED redirected'),
    rekeyed: parts.tables[2].events.indexOf('REKEYED'),
    rows: parts.rows,
    processes,
    taskOf,
    gates: gates.gates,
    gateOption: Int32Array.from(gates.option),
    gateAware: Int32Array.from(gates.aware),
    ...compileWatch(gates.gates, parts.literals),
    literals: parts.literals,
    measures: measureNames(definition.scenario),
  });
}

/** Compile: a checked definition becomes a plan. Slow things happen here once (names hashed, spreads tabled); running is fast. */
import { tableOf } from '../friction/index.ts';
import type { Json } from '../kernel/digest.ts';
import { digestOf } from '../kernel/digest.ts';
import { compareText, numberNames } from '../kernel/ids.ts';
import type { Cause } from '../model/facts.ts';
import { causes, frictionMachines } from '../model/facts.ts';
import type { Definition } from '../model/scenario.ts';
import { layoutOf, underPolicy } from './compile-coalition.ts';
import { compileDesks } from './compile-desks.ts';
import { DrawNames } from './compile-draws.ts';
import { addLadderGates, addOptionGates, addPromiseGates, addTaskGates, Gates } from './compile-gates.ts';
import { compileWatch } from './compile-graph.ts';
import { incidentPlan } from './compile-incidents.ts';
import { loadPlans } from './compile-loads.ts';
import { remembered } from './compile-memory.ts';
import type { Graph, Parts } from './compile-parts.ts';
import { nationOf } from './compile-parts.ts';
import { numbersOf } from './compile-scenario.ts';
import { Spreads } from './compile-spreads.ts';
import { taskPlan } from './compile-tasks.ts';
import { trustPlan } from './compile-trust.ts';
import type { WorkPlaces } from './compile-work.ts';
import type { Plan, PromisePlan, TaskPlan, WorkPlan } from './plan.ts';
import { ALIGN, CONSENT, COORDINATION, NATIONAL_DECISION, WORKS } from './plan.ts';
import { measureNames } from './score.ts';
import { WorkRows } from './work-rows.ts';

/** The digest that a result is traced to: scenario, access windows and coalition, without the policy. */
export const scenarioDigestOf = ({ scenario, access, coalition }: Definition): string =>
  digestOf({ scenario, access, coalition } as unknown as Json);

function partsOf(definition: Definition, without: Cause | null): Parts {
  const coalition = underPolicy(definition);
  const { scenario, policy } = definition;
  const numbers = numbersOf(scenario);
  const draws = new DrawNames();
  const spreads = new Spreads();
  const { startsAt, lasts } = scenario;
  const desks = compileDesks(coalition, { startsAt, lasts, draws, spreads });
  const work: WorkPlaces = {
    coalition,
    deskIndex: new Map(desks.names.map((name, index) => [name, index])),
    layout: layoutOf(coalition),
    draws,
    spreads,
    without,
  };
  const named = (list: readonly { readonly id: string }[]) => numberNames(list.map(({ id }) => id));
  return {
    ...numbers,
    definition,
    coalition,
    without,
    levers: new Set(policy.levers.map(({ id }) => id)),
    work,
    desks,
    organisations: named(coalition.organisations),
    nations: named(coalition.nations),
    sensors: named(coalition.sensors),
    tables: frictionMachines.map((machine) => tableOf(machine)),
    response: tableOf('response'),
    rows: Array.from({ length: numbers.processCount * WORKS + numbers.tasks.length }, () => null as WorkPlan | null),
  };
}

/** What must happen before what, which hangs on the layout of the coalition and on few levers: with most levers it stays as it was. */
function graphOf(parts: Parts): Graph {
  const { scenario, access } = parts.definition;
  const levers = [...parts.askedAfter].filter((lever) => parts.levers.has(lever)).sort(compareText);
  return remembered(scenario, ['graph', access, parts.work.layout, levers.join(' ')], () => {
    const gates = new Gates();
    addTaskGates(parts, gates);
    const optionGates = addOptionGates(parts, gates);
    const incidents = parts.incidents.names.map((id) => incidentPlan(parts, gates, id));
    const promiseGates = addPromiseGates(parts, gates);
    addLadderGates(parts, scenario.ladder, gates);
    return {
      optionGates,
      incidents,
      promiseGates,
      plan: {
        gates: gates.gates,
        gateKind: Uint8Array.from(gates.kinds),
        gateOf: Int32Array.from(gates.owners),
        ...compileWatch(gates.gates, parts.literals),
      },
    };
  });
}

function promisePlans(parts: Parts, gates: readonly number[]): PromisePlan[] {
  const nationOfSeat = new Map(parts.definition.scenario.seats.map(({ id, nation }) => [id, nation]));
  return parts.promises.map(({ promise, task }, number) => ({
    id: promise.id,
    task: parts.index.get(task.id) as number,
    gate: gates[number] as number,
    from: parts.nations.index.get(nationOfSeat.get(task.seat) ?? '') ?? -1,
    to: parts.nations.index.get(promise.to) ?? -1,
    within: promise.within,
  }));
}

function ladderPlan({ scenario }: Definition): Plan['ladder'] {
  const { ladder } = scenario;
  if (ladder === undefined) return { rungs: [], starts: 0, moves: new Int32Array(0) };
  const rungs = ladder.rungs.map(({ id }) => id);
  return { rungs, starts: rungs.indexOf(ladder.starts), moves: Int32Array.from(ladder.moves, ({ by }) => by) };
}

function operators(parts: Parts): Int32Array {
  return Int32Array.from(parts.sensors.names, (id) => {
    const sensor = parts.coalition.sensors.find((one) => one.id === id);
    return parts.organisations.index.get(sensor?.operator ?? '') ?? -1;
  });
}

function nationsOf(
  parts: Parts,
  names: readonly string[],
  list: readonly { readonly id: string; readonly nation: string }[],
): Int32Array {
  const nations = new Map(list.map(({ id, nation }) => [id, parts.nations.index.get(nation) ?? -1]));
  return Int32Array.from(names, (name) => nations.get(name) ?? -1);
}

function seatsOf(parts: Parts): Pick<Plan, 'seatOf' | 'organisationsOf'> {
  const seatOf = new Int32Array(parts.organisations.names.length).fill(-1);
  const organisationsOf: number[][] = parts.seats.names.map(() => []);
  for (const seat of parts.definition.scenario.seats) {
    const number = parts.seats.index.get(seat.id) as number;
    for (const id of seat.organisations) {
      const organisation = parts.organisations.index.get(id) as number;
      seatOf[organisation] = number;
      organisationsOf[number]?.push(organisation);
    }
  }
  return { seatOf, organisationsOf };
}

/** What waiting stand-ins look out for. */
function heeded(parts: Parts, tasks: readonly TaskPlan[]): Pick<Plan, 'heededLiterals' | 'heededProducts'> {
  const heededLiterals = new Uint8Array(parts.literals);
  const heededProducts = new Uint8Array(parts.products.names.length);
  for (const rule of tasks.flatMap(({ decide }) => decide?.book ?? [])) {
    for (const product of rule.holds) heededProducts[product] = 1;
    for (const literal of rule.knows.flat()) heededLiterals[literal] = 1;
  }
  return { heededLiterals, heededProducts };
}

/** Which task runs each process, which machine it is, and with whom. */
function processPlaces(parts: Parts, tasks: readonly TaskPlan[]): Pick<Plan, 'taskOf' | 'machineOf' | 'partyOf'> {
  const taskOf = new Int32Array(parts.processCount);
  const machineOf = new Uint8Array(parts.processCount);
  const partyOf = new Int32Array(parts.processCount).fill(-1);
  tasks.forEach(({ source, kind, process, processes }, task) => {
    for (let place = 0; place < processes; place++) {
      taskOf[process + place] = task;
      machineOf[process + place] = kind === CONSENT ? NATIONAL_DECISION : kind === ALIGN ? COORDINATION : place;
      if ('task' in source && source.task === 'align')
        partyOf[process + place] = parts.organisations.index.get(source.with[place] as string) as number;
    }
  });
  return { taskOf, machineOf, partyOf };
}

/** A plan's prototype: its digest takes long, so it is made when asked for. A frozen object with a getter of its own is slow to read. */
const digestOnDemand: Pick<Plan, 'scenarioDigest'> = {
  get scenarioDigest() {
    const { definition } = this as Plan;
    return remembered(definition, ['digest'], () => scenarioDigestOf(definition));
  },
};

/**
 * Compiles a definition that has been checked. Throws `Impossible: …` where an unchecked one slipped through. With `without`, all work charged
 * to that cause takes no time, needs nobody and ends as smoothly as it can: what a rerun buys back.
 */
export function compile(definition: Definition, without: Cause | null = null): Plan {
  const parts = partsOf(definition, without);
  const graph = graphOf(parts);
  const { incidents } = graph;
  const tasks: TaskPlan[] = parts.tasks.map((_, index) => taskPlan(parts, index, graph));
  const loads = loadPlans(parts);
  const plan: Omit<Plan, 'scenarioDigest'> = {
    definition,
    coalition: parts.coalition,
    policyDigest: digestOf(definition.policy as unknown as Json),
    without: without === null ? -1 : causes.indexOf(without),
    lasts: definition.scenario.lasts,
    tasks,
    incidents,
    seats: parts.seats,
    organisations: parts.organisations,
    nations: parts.nations,
    lead: parts.nations.index.get(parts.coalition.lead) ?? -1,
    nationOf: Int32Array.from(parts.organisations.names, (id) => nationOf(parts, id)),
    ...seatsOf(parts),
    products: parts.products,
    sensors: parts.sensors,
    operatorOf: operators(parts),
    nationOfSensor: nationsOf(parts, parts.sensors.names, parts.coalition.sensors),
    nationOfSeat: nationsOf(parts, parts.seats.names, definition.scenario.seats),
    taskOfLiteral: Int32Array.from(tasks.flatMap(({ outcomes }, task) => outcomes.map(() => task))),
    desks: parts.desks.plans,
    deskNames: parts.desks.names,
    background: parts.desks.background,
    tables: parts.tables,
    response: parts.response,
    partnership: tableOf('partnership'),
    trust: trustPlan(parts),
    promises: promisePlans(parts, graph.promiseGates),
    ladder: ladderPlan(definition),
    redirected: parts.tables[0]?.events.indexOf('ANSWERED redirected') as number,
    rekeyed: parts.tables[2]?.events.indexOf('REKEYED') as number,
    rows: new WorkRows(parts.rows),
    processes: parts.processCount,
    ...processPlaces(parts, tasks),
    ...graph.plan,
    literals: parts.literals,
    ...heeded(parts, tasks),
    loads,
    measures: measureNames({ coalition: parts.coalition, nations: parts.nations, incidents, loads }),
  };
  return Object.freeze(Object.setPrototypeOf(plan, digestOnDemand)) as Plan;
}

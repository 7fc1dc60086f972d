/**
 * Everything of one run that changes, in one place: typed arrays over a plan, reused from run to run, nothing allocated while it goes.
 * The modules beside it (run, tasks, handovers, decisions, responses) are functions over an arena.
 */
import type { Agenda } from '../kernel/agenda.ts';
import { createAgenda } from '../kernel/agenda.ts';
import type { Dice } from '../kernel/chance.ts';
import { createDice, keyFromSeed } from '../kernel/chance.ts';
import type { Desks } from '../kernel/desks.ts';
import { createDesks } from '../kernel/desks.ts';
import { emptySheet } from '../model/ledger.ts';
import type { StandIn, StandInName } from '../standins/index.ts';
import { red, standIns } from '../standins/index.ts';
import { mostItems } from './compile-desks.ts';
import { FactRows } from './fact-rows.ts';
import type { Plan } from './plan.ts';
import { WORKS } from './plan.ts';
import { Steps } from './steps.ts';

export const IDLE = 0;
export const ACTIVE = 1;
export const ENDED = 2;
/** Enabled in this very moment, and about to begin. */
export const READY = 3;

/** Outcome of a task that events overtook; every other outcome is its place in the task's list. */
export const OVERTAKEN = -1;

/** First agenda slot of each kind. The order is the order of events in the same second. */
export interface Slots {
  readonly begin: number;
  readonly timer: number;
  readonly ticket: number;
  readonly desk: number;
  readonly stream: number;
  readonly deadline: number;
  readonly due: number;
  readonly window: number;
  readonly horizon: number;
  readonly end: number;
}

function slotsOf(plan: Plan, tickets: number): Slots {
  const { length: incidents } = plan.incidents;
  const { length: tasks } = plan.tasks;
  const timer = incidents;
  const ticket = timer + tasks;
  const desk = ticket + tickets;
  const stream = desk + plan.desks.length;
  const deadline = stream + plan.background.length;
  const due = deadline + tasks;
  const window = due + plan.promises.length;
  const horizon = window + incidents;
  return { begin: 0, timer, ticket, desk, stream, deadline, due, window, horizon, end: horizon + incidents };
}

/** How a run is staffed: which seats people hold, and who fills the rest. */
export interface Staffed {
  readonly held: readonly string[];
  readonly standIn: StandInName;
  /** Seats that somebody else fills than the rest. */
  readonly others?: Readonly<Record<string, StandInName>>;
}

export class Arena {
  readonly plan: Plan;
  /** By seat. */
  readonly standIns: readonly StandIn[];
  /** 1 for a seat that a person holds. */
  readonly held: Uint8Array;
  /** Null when nobody listens to facts. */
  readonly log: FactRows | null;
  readonly steps = new Steps();
  readonly agenda: Agenda;
  readonly desks: Desks;
  readonly dice: Dice;
  readonly slots: Slots;
  /** Background tickets come after those of processes and tasks. */
  readonly firstBackground: number;
  /** First ticket of each background stream; its items follow in the order in which they come. */
  readonly backgroundFrom: Int32Array;

  now = 0;
  ended = false;
  /** Set when a decision has been offered to a held seat; cleared by whoever stops for it. */
  offered = false;
  /** Something has come that stand-ins may have been waiting for. */
  recheck = false;
  waitingCount = 0;

  readonly taskState: Uint8Array;
  readonly taskBegan: Int32Array;
  readonly taskEnded: Int32Array;
  readonly taskOutcome: Int8Array;
  /** Step that enabled the task, and the step that it ended with. */
  readonly taskAfter: Int32Array;
  readonly endStep: Int32Array;
  /** Sensor that will make the observation, for sense tasks. */
  readonly sensor: Int32Array;

  readonly clauseLeft: Int32Array;
  readonly gateLeft: Int32Array;
  readonly gateAt: Int32Array;
  readonly gateStep: Int32Array;

  readonly pair: Int16Array;
  readonly work: Int8Array;
  /** Event that the work in hand will end with. */
  readonly verdict: Int8Array;
  readonly workSince: Int32Array;
  /** Last step of the process; its next step comes after it. */
  readonly lastStep: Int32Array;
  readonly visits: Uint8Array;
  /** Parts of a thousand that trust makes of the work in hand. */
  readonly stretch: Int16Array;
  /** The decision that a process waits for, when a seat has its verdict. */
  readonly waitsFor: Int16Array;
  /** Desk of each background ticket in use. */
  readonly deskOfBackground: Int16Array;

  readonly chosen: Int8Array;
  /** 1 while a stand-in waits before it answers. */
  readonly waiting: Uint8Array;
  readonly takenAt: Int32Array;
  readonly reasons: string[];

  /** Product held by organisation: 0 not, else form + 1. */
  readonly holds: Uint8Array;
  readonly response: Int16Array;
  /** Branch that each incident is on, and what follows from it: first observable, window, horizon. */
  readonly branch: Int8Array;
  readonly firstObservable: Int32Array;
  readonly closes: Int32Array;
  readonly overtakenAt: Int32Array;
  /** Nations that have done something, as bits. */
  readonly acted: Int32Array;
  /** Trust and partnership of nation `of` in nation `in`, at of * nations + in. */
  readonly trust: Int32Array;
  readonly partnership: Int8Array;
  readonly promise: Uint8Array;
  /** Observations by nation on the walks back from what was done. */
  readonly decisive: Int32Array;
  /** Scratch of the measure of custody: from when on each nation's sights count. */
  readonly knownFrom: Int32Array;
  /** 1 once the response of the incident has ended, however. */
  readonly over: Uint8Array;
  /** 1 once its horizon has passed: nothing more begins. */
  readonly past: Uint8Array;
  readonly status: Uint8Array;
  readonly restricted: Int32Array;
  readonly responseStep: Int32Array;
  readonly sheets: readonly Int32Array[];
  readonly seen: Uint8Array;
  /** Items that each background stream has brought so far. */
  readonly arrivals: Int32Array;
  /** Tasks that may begin now, in the order in which they were enabled, and the steps that enabled them. */
  readonly ready: Int32Array;
  readonly readyAfter: Int32Array;
  readyFrom = 0;
  readyUntil = 0;

  /** Agenda entries worked off: the unit in which benchmarks count. */
  events = 0;
  misroutes = 0;
  manualTouches = 0;
  defaults = 0;
  handoversBegun = 0;
  handoversDenied = 0;
  handoversOnTime = 0;
  deskSeconds = 0;
  promisesMade = 0;
  promisesKept = 0;
  promisesUnkept = 0;
  sourcesExposed = 0;
  breaches = 0;
  needlessActs = 0;
  attributionsRight = 0;
  attributionsWrong = 0;
  rung = 0;
  highestRung = 0;

  private readonly gateCounts: Int32Array;

  constructor(plan: Plan, staffed: Staffed, listening: boolean) {
    this.plan = plan;
    this.standIns = plan.seats.names.map((seat) => standInFor(plan, staffed, seat));
    this.held = Uint8Array.from(plan.seats.names, (seat) => (staffed.held.includes(seat) ? 1 : 0));
    this.log = listening ? new FactRows() : null;
    const tasks = plan.tasks.length;
    const { processes } = plan;
    this.firstBackground = processes + tasks;
    this.backgroundFrom = new Int32Array(plan.background.length);
    let tickets = this.firstBackground;
    plan.background.forEach(({ every, backlog }, stream) => {
      this.backgroundFrom[stream] = tickets;
      tickets += mostItems(every, backlog, plan.lasts);
    });
    this.slots = slotsOf(plan, tickets);
    this.agenda = createAgenda(this.slots.end);
    this.desks = createDesks(plan.desks, tickets);
    this.dice = createDice({ k0: 0, k1: 0 });
    this.taskState = new Uint8Array(tasks);
    this.taskBegan = new Int32Array(tasks);
    this.taskEnded = new Int32Array(tasks);
    this.taskOutcome = new Int8Array(tasks);
    this.taskAfter = new Int32Array(tasks);
    this.endStep = new Int32Array(tasks);
    this.sensor = new Int32Array(tasks);
    this.clauseLeft = new Int32Array(plan.clauseCount.length);
    this.gateLeft = new Int32Array(plan.gates.length);
    this.gateAt = new Int32Array(plan.gates.length);
    this.gateStep = new Int32Array(plan.gates.length);
    this.pair = new Int16Array(processes);
    this.work = new Int8Array(processes);
    this.verdict = new Int8Array(processes);
    this.workSince = new Int32Array(processes);
    this.lastStep = new Int32Array(processes);
    this.visits = new Uint8Array(processes * WORKS);
    this.waitsFor = new Int16Array(processes);
    this.stretch = new Int16Array(processes);
    this.deskOfBackground = new Int16Array(tickets - this.firstBackground);
    this.chosen = new Int8Array(tasks);
    this.waiting = new Uint8Array(tasks);
    this.takenAt = new Int32Array(tasks);
    this.reasons = Array.from({ length: tasks }, () => '');
    this.holds = new Uint8Array(plan.products.names.length * plan.organisations.names.length);
    const incidents = plan.incidents.length;
    this.response = new Int16Array(incidents);
    this.branch = new Int8Array(incidents);
    this.firstObservable = new Int32Array(incidents);
    this.closes = new Int32Array(incidents);
    this.overtakenAt = new Int32Array(incidents);
    this.acted = new Int32Array(incidents);
    const nations = plan.nations.names.length;
    this.trust = new Int32Array(nations * nations);
    this.partnership = new Int8Array(nations * nations);
    this.promise = new Uint8Array(plan.promises.length);
    this.decisive = new Int32Array(nations);
    this.knownFrom = new Int32Array(nations);
    this.over = new Uint8Array(incidents);
    this.past = new Uint8Array(incidents);
    this.status = new Uint8Array(incidents);
    this.restricted = new Int32Array(incidents);
    this.responseStep = new Int32Array(incidents);
    this.sheets = plan.incidents.map(emptySheet);
    this.seen = new Uint8Array(incidents);
    this.arrivals = new Int32Array(plan.background.length);
    this.ready = new Int32Array(tasks);
    this.readyAfter = new Int32Array(tasks);
    this.gateCounts = gateCountsOf(plan);
  }

  /** Puts everything back to before StartEx, under this seed. */
  reset(seed: string): void {
    this.dice.rekey(keyFromSeed(seed));
    this.now = 0;
    this.ended = false;
    this.offered = false;
    this.recheck = false;
    this.waitingCount = 0;
    this.agenda.reset();
    this.desks.reset();
    this.steps.count = 0;
    if (this.log !== null) this.log.count = 0;
    this.taskState.fill(IDLE);
    this.endStep.fill(-1);
    this.clauseLeft.set(this.plan.clauseCount);
    this.gateLeft.set(this.gateCounts);
    this.gateAt.fill(-1);
    this.gateStep.fill(-1);
    this.pair.fill(-1);
    this.work.fill(-1);
    this.visits.fill(0);
    this.waitsFor.fill(-1);
    this.chosen.fill(-1);
    this.waiting.fill(0);
    this.branch.fill(0);
    this.acted.fill(0);
    this.promise.fill(0);
    this.decisive.fill(0);
    this.reasons.fill('');
    this.holds.fill(0);
    this.response.fill(0);
    this.over.fill(0);
    this.past.fill(0);
    this.responseStep.fill(-1);
    this.seen.fill(0);
    this.arrivals.fill(0);
    this.readyFrom = 0;
    this.readyUntil = 0;
    for (const sheet of this.sheets) sheet.fill(0);
    this.events = 0;
    this.misroutes = 0;
    this.manualTouches = 0;
    this.defaults = 0;
    this.handoversBegun = 0;
    this.handoversDenied = 0;
    this.handoversOnTime = 0;
    this.deskSeconds = 0;
    this.promisesMade = 0;
    this.promisesKept = 0;
    this.promisesUnkept = 0;
    this.sourcesExposed = 0;
    this.breaches = 0;
    this.needlessActs = 0;
    this.attributionsRight = 0;
    this.attributionsWrong = 0;
    this.rung = this.plan.ladder.starts;
    this.highestRung = this.plan.ladder.starts;
  }

  /** Writes a fact row if anybody listens. */
  tell(kind: number, a = 0, b = 0, c = 0, d = 0, e = 0, f = 0): void {
    if (this.log !== null) this.log.add(kind, this.now, a, b, c, d, e, f);
  }
}

/** Who fills a seat that nobody holds. An adversary is never by the coalition's book. */
function standInFor(plan: Plan, { standIn, others }: Staffed, seat: string): StandIn {
  const nation = plan.definition.scenario.seats.find(({ id }) => id === seat)?.nation;
  const isAdversary = plan.coalition.nations.find(({ id }) => id === nation)?.adversary === true;
  return isAdversary ? red : standIns[others?.[seat] ?? standIn];
}

/** Never opens by itself: a verdict's (the machine opens it), or one that the policy bars. */
const CLOSED_FOR_GOOD = 1_000_000;

/** Clauses of each gate; a task of an incident also waits for the incident to begin, an inject for its time. */
function gateCountsOf(plan: Plan): Int32Array {
  const counts = Int32Array.from(plan.gates, ({ clauses }) => clauses.length);
  plan.tasks.forEach(({ barred, decide }, task) => {
    const byItself = !barred && (decide === null || decide.process === -1);
    counts[task] = byItself ? (counts[task] as number) + 1 : CLOSED_FOR_GOOD;
  });
  return counts;
}

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
import type { PutDecision, StandIn, StandInName } from '../standins/index.ts';
import { red, standIns, WAIT } from '../standins/index.ts';
import { ArenaColumns } from './arena-columns.ts';
import { FactRows } from './fact-rows.ts';
import { Foreseen } from './foreseen.ts';
import type { Plan } from './plan.ts';
import { Steps } from './steps.ts';
import { Tally } from './tally.ts';

export { ACTIVE, ENDED, IDLE, READY } from './arena-columns.ts';

/** Outcome of a task that events overtook; every other outcome is its place in the task's list. */
export const OVERTAKEN = -1;

/** First agenda slot of each kind. The order is the order of events in the same second. */
export interface Slots {
  readonly begin: number;
  readonly timer: number;
  readonly ticket: number;
  readonly own: number;
  readonly desk: number;
  readonly stream: number;
  readonly deadline: number;
  readonly due: number;
  readonly window: number;
  readonly horizon: number;
  readonly end: number;
}

function slotsOf(plan: Plan): Slots {
  const { length: incidents } = plan.incidents;
  const { length: tasks } = plan.tasks;
  const timer = incidents;
  const ticket = timer + tasks;
  const own = ticket + plan.processes + tasks;
  const desk = own + plan.desks.length;
  const stream = desk + plan.desks.length;
  const deadline = stream + plan.desks.length;
  const due = deadline + tasks;
  const window = due + plan.promises.length;
  const horizon = window + incidents;
  return { begin: 0, timer, ticket, own, desk, stream, deadline, due, window, horizon, end: horizon + incidents };
}

/** How a run is staffed: which seats people hold, and who fills the rest. */
export interface Staffed {
  readonly held: readonly string[];
  readonly standIn: StandInName;
  /** Seats that somebody else fills than the rest. */
  readonly others?: Readonly<Record<string, StandInName>>;
  /** By decision, an option that whoever fills the seat takes as soon as it opens, whatever else he would do: for studies of what hangs on it. */
  readonly forced?: Readonly<Record<string, string>>;
}

export class Arena extends ArenaColumns {
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
  readonly foreseen: Foreseen;

  now = 0;
  /** The highest slot that the agenda has given in this second; above all of them once the second is over. */
  highest = -1;
  ended = false;
  /** Set when a decision has been offered to a held seat; cleared by whoever stops for it. */
  offered = false;
  /** Something has come that stand-ins may have been waiting for. */
  recheck = false;
  waitingCount = 0;

  /** Agenda entries worked off: the unit in which benchmarks count. */
  events = 0;
  readonly tally = new Tally();
  rung = 0;
  highestRung = 0;

  private readonly gateCounts: Int32Array;

  constructor(plan: Plan, staffed: Staffed, listening: boolean) {
    super(plan);
    const forced = forcedChoices(plan, staffed);
    this.standIns = plan.seats.names.map((seat) => forcedTo(forced, standInFor(plan, staffed, seat)));
    this.held = Uint8Array.from(plan.seats.names, (seat) => (staffed.held.includes(seat) ? 1 : 0));
    this.log = listening ? new FactRows() : null;
    const tasks = plan.tasks.length;
    const { processes } = plan;
    this.slots = slotsOf(plan);
    this.foreseen = new Foreseen(plan, this.slots);
    this.agenda = createAgenda(this.slots.end);
    this.dice = createDice({ k0: 0, k1: 0 });
    this.desks = createDesks(plan.desks, processes + tasks, { streams: plan.background, dice: this.dice });
    this.gateCounts = gateCountsOf(plan);
  }

  /** Puts everything back to before StartEx, under this seed. */
  reset(seed: string): void {
    this.dice.rekey(keyFromSeed(seed));
    this.now = 0;
    this.highest = -1;
    this.ended = false;
    this.offered = false;
    this.recheck = false;
    this.waitingCount = 0;
    this.agenda.reset();
    this.desks.reset();
    this.steps.count = 0;
    if (this.log !== null) this.log.count = 0;
    this.resetColumns(this.gateCounts);
    this.events = 0;
    this.tally.reset();
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

/** The option that is forced on each decision. Throws on a decision or an option that the plan does not have. */
function forcedChoices(plan: Plan, { forced = {} }: Staffed): ReadonlyMap<PutDecision, number> {
  return new Map(
    Object.entries(forced).map(([decision, option]) => {
      const put = plan.tasks.find(({ id }) => id === decision)?.decide;
      const at = put?.options.indexOf(option) ?? -1;
      if (!put || at === -1) throw new RangeError(`no choice ${decision}=${option} in ${plan.definition.scenario.id}`);
      return [put, at];
    }),
  );
}

function forcedTo(forced: ReadonlyMap<PutDecision, number>, own: StandIn): StandIn {
  if (forced.size === 0) return own;
  return (decision, glimpse) => {
    const option = forced.get(decision);
    if (option === undefined) return own(decision, glimpse);
    return glimpse.isOpen(option) ? option : WAIT;
  };
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

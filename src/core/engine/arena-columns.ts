/** The columns of a run: one typed array for each thing that is known of every task, process, incident or nation. Made once, refilled for each run. */
import { NEVER } from '../kernel/units.ts';
import { emptySheet } from '../model/ledger.ts';
import type { Plan } from './plan.ts';
import { WORKS } from './plan.ts';

export const IDLE = 0;
export const ACTIVE = 1;
export const ENDED = 2;
/** Enabled in this very moment, and about to begin. */
export const READY = 3;

export class ArenaColumns {
  readonly plan: Plan;

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
  readonly chosen: Int8Array;
  /** 1 while a stand-in waits before it answers. */
  readonly waiting: Uint8Array;
  /** Those that wait, in the order in which they began to: the first `waitingCount`. */
  readonly waitingTasks: Int32Array;
  readonly takenAt: Int32Array;
  readonly reasons: string[];

  /** Product held by organisation: 0 not, else form + 1. */
  readonly holds: Uint8Array;
  readonly response: Int16Array;
  /** Branch that each incident is on, and what follows from it: first observable, window, horizon. */
  readonly branch: Int8Array;
  /** How incidents went: which, from when on, on which branch; the first `turnCount`, in the order in which they turned. */
  readonly turnOf: Int16Array;
  readonly turnAt: Int32Array;
  readonly turnTo: Int8Array;
  turnCount = 0;
  readonly firstObservable: Int32Array;
  readonly closes: Int32Array;
  readonly overtakenAt: Int32Array;
  /** When each nation first did something about an incident, at incident * nations + nation; NEVER until then. */
  readonly actedAt: Int32Array;
  /** Seconds that exercise work took of each desk. */
  readonly deskTook: Int32Array;
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
  /** Tasks that may begin now, in the order in which they were enabled, and the steps that enabled them. */
  readonly ready: Int32Array;
  readonly readyAfter: Int32Array;
  readyFrom = 0;
  readyUntil = 0;

  constructor(plan: Plan) {
    this.plan = plan;
    const tasks = plan.tasks.length;
    const { processes } = plan;
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
    this.chosen = new Int8Array(tasks);
    this.waiting = new Uint8Array(tasks);
    this.waitingTasks = new Int32Array(tasks);
    this.takenAt = new Int32Array(tasks);
    this.reasons = Array.from({ length: tasks }, () => '');
    this.holds = new Uint8Array(plan.products.names.length * plan.organisations.names.length);
    const incidents = plan.incidents.length;
    this.response = new Int16Array(incidents);
    this.branch = new Int8Array(incidents);
    // An incident begins once, and each choice turns it once at most.
    this.turnOf = new Int16Array(incidents + tasks);
    this.turnAt = new Int32Array(incidents + tasks);
    this.turnTo = new Int8Array(incidents + tasks);
    this.firstObservable = new Int32Array(incidents);
    this.closes = new Int32Array(incidents);
    this.overtakenAt = new Int32Array(incidents);
    this.deskTook = new Int32Array(plan.desks.length);
    const nations = plan.nations.names.length;
    this.actedAt = new Int32Array(incidents * nations);
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
    this.ready = new Int32Array(tasks);
    this.readyAfter = new Int32Array(tasks);
  }

  /** Puts every column back to before StartEx. */
  protected resetColumns(gateCounts: Int32Array): void {
    this.taskState.fill(IDLE);
    this.endStep.fill(-1);
    this.clauseLeft.set(this.plan.clauseCount);
    this.gateLeft.set(gateCounts);
    this.gateAt.fill(-1);
    this.gateStep.fill(-1);
    this.pair.fill(-1);
    this.work.fill(-1);
    this.visits.fill(0);
    this.waitsFor.fill(-1);
    this.chosen.fill(-1);
    this.waiting.fill(0);
    this.branch.fill(0);
    this.turnCount = 0;
    // What has not begun cannot be seen yet, and nobody is told late of it.
    this.firstObservable.fill(NEVER);
    this.actedAt.fill(NEVER);
    this.deskTook.fill(0);
    this.promise.fill(0);
    this.decisive.fill(0);
    this.reasons.fill('');
    this.holds.fill(0);
    this.response.fill(0);
    this.over.fill(0);
    this.past.fill(0);
    this.responseStep.fill(-1);
    this.seen.fill(0);
    this.readyFrom = 0;
    this.readyUntil = 0;
    for (const sheet of this.sheets) sheet.fill(0);
  }
}

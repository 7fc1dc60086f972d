/** Decisions: offered to a seat with a deadline and a default; taken by a person, a stand-in or the clock; in force after staff time. */
import { causes, takers } from '../model/facts.ts';
import type { Glimpse, StandIn } from '../standins/index.ts';
import { nextLook, WAIT } from '../standins/index.ts';
import type { Arena } from './arena.ts';
import { ACTIVE } from './arena.ts';
import { turnBranch } from './branches.ts';
import { enabledBy, isOpen } from './choices.ts';
import { K } from './fact-rows.ts';
import { endTask } from './graph.ts';
import { giveVerdict } from './handovers.ts';
import { isTrue } from './literals.ts';
import type { DecidePlan, OptionEffects } from './plan.ts';
import { dropPromise, makePromise } from './promises.ts';
import { moveTrust } from './trust.ts';

const deliberation = causes.indexOf('deliberation');
const BY_STAND_IN = takers.indexOf('stand-in');
const BY_DEFAULT = takers.indexOf('default');
export const BY_SEAT = takers.indexOf('seat');

/** What a stand-in sees of its seat's view. One per arena, turned to the seat that decides. */
class SeatGlimpse implements Glimpse {
  private readonly a: Arena;
  plan: DecidePlan | null = null;
  elapsed = 0;

  constructor(a: Arena) {
    this.a = a;
  }

  holds(product: number): boolean {
    if (this.plan === null) return false;
    const { organisationsOf, organisations } = this.a.plan;
    for (const organisation of organisationsOf[this.plan.seat] as readonly number[]) {
      const held = this.a.holds[product * organisations.names.length + organisation] as number;
      if (held === 1 || held === 2) return true;
    }
    return false;
  }

  knows(literals: readonly number[]): boolean {
    for (const literal of literals) if (isTrue(this.a, literal)) return true;
    return false;
  }

  isOpen(option: number): boolean {
    return this.plan !== null && isOpen(this.a, this.plan, option);
  }
}

const glimpses = new WeakMap<Arena, SeatGlimpse>();

function glimpseOf(a: Arena, plan: DecidePlan, elapsed: number): Glimpse {
  let glimpse = glimpses.get(a);
  if (glimpse === undefined) {
    glimpse = new SeatGlimpse(a);
    glimpses.set(a, glimpse);
  }
  glimpse.plan = plan;
  glimpse.elapsed = elapsed;
  return glimpse;
}

/** Puts a decision to its seat. A stand-in answers at once or waits for something; its staff time is charged like anybody's. A verdict that is foreseen is in force at once. */
export function offer(a: Arena, task: number, plan: DecidePlan): void {
  if (a.chosen[task] !== -1) {
    a.takenAt[task] = a.now;
    enforce(a, task, plan);
    return;
  }
  const deadline = a.now + plan.answerWithin;
  let open = 0;
  for (let option = 0; option < plan.options.length; option++) if (isOpen(a, plan, option)) open |= 1 << option;
  a.agenda.set(a.slots.deadline + task, deadline);
  a.tell(K.DecisionOffered, task, deadline, open);
  if (a.held[plan.seat] === 1) a.offered = true;
  else consult(a, task, plan);
}

/** Asks a stand-in. If it waits, it is asked again when something it may have been waiting for has come, or its patience ends. */
function consult(a: Arena, task: number, plan: DecidePlan): void {
  const elapsed = a.now - (a.taskBegan[task] as number);
  const option = (a.standIns[plan.seat] as StandIn)(plan, glimpseOf(a, plan, elapsed));
  if (option !== WAIT) {
    if (a.waiting[task] === 1) stopWaiting(a, task);
    decide(a, task, plan, { option, taker: BY_STAND_IN });
    return;
  }
  if (a.waiting[task] === 0) {
    a.waiting[task] = 1;
    a.waitingTasks[a.waitingCount++] = task;
  }
  const look = nextLook(plan, elapsed);
  if (look < plan.answerWithin) a.agenda.set(a.slots.timer + task, (a.taskBegan[task] as number) + look);
  else a.agenda.clear(a.slots.timer + task);
}

function stopWaiting(a: Arena, task: number): void {
  a.waiting[task] = 0;
  const at = a.waitingTasks.indexOf(task);
  a.waitingTasks.copyWithin(at, at + 1, a.waitingCount);
  a.waitingCount--;
}

/** Something has come that stand-ins may have been waiting for: each that waits is asked again, in the order in which they began to wait. */
export function consultWaiting(a: Arena): void {
  a.recheck = false;
  for (let i = 0; i < a.waitingCount; ) {
    const task = a.waitingTasks[i] as number;
    consult(a, task, a.plan.tasks[task]?.decide as DecidePlan);
    if (a.waiting[task] === 1) i++;
  }
}

/** An option is chosen now; it is in force when the staff work is done, or at the deadline if that comes first. */
export function decide(a: Arena, task: number, plan: DecidePlan, choice: { option: number; taker: number }): void {
  const deadline = (a.taskBegan[task] as number) + plan.answerWithin;
  const inForce = choice.taker === BY_DEFAULT ? a.now : Math.min(a.now + plan.staffTime, deadline);
  a.chosen[task] = choice.option;
  a.takenAt[task] = a.now;
  a.agenda.clear(a.slots.deadline + task);
  a.agenda.set(a.slots.timer + task, inForce);
  a.tell(K.DecisionTaken, task, choice.option, choice.taker, inForce);
}

/** Nobody has answered in time. */
export function lapse(a: Arena, task: number, plan: DecidePlan): void {
  if (a.waiting[task] === 1) stopWaiting(a, task);
  a.tally.defaults++;
  decide(a, task, plan, { option: plan.fallback, taker: BY_DEFAULT });
}

/**
 * The choice is in force: the task ends with it, and a machine that waited for the verdict moves.
 * Its step begins at the later of the offer and the information that opened the option.
 */
export function enforce(a: Arena, task: number, plan: DecidePlan): void {
  if (a.taskState[task] !== ACTIVE) return;
  if (a.chosen[task] === -1) {
    consult(a, task, plan);
    return;
  }
  const option = a.chosen[task] as number;
  const { since, after } = enabledBy(a, task, plan);
  const taken = a.takenAt[task] as number;
  const step = a.steps.add(after, since, a.now, deliberation);
  a.steps.split(step, a.now - taken, taken - since, 0);
  a.steps.task[step] = task;
  a.tell(K.StepEnded, step);
  const effects = plan.effects[option] ?? null;
  if (effects !== null) takeEffect(a, task, plan.seat, effects);
  endTask(a, task, option, step);
  if (plan.process !== -1) giveVerdict(a, plan.process, plan.verdicts[option] as number, step);
}

/** What comes with a choice beside what the graph makes of it: the incident turns, promises are made or taken back, nations are passed over. */
function takeEffect(a: Arena, task: number, seat: number, effects: OptionEffects): void {
  if (effects.branch !== -1) turnBranch(a, a.plan.tasks[task]?.incident as number, effects.branch);
  for (const promise of effects.promises) makePromise(a, promise);
  for (const promise of effects.drops) dropPromise(a, promise);
  for (const nation of effects.bypasses) moveTrust(a, nation, a.plan.nationOfSeat[seat] as number, 'bypassed');
}

/** Events have overtaken the question. */
export function withdrawDecision(a: Arena, task: number): void {
  if (a.waiting[task] === 1) stopWaiting(a, task);
  a.agenda.clear(a.slots.deadline + task);
  a.agenda.clear(a.slots.timer + task);
  a.tell(K.DecisionWithdrawn, task);
}

/** Decisions: offered to a seat with a deadline and a default; taken by a person, a stand-in or the clock; in force after staff time. */
import { causes, takers } from '../model/facts.ts';
import type { Glimpse } from '../standins/index.ts';
import type { Arena } from './arena.ts';
import { ACTIVE } from './arena.ts';
import { enabledBy, isOpen } from './choices.ts';
import { K } from './fact-rows.ts';
import { endTask } from './graph.ts';
import { giveVerdict } from './handovers.ts';
import type { DecidePlan } from './plan.ts';

const deliberation = causes.indexOf('deliberation');
const BY_STAND_IN = takers.indexOf('stand-in');
const BY_DEFAULT = takers.indexOf('default');
export const BY_SEAT = takers.indexOf('seat');

/** What a stand-in sees of its seat's view. One per arena, turned to the seat that decides. */
class SeatGlimpse implements Glimpse {
  private readonly a: Arena;
  plan: DecidePlan | null = null;

  constructor(a: Arena) {
    this.a = a;
  }

  holds(product: number): boolean {
    const { seatOf, organisations } = this.a.plan;
    for (let org = 0; org < seatOf.length; org++) {
      if (seatOf[org] !== this.plan?.seat) continue;
      const held = this.a.holds[product * organisations.names.length + org] as number;
      if (held === 1 || held === 2) return true;
    }
    return false;
  }

  isOpen(option: number): boolean {
    return this.plan !== null && isOpen(this.a, this.plan, option);
  }
}

const glimpses = new WeakMap<Arena, SeatGlimpse>();

function glimpseOf(a: Arena, plan: DecidePlan): Glimpse {
  let glimpse = glimpses.get(a);
  if (glimpse === undefined) {
    glimpse = new SeatGlimpse(a);
    glimpses.set(a, glimpse);
  }
  glimpse.plan = plan;
  return glimpse;
}

/** Puts a decision to its seat. A stand-in answers at once, and its staff time is charged like anybody's. */
export function offer(a: Arena, task: number, plan: DecidePlan): void {
  const deadline = a.now + plan.answerWithin;
  let open = 0;
  plan.options.forEach((_, option) => {
    if (isOpen(a, plan, option)) open |= 1 << option;
  });
  a.agenda.set(a.slots.deadline + task, deadline);
  a.tell(K.DecisionOffered, task, deadline, open);
  if (a.held[plan.seat] === 1) a.offered = true;
  else decide(a, task, plan, { option: a.standIn(plan, glimpseOf(a, plan)), taker: BY_STAND_IN });
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
  a.defaults++;
  decide(a, task, plan, { option: plan.fallback, taker: BY_DEFAULT });
}

/**
 * The choice is in force: the task ends with it, and a machine that waited for the verdict moves.
 * Its step begins at the later of the offer and the information that opened the option.
 */
export function enforce(a: Arena, task: number, plan: DecidePlan): void {
  if (a.taskState[task] !== ACTIVE) return;
  const option = a.chosen[task] as number;
  const { since, after } = enabledBy(a, task, plan);
  const taken = a.takenAt[task] as number;
  const step = a.steps.add(after, since, a.now, deliberation);
  a.steps.split(step, a.now - taken, taken - since, 0);
  a.steps.task[step] = task;
  a.tell(K.StepEnded, step);
  endTask(a, task, option, step);
  if (plan.process !== -1) giveVerdict(a, plan.process, plan.verdicts[option] as number, step);
}

/** Events have overtaken the question. */
export function withdrawDecision(a: Arena, task: number): void {
  a.agenda.clear(a.slots.deadline + task);
  a.agenda.clear(a.slots.timer + task);
  a.tell(K.DecisionWithdrawn, task);
}

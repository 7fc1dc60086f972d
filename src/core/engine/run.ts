/**
 * The loop: takes what is next from the agenda until it is told to stop. One mutable arena, integers only; facts are rows for whoever
 * listens. A run is a function of plan, seed, who holds which seat, and the inputs given on the way.
 */
import type { Staffed } from './arena.ts';
import { ACTIVE, Arena } from './arena.ts';
import { countNeverTold } from './awareness.ts';
import { isOpen } from './choices.ts';
import { BY_SEAT, consultWaiting, decide, lapse } from './decisions.ts';
import { countWorkInHand, stepDesk } from './desk-work.ts';
import { K } from './fact-rows.ts';
import { endWork } from './handovers.ts';
import type { DecidePlan, Plan } from './plan.ts';
import { breakPromise } from './promises.ts';
import { closeUndone, isWindowMet } from './responses.ts';
import { beginIncident, beginReady, endTaskWork, overtakeIncident, timer } from './tasks.ts';
import { beginTrust } from './trust.ts';

/** A run of `plan`, to be begun with `begin`. `listening`: whether facts are kept. */
export function createRun(plan: Plan, staffed: Staffed, listening: boolean): Arena {
  return new Arena(plan, staffed, listening);
}

/** StartEx under a seed. The arena may have run before. */
export function begin(a: Arena, seed: string): void {
  a.reset(seed);
  a.foreseen.begin(a.agenda);
  beginTrust(a);
}

/** Runs through everything up to and including second `until` (at most the end). With `stopAtOffer`, stops after the second in which a held seat was asked. */
export function runUntil(a: Arena, until: number, stopAtOffer = false): void {
  const limit = Math.min(until, a.plan.lasts);
  a.offered = false;
  for (let next = a.agenda.nextTime(); next <= limit; next = a.agenda.nextTime()) {
    if (stopAtOffer && a.offered && next > a.now) break;
    const slot = a.agenda.take();
    a.highest = next > a.now ? slot : Math.max(a.highest, slot);
    a.now = next;
    a.events++;
    a.foreseen.follow(a.agenda, slot);
    dispatch(a, slot);
    beginReady(a);
    while (a.recheck && a.waitingCount > 0) {
      consultWaiting(a);
      beginReady(a);
    }
  }
  a.highest = a.slots.end;
  // The last second is not waited in: advancing to it ends the run, and a replay could not tell the difference.
  if (stopAtOffer && a.offered && a.now < a.plan.lasts) return;
  a.now = Math.max(a.now, limit);
  if (limit === a.plan.lasts) finishRun(a);
}

function dispatch(a: Arena, slot: number): void {
  const { slots } = a;
  if (slot < slots.timer) beginIncident(a, slot - slots.begin);
  else if (slot < slots.ticket) timer(a, slot - slots.timer);
  else if (slot < slots.own) endTicket(a, slot - slots.ticket);
  else if (slot < slots.deadline) stepDesk(a, (slot - slots.own) % a.plan.desks.length);
  else if (slot < slots.due) lapse(a, slot - slots.deadline, decidePlanOf(a, slot - slots.deadline));
  else if (slot < slots.window) breakPromise(a, slot - slots.due);
  else if (slot < slots.horizon)
    a.tell(K.WindowClosed, slot - slots.window, isWindowMet(a, slot - slots.window) ? 1 : 0);
  else {
    closeUndone(a, slot - slots.horizon, true);
    countNeverTold(a, slot - slots.horizon);
    overtakeIncident(a, slot - slots.horizon);
  }
}

function endTicket(a: Arena, ticket: number): void {
  if (ticket < a.plan.processes) endWork(a, ticket);
  else endTaskWork(a, ticket - a.plan.processes);
}

function decidePlanOf(a: Arena, task: number): DecidePlan {
  const plan = a.plan.tasks[task]?.decide;
  if (!plan) throw new Error(`Impossible: task ${task} is no decision`);
  return plan;
}

function finishRun(a: Arena): void {
  if (a.ended) return;
  a.plan.incidents.forEach((_, incident) => {
    closeUndone(a, incident, false);
    if (a.past[incident] === 0) countNeverTold(a, incident);
  });
  countWorkInHand(a);
  a.ended = true;
  a.tell(K.RunEnded);
}

/**
 * A person decides, now. False, and nothing changed, when the question is not open to that seat, is answered already, or the option is not
 * open: all refused alike.
 */
export function takeDecision(
  a: Arena,
  task: number,
  choice: { seat: number; option: number; reason: string },
): boolean {
  const plan = a.plan.tasks[task]?.decide;
  if (!plan || a.ended || plan.seat !== choice.seat || a.held[choice.seat] !== 1) return false;
  if (a.taskState[task] !== ACTIVE || a.chosen[task] !== -1) return false;
  if (plan.options[choice.option] === undefined || !isOpen(a, plan, choice.option)) return false;
  a.reasons[task] = choice.reason;
  decide(a, task, plan, { option: choice.option, taker: BY_SEAT });
  return true;
}

/** Work at desks: one place where the engine hands tickets in, hears that somebody took them, and reads what they cost. */
import { WORKING } from '../kernel/desks.ts';
import { valueAt } from '../kernel/spread.ts';
import { NEVER } from '../kernel/units.ts';
import type { Arena } from './arena.ts';
import { K } from './fact-rows.ts';
import type { BackgroundPlan } from './plan.ts';

const parts = new Int32Array(3);

/** Whose work it is: tickets of processes come first, then tasks' own, then background. */
export const ticketOfTask = (a: Arena, task: number): number => a.plan.processes + task;

/** Enters in the agenda what the last call to a desk has changed. */
function afterDesk(a: Arena, desk: number): void {
  const { desks, agenda, slots } = a;
  const started = desks.startedCount;
  for (let i = 0; i < started; i++) {
    const ticket = desks.started[i] as number;
    agenda.set(slots.ticket + ticket, desks.endOf(ticket));
    if (a.log !== null && ticket < a.firstBackground) tellBegan(a, ticket, desk);
  }
  const next = desks.nextChange(desk, a.now);
  if (next === NEVER) agenda.clear(slots.desk + desk);
  else agenda.set(slots.desk + desk, next);
}

const isClosed = (a: Arena, desk: number): boolean => a.desks.closedSecondsBetween(desk, a.now, a.now + 1) === 1;

function tellBegan(a: Arena, ticket: number, desk: number): void {
  const process = ticket < a.plan.processes ? ticket : -1;
  const task = process === -1 ? ticket - a.plan.processes : (a.plan.taskOf[process] as number);
  a.tell(
    K.WorkBegan,
    task,
    process,
    process === -1 ? -1 : (a.work[process] as number),
    desk,
    isClosed(a, desk) ? 1 : 0,
  );
}

function tellQueued(a: Arena, ticket: number, desk: number): void {
  const process = ticket < a.plan.processes ? ticket : -1;
  const task = process === -1 ? ticket - a.plan.processes : (a.plan.taskOf[process] as number);
  const opensAt = isClosed(a, desk) ? a.desks.nextChange(desk, a.now) : -1;
  const work = process === -1 ? -1 : (a.work[process] as number);
  a.tell(K.WorkQueued, task, process, work, desk, a.desks.placeInQueue(ticket) - 1, opensAt === NEVER ? -1 : opensAt);
}

/** Hands a ticket to a desk, or lets it run by itself where the work is nobody's (desk -1). */
export function submit(
  a: Arena,
  ticket: number,
  work: { readonly desk: number; readonly urgency: number },
  duration: number,
): void {
  if (work.desk === -1) {
    a.agenda.set(a.slots.ticket + ticket, a.now + duration);
    return;
  }
  a.desks.submit(work.desk, ticket, work.urgency, duration, a.now);
  if (a.log !== null && ticket < a.firstBackground && a.desks.placeInQueue(ticket) > 0)
    tellQueued(a, ticket, work.desk);
  afterDesk(a, work.desk);
}

/** Takes a ticket back: events have overtaken it. */
export function withdraw(a: Arena, ticket: number, desk: number): void {
  a.agenda.clear(a.slots.ticket + ticket);
  if (desk === -1) return;
  a.desks.withdraw(ticket, a.now);
  a.deskSeconds += a.desks.workingOf(ticket);
  afterDesk(a, desk);
}

/** Counts what exercise work still in hand has taken of desks: the run ends now. */
export function countWorkInHand(a: Arena): void {
  for (let ticket = 0; ticket < a.firstBackground; ticket++) {
    if (a.desks.placeInQueue(ticket) !== 0) continue;
    a.desks.splitAt(ticket, a.now, parts);
    a.deskSeconds += parts[WORKING] as number;
  }
}

/**
 * A ticket's work has ended: writes the split of its time into a new step after `after`, begun at `since`, and frees the desk.
 * Returns the step.
 */
export function finish(
  a: Arena,
  ticket: number,
  work: { readonly desk: number; readonly cause: number },
  after: number,
  since: number,
): number {
  const step = a.steps.add(after, since, a.now, work.cause);
  if (work.desk === -1) {
    a.steps.split(step, a.now - since, 0, 0);
    return step;
  }
  a.steps.desk[step] = work.desk;
  a.desks.finish(ticket, a.now);
  a.steps.split(step, a.desks.workingOf(ticket), a.desks.waitingOf(ticket), a.desks.closedOf(ticket));
  a.deskSeconds += a.desks.workingOf(ticket);
  afterDesk(a, work.desk);
  return step;
}

/** The desk's staffing has changed. */
export function wakeDesk(a: Arena, desk: number): void {
  a.desks.wake(desk, a.now);
  afterDesk(a, desk);
}

/** Rolls the next item of a background stream: its length in `dice.first`, the interval to the one after in `dice.second`. */
function rollBackground(a: Arena, stream: number, plan: BackgroundPlan): void {
  const item = a.arrivals[stream] as number;
  a.arrivals[stream] = item + 1;
  a.dice.roll(plan.drawHi[item >> 8] as number, plan.drawLo[item >> 8] as number, item & 255);
}

function enterBackground(a: Arena, stream: number): void {
  const plan = a.plan.background[stream] as BackgroundPlan;
  // Item 0 is StartEx, which brings no work, only the first interval.
  const ticket = (a.backgroundFrom[stream] as number) + (a.arrivals[stream] as number) - 1;
  rollBackground(a, stream, plan);
  const interval = valueAt(plan.every, a.dice.second);
  a.deskOfBackground[ticket - a.firstBackground] = plan.desk;
  submit(a, ticket, plan, valueAt(plan.takes, a.dice.first));
  if (a.agenda.isSet(a.slots.stream + stream)) return;
  a.agenda.set(a.slots.stream + stream, a.now + interval);
}

/** StartEx: what is waiting already, and the first arrival of each stream. */
export function beginBackground(a: Arena): void {
  a.plan.background.forEach((plan, stream) => {
    rollBackground(a, stream, plan);
    a.agenda.set(a.slots.stream + stream, valueAt(plan.every, a.dice.second));
    for (let i = 0; i < plan.backlog; i++) enterBackground(a, stream);
  });
}

/** One more item has come in; the next is on its way. */
export const arriveBackground = enterBackground;

/** Somebody has finished work that is not the exercise's. */
export function finishBackground(a: Arena, ticket: number): void {
  const desk = a.deskOfBackground[ticket - a.firstBackground] as number;
  a.desks.finish(ticket, a.now);
  afterDesk(a, desk);
}

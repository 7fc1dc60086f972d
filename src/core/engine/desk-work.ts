/** Work at desks: one place where the engine hands tickets in, hears that somebody took them, and reads what they cost. */
import { enterDesk, reachDesk } from '../kernel/desk-entries.ts';
import { CLOSED, WAITING, WORKING } from '../kernel/desks.ts';
import { NEVER } from '../kernel/units.ts';
import type { Arena } from './arena.ts';
import { K } from './fact-rows.ts';
import { WORKS } from './plan.ts';

const parts = new Int32Array(3);

/** Whose work it is: tickets of processes come first, then tasks' own. Work that is not the exercise's has none. */
export const ticketOfTask = (a: Arena, task: number): number => a.plan.processes + task;

/** The row of a task's own work. */
export const rowOfTask = (a: Arena, task: number): number => a.plan.processes * WORKS + task;

/** Enters in the agenda what the last call to a desk has changed. */
function afterDesk(a: Arena, desk: number): void {
  const { desks, agenda, slots } = a;
  const started = desks.startedCount;
  for (let i = 0; i < started; i++) {
    const ticket = desks.started[i] as number;
    agenda.set(slots.ticket + ticket, desks.endOf(ticket));
    if (a.log !== null) tellBegan(a, ticket, desk);
  }
  enterDesk(desks, desk, a.now, a);
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
export function submit(a: Arena, ticket: number, row: number, duration: number): void {
  const { rows } = a.plan;
  const desk = rows.deskOf(row);
  if (desk === -1) {
    a.agenda.set(a.slots.ticket + ticket, a.now + duration);
    return;
  }
  reachDesk(a.desks, desk, a.now, a);
  a.desks.submit(desk, ticket, rows.urgencyOf(row), duration, a.now);
  if (a.log !== null && a.desks.placeInQueue(ticket) > 0) tellQueued(a, ticket, desk);
  afterDesk(a, desk);
}

/** The price of exercise work: what the last split says somebody at the desk spent on it. */
function took(a: Arena, desk: number): void {
  a.deskTook[desk] = (a.deskTook[desk] as number) + (parts[WORKING] as number);
}

/** Takes a ticket back: events have overtaken it. */
export function withdraw(a: Arena, ticket: number, desk: number): void {
  a.agenda.clear(a.slots.ticket + ticket);
  if (desk === -1) return;
  reachDesk(a.desks, desk, a.now, a);
  a.desks.withdraw(ticket, a.now);
  a.desks.splitAt(ticket, a.now, parts);
  took(a, desk);
  afterDesk(a, desk);
}

/** Counts what exercise work still in hand has taken of desks: the run ends now. */
export function countWorkInHand(a: Arena): void {
  const tickets = a.plan.processes + a.plan.tasks.length;
  for (let ticket = 0; ticket < tickets; ticket++) {
    if (!a.desks.isInHand(ticket)) continue;
    a.desks.splitAt(ticket, a.now, parts);
    took(a, a.desks.deskOf(ticket));
  }
}

/**
 * A ticket's work has ended: writes the split of its time into a new step after `after`, begun at `since`, and frees the desk.
 * Returns the step.
 */
export function finish(a: Arena, ticket: number, row: number, after: number, since: number): number {
  const { rows } = a.plan;
  const step = a.steps.add(after, since, a.now, rows.causeOf(row));
  const desk = rows.deskOf(row);
  if (desk === -1) {
    a.steps.split(step, a.now - since, 0, 0);
    return step;
  }
  a.steps.desk[step] = desk;
  reachDesk(a.desks, desk, a.now, a);
  a.desks.finish(ticket, a.now);
  a.desks.splitAt(ticket, a.now, parts);
  a.steps.split(step, parts[WORKING] as number, parts[WAITING] as number, parts[CLOSED] as number);
  took(a, desk);
  afterDesk(a, desk);
  return step;
}

/** At a desk something happens by itself: work that is not the exercise's ends or arrives, or people come or go. */
export function stepDesk(a: Arena, desk: number): void {
  reachDesk(a.desks, desk, a.now, a);
  a.desks.step(desk, a.now);
  afterDesk(a, desk);
}

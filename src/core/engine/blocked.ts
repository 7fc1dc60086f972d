/**
 * What stood in the way of a task that was not done in time. The blocker is found along unmet needs, in the order in which the file
 * lists them: a task in hand before one that has not begun; of a handover's gates the first that is not passed. The time since it began
 * is cut off here as a last step, so that the ledger's walk back starts from it.
 */
import { CLOSED, WAITING, WORKING } from '../kernel/desks.ts';
import { causes } from '../model/facts.ts';
import type { Arena } from './arena.ts';
import { ACTIVE, ENDED, OVERTAKEN } from './arena.ts';
import { enabledBy } from './choices.ts';
import { rowOfTask, ticketOfTask } from './desk-work.ts';
import { K } from './fact-rows.ts';
import { isTrue } from './literals.ts';
import type { Gate, TaskPlan } from './plan.ts';
import { INJECT, WORK, WORKS } from './plan.ts';
import { isUnderWay } from './process-state.ts';

/** What was found: the last step of the walk (-1: nothing ever happened), and whether somebody had said no. */
export interface Blocked {
  step: number;
  denied: boolean;
}

const sensing = causes.indexOf('sensing');
const deliberation = causes.indexOf('deliberation');
const refusals = ['denied', 'refused', 'declined'];
const split = new Int32Array(3);

/** Finds what blocks `task` and cuts its time off now. */
export function cutStep(a: Arena, task: number, found: Blocked): void {
  const state = a.taskState[task];
  if (state === ACTIVE) cutActive(a, task, found);
  else if (state === ENDED) cutEnded(a, task, found);
  else {
    const next = unmet(a, task);
    if (next !== -1) cutStep(a, next, found);
  }
}

/**
 * What a question was waiting for when the clock put it instead: of the clause's other literals, as above. Returns the cut step, -1 when
 * nothing had begun.
 */
export function cutAlternatives(a: Arena, literals: readonly number[]): number {
  const found: Blocked = { step: -1, denied: false };
  const task = waitedFor(a, literals, INJECT);
  if (task !== -1) cutStep(a, task, found);
  return found.step;
}

/** The task that an unbegun task waits for: the first unmet need's, one in hand if there is one. -1: it waits for the clock. */
function unmet(a: Arena, task: number): number {
  const { clauses } = a.plan.gates[task] as Gate;
  for (const { literals, count } of clauses) if (countTrue(a, literals) < count) return waitedFor(a, literals, -1);
  return -1;
}

function countTrue(a: Arena, literals: readonly number[]): number {
  let count = 0;
  for (const literal of literals) if (isTrue(a, literal)) count++;
  return count;
}

/** Of a clause's tasks that have not ended as it asks: one in hand, else one that was tried and ended otherwise, else the first. -1 for none. */
function waitedFor(a: Arena, literals: readonly number[], leavingOut: number): number {
  let first = -1;
  let tried = -1;
  for (const literal of literals) {
    const task = a.plan.taskOfLiteral[literal] as number;
    if (a.plan.tasks[task]?.kind === leavingOut || hasEndedAmong(a, task, literals)) continue;
    if (a.taskState[task] === ACTIVE) return task;
    if (tried === -1 && a.taskState[task] === ENDED) tried = task;
    if (first === -1) first = task;
  }
  return tried === -1 ? first : tried;
}

/** A task that has ended in one of the ways that would do is not waited for. */
function hasEndedAmong(a: Arena, task: number, literals: readonly number[]): boolean {
  const outcome = a.taskOutcome[task] as number;
  return (
    a.taskState[task] === ENDED &&
    outcome !== OVERTAKEN &&
    literals.includes((a.plan.tasks[task] as TaskPlan).literal + outcome)
  );
}

/** A last step of a task, cut off now. Its split is to be written by the caller. */
function addCut(a: Arena, { after, since, task }: Place, cause: number): number {
  const step = a.steps.add(after, since, a.now, cause);
  a.steps.task[step] = task;
  return step;
}

interface Place {
  readonly after: number;
  readonly since: number;
  readonly task: number;
}

/** It ended otherwise than was needed: the time since is charged to whatever it ended with. */
function cutEnded(a: Arena, task: number, found: Blocked): void {
  const plan = a.plan.tasks[task] as TaskPlan;
  const after = a.endStep[task] as number;
  const since = a.taskEnded[task] as number;
  const cause = after === -1 ? sensing : (a.steps.cause[after] as number);
  found.step = addCut(a, { after, since, task }, cause);
  a.steps.split(found.step, 0, a.now - since, 0);
  found.denied = refusals.includes(plan.outcomes[a.taskOutcome[task] as number] ?? '');
  a.tell(K.StepEnded, found.step);
}

function cutActive(a: Arena, task: number, found: Blocked): void {
  const plan = a.plan.tasks[task] as TaskPlan;
  if (plan.processes > 0) {
    cutProcesses(a, task, plan, found);
    return;
  }
  const since = a.taskBegan[task] as number;
  const after = a.taskAfter[task] as number;
  if (plan.kind === WORK) cutWork(a, rowOfTask(a, task), { after, since, task, ticket: ticketOfTask(a, task) }, found);
  else if (plan.sense !== null) {
    found.step = addCut(a, { after, since, task }, sensing);
    a.steps.split(found.step, 0, 0, a.now - since);
  } else if (plan.decide !== null) {
    const enabled = enabledBy(a, task, plan.decide);
    const taken = a.chosen[task] === -1 ? a.now : (a.takenAt[task] as number);
    found.step = addCut(a, { after: enabled.after, since: enabled.since, task }, deliberation);
    a.steps.split(found.step, a.now - taken, taken - enabled.since, 0);
  }
  a.tell(K.StepEnded, found.step);
}

interface CutPlace extends Place {
  readonly ticket: number;
}

function cutWork(a: Arena, row: number, place: CutPlace, found: Blocked): void {
  const desk = a.plan.rows.deskOf(row);
  const step = addCut(a, place, a.plan.rows.causeOf(row));
  if (desk === -1) a.steps.split(step, a.now - place.since, 0, 0);
  else {
    a.desks.splitAt(place.ticket, a.now, split);
    a.steps.split(step, split[WORKING] as number, split[WAITING] as number, split[CLOSED] as number);
  }
  a.steps.desk[step] = desk;
  found.step = step;
}

/** The first gate not passed, the first partner not yet of one mind; a verdict that waits for a seat is that seat's deliberation. */
function cutProcesses(a: Arena, task: number, plan: TaskPlan, found: Blocked): void {
  let process = plan.process;
  while (process < plan.process + plan.processes && !isUnderWay(a, process)) process++;
  if (process === plan.process + plan.processes) throw new Error(`Impossible: ${plan.id} is under way and at no gate`);
  const work = a.work[process] as number;
  if (work === -1) {
    cutStep(a, a.waitsFor[process] as number, found);
    return;
  }
  const place = { after: a.lastStep[process] as number, since: a.workSince[process] as number, task, ticket: process };
  cutWork(a, process * WORKS + work, place, found);
  a.steps.process[found.step] = process;
  a.steps.work[found.step] = work;
  a.steps.stretch[found.step] = a.stretch[process] as number;
  a.tell(K.StepEnded, found.step);
}

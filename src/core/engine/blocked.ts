/**
 * What stood in the way of a task that was not done in time. The blocker is found along unmet needs, in the order in which the file
 * lists them: a task in hand before one that has not begun; of a handover's gates the first that is not passed. The time since it began
 * is cut off here as a last step, so that the ledger's walk back starts from it.
 */
import { CLOSED, WAITING, WORKING } from '../kernel/desks.ts';
import { causes } from '../model/facts.ts';
import type { Arena } from './arena.ts';
import { ACTIVE, ENDED } from './arena.ts';
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
  const waiting = waitingAmong(a, literals).filter((task) => a.plan.tasks[task]?.kind !== INJECT);
  const task = pickWaiting(a, waiting);
  if (task !== undefined) cutStep(a, task, found);
  return found.step;
}

/** One in hand, else one that was tried and ended otherwise, else the first. */
function pickWaiting(a: Arena, waiting: readonly number[]): number | undefined {
  return (
    waiting.find((task) => a.taskState[task] === ACTIVE) ??
    waiting.find((task) => a.taskState[task] === ENDED) ??
    waiting[0]
  );
}

/** The task that an unbegun task waits for: the first unmet need's, one in hand if there is one. -1: it waits for the clock. */
function unmet(a: Arena, task: number): number {
  const { clauses } = a.plan.gates[task] as Gate;
  for (const clause of clauses) {
    const true_ = clause.literals.filter((literal) => isTrue(a, literal)).length;
    if (true_ >= clause.count) continue;
    return pickWaiting(a, waitingAmong(a, clause.literals)) as number;
  }
  return -1;
}

/** Tasks of a clause that have not ended as it asks. A task that has, in one of the ways that would do, is not waited for. */
function waitingAmong(a: Arena, literals: readonly number[]): number[] {
  const taskOf = (literal: number) => a.plan.taskOfLiteral[literal] as number;
  const come = literals.filter((literal) => isTrue(a, literal)).map(taskOf);
  return literals.map(taskOf).filter((task) => !come.includes(task));
}

function addCut(
  a: Arena,
  cut: { after: number; since: number; cause: number; task: number },
  parts: readonly [number, number, number],
): number {
  const step = a.steps.add(cut.after, cut.since, a.now, cut.cause);
  a.steps.split(step, ...parts);
  a.steps.task[step] = cut.task;
  return step;
}

/** It ended otherwise than was needed: the time since is charged to whatever it ended with. */
function cutEnded(a: Arena, task: number, found: Blocked): void {
  const plan = a.plan.tasks[task] as TaskPlan;
  const after = a.endStep[task] as number;
  const since = a.taskEnded[task] as number;
  const cause = after === -1 ? sensing : (a.steps.cause[after] as number);
  found.step = addCut(a, { after, since, cause, task }, [0, a.now - since, 0]);
  found.denied = ['denied', 'refused', 'declined'].includes(plan.outcomes[a.taskOutcome[task] as number] ?? '');
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
  else if (plan.sense !== null) found.step = addCut(a, { after, since, cause: sensing, task }, [0, 0, a.now - since]);
  else if (plan.decide !== null) {
    const enabled = enabledBy(a, task, plan.decide);
    const taken = a.chosen[task] === -1 ? a.now : (a.takenAt[task] as number);
    found.step = addCut(a, { ...enabled, cause: deliberation, task }, [a.now - taken, taken - enabled.since, 0]);
  }
  a.tell(K.StepEnded, found.step);
}

interface CutPlace {
  readonly after: number;
  readonly since: number;
  readonly task: number;
  readonly ticket: number;
}

function cutWork(a: Arena, row: number, place: CutPlace, found: Blocked): void {
  const desk = a.plan.rows.deskOf(row);
  if (desk === -1) split.set([a.now - place.since, 0, 0]);
  else a.desks.splitAt(place.ticket, a.now, split);
  found.step = addCut(a, { ...place, cause: a.plan.rows.causeOf(row) }, [
    split[WORKING] as number,
    split[WAITING] as number,
    split[CLOSED] as number,
  ]);
  a.steps.desk[found.step] = desk;
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

/** Tasks begin and end: observations, work at desks, handovers, decisions, injects. */
import { pick } from '../kernel/spread.ts';
import type { Arena } from './arena.ts';
import { ACTIVE, IDLE } from './arena.ts';
import { hearFromThePress } from './awareness.ts';
import { beginBranch } from './branches.ts';
import { enforce, offer, withdrawDecision } from './decisions.ts';
import { finish, rowOfTask, submit, ticketOfTask, withdraw } from './desk-work.ts';
import { K } from './fact-rows.ts';
import { endTask, loosen, overtakeTask } from './graph.ts';
import { beginHandover, beginProcesses } from './handovers.ts';
import { isTrue } from './literals.ts';
import type { FindsPlan, IncidentPlan, TaskPlan } from './plan.ts';
import { INJECT, PACK, WORK } from './plan.ts';
import { dropProcesses } from './processes.ts';
import { aimSensors, endSense } from './sensing.ts';

/** Begins every task that has become ready, in the order in which they did; more may become ready on the way. */
export function beginReady(a: Arena): void {
  while (a.readyFrom < a.readyUntil) {
    const task = a.ready[a.readyFrom] as number;
    a.taskAfter[task] = a.readyAfter[a.readyFrom] as number;
    a.readyFrom++;
    beginTask(a, task);
  }
}

function beginTask(a: Arena, task: number): void {
  const plan = a.plan.tasks[task] as TaskPlan;
  a.taskBegan[task] = a.now;
  a.taskState[task] = ACTIVE;
  if (plan.kind === INJECT) {
    deliverInject(a, task, plan);
    return;
  }
  if (a.past[plan.incident] === 1) {
    // It may begin only now that its incident is past: then it never does, and nobody hears of it.
    a.taskState[task] = IDLE;
    return;
  }
  a.tell(K.TaskBegan, task);
  if (plan.sense !== null) aimSensors(a, task);
  else if (plan.kind === WORK) beginWork(a, task);
  else if (plan.share !== null) beginHandover(a, task, plan);
  else if (plan.decide !== null) offer(a, task, plan.decide);
  else beginProcesses(a, task, plan);
}

/** An inject's time has come, and what it waited for: it is delivered unless something has called it off. */
function deliverInject(a: Arena, task: number, plan: TaskPlan): void {
  for (const literal of plan.unless) {
    if (!isTrue(a, literal)) continue;
    a.taskState[task] = IDLE;
    return;
  }
  a.tell(K.InjectDelivered, task);
  for (const place of plan.press) hearFromThePress(a, Math.floor(place / PACK), place % PACK);
  endTask(a, task, 0, a.taskAfter[task] as number);
}

function beginWork(a: Arena, task: number): void {
  const row = rowOfTask(a, task);
  a.plan.rows.cast(row, 0, a.dice);
  submit(a, ticketOfTask(a, task), row, a.plan.rows.lengthAt(row, a.dice.first));
}

/** A task's own work has ended, at its desk or by itself. */
export function endTaskWork(a: Arena, task: number): void {
  const { finds, incident } = a.plan.tasks[task] as TaskPlan;
  const row = rowOfTask(a, task);
  const step = finish(a, ticketOfTask(a, task), row, a.taskAfter[task] as number, a.taskBegan[task] as number);
  a.steps.task[step] = task;
  a.tell(K.StepEnded, step);
  endTask(a, task, finds === null ? 0 : endFound(a, row, finds, incident), step);
}

/** Which of its ends the work came to, as the incident now goes. */
function endFound(a: Arena, row: number, finds: FindsPlan, incident: number): number {
  a.plan.rows.cast(row, 0, a.dice);
  return pick(finds.bounds[a.branch[incident] as number] as Uint32Array, a.dice.second);
}

/** A task's timer: an observation is made, a choice comes into force, a stand-in looks again, an inject's time comes. */
export function timer(a: Arena, task: number): void {
  const plan = a.plan.tasks[task] as TaskPlan;
  if (plan.sense !== null) endSense(a, task, plan.sense);
  else if (plan.decide !== null) enforce(a, task, plan.decide);
  else loosen(a, task, -1);
}

/** An incident begins: the tasks that waited for that only are ready. */
export function beginIncident(a: Arena, incident: number): void {
  a.tell(K.IncidentBegan, incident);
  beginBranch(a, incident);
  for (const task of (a.plan.incidents[incident] as IncidentPlan).tasks) {
    // A task whose other needs were met before is enabled by the beginning itself, which no step precedes.
    loosen(a, task, -1);
  }
}

/** The horizon has passed: whatever is still open in the incident is dropped, and nothing more begins. */
export function overtakeIncident(a: Arena, incident: number): void {
  a.past[incident] = 1;
  for (const task of (a.plan.incidents[incident] as IncidentPlan).tasks) {
    if (a.taskState[task] !== ACTIVE) continue;
    const plan = a.plan.tasks[task] as TaskPlan;
    if (plan.decide !== null) withdrawDecision(a, task);
    else if (plan.sense !== null) a.agenda.clear(a.slots.timer + task);
    else if (plan.kind === WORK) withdraw(a, ticketOfTask(a, task), a.plan.rows.deskOf(rowOfTask(a, task)));
    overtakeTask(a, task);
    if (plan.processes > 0) dropProcesses(a, plan);
  }
}

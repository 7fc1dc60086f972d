/** Tasks begin and end: observations, work at desks, handovers, decisions, injects. */
import { valueAt } from '../kernel/spread.ts';
import { NEVER } from '../kernel/units.ts';
import { causes } from '../model/facts.ts';
import type { Arena } from './arena.ts';
import { ACTIVE, IDLE } from './arena.ts';
import { enforce, offer, withdrawDecision } from './decisions.ts';
import { finish, submit, ticketOfTask, withdraw } from './desk-work.ts';
import { K } from './fact-rows.ts';
import { endTask, loosen, overtakeTask } from './graph.ts';
import { beginHandover, dropHandover } from './handovers.ts';
import type { IncidentPlan, SensePlan, TaskPlan, WorkPlan } from './plan.ts';

const sensing = causes.indexOf('sensing');

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
  if (plan.incident !== -1 && a.past[plan.incident] === 1) {
    // It may begin only now that its incident is past: then it never does, and nobody hears of it.
    a.taskState[task] = IDLE;
    return;
  }
  a.tell(K.TaskBegan, task);
  if (plan.sense !== null) beginSense(a, task, plan.sense);
  else if (plan.work !== null) beginWork(a, task, plan.work);
  else if (plan.share !== null) beginHandover(a, task, plan);
  else if (plan.decide !== null) offer(a, task, plan.decide);
}

/** The observation will be made by the sensor that first has the object in view long enough. It may be none. */
function beginSense(a: Arena, task: number, { windows, dwell }: SensePlan): void {
  let first = NEVER;
  for (let i = 0; i < windows.length; i += 3) {
    const seen = Math.max(windows[i] as number, a.now);
    const done = seen + dwell;
    if (seen >= (windows[i + 1] as number) || done > (windows[i + 1] as number) || done >= first) continue;
    first = done;
    a.sensor[task] = windows[i + 2] as number;
  }
  if (first !== NEVER) a.agenda.set(a.slots.timer + task, first);
}

function endSense(a: Arena, task: number, { dwell }: SensePlan): void {
  const since = a.taskBegan[task] as number;
  const step = a.steps.add(a.taskAfter[task] as number, since, a.now, sensing);
  a.steps.split(step, dwell, 0, a.now - since - dwell);
  a.steps.task[step] = task;
  a.tell(K.StepEnded, step);
  endTask(a, task, 0, step);
}

function beginWork(a: Arena, task: number, work: WorkPlan): void {
  a.dice.roll(work.drawHi, work.drawLo, 0);
  submit(a, ticketOfTask(a, task), work, valueAt(work.spread, a.dice.first));
}

/** A task's own work has ended, at its desk or by itself. */
export function endTaskWork(a: Arena, task: number): void {
  const { work } = a.plan.tasks[task] as TaskPlan;
  if (work === null) throw new Error('Impossible: a task without work has ended its work');
  const step = finish(a, ticketOfTask(a, task), work, a.taskAfter[task] as number, a.taskBegan[task] as number);
  a.steps.task[step] = task;
  a.tell(K.StepEnded, step);
  endTask(a, task, 0, step);
}

/** A task's timer: an observation is made, a choice comes into force, an inject is delivered. */
export function timer(a: Arena, task: number): void {
  const plan = a.plan.tasks[task] as TaskPlan;
  if (plan.sense !== null) endSense(a, task, plan.sense);
  else if (plan.decide !== null) enforce(a, task, plan.decide);
  else {
    a.taskState[task] = ACTIVE;
    a.tell(K.InjectDelivered, task);
    endTask(a, task, 0, -1);
  }
}

/** An incident begins: the tasks that waited for that only are ready. */
export function beginIncident(a: Arena, incident: number): void {
  a.tell(K.IncidentBegan, incident);
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
    else if (plan.work !== null) withdraw(a, ticketOfTask(a, task), plan.work.desk);
    overtakeTask(a, task);
    if (plan.share !== null) dropHandover(a, plan);
  }
}

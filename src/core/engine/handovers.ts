/** Handovers: front door beside release, then carriage, each a walk through its table with work at desks between. */

import { pick, valueAt } from '../kernel/spread.ts';
import { forms } from '../model/facts.ts';
import type { Arena } from './arena.ts';
import { ACTIVE } from './arena.ts';
import { finish, submit, withdraw } from './desk-work.ts';
import { K } from './fact-rows.ts';
import { endTask, hold, makeReady } from './graph.ts';
import type { SharePlan, TaskPlan, WorkPlan } from './plan.ts';
import { CARRIAGE, FRONT_DOOR, RELEASE, WORKS } from './plan.ts';

const DELIVERED = 0;
const TEAR_LINE = 1;
const SPOKEN = 2;
const DENIED = 3;
const FAILED = 4;
const ORAL = forms.indexOf('oral');
const TEAR_LINE_FORM = forms.indexOf('tear-line');

/** A handover begins: somebody looks for the right door while somebody marks the product; a word needs only the marking. */
export function beginHandover(a: Arena, task: number, plan: TaskPlan): void {
  a.handoversBegun++;
  if (plan.share?.oral === false) startProcess(a, plan.process + FRONT_DOOR, a.taskAfter[task] as number);
  startProcess(a, plan.process + RELEASE, a.taskAfter[task] as number);
}

function startProcess(a: Arena, process: number, after: number): void {
  const table = a.plan.tables[process % 3] as (typeof a.plan.tables)[number];
  a.pair[process] = 0;
  a.lastStep[process] = after;
  a.tell(K.FrictionMoved, process, -1, 0);
  if (table.firstWork !== -1) startWork(a, process, table.firstWork);
}

/** Casts the die of a piece of work once: how long, and how it will end. */
function startWork(a: Arena, process: number, work: number): void {
  const at = process * WORKS + work;
  const row = a.plan.rows[at] as WorkPlan;
  const visit = a.visits[at] as number;
  a.visits[at] = visit + 1;
  a.work[process] = work;
  a.workSince[process] = a.now;
  a.dice.roll(row.drawHi, row.drawLo, visit);
  a.verdict[process] = row.events[pick(row.bounds, a.dice.second)] as number;
  submit(a, process, row, valueAt(row.spread, a.dice.first));
}

/** A piece of friction work has ended: its step is written, and its verdict moves the machine, unless a seat has the verdict. */
export function endWork(a: Arena, process: number): void {
  const work = a.work[process] as number;
  const row = a.plan.rows[process * WORKS + work] as WorkPlan;
  const step = finish(a, process, row, a.lastStep[process] as number, a.workSince[process] as number);
  a.steps.task[step] = a.plan.taskOf[process] as number;
  a.steps.process[step] = process;
  a.steps.work[step] = work;
  a.tell(K.StepEnded, step);
  a.lastStep[process] = step;
  a.work[process] = -1;
  if (row.authority === -1) {
    fire(a, process, a.verdict[process] as number);
    return;
  }
  a.waitsFor[process] = row.authority;
  makeReady(a, row.authority, step);
}

/** A seat has given the verdict that a process waited for. */
export function giveVerdict(a: Arena, process: number, event: number, step: number): void {
  if (a.waitsFor[process] === -1) return;
  a.waitsFor[process] = -1;
  a.lastStep[process] = step;
  fire(a, process, event);
}

/** Moves a machine by one event of its table. */
function fire(a: Arena, process: number, event: number): void {
  const table = a.plan.tables[process % 3] as (typeof a.plan.tables)[number];
  const at = (a.pair[process] as number) * table.events.length + event;
  const next = table.next[at] as number;
  if (next === -1) return;
  if (a.work[process] !== -1 && table.drops[at] === a.work[process]) dropWork(a, process);
  a.pair[process] = next;
  a.tell(K.FrictionMoved, process, event, next);
  count(a, process, event);
  if (table.starts[at] !== -1) startWork(a, process, table.starts[at] as number);
  if (table.finals[next] === 1) processEnded(a, process);
}

function count(a: Arena, process: number, event: number): void {
  if (process % 3 === FRONT_DOOR && event === a.plan.redirected) a.misroutes++;
  else if (process % 3 === CARRIAGE && event === a.plan.rekeyed) a.manualTouches++;
}

function dropWork(a: Arena, process: number): void {
  const row = a.plan.rows[process * WORKS + (a.work[process] as number)] as WorkPlan;
  withdraw(a, process, row.desk);
  a.work[process] = -1;
}

/** What is still going on at the gates of a handover stops: it has been denied, or events have overtaken it. */
export function dropHandover(a: Arena, plan: TaskPlan): void {
  for (const place of [FRONT_DOOR, RELEASE, CARRIAGE]) {
    const process = plan.process + place;
    const table = a.plan.tables[place] as (typeof a.plan.tables)[number];
    a.waitsFor[process] = -1;
    if (a.pair[process] === -1 || table.finals[a.pair[process] as number] === 1) continue;
    fire(a, process, table.events.indexOf('OVERTAKEN'));
  }
}

/** The state in which a process stands. */
const stateOf = (a: Arena, process: number): string =>
  a.plan.tables[process % 3]?.pairs[a.pair[process] as number]?.state ?? '';

/** One gate has come to its end. Ignored once the whole handover has ended: then it is only being cleared away. */
function processEnded(a: Arena, process: number): void {
  const task = a.plan.taskOf[process] as number;
  if (a.taskState[task] !== ACTIVE) return;
  const plan = a.plan.tasks[task] as TaskPlan;
  switch (stateOf(a, process)) {
    case 'received':
    case 'cleared':
      maybeCarry(a, task, plan, a.lastStep[process] as number);
      return;
    case 'ingested':
      deliver(a, task, plan, a.lastStep[process] as number);
      return;
    case 'denied':
      a.handoversDenied++;
      endHandover(a, task, DENIED, a.lastStep[process] as number);
      return;
    default:
      endHandover(a, task, FAILED, a.lastStep[process] as number);
  }
}

/** Carriage begins when the door has been found and release is cleared: the later of the two enables it. */
function maybeCarry(a: Arena, task: number, plan: TaskPlan, step: number): void {
  if (plan.share?.oral) {
    hold(a, plan.share.product, plan.share.to, ORAL, task);
    endHandover(a, task, SPOKEN, step);
    return;
  }
  const ready = [FRONT_DOOR, RELEASE].every((place) =>
    ['received', 'cleared'].includes(stateOf(a, plan.process + place)),
  );
  if (ready) startProcess(a, plan.process + CARRIAGE, step);
}

function deliver(a: Arena, task: number, plan: TaskPlan, step: number): void {
  const { product, to } = plan.share as SharePlan;
  const { context } = a.plan.tables[RELEASE].pairs[a.pair[plan.process + RELEASE] as number] as {
    context: { form?: unknown };
  };
  const form = context.form === 'tear-line' ? TEAR_LINE_FORM : 0;
  hold(a, product, to, form, task);
  const incident = a.plan.incidents[plan.incident];
  if (incident !== undefined && a.now <= incident.closes) a.handoversOnTime++;
  endHandover(a, task, form === 0 ? DELIVERED : TEAR_LINE, step);
}

function endHandover(a: Arena, task: number, outcome: number, step: number): void {
  endTask(a, task, outcome, step);
  dropHandover(a, a.plan.tasks[task] as TaskPlan);
}

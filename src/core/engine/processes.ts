/** Processes: machines walked through their tables, with work at desks between. What runs several of them says what their ends mean. */
import type { Arena } from './arena.ts';
import { finish, submit, withdraw } from './desk-work.ts';
import { K } from './fact-rows.ts';
import { makeReady } from './graph.ts';
import type { DecidePlan, TaskPlan } from './plan.ts';
import { CARRIAGE, FRONT_DOOR, WORKS } from './plan.ts';
import { isUnderWay, tableOf } from './process-state.ts';
import { NEUTRAL, stretchOf } from './trust.ts';

/** A process begins, enabled by step `after`. */
export function startProcess(a: Arena, process: number, after: number): void {
  const table = tableOf(a, process);
  a.pair[process] = 0;
  a.lastStep[process] = after;
  a.tell(K.FrictionMoved, process, -1, 0);
  if (table.firstWork !== -1) startWork(a, process, table.firstWork);
}

/** Casts the die of a piece of work once: how long, and how it will end. */
function startWork(a: Arena, process: number, work: number): void {
  const { rows } = a.plan;
  const row = process * WORKS + work;
  const visit = a.visits[row] as number;
  a.visits[row] = visit + 1;
  a.work[process] = work;
  a.workSince[process] = a.now;
  rows.cast(row, visit, a.dice);
  a.verdict[process] = rows.endAt(row, a.dice.second);
  const stretch = stretchOf(a, row, a.plan.taskOf[process] as number);
  a.stretch[process] = stretch;
  const takes = rows.lengthAt(row, a.dice.first);
  submit(a, process, row, stretch === NEUTRAL ? takes : Math.floor((takes * stretch) / NEUTRAL));
}

/**
 * A piece of friction work has ended: its step is written, and its verdict moves the machine, unless a seat has the verdict.
 * True when the process has come to its end.
 */
export function endProcessWork(a: Arena, process: number): boolean {
  const work = a.work[process] as number;
  const row = process * WORKS + work;
  const step = finish(a, process, row, a.lastStep[process] as number, a.workSince[process] as number);
  a.steps.task[step] = a.plan.taskOf[process] as number;
  a.steps.process[step] = process;
  a.steps.work[step] = work;
  a.steps.stretch[step] = a.stretch[process] as number;
  a.tell(K.StepEnded, step);
  a.lastStep[process] = step;
  a.work[process] = -1;
  const authority = a.plan.rows.authorityOf(row);
  if (authority === -1) return fire(a, process, a.verdict[process] as number);
  a.waitsFor[process] = authority;
  if (a.plan.rows.causeOf(row) === a.plan.without) foresee(a, authority, a.verdict[process] as number);
  makeReady(a, authority, step);
  return false;
}

/** A rerun has taken the work out of the way that the verdict is about: the answer is known before the question is put. */
function foresee(a: Arena, decision: number, event: number): void {
  const plan = a.plan.tasks[decision]?.decide as DecidePlan;
  a.chosen[decision] = plan.verdicts.indexOf(event);
}

/** Moves a machine by one event of its table. True when that was its last. */
export function fire(a: Arena, process: number, event: number): boolean {
  const table = tableOf(a, process);
  const at = (a.pair[process] as number) * table.events.length + event;
  const next = table.next[at] as number;
  if (next === -1) return false;
  if (a.work[process] !== -1 && table.drops[at] === a.work[process]) dropWork(a, process);
  a.pair[process] = next;
  a.tell(K.FrictionMoved, process, event, next);
  count(a, process, event);
  if (table.starts[at] !== -1) startWork(a, process, table.starts[at] as number);
  return table.finals[next] === 1;
}

function count(a: Arena, process: number, event: number): void {
  const machine = a.plan.machineOf[process] as number;
  if (machine === FRONT_DOOR && event === a.plan.redirected) a.tally.misroutes++;
  else if (machine === CARRIAGE && event === a.plan.rekeyed) a.tally.manualTouches++;
}

function dropWork(a: Arena, process: number): void {
  withdraw(a, process, a.plan.rows.deskOf(process * WORKS + (a.work[process] as number)));
  a.work[process] = -1;
}

/** What is still going on in a task's processes stops: it has been denied, or events have overtaken it. */
export function dropProcesses(a: Arena, { process: first, processes }: TaskPlan): void {
  for (let process = first; process < first + processes; process++) {
    a.waitsFor[process] = -1;
    if (isUnderWay(a, process)) fire(a, process, tableOf(a, process).events.indexOf('OVERTAKEN'));
  }
}

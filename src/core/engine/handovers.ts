/** Handovers: front door beside release, then carriage; and what the ends of a nation's decision and of an alignment mean. */
import { pick } from '../kernel/spread.ts';
import { causes, forms } from '../model/facts.ts';
import type { Arena } from './arena.ts';
import { ACTIVE } from './arena.ts';
import { K } from './fact-rows.ts';
import { endTask, hold } from './graph.ts';
import type { HarmPlan, SharePlan, TaskPlan } from './plan.ts';
import { ALIGN, CARRIAGE, CONSENT, FRONT_DOOR, RELEASE } from './plan.ts';
import { stateOf } from './process-state.ts';
import { dropProcesses, endProcessWork, fire, startProcess } from './processes.ts';
import { moveTrust, withholds } from './trust.ts';

const DELIVERED = 0;
const TEAR_LINE = 1;
const SPOKEN = 2;
const DENIED = 3;
const FAILED = 4;
const WITHHELD = 5;
const AGREED = 0;
const APART = 1;
const ORAL = forms.indexOf('oral');
const TEAR_LINE_FORM = forms.indexOf('tear-line');
const nationalDecision = causes.indexOf('national-decision');

/** A handover begins: somebody looks for the right door while somebody marks the product; a word needs only the marking. */
export function beginHandover(a: Arena, task: number, plan: TaskPlan): void {
  const share = plan.share as SharePlan;
  if (withholds(a, share, plan.organisation)) {
    const step = a.steps.add(a.taskAfter[task] as number, a.now, a.now, nationalDecision);
    a.steps.split(step, 0, 0, 0);
    a.steps.task[step] = task;
    a.tell(K.StepEnded, step);
    endTask(a, task, WITHHELD, step);
    return;
  }
  a.tally.handoversBegun++;
  if (countsAsCrossing(a, plan, share)) a.tally.crossingsBegun++;
  if (!share.oral) startProcess(a, plan.process + FRONT_DOOR, a.taskAfter[task] as number);
  startProcess(a, plan.process + RELEASE, a.taskAfter[task] as number);
}

/** Does it leave the nation, with the incident's window still open? */
const countsAsCrossing = (a: Arena, { incident }: TaskPlan, { from, recipient }: SharePlan): boolean =>
  a.plan.nationOf[from] !== recipient && a.now <= (a.closes[incident] as number);

/** A question is put to a nation, or several staffs are convened. */
export function beginProcesses(a: Arena, task: number, { process: first, processes }: TaskPlan): void {
  for (let process = first; process < first + processes; process++)
    startProcess(a, process, a.taskAfter[task] as number);
}

/** A piece of work of a process has ended. */
export function endWork(a: Arena, process: number): void {
  if (endProcessWork(a, process)) processEnded(a, process);
}

/** A seat has given the verdict that a process waited for. */
export function giveVerdict(a: Arena, process: number, event: number, step: number): void {
  if (a.waitsFor[process] === -1) return;
  a.waitsFor[process] = -1;
  a.lastStep[process] = step;
  if (fire(a, process, event)) processEnded(a, process);
}

/** One machine of a task has come to its end by itself. */
function processEnded(a: Arena, process: number): void {
  const task = a.plan.taskOf[process] as number;
  if (a.taskState[task] !== ACTIVE) return;
  const plan = a.plan.tasks[task] as TaskPlan;
  const step = a.lastStep[process] as number;
  if (plan.kind === CONSENT) endTask(a, task, plan.outcomes.indexOf(stateOf(a, process)), step);
  else if (plan.kind === ALIGN) partnerDone(a, task, plan, step);
  else gatePassed(a, task, plan, process);
}

/** One of a handover's gates has come to its end. */
function gatePassed(a: Arena, task: number, plan: TaskPlan, process: number): void {
  const step = a.lastStep[process] as number;
  switch (stateOf(a, process)) {
    case 'received':
    case 'cleared':
      maybeCarry(a, task, plan, step);
      return;
    case 'ingested':
      deliver(a, task, plan, step);
      return;
    case 'denied':
      a.tally.handoversDenied++;
      endDropping(a, task, DENIED, step);
      return;
    default:
      endDropping(a, task, FAILED, step);
  }
}

/** Carriage begins when the door has been found and release is cleared: the later of the two enables it. */
function maybeCarry(a: Arena, task: number, plan: TaskPlan, step: number): void {
  if (plan.share?.oral) {
    hold(a, plan.share.product, plan.share.to, ORAL, task);
    endDropping(a, task, SPOKEN, step);
    return;
  }
  const isReceived = stateOf(a, plan.process + FRONT_DOOR) === 'received';
  if (isReceived && stateOf(a, plan.process + RELEASE) === 'cleared') startProcess(a, plan.process + CARRIAGE, step);
}

function deliver(a: Arena, task: number, plan: TaskPlan, step: number): void {
  const share = plan.share as SharePlan;
  const released = a.plan.tables[RELEASE]?.pairs[a.pair[plan.process + RELEASE] as number];
  const form = released?.context.form === 'tear-line' ? TEAR_LINE_FORM : 0;
  hold(a, share.product, share.to, form, task);
  if (countsAsCrossing(a, plan, share)) a.tally.crossingsOnTime++;
  if (form === 0 && share.exposes !== null && happens(a, share.exposes)) {
    a.tally.sourcesExposed++;
    a.tell(K.SourceExposed, task);
    moveTrust(a, share.exposes.of, share.exposes.in, 'source-exposed');
  }
  if (share.breaches !== null && happens(a, share.breaches)) {
    a.tally.breaches++;
    a.tell(K.ThirdPartyBreached, task);
    moveTrust(a, share.breaches.of, share.breaches.in, 'third-party-breach');
  }
  endDropping(a, task, form === 0 ? DELIVERED : TEAR_LINE, step);
}

function happens(a: Arena, harm: HarmPlan): boolean {
  a.dice.roll(harm.drawHi, harm.drawLo, 0);
  return pick(harm.bounds, a.dice.second) === 0;
}

/** One partner has come to one line, or cannot: done when enough have, over when enough no longer can. */
function partnerDone(a: Arena, task: number, plan: TaskPlan, step: number): void {
  const { partners, enough } = plan.align as { partners: number; enough: number };
  let agreed = 0;
  let apart = 0;
  for (let process = plan.process; process < plan.process + partners; process++) {
    const state = stateOf(a, process);
    if (state === 'agreed') agreed++;
    else if (state === 'apart') apart++;
  }
  if (agreed >= enough) endDropping(a, task, AGREED, step);
  else if (partners - apart < enough) endDropping(a, task, APART, step);
}

function endDropping(a: Arena, task: number, outcome: number, step: number): void {
  endTask(a, task, outcome, step);
  dropProcesses(a, a.plan.tasks[task] as TaskPlan);
}

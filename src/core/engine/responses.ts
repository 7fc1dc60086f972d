/** Responses: the summary chart of each incident, and how its answer ends: done, denied, overtaken, open, never observed. */
import { statuses } from '../model/facts.ts';
import { chargeBack } from '../model/ledger.ts';
import type { Arena } from './arena.ts';
import type { Blocked } from './blocked.ts';
import { cutStep } from './blocked.ts';
import { K } from './fact-rows.ts';
import type { IncidentPlan } from './plan.ts';

const DONE = statuses.indexOf('done');
const DENIED = statuses.indexOf('denied');
const OVERTAKEN = statuses.indexOf('overtaken');
const OPEN = statuses.indexOf('open');
const NEVER_OBSERVED = statuses.indexOf('never-observed');

/** Sends the response chart of an incident an event of its table. */
export function fireResponse(a: Arena, incident: number, event: number): void {
  const { response } = a.plan;
  const next = response.next[(a.response[incident] as number) * response.events.length + event] as number;
  if (next === -1) return;
  a.response[incident] = next;
  a.tell(K.ResponseMoved, incident, next);
}

/** The goal has been reached by `step`, now. */
export function closeDone(a: Arena, incident: number, step: number): void {
  if (a.over[incident] === 1) return;
  fireResponse(a, incident, a.plan.response.events.indexOf('CLOSED'));
  close(a, incident, DONE, step);
}

/** The horizon, or the end of the run, has come first. */
export function closeUndone(a: Arena, incident: number, atHorizon: boolean): void {
  if (a.over[incident] === 1) return;
  const plan = a.plan.incidents[incident] as IncidentPlan;
  const blocked: Blocked = { step: -1, denied: false };
  cutStep(a, plan.goal, blocked);
  let status = atHorizon ? OVERTAKEN : OPEN;
  if (blocked.denied) status = DENIED;
  if (a.seen[incident] === 0) status = NEVER_OBSERVED;
  fireResponse(a, incident, a.plan.response.events.indexOf('OVERTAKEN'));
  close(a, incident, status, blocked.step);
}

function close(a: Arena, incident: number, status: number, step: number): void {
  const from = a.firstObservable[incident] as number;
  const elapsed = Math.max(0, a.now - from);
  a.over[incident] = 1;
  a.status[incident] = status;
  a.restricted[incident] = elapsed;
  a.responseStep[incident] = step;
  chargeBack(a.steps, step, { from, until: from + elapsed }, a.sheets[incident] as Int32Array);
  if (status === DONE) countDecisive(a, step);
  const met = status === DONE && a.now <= (a.closes[incident] as number) ? 1 : 0;
  a.tell(K.ResponseEnded, incident, status, met, elapsed, step, from);
}

/** Observations on the walk back from a response that was done, by the nation whose sensor made them. */
function countDecisive(a: Arena, last: number): void {
  const { steps, plan } = a;
  for (let step = last; step >= 0; step = steps.after[step] as number) {
    const task = steps.task[step] as number;
    // An observation still in hand, cut off where the clock put a question, was never made.
    if (plan.tasks[task]?.sense == null || a.endStep[task] !== step) continue;
    const nation = plan.nationOfSensor[a.sensor[task] as number] as number;
    a.decisive[nation] = (a.decisive[nation] as number) + 1;
  }
}

/** Was it done by the time its window closed? */
export function isWindowMet(a: Arena, incident: number): boolean {
  return (
    a.over[incident] === 1 &&
    a.status[incident] === DONE &&
    (a.firstObservable[incident] as number) + (a.restricted[incident] as number) <= (a.closes[incident] as number)
  );
}

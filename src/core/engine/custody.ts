/** Custody: for how much of its window an incident's objects were in the lead nation's view, by itself or with what allies handed over. */
import { NEVER } from '../kernel/units.ts';
import type { Arena } from './arena.ts';
import { ENDED } from './arena.ts';
import type { CustodyPlan, IncidentPlan } from './plan.ts';

/** When the lead nation began to have a nation's tracks; never, if they never came. */
function fedFrom(a: Arena, { feeds }: CustodyPlan, nation: number): number {
  let from: number = NEVER;
  for (const feed of feeds) {
    if (feed.nation !== nation || a.taskState[feed.task] !== ENDED) continue;
    const outcome = a.taskOutcome[feed.task] as number;
    if (outcome >= 0 && outcome < 2) from = Math.min(from, a.taskEnded[feed.task] as number);
  }
  return from;
}

/** From when on a sight of this nation counts for the lead. */
function countsFrom(a: Arena, custody: CustodyPlan, nation: number, withAllies: boolean): number {
  if (nation === a.plan.lead) return 0;
  return withAllies ? fedFrom(a, custody, nation) : NEVER;
}

/** Where the unbroken sight that covers `at` ends, or minus the next moment at which one begins. */
function nextEdge(sights: Int32Array, known: Int32Array, at: number): number {
  let ends = at;
  let begins = NEVER;
  for (let i = 0; i < sights.length; i += 3) {
    const from = Math.max(sights[i] as number, known[sights[i + 2] as number] as number);
    const until = sights[i + 1] as number;
    if (until <= at || from >= until) continue;
    if (from <= at) ends = Math.max(ends, until);
    else begins = Math.min(begins, from);
  }
  return ends > at ? ends : -begins;
}

/** Parts of a thousand of the time from first observable to the window's close. */
export function custodyOf(a: Arena, incident: number, withAllies: boolean): number {
  const { custody } = a.plan.incidents[incident] as IncidentPlan;
  const sights = custody.sights[a.branch[incident] as number] as Int32Array;
  const from = a.firstObservable[incident] as number;
  const until = Math.min(a.closes[incident] as number, a.plan.lasts);
  if (until <= from || sights.length === 0) return 0;
  for (let nation = 0; nation < a.knownFrom.length; nation++)
    a.knownFrom[nation] = countsFrom(a, custody, nation, withAllies);
  let seen = 0;
  for (let at = from; at < until; ) {
    const edge = nextEdge(sights, a.knownFrom, at);
    if (edge > 0) seen += Math.min(edge, until) - at;
    at = Math.abs(edge);
  }
  return Math.floor((seen * 1000) / (until - from));
}

/** Custody: for how much of its window an incident's objects were in the lead nation's view, by itself or with what allies handed over. */
import { NEVER } from '../kernel/units.ts';
import type { Arena } from './arena.ts';
import { ENDED } from './arena.ts';
import { turnEnds } from './branches.ts';
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

/** Seconds between two moments in which somebody whose sights count has an object in view. */
function seenBetween(sights: Int32Array, known: Int32Array, from: number, until: number): number {
  let seen = 0;
  for (let at = from; at < until; ) {
    const edge = nextEdge(sights, known, at);
    if (edge > 0) seen += Math.min(edge, until) - at;
    at = Math.abs(edge);
  }
  return seen;
}

/** Parts of a thousand of the time from first observable to the window's close, on whichever branch the incident then was. */
export function custodyOf(a: Arena, incident: number, withAllies: boolean): number {
  const { custody } = a.plan.incidents[incident] as IncidentPlan;
  const from = a.firstObservable[incident] as number;
  const until = Math.min(a.closes[incident] as number, a.plan.lasts);
  if (until <= from) return 0;
  for (let nation = 0; nation < a.knownFrom.length; nation++)
    a.knownFrom[nation] = countsFrom(a, custody, nation, withAllies);
  let seen = 0;
  for (let turn = 0; turn < a.turnCount; turn++) {
    if (a.turnOf[turn] !== incident) continue;
    const sights = custody.sights[a.turnTo[turn] as number] as Int32Array;
    const began = Math.max(from, a.turnAt[turn] as number);
    seen += seenBetween(sights, a.knownFrom, began, Math.min(until, turnEnds(a, turn)));
  }
  return Math.floor((seen * 1000) / (until - from));
}

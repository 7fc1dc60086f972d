/** Promises: made with a choice, kept when what was promised comes true, broken when their time is up, or taken back before. */
import type { Arena } from './arena.ts';
import { K } from './fact-rows.ts';
import type { PromisePlan } from './plan.ts';
import { moveTrust } from './trust.ts';

const MADE = 1;
const KEPT = 2;
const BROKEN = 3;
const DROPPED = 4;
const moves = { [KEPT]: 'kept', [BROKEN]: 'broken', [DROPPED]: 'dropped' } as const;

/** A choice in force has made this promise. One that is true already is kept at once. */
export function makePromise(a: Arena, promise: number): void {
  const plan = a.plan.promises[promise] as PromisePlan;
  const due = a.now + plan.within;
  a.promise[promise] = MADE;
  a.tally.promisesMade++;
  a.tell(K.PromiseMade, promise, due);
  if (a.gateAt[plan.gate] === -1) a.agenda.set(a.slots.due + promise, due);
  else settle(a, promise, KEPT);
}

function settle(a: Arena, promise: number, how: keyof typeof moves): void {
  if (a.promise[promise] !== MADE) return;
  const { to, from } = a.plan.promises[promise] as PromisePlan;
  a.promise[promise] = how;
  a.agenda.clear(a.slots.due + promise);
  if (how === KEPT) a.tally.promisesKept++;
  else a.tally.promisesUnkept++;
  a.tell(K.PromiseSettled, promise, how - KEPT);
  moveTrust(a, to, from, moves[how]);
}

/** What was promised has come true. */
export const keepPromise = (a: Arena, promise: number): void => settle(a, promise, KEPT);

/** Its time is up. */
export const breakPromise = (a: Arena, promise: number): void => settle(a, promise, BROKEN);

/** Whoever gave it takes it back in time. */
export const dropPromise = (a: Arena, promise: number): void => settle(a, promise, DROPPED);

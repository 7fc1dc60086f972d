/**
 * A desk's past in few steps. While as many people are there and all that comes is equally urgent, work is taken in the order in
 * which it came: when each piece begins and ends follows from those before, and neither ends nor the queue need be looked at.
 */
import type { Floor } from './floor.ts';
import { NOBODY } from './lanes.ts';
import type { Inflow } from './streams.ts';

/**
 * Works off all that happens at a desk by itself before `now`, or up to where it is not as simple as that: a ticket is queued,
 * somebody is called in, more people are busy than are on shift, or more and less urgent work wait together.
 */
export function catchUp(floor: Floor, desk: number, inflow: Inflow, now: number): void {
  const hands = floor.hands[desk]!;
  while (floor.expected[desk] === 0 && hands.onCall === NOBODY) {
    const until = now < hands.peopleUntil ? now : hands.peopleUntil;
    if (!workThrough(floor, desk, inflow, until) || until === now) return;
    hands.releaseBy(until);
    floor.assign(desk, until);
  }
}

/** Begins what can be begun before `until`, and queues what else has come. With nobody there nothing comes. */
function workThrough(floor: Floor, desk: number, inflow: Inflow, until: number): boolean {
  const hands = floor.hands[desk]!;
  const { isUniform } = inflow;
  if (hands.busy > hands.people || (floor.queued[desk]! > 0 && !isUniform)) return false;
  hands.engage();
  for (let free = hands.firstFree(); floor.queued[desk]! > 0 && free < until; free = hands.firstFree()) {
    hands.takeOver(floor.endOf(desk, free, floor.unqueueOwn(desk)));
  }
  let next = inflow.nextAt;
  for (; floor.queued[desk] === 0 && next < until; next = inflow.nextAt) {
    const free = hands.firstFree();
    if (free >= until || (free > next && !isUniform)) break;
    hands.takeOver(floor.endOf(desk, free > next ? free : next, inflow.take()));
  }
  if (next < until && !isUniform) {
    hands.releaseBy(next);
    return false;
  }
  for (; next < until; next = inflow.nextAt) floor.append(desk, inflow.urgency, inflow.take(), next);
  hands.releaseBy(until - 1);
  return true;
}

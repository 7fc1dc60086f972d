/** Law 7, at large: whatever two worlds differ in, as long as a seat is delivered the same at the same times it is shown the same bytes. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RunChoice } from '../../src/core/engine/index.ts';
import type { Definition } from '../../src/core/model/scenario.ts';
import { beginExercise } from '../../src/exercise/exercise.ts';
import type { Delivery } from '../support/deliveries.ts';
import { Deliveries, sightings } from '../support/deliveries.ts';
import { definitions, nobody, seeds, Tape, tapes, times } from '../support/generate.ts';
import { seatIds } from '../support/generate-tasks.ts';
import { otherwise, withSatellites } from '../support/variants-hidden.ts';

const MOMENTS = 24;

interface Seen {
  /** What has happened since the moment before, and what of it was delivered. */
  readonly truth: string;
  readonly delivered: readonly Delivery[];
  /** What own sensors have had in view until now. */
  readonly sighted: readonly string[];
  readonly view: string;
}

/** At a row of moments, by seat: what was so, what was delivered, and what is shown. */
function watched(definition: Definition, choice: RunChoice): ReadonlyMap<string, readonly Seen[]> {
  const exercise = beginExercise(definition, choice);
  const seats = seatIds.map((seat) => ({ seat, deliveries: new Deliveries(definition, seat), seen: [] as Seen[] }));
  let heard = 0;
  for (let i = 0; i <= MOMENTS; i++) {
    exercise.advance(Math.floor((definition.scenario.lasts * i) / MOMENTS));
    const { now, facts } = exercise;
    const truth = JSON.stringify(facts.slice(heard));
    for (const { seat, deliveries, seen } of seats) {
      const delivered = deliveries.of(facts.slice(heard));
      const sighted = sightings(definition, seat, { facts, now, incidents: deliveries.incidents });
      seen.push({ truth, delivered, sighted, view: JSON.stringify(exercise.viewFor(seat)) });
    }
    heard = facts.length;
  }
  return new Map(seats.map(({ seat, seen }) => [seat, seen]));
}

describe('a seat', () => {
  test('is shown the same for as long as it is delivered the same, however else the world goes', () => {
    let apart = 0;
    let delivered = 0;
    fc.assert(
      fc.property(definitions(), seeds(), tapes(400), (drawn, seed, numbers) => {
        const definition = withSatellites(drawn);
        const choice = nobody(seed);
        const [other, otherChoice] = otherwise(definition, choice, new Tape(numbers));
        const [here, there] = [watched(definition, choice), watched(other, otherChoice)];
        for (const seat of seatIds) {
          let differs = false;
          for (const [i, one] of (here.get(seat) as readonly Seen[]).entries()) {
            const two = there.get(seat)?.[i] as Seen;
            if (!same(one, two)) break;
            differs ||= one.truth !== two.truth;
            expect(two.view, `${seat} at moment ${i}`).toBe(one.view);
            if (!differs) continue;
            apart++;
            delivered += one.delivered.length;
          }
        }
      }),
      times(40, 1200),
    );
    expect(apart).toBeGreaterThan(200);
    expect(delivered).toBeGreaterThan(50);
  });
});

const same = (one: Seen, two: Seen): boolean =>
  JSON.stringify([one.delivered, one.sighted]) === JSON.stringify([two.delivered, two.sighted]);

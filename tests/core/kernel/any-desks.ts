/** Desks nobody would run: hours in seconds, gaps and all. */
import fc from 'fast-check';
import type { DeskPlan } from '../../../src/core/kernel/desks.ts';

export const anyStaffing = fc
  .array(
    fc.record({
      gap: fc.constantFrom(0, 0, 1, 7, 20),
      length: fc.integer({ min: 1, max: 25 }),
      people: fc.integer({ min: 1, max: 3 }),
    }),
    {
      maxLength: 6,
    },
  )
  .map((pieces) => {
    let time = 0;
    return pieces.map(({ gap, length, people }) => {
      const from = time + gap;
      time = from + length;
      return { from, until: time, people };
    });
  });

export const anyPlan: fc.Arbitrary<DeskPlan> = fc.record({
  staffing: anyStaffing,
  atClose: fc.constantFrom('finish' as const, 'hold' as const),
  onCall: fc.option(
    fc.record({ atLeast: fc.integer({ min: 0, max: 3 }), callInSeconds: fc.integer({ min: 0, max: 6 }) }),
    { nil: undefined },
  ),
});

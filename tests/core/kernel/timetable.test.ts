import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Staffing } from '../../../src/core/kernel/calendar.ts';
import { Timetable } from '../../../src/core/kernel/timetable.ts';
import { NEVER } from '../../../src/core/kernel/units.ts';

const LAST = 150;

const anyStaffing: fc.Arbitrary<Staffing[]> = fc
  .array(fc.tuple(fc.constantFrom(0, 0, 3, 20), fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 3 })), {
    maxLength: 5,
  })
  .map((pieces) => {
    let until = 0;
    return pieces.map(([gap, length, people]) => {
      const from = until + gap;
      until = from + length;
      return { from, until, people };
    });
  });

/** The slow way: people at each second. */
function peopleBySecond(staffing: readonly Staffing[]): number[] {
  return Array.from(
    { length: LAST + 1 },
    (_, t) => staffing.find(({ from, until }) => from <= t && t < until)?.people ?? 0,
  );
}

function orNever(index: number): number {
  return index === -1 ? NEVER : index;
}

function endOfOpenWork(people: readonly number[], start: number, duration: number): number {
  let rest = duration;
  let time = start;
  while (rest > 0 && time < LAST) rest -= people[time++]! > 0 ? 1 : 0;
  return rest === 0 ? time : NEVER;
}

const anyQuestion = fc.record({
  desk: fc.integer({ min: 0, max: 2 }),
  now: fc.integer({ min: 0, max: LAST - 1 }),
  busy: fc.integer({ min: 0, max: 3 }),
  duration: fc.integer({ min: 0, max: 30 }),
});

test('a timetable answers any question in any order as a list of seconds does', () => {
  fc.assert(
    fc.property(fc.tuple(anyStaffing, anyStaffing, anyStaffing), fc.array(anyQuestion), (staffings, questions) => {
      const timetable = new Timetable(staffings);
      for (const { desk, now, busy, duration } of questions) {
        const people = peopleBySecond(staffings[desk] ?? []);
        expect(timetable.peopleAt(desk, now)).toBe(people[now]);
        expect(timetable.openBetween(desk, now, now + duration)).toBe(
          people.slice(now, now + duration).filter((n) => n > 0).length,
        );
        const opens = people.findIndex(
          (n, t) => t >= now && n > 0 && people.slice(now, t).filter(Boolean).length === duration,
        );
        expect(timetable.openMoment(desk, now, duration)).toBe(orNever(opens));
        const above = staffings[desk]?.findIndex((shift) => shift.from > now && shift.people > busy) ?? -1;
        expect(timetable.nextShiftAbove(desk, now, busy)).toBe(staffings[desk]?.[above]?.from ?? NEVER);
        const closing = people.findIndex((n, t) => t > now && n === 0 && (people[t - 1] ?? 0) > 0);
        expect(timetable.nextClosing(desk, now)).toBe(orNever(closing));
        if ((people[now] ?? 0) === 0) continue;
        expect(timetable.endOfOpenWork(desk, now, duration)).toBe(endOfOpenWork(people, now, duration));
      }
    }),
  );
});

test.each([
  [[{ from: 0, until: 0, people: 1 }]],
  [[{ from: -1, until: 5, people: 1 }]],
  [[{ from: 0, until: 5, people: 0 }]],
  [[{ from: 0, until: 5.5, people: 1 }]],
])('staffing of %o is refused', (staffing) => {
  expect(() => new Timetable([staffing])).toThrow('whole, in order, disjoint');
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAgenda } from '../../../src/core/kernel/agenda.ts';
import { NEVER } from '../../../src/core/kernel/units.ts';

describe('an agenda', () => {
  test('takes by time, and at the same time by slot, whoever was entered first', () => {
    const agenda = createAgenda(5);
    for (const [slot, time] of [
      [3, 20],
      [4, 10],
      [1, 20],
      [0, 30],
    ] as const)
      agenda.set(slot, time);
    expect(agenda.nextTime()).toBe(10);
    expect([agenda.take(), agenda.take(), agenda.take(), agenda.take()]).toEqual([4, 1, 3, 0]);
    expect(agenda.nextTime()).toBe(NEVER);
  });

  test('takes what is due in one second by number, in whichever of all orders it was entered', () => {
    const orders = (slots: readonly number[]): number[][] =>
      slots.length === 0
        ? [[]]
        : slots.flatMap((first) => orders(slots.filter((one) => one !== first)).map((rest) => [first, ...rest]));
    for (const order of orders([0, 1, 2, 3, 4])) {
      const agenda = createAgenda(5);
      for (const slot of order) agenda.set(slot, 7);
      expect(
        order.map(() => agenda.take()),
        `entered ${order}`,
      ).toEqual([0, 1, 2, 3, 4]);
    }
  });

  test('moves a slot that is set again, and clears one that is set to never', () => {
    const agenda = createAgenda(2);
    agenda.set(0, 5);
    agenda.set(1, 6);
    agenda.set(0, 7);
    expect([agenda.size, agenda.timeOf(0), agenda.nextTime()]).toEqual([2, 7, 6]);
    agenda.set(1, NEVER);
    expect([agenda.size, agenda.isSet(1), agenda.timeOf(1)]).toEqual([1, false, NEVER]);
  });

  test('refuses what is not a slot or not a time', () => {
    const agenda = createAgenda(2);
    expect(() => agenda.set(2, 1)).toThrow('no slot 2');
    expect(() => agenda.clear(-1)).toThrow(RangeError);
    expect(() => agenda.set(0, 1.5)).toThrow(RangeError);
    expect(() => agenda.set(0, Number.NaN)).toThrow(RangeError);
    expect(() => agenda.set(0, 2 ** 31)).toThrow(RangeError);
    expect(() => agenda.take()).toThrow('empty');
  });
});

const SLOTS = 40;
const slot = fc.integer({ min: 0, max: SLOTS - 1 });
const act = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constant('set' as const), slot, fc.integer({ min: -5, max: 60 })) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('clear' as const), slot) },
  { weight: 3, arbitrary: fc.tuple(fc.constant('take' as const)) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('never' as const), slot) },
);

/** The slow way: a map, sorted whenever somebody asks. */
function inOrder(times: ReadonlyMap<number, number>): [number, number][] {
  return [...times].toSorted(([slotA, timeA], [slotB, timeB]) => timeA - timeB || slotA - slotB);
}

test('an agenda does what a sorted list does', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 300 }), (acts) => {
      const agenda = createAgenda(SLOTS);
      const times = new Map<number, number>();
      for (const [what, which = 0, when = 0] of acts) {
        if (what === 'set') {
          agenda.set(which, when);
          times.set(which, when);
        } else if (what === 'take') {
          const first = inOrder(times)[0];
          if (first === undefined) continue;
          expect(agenda.take()).toBe(first[0]);
          times.delete(first[0]);
        } else {
          if (what === 'clear') agenda.clear(which);
          else agenda.set(which, NEVER);
          times.delete(which);
        }
        expect(agenda.nextTime()).toBe(inOrder(times)[0]?.[1] ?? NEVER);
        expect([agenda.size, agenda.isSet(which), agenda.timeOf(which)]).toEqual([
          times.size,
          times.has(which),
          times.get(which) ?? NEVER,
        ]);
      }
      const rest = inOrder(times).map(([left]) => left);
      expect(rest.map(() => agenda.take())).toEqual(rest);
      agenda.set(0, 1);
      agenda.reset();
      expect([agenda.size, agenda.isSet(0)]).toEqual([0, false]);
    }),
  );
});

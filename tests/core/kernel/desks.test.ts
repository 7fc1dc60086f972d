import { describe, expect, test } from 'vitest';
import type { DeskPlan, Desks } from '../../../src/core/kernel/desks.ts';
import { CLOSED, createDesks, WAITING, WORKING } from '../../../src/core/kernel/desks.ts';
import { NEVER } from '../../../src/core/kernel/units.ts';

const FLASH = 0;
const IMMEDIATE = 1;
const ROUTINE = 3;

/** A day of 100 seconds, open from 10 to 50, for five days. */
function office(people: number, rules: Partial<DeskPlan> = {}): DeskPlan {
  const staffing = [0, 1, 2, 3, 4].map((day) => ({ from: day * 100 + 10, until: day * 100 + 50, people }));
  return { staffing, atClose: 'hold', ...rules };
}

function started(desks: Desks): number[] {
  return [...desks.started.subarray(0, desks.startedCount)];
}

function partsOf(desks: Desks, ticket: number) {
  const split = new Int32Array(3);
  desks.splitAt(ticket, desks.endOf(ticket), split);
  return { working: split[WORKING], waiting: split[WAITING], closed: split[CLOSED] };
}

describe('a queue', () => {
  test('goes by urgency, then arrival, then number', () => {
    const desks = createDesks([office(1)], 6);
    desks.submit(0, 5, ROUTINE, 10, 0);
    desks.submit(0, 4, IMMEDIATE, 10, 1);
    desks.submit(0, 3, ROUTINE, 10, 1);
    desks.submit(0, 1, IMMEDIATE, 10, 1);
    desks.submit(0, 2, FLASH, 10, 2);
    desks.submit(0, 0, ROUTINE, 10, 3);
    expect([0, 1, 2, 3, 4, 5].map((ticket) => desks.placeInQueue(ticket))).toEqual([6, 2, 1, 5, 3, 4]);
    expect(desks.queueLength(0)).toBe(6);
    expect(desks.nextChange(0, 3)).toBe(10);
    desks.wake(0, 10);
    expect(started(desks)).toEqual([2]);
    expect([desks.placeInQueue(2), desks.placeInQueue(1), desks.endOf(2)]).toEqual([0, 1, 20]);
  });

  test('is left by a ticket that is withdrawn', () => {
    const desks = createDesks([office(1)], 3);
    for (const ticket of [0, 1, 2]) desks.submit(0, ticket, ROUTINE, 10, 10);
    desks.withdraw(1, 12);
    expect([desks.placeInQueue(1), desks.placeInQueue(2), started(desks)]).toEqual([-1, 1, []]);
    expect(partsOf(desks, 1)).toEqual({ working: 0, waiting: 2, closed: 0 });
    desks.withdraw(0, 15);
    expect(started(desks)).toEqual([2]);
    expect(partsOf(desks, 0)).toEqual({ working: 5, waiting: 0, closed: 0 });
    expect(desks.endOf(2)).toBe(25);
  });
});

describe('hours', () => {
  test('make work wait for the morning', () => {
    const desks = createDesks([office(2)], 1);
    desks.submit(0, 0, ROUTINE, 15, 60);
    expect([desks.endOf(0), desks.nextChange(0, 60)]).toEqual([NEVER, 110]);
    desks.wake(0, 110);
    desks.finish(0, 125);
    expect(partsOf(desks, 0)).toEqual({ working: 15, waiting: 0, closed: 50 });
    expect(desks.nextChange(0, 125)).toBe(NEVER);
  });

  test('hold work in hand overnight', () => {
    const desks = createDesks([office(1)], 2);
    desks.submit(0, 0, ROUTINE, 50, 40);
    desks.submit(0, 1, ROUTINE, 5, 45);
    expect(desks.endOf(0)).toBe(150);
    const split = new Int32Array(3);
    desks.splitAt(0, 80, split);
    expect([split[WORKING], split[WAITING], split[CLOSED]]).toEqual([10, 0, 30]);
    desks.finish(0, 150);
    expect(partsOf(desks, 0)).toEqual({ working: 50, waiting: 0, closed: 60 });
    expect(desks.nextChange(0, 150)).toBe(210);
    desks.wake(0, 210);
    desks.finish(1, 215);
    expect(partsOf(desks, 1)).toEqual({ working: 5, waiting: 45, closed: 120 });
  });

  test('keep somebody late where work in hand is finished', () => {
    const desks = createDesks([office(1, { atClose: 'finish' })], 2);
    desks.submit(0, 0, ROUTINE, 80, 40);
    desks.submit(0, 1, ROUTINE, 5, 45);
    expect([desks.endOf(0), desks.nextChange(0, 45)]).toEqual([120, NEVER]);
    desks.finish(0, 120);
    expect(started(desks)).toEqual([1]);
    expect(partsOf(desks, 0)).toEqual({ working: 80, waiting: 0, closed: 0 });
  });

  test('that run out leave held work without an end', () => {
    const desks = createDesks([office(1)], 1);
    desks.submit(0, 0, ROUTINE, 30, 430);
    const split = new Int32Array(3);
    desks.splitAt(0, 490, split);
    expect([desks.endOf(0), desks.closedSecondsBetween(0, 0, 500), split[WORKING]]).toEqual([NEVER, 300, 20]);
  });

  test('with fewer people put nobody out', () => {
    const staffing = [
      { from: 0, until: 10, people: 2 },
      { from: 10, until: 100, people: 1 },
    ];
    const desks = createDesks([{ staffing, atClose: 'finish' }], 3);
    for (const ticket of [0, 1, 2]) desks.submit(0, ticket, ROUTINE, 20, 5);
    desks.wake(0, 10);
    expect(started(desks)).toEqual([]);
    desks.finish(0, 25);
    expect(started(desks)).toEqual([]);
    desks.finish(1, 25);
    expect(started(desks)).toEqual([2]);
  });
});

describe('the person on call', () => {
  const onCall = { atLeast: IMMEDIATE, callInSeconds: 7 };

  test('comes in for urgent work at night, one piece at a time', () => {
    const desks = createDesks([office(1, { onCall })], 3);
    desks.submit(0, 0, ROUTINE, 10, 60);
    desks.submit(0, 1, IMMEDIATE, 10, 61);
    expect([started(desks), desks.endOf(1)]).toEqual([[1], 78]);
    desks.submit(0, 2, FLASH, 10, 62);
    expect([started(desks), desks.nextChange(0, 62)]).toEqual([[], 110]);
    desks.finish(1, 78);
    expect([started(desks), desks.endOf(2)]).toEqual([[2], 88]);
    desks.finish(2, 88);
    expect(partsOf(desks, 1)).toEqual({ working: 10, waiting: 7, closed: 0 });
    expect(partsOf(desks, 2)).toEqual({ working: 10, waiting: 0, closed: 16 });
    expect(started(desks)).toEqual([]);
  });

  test('takes over what the day shift leaves in the queue', () => {
    const desks = createDesks([office(1, { onCall, atClose: 'finish' })], 2);
    desks.submit(0, 0, ROUTINE, 30, 45);
    desks.submit(0, 1, FLASH, 10, 46);
    expect(desks.nextChange(0, 46)).toBe(50);
    desks.wake(0, 50);
    expect([started(desks), desks.endOf(1)]).toEqual([[1], 67]);
  });

  test('stays on through the morning without taking a place of the shift', () => {
    const desks = createDesks([office(1, { onCall })], 3);
    desks.submit(0, 0, FLASH, 30, 100);
    desks.submit(0, 1, FLASH, 5, 105);
    desks.wake(0, 110);
    expect([started(desks), desks.endOf(0)]).toEqual([[1], 137]);
    desks.submit(0, 2, FLASH, 5, 111);
    desks.finish(1, 115);
    expect(started(desks)).toEqual([2]);
  });
});

describe('desks', () => {
  test('refuse what cannot be', () => {
    const desks = createDesks([office(1)], 1);
    expect(() => desks.submit(1, 0, ROUTINE, 1, 0)).toThrow('no desk 1');
    expect(() => desks.submit(0, 1, ROUTINE, 1, 0)).toThrow('ticket 1 is not free');
    expect(() => desks.submit(0, 0, 4, 1, 0)).toThrow('urgency 4');
    expect(() => desks.submit(0, 0, ROUTINE, -1, 0)).toThrow('work of -1 s');
    expect(() => desks.withdraw(0, 0)).toThrow('not at a desk');
    desks.submit(0, 0, ROUTINE, 5, 10);
    expect(() => desks.submit(0, 0, ROUTINE, 5, 10)).toThrow('not free');
    expect(() => desks.finish(0, 14)).toThrow('does not end at 14');
    expect(() => desks.wake(0, 13)).toThrow('time 13 after 14');
    expect(() => desks.splitAt(0, 9, new Int32Array(3))).toThrow('came after');
    expect(() => createDesks([office(1, { onCall: { atLeast: 4, callInSeconds: 0 } })], 1)).toThrow('on call');
    const backwards = [
      { from: 5, until: 9, people: 1 },
      { from: 8, until: 12, people: 1 },
    ];
    expect(() => createDesks([{ staffing: backwards, atClose: 'hold' }], 1)).toThrow('disjoint');
  });

  test('are as new after a reset', () => {
    const desks = createDesks([office(1, { onCall: { atLeast: ROUTINE, callInSeconds: 1 } })], 3);
    const play = () => {
      for (const ticket of [0, 1, 2]) desks.submit(0, ticket, ROUTINE, 30, 40 + ticket * 5);
      desks.wake(0, 50);
      const end = desks.endOf(1);
      desks.finish(1, end);
      return [end, started(desks), partsOf(desks, 1), desks.queueLength(0)];
    };
    const once = play();
    desks.reset();
    expect([desks.placeInQueue(0), desks.queueLength(0)]).toEqual([-1, 0]);
    expect(play()).toEqual(once);
  });
});

/** Desks to which work comes by itself are looked at only when somebody has to do with them; a stopwatch sees no difference. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAgenda } from '../../../src/core/kernel/agenda.ts';
import type { Dice } from '../../../src/core/kernel/chance.ts';
import { createDice } from '../../../src/core/kernel/chance.ts';
import { enterDesk, reachDesk } from '../../../src/core/kernel/desk-entries.ts';
import type { DeskPlan, Desks, Stream } from '../../../src/core/kernel/desks.ts';
import { ARRIVES, CLOSED, createDesks, WAITING, WORKING } from '../../../src/core/kernel/desks.ts';
import { compileSpread, valueAt } from '../../../src/core/kernel/spread.ts';
import { anyPlan } from './any-desks.ts';
import type { Job } from './slow-desks.ts';
import { SlowDesks } from './slow-desks.ts';

const HORIZON = 160;
const KEY = { k0: 20_231_011, k1: 1_700 };
const DESKS = 2;

const anySpread = (least: number, most: number) =>
  fc
    .array(fc.integer({ min: least, max: most }), { minLength: 3, maxLength: 3 })
    .map((points) => points.toSorted((a, b) => a - b) as [number, number, number])
    .map(([low, mode, high]) => compileSpread({ low, mode, high }));

/** Streams by desk; often several, often of one urgency. Names are the streams' places. */
const anyStreams: fc.Arbitrary<Stream[]> = fc
  .array(
    fc.record({
      desk: fc.integer({ min: 0, max: DESKS - 1 }),
      urgency: fc.constantFrom(1, 2, 2, 2, 3),
      every: anySpread(1, 25),
      takes: anySpread(0, 20),
      backlog: fc.integer({ min: 0, max: 3 }),
    }),
    { maxLength: 4 },
  )
  .map((streams) =>
    streams
      .toSorted((a, b) => a.desk - b.desk)
      .map((stream, s) => ({ ...stream, drawHi: Uint32Array.of(s), drawLo: Uint32Array.of(7) })),
  );

const anyJob: fc.Arbitrary<Job> = fc.record({
  desk: fc.integer({ min: 0, max: DESKS - 1 }),
  urgency: fc.integer({ min: 0, max: 3 }),
  duration: fc.integer({ min: 0, max: 15 }),
  arrives: fc.integer({ min: 0, max: 120 }),
  comes: fc.constantFrom('early' as const, 'late' as const),
  withdrawn: fc.option(fc.integer({ min: 0, max: HORIZON - 1 }), { nil: undefined }),
});

/** The first second, from `start` on, at which the desk is open and has been for `open` seconds since; HORIZON when none is. */
function afterOpen({ staffing }: DeskPlan, start: number, open: number): number {
  let left = open;
  for (let second = start; second < HORIZON; second++) {
    if (!staffing.some(({ from, until }) => from <= second && second < until)) continue;
    if (left === 0) return second;
    left--;
  }
  return HORIZON;
}

/** What streams bring, drawn item by item as RULES and the stream's own words say it. */
function jobsOf(plans: readonly DeskPlan[], streams: readonly Stream[], dice: Dice): Job[] {
  return streams.flatMap(({ desk, urgency, every, takes, backlog }, s) => {
    const jobs: Job[] = [];
    const come = (item: number, arrives: number, comes: 'first' | 'itself') => {
      dice.roll(s, 7, item);
      if (item > 0)
        jobs.push({ desk, urgency, duration: valueAt(takes, dice.first), arrives, comes, withdrawn: undefined });
      return valueAt(every, dice.second);
    };
    const after = (start: number, open: number) => afterOpen(plans[desk]!, start, open);
    let next = after(0, come(0, 0, 'first'));
    for (let item = 1; item <= backlog; item++) come(item, 0, 'first');
    for (let item = backlog + 1; next < HORIZON; item++) next = after(next, come(item, next, 'itself'));
    return jobs;
  });
}

/** Slots: early arrivals, ends of tickets, what happens at desks by itself, withdrawals, late arrivals. */
class Driver {
  readonly desks: Desks;
  readonly starts: string[] = [];
  /** Where a ticket stood when it had just come. */
  readonly places: number[] = [];
  readonly agenda;
  readonly slots;
  highest = -1;
  private readonly jobs: readonly Job[];

  constructor(plans: readonly DeskPlan[], jobs: readonly Job[], streams: readonly Stream[]) {
    const own = 2 * jobs.length;
    const withdrawal = own + 3 * plans.length;
    this.jobs = jobs;
    this.slots = { ends: jobs.length, own, desk: own + plans.length, stream: own + 2 * plans.length, withdrawal };
    this.desks = createDesks(plans, jobs.length, { streams, dice: createDice(KEY) });
    this.agenda = createAgenda(withdrawal + 2 * jobs.length);
    for (const [ticket, { arrives, withdrawn, comes }] of jobs.entries()) {
      this.agenda.set(ticket + (comes === 'early' ? 0 : withdrawal + jobs.length), arrives);
      if (withdrawn !== undefined) this.agenda.set(withdrawal + ticket, withdrawn);
    }
  }

  run(): void {
    let now = -1;
    for (let next = this.agenda.nextTime(); next < HORIZON; next = this.agenda.nextTime()) {
      const slot = this.agenda.take();
      this.highest = next > now ? slot : Math.max(this.highest, slot);
      now = next;
      const desk = this.deskOf(slot);
      reachDesk(this.desks, desk, now, this);
      this.act(slot, desk, now);
      for (const ticket of this.desks.started.subarray(0, this.desks.startedCount)) {
        this.starts.push(`${ticket}@${now}`);
        this.agenda.set(this.slots.ends + ticket, this.desks.endOf(ticket));
      }
      enterDesk(this.desks, desk, now, this);
    }
  }

  private deskOf(slot: number): number {
    const { own, withdrawal } = this.slots;
    if (slot >= own && slot < withdrawal) return (slot - own) % DESKS;
    return this.jobs[(slot < own ? slot : slot - withdrawal) % this.jobs.length]?.desk ?? -1;
  }

  private act(slot: number, desk: number, now: number): void {
    const { slots, jobs, desks } = this;
    if (slot >= slots.own && slot < slots.withdrawal) {
      desks.step(desk, now);
      return;
    }
    const ticket = (slot < slots.own ? slot : slot - slots.withdrawal) % jobs.length;
    const { urgency, duration } = jobs[ticket]!;
    if (slot >= slots.ends && slot < slots.own) desks.finish(ticket, now);
    else if (slot < slots.ends || slot >= slots.withdrawal + jobs.length) {
      desks.submit(desk, ticket, urgency, duration, now);
      this.places[ticket] = desks.placeInQueue(ticket);
    } else if (desks.placeInQueue(ticket) >= 0) {
      desks.withdraw(ticket, now);
      this.agenda.clear(slots.ends + ticket);
    } else desks.wake(desk, now);
  }
}

const ofTickets = (starts: readonly string[], jobs: readonly Job[]) =>
  Array.from({ length: DESKS }, (_, desk) => starts.filter((start) => jobs[Number.parseInt(start, 10)]?.desk === desk));

/** Runs both and compares them; returns the driver. */
function expectSame(plans: readonly DeskPlan[], streams: readonly Stream[], jobs: readonly Job[]): Driver {
  const driver = new Driver(plans, jobs, streams);
  driver.run();
  const slow = new SlowDesks(plans, [...jobs, ...jobsOf(plans, streams, createDice(KEY))]);
  for (let time = 0; time < HORIZON; time++) {
    slow.happen(time);
    slow.pass(time);
  }
  expect(ofTickets(driver.starts, jobs)).toEqual(ofTickets(slow.starts, jobs));
  const split = new Int32Array(3);
  for (const ticket of jobs.keys()) {
    driver.desks.splitAt(ticket, HORIZON, split);
    const { working, waiting, closed } = slow.tickets[ticket]!;
    expect([split[WORKING], split[WAITING], split[CLOSED]]).toEqual([working, waiting, closed]);
  }
  for (const desk of plans.keys()) {
    driver.desks.reach(desk, HORIZON - 1, ARRIVES + 1);
    expect(driver.desks.queueLength(desk)).toBe(slow.queueOf(desk).length);
  }
  return driver;
}

test('work that comes by itself keeps people as busy whether anybody looks or not', () => {
  let behind = 0;
  const property = fc.property(
    fc.tuple(anyPlan, anyPlan),
    anyStreams,
    fc.array(anyJob, { minLength: 1, maxLength: 8 }),
    (plans, streams, jobs) => {
      behind += expectSame(plans, streams, jobs).places.filter((place) => place > 1).length;
    },
  );
  fc.assert(property, { numRuns: process.env.SAYDO_DEEP === '1' ? 20_000 : 400 });
  expect(behind).toBeGreaterThan(100);
}, 600_000);

const closed: DeskPlan = { staffing: [], atClose: 'finish' };

const steady = (name: number, urgency: number, every: number, takes: number, backlog = 0): Stream => ({
  desk: 0,
  urgency,
  every: compileSpread({ exactly: every }),
  takes: compileSpread({ exactly: takes }),
  backlog,
  drawHi: Uint32Array.of(name),
  drawLo: Uint32Array.of(7),
});

test('of what comes by itself the more urgent is taken first, whoever came before it', () => {
  const open: DeskPlan = { staffing: [{ from: 0, until: HORIZON, people: 1 }], atClose: 'finish' };
  const streams = [steady(0, 3, 10, 12), steady(1, 1, 21, 5)];
  const job: Job = { desk: 0, urgency: 2, duration: 3, arrives: 26, comes: 'late', withdrawn: undefined };
  // Routine work is in hand until 22 and more of it waits; what comes at 21 goes before that, and is done at 27.
  expect(expectSame([open, closed], streams, [job]).starts).toEqual(['0@27']);
});

test('whoever is called in while a ticket waits goes home as people come', () => {
  const early: DeskPlan = {
    staffing: [{ from: 22, until: 60, people: 1 }],
    atClose: 'finish',
    onCall: { atLeast: 1, callInSeconds: 0 },
  };
  const job: Job = { desk: 0, urgency: 2, duration: 3, arrives: 5, comes: 'late', withdrawn: undefined };
  let starts: readonly string[] = [];
  expect(() => {
    starts = expectSame([early, closed], [steady(0, 1, 20, 2)], [job]).starts;
  }).not.toThrow();
  expect(starts).toEqual(['0@22']);
});

const ticket = (urgency: number, duration: number, arrives: number, comes: NonNullable<Job['comes']>): Job => ({
  desk: 0,
  urgency,
  duration,
  arrives,
  comes,
  withdrawn: undefined,
});

test('what comes by itself is taken before a ticket that comes later in the same second', () => {
  const open: DeskPlan = { staffing: [{ from: 0, until: 5, people: 1 }], atClose: 'finish' };
  const jobs = [ticket(0, 0, 3, 'late'), ticket(0, 3, 0, 'early'), ticket(0, 0, 0, 'early')];
  // The first two are done at 3. Then comes what takes until 4, and after it the ticket.
  expect(expectSame([open, closed], [steady(0, 1, 3, 1)], jobs).starts).toEqual(['1@0', '2@3', '0@4']);
});

test('what ends by itself in the second in which a ticket ends has the next begun in its turn', () => {
  const open: DeskPlan = { staffing: [{ from: 0, until: 31, people: 2 }], atClose: 'finish' };
  const streams = [steady(0, 1, 11, 11), steady(1, 1, 4, 10, 1)];
  const jobs = [ticket(0, 0, 30, 'late'), ticket(0, 2, 21, 'early'), ticket(0, 4, 3, 'early')];
  // Both people are free at 30, and take what has long been waiting; so the ticket that comes last is still there when they go.
  expect(expectSame([open, closed], streams, jobs).starts).toEqual(['2@3', '1@28']);
});

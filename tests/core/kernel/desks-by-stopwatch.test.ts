import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAgenda } from '../../../src/core/kernel/agenda.ts';
import type { DeskPlan, Desks } from '../../../src/core/kernel/desks.ts';
import { CLOSED, createDesks, WAITING, WORKING } from '../../../src/core/kernel/desks.ts';
import { anyPlan, anyStaffing } from './any-desks.ts';
import type { Job } from './slow-desks.ts';
import { SlowDesks } from './slow-desks.ts';

const HORIZON = 120;

const anyJob: fc.Arbitrary<Job> = fc.record({
  desk: fc.integer({ min: 0, max: 1 }),
  urgency: fc.integer({ min: 0, max: 3 }),
  duration: fc.integer({ min: 0, max: 25 }),
  arrives: fc.integer({ min: 0, max: 80 }),
  withdrawn: fc.option(fc.integer({ min: 0, max: HORIZON }), { nil: undefined }),
});

/** Slots: ends by ticket, wakes by desk, withdrawals by ticket, arrivals by ticket. */
class Driver {
  readonly desks: Desks;
  readonly starts: string[] = [];
  private readonly agenda;
  private readonly jobs: readonly Job[];
  private readonly plans: number;

  constructor(plans: readonly DeskPlan[], jobs: readonly Job[]) {
    this.jobs = jobs;
    this.plans = plans.length;
    this.desks = createDesks(plans, jobs.length);
    this.agenda = createAgenda(jobs.length * 3 + plans.length);
    for (const [ticket, { arrives, withdrawn }] of jobs.entries()) {
      if (withdrawn !== undefined) this.agenda.set(jobs.length + this.plans + ticket, withdrawn);
      this.agenda.set(2 * jobs.length + this.plans + ticket, arrives);
    }
  }

  runThrough(time: number): void {
    while (this.agenda.nextTime() <= time) {
      const now = this.agenda.nextTime();
      const desk = this.act(this.agenda.take(), now);
      for (const ticket of this.desks.started.subarray(0, this.desks.startedCount)) {
        this.starts.push(`${ticket}@${now}`);
        this.agenda.set(ticket, this.desks.endOf(ticket));
      }
      this.agenda.set(this.jobs.length + desk, this.desks.nextChange(desk, now));
    }
  }

  private act(slot: number, now: number): number {
    const { jobs, plans, desks } = this;
    if (slot >= jobs.length && slot < jobs.length + plans) {
      desks.wake(slot - jobs.length, now);
      return slot - jobs.length;
    }
    const ticket = slot < jobs.length ? slot : (slot - jobs.length - plans) % jobs.length;
    const { desk, urgency, duration } = jobs[ticket]!;
    if (slot < jobs.length) desks.finish(ticket, now);
    else if (slot >= 2 * jobs.length + plans) desks.submit(desk, ticket, urgency, duration, now);
    else if (desks.placeInQueue(ticket) >= 0) {
      desks.withdraw(ticket, now);
      this.agenda.clear(ticket);
    } else desks.wake(desk, now);
    return desk;
  }
}

/** All that can be asked at a second, as text: places and parts of each ticket, queue and work of each desk. */
function toldByDesks(desks: Desks, jobs: readonly Job[], time: number): string {
  const split = new Int32Array(3);
  const tickets = jobs.map(({ arrives }, ticket) => {
    if (arrives > time) return desks.placeInQueue(ticket);
    desks.splitAt(ticket, time, split);
    return `${desks.placeInQueue(ticket)} ${split[WORKING]} ${split[WAITING]} ${split[CLOSED]}`;
  });
  return `${time}: ${[...tickets, ...[0, 1].map((desk) => desks.queueLength(desk))]}`;
}

function toldByStopwatch(slow: SlowDesks, time: number): string {
  const tickets = slow.tickets.map((ticket) => {
    if (ticket.state === 'coming') return slow.placeOf(ticket);
    return `${slow.placeOf(ticket)} ${ticket.working} ${ticket.waiting} ${ticket.closed}`;
  });
  return `${time}: ${[...tickets, ...[0, 1].map((desk) => slow.queueOf(desk).length)]}`;
}

/** Which ticket started when, by desk: between desks the order within a second says nothing. */
function byDesk(starts: readonly string[], jobs: readonly Job[]): string[][] {
  return [0, 1].map((desk) => starts.filter((start) => jobs[Number.parseInt(start, 10)]?.desk === desk));
}

test('desks do, at every second, what the stopwatch says', () => {
  fc.assert(
    fc.property(fc.tuple(anyPlan, anyPlan), fc.array(anyJob, { minLength: 1, maxLength: 14 }), (plans, jobs) => {
      const driver = new Driver(plans, jobs);
      const slow = new SlowDesks(plans, jobs);
      const told: [string[], string[]] = [[], []];
      for (let time = 0; time < HORIZON; time++) {
        driver.runThrough(time);
        slow.happen(time);
        told[0].push(toldByDesks(driver.desks, jobs, time));
        told[1].push(toldByStopwatch(slow, time));
        slow.pass(time);
      }
      expect(told[0]).toEqual(told[1]);
      expect(byDesk(driver.starts, jobs)).toEqual(byDesk(slow.starts, jobs));
      for (const [ticket, { state, end, job, working, waiting, closed }] of slow.tickets.entries()) {
        if (state !== 'gone') continue;
        expect(driver.desks.endOf(ticket)).toBe(end);
        const split = new Int32Array(3);
        driver.desks.splitAt(ticket, HORIZON, split);
        expect([split[WORKING], split[WAITING], split[CLOSED]]).toEqual([working, waiting, closed]);
        expect(working + waiting + closed).toBe(end - job.arrives);
      }
    }),
    { numRuns: process.env.SAYDO_DEEP === '1' ? 20_000 : 300 },
  );
}, 600_000);

test('closed seconds are counted right between any two times', () => {
  const time = fc.integer({ min: 0, max: 200 });
  fc.assert(
    fc.property(anyStaffing, fc.array(fc.tuple(time, time), { maxLength: 20 }), (staffing, spans) => {
      const desks = createDesks([{ staffing, atClose: 'hold' }], 1);
      for (const [a, b] of spans) {
        let closed = 0;
        for (let t = a; t < b; t++) if (!staffing.some(({ from, until }) => from <= t && t < until)) closed++;
        expect(desks.closedSecondsBetween(0, a, b)).toBe(closed);
      }
    }),
  );
});

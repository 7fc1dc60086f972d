/**
 * Law 8: desks that are always open wait as queueing theory says. Arrivals are Poisson. Each case runs independent
 * replications and passes when the whole 99 % interval of the mean wait lies within the margin around theory.
 * Formulas: Kleinrock, Queueing Systems I (1975), for M/M/c and M/G/1; Cobham (1954) for priorities.
 */
import { describe, expect, test } from 'vitest';
import { createAgenda } from '../../src/core/kernel/agenda.ts';
import type { Dice } from '../../src/core/kernel/chance.ts';
import { createDice, keyFromSeed } from '../../src/core/kernel/chance.ts';
import { createDesks, WAITING } from '../../src/core/kernel/desks.ts';
import { LONGEST, NEVER } from '../../src/core/kernel/units.ts';

const DEEP = process.env.SAYDO_DEEP === '1';
const REPLICATIONS = DEEP ? 200 : 60;
const CUSTOMERS = DEEP ? 60_000 : 20_000;
/** Of theory. */
const MARGIN = DEEP ? 0.015 : 0.05;
/** Long against a second, so that whole seconds do not matter. */
const SERVICE = 5_000;
const MOST_PRESENT = 4_000;

interface Case {
  readonly seed: string;
  readonly people: number;
  /** Share of the people's time that is asked for. */
  readonly load: number;
  /** Mean service is SERVICE: always so long, or exponential. */
  readonly service: 'constant' | 'exponential';
  /** Urgencies in use; customers are equally often of each. */
  readonly urgencies: number;
}

function exponential(mean: number, u32: number): number {
  return Math.round(-Math.log((u32 + 0.5) / 2 ** 32) * mean);
}

/** One replication: mean waiting seconds by urgency, the first tenth of customers left out. */
class Queue {
  private readonly desks;
  private readonly agenda = createAgenda(MOST_PRESENT + 1);
  private readonly free: number[] = Array.from({ length: MOST_PRESENT }, (_, ticket) => ticket);
  private readonly split = new Int32Array(3);
  private readonly urgencyOf = new Uint8Array(MOST_PRESENT);
  private readonly countedFrom = new Uint8Array(MOST_PRESENT);
  private readonly total: number[];
  private readonly count: number[];
  private readonly about: Case;
  private readonly dice: Dice;
  private came = 0;

  constructor(about: Case, dice: Dice) {
    this.about = about;
    this.dice = dice;
    const staffing = [{ from: 0, until: LONGEST, people: about.people }];
    this.desks = createDesks([{ staffing, atClose: 'finish' }], MOST_PRESENT);
    this.total = new Array<number>(about.urgencies).fill(0);
    this.count = new Array<number>(about.urgencies).fill(0);
  }

  run(): number[] {
    this.agenda.set(MOST_PRESENT, 0);
    while (this.came < CUSTOMERS) {
      const now = this.agenda.nextTime();
      const slot = this.agenda.take();
      if (slot === MOST_PRESENT) this.arrive(now);
      else this.leave(slot, now);
      for (let i = 0; i < this.desks.startedCount; i++) {
        const ticket = this.desks.started[i] ?? 0;
        this.agenda.set(ticket, this.desks.endOf(ticket));
      }
      if (this.desks.nextChange(0, now) !== NEVER) throw new Error('a desk that is always open never changes');
    }
    return this.total.map((sum, urgency) => sum / (this.count[urgency] ?? 1));
  }

  private arrive(now: number): void {
    const { people, load, service, urgencies } = this.about;
    this.dice.roll(1, this.came, 0);
    const next = now + exponential(SERVICE / (people * load), this.dice.first);
    const length = service === 'constant' ? SERVICE : exponential(SERVICE, this.dice.second);
    this.dice.roll(2, this.came, 0);
    const urgency = this.dice.first % urgencies;
    const ticket = this.free.pop();
    if (ticket === undefined) throw new Error('more customers than tickets');
    this.urgencyOf[ticket] = urgency;
    this.countedFrom[ticket] = this.came++ > CUSTOMERS / 10 ? 1 : 0;
    this.desks.submit(0, ticket, urgency, length, now);
    this.agenda.set(MOST_PRESENT, next);
  }

  private leave(ticket: number, now: number): void {
    this.desks.finish(ticket, now);
    this.free.push(ticket);
    if (this.countedFrom[ticket] === 0) return;
    const urgency = this.urgencyOf[ticket] ?? 0;
    this.desks.splitAt(ticket, now, this.split);
    this.total[urgency] = (this.total[urgency] ?? 0) + (this.split[WAITING] ?? 0);
    this.count[urgency] = (this.count[urgency] ?? 0) + 1;
  }
}

/** Mean over replications and the half width of its 99 % interval (normal: at least 40 replications). */
function interval(values: readonly number[]): { readonly mean: number; readonly half: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, half: 2.576 * Math.sqrt(squares / (values.length - 1) / values.length) };
}

function expectWaits(about: Case, theory: readonly number[]): void {
  const dice = createDice(keyFromSeed(about.seed));
  const waits = Array.from({ length: REPLICATIONS }, (_, replication) => {
    dice.rekey(keyFromSeed(`${about.seed}/${replication}`));
    return new Queue(about, dice).run();
  });
  for (const [urgency, wait] of theory.entries()) {
    const { mean, half } = interval(waits.map((one) => one[urgency] ?? Number.NaN));
    expect(Math.abs(mean / wait - 1) + half / wait).toBeLessThan(MARGIN);
  }
}

/** Erlang's delay formula: the chance that all c people are busy when `a` of them are asked for on average. */
function chanceOfDelay(c: number, a: number): number {
  let loss = 1;
  for (let k = 1; k <= c; k++) loss = (a * loss) / (k + a * loss);
  return loss / (1 - (a / c) * (1 - loss));
}

describe('desks that are always open', () => {
  test('[M/D/1] wait ρs / 2(1 − ρ) for work that always takes the same', () => {
    const load = 0.7;
    const about: Case = { seed: 'constant', people: 1, load, service: 'constant', urgencies: 1 };
    expectWaits(about, [(load * SERVICE) / (2 * (1 - load))]);
  }, 600_000);

  test('[M/M/3] wait as Erlang says for three people', () => {
    const load = 0.75;
    const about: Case = { seed: 'erlang', people: 3, load, service: 'exponential', urgencies: 1 };
    expectWaits(about, [(chanceOfDelay(3, 3 * load) * SERVICE) / (3 * (1 - load))]);
  }, 600_000);

  test('[M/G/1 priority] wait as Cobham says for two urgencies, nobody being interrupted', () => {
    const load = 0.7;
    const about: Case = { seed: 'cobham', people: 1, load, service: 'exponential', urgencies: 2 };
    const underWay = load * SERVICE;
    expectWaits(about, [underWay / (1 - load / 2), underWay / ((1 - load / 2) * (1 - load))]);
  }, 600_000);
});

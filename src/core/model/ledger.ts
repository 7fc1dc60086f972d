/**
 * The friction ledger: where the time went. Each step of a run names the step that enabled it, so walking back from the end
 * of a response charges every second to one cause. The walk reads columns, so that the engine's arena and the facts of an
 * opened record go through the same few lines.
 */
import type { Cause, ChargeSplit, Charges, Fact } from './facts.ts';
import { causes } from './facts.ts';

/** Steps as columns, indexed by step number. `working + waiting + closed = until - since` in every row. */
export interface Trail {
  readonly after: ArrayLike<number>;
  readonly since: ArrayLike<number>;
  readonly until: ArrayLike<number>;
  /** Index into `causes`. */
  readonly cause: ArrayLike<number>;
  readonly working: ArrayLike<number>;
  readonly waiting: ArrayLike<number>;
  readonly closed: ArrayLike<number>;
  /** Parts of a thousand by which trust stretched the work. */
  readonly stretch: ArrayLike<number>;
}

const KINDS = 3;
/** The last cell of a sheet: seconds of the working cells that are trust's, signed. */
const TRUST = causes.length * KINDS;
const NEUTRAL = 1000;
const sensing = causes.indexOf('sensing');

/** A fresh sheet of charges: three cells (working, waiting, closed) for each cause, and one for trust. */
export const emptySheet = (): Int32Array => new Int32Array(TRUST + 1);

/** Seconds more than the same work takes at neutral trust. */
const trustPart = (working: number, stretch: number): number =>
  stretch === NEUTRAL ? 0 : working - Math.ceil((working * NEUTRAL) / stretch);

/**
 * Walks back from `step` and writes into `sheet` (from `emptySheet`) what each cause took between `from` and `until`.
 * Time before the first step of the chain is charged to sensing, as closed: nothing had been seen yet.
 * Steps on a chain touch, end to beginning. The sheet adds up to `until - from` exactly.
 */
export function chargeBack(trail: Trail, step: number, span: { from: number; until: number }, sheet: Int32Array): void {
  sheet.fill(0);
  let end = span.until;
  for (let i = step; i >= 0 && end > span.from; i = trail.after[i] as number) {
    const since = trail.since[i] as number;
    if ((trail.until[i] as number) < end)
      throw new Error(`Impossible: step ${i} ends before the step that it enabled begins`);
    chargeStep(trail, i, { from: Math.max(since, span.from), until: end }, sheet);
    end = Math.min(end, Math.max(since, span.from));
  }
  if (end > span.from) sheet[sensing * KINDS + 2] = (sheet[sensing * KINDS + 2] as number) + end - span.from;
}

/** Charges the part of a step inside the span. A step cut at its beginning loses closed, then waiting, then working time. */
function chargeStep(trail: Trail, i: number, span: { from: number; until: number }, sheet: Int32Array): void {
  const cell = (trail.cause[i] as number) * KINDS;
  const cut = (trail.until[i] as number) - (trail.since[i] as number) - (span.until - span.from);
  const closed = Math.max(0, (trail.closed[i] as number) - cut);
  const left = Math.max(0, cut - (trail.closed[i] as number));
  const waiting = Math.max(0, (trail.waiting[i] as number) - left);
  const working = (trail.working[i] as number) - Math.max(0, left - (trail.waiting[i] as number));
  sheet[cell] = (sheet[cell] as number) + working;
  sheet[cell + 1] = (sheet[cell + 1] as number) + waiting;
  sheet[cell + 2] = (sheet[cell + 2] as number) + closed;
  sheet[TRUST] = (sheet[TRUST] as number) + trustPart(working, trail.stretch[i] as number);
}

/** Seconds of a sheet that are trust's. */
export const trustSecondsOf = (sheet: Int32Array): number => sheet[TRUST] as number;

/** The sheet as charges by name, causes that took no time left out. */
export function chargesOf(sheet: Int32Array): Charges {
  const charges: Partial<Record<Cause, ChargeSplit>> = {};
  causes.forEach((cause, c) => {
    const [working, waiting, closed] = sheet.subarray(c * KINDS, c * KINDS + KINDS) as unknown as [
      number,
      number,
      number,
    ];
    if (working + waiting + closed > 0) charges[cause] = { working, waiting, closed };
  });
  return charges;
}

/** All seconds of a split. */
export const totalOf = (split: ChargeSplit): number => split.working + split.waiting + split.closed;

/** The trail of a record, from its facts alone. */
export function trailOf(facts: Iterable<Fact>): Trail {
  const trail = {
    after: [] as number[],
    since: [] as number[],
    until: [] as number[],
    cause: [] as number[],
    working: [] as number[],
    waiting: [] as number[],
    closed: [] as number[],
    stretch: [] as number[],
  };
  for (const fact of facts) {
    if (fact.type !== 'StepEnded') continue;
    trail.after[fact.step] = fact.after;
    trail.since[fact.step] = fact.since;
    trail.until[fact.step] = fact.at;
    trail.cause[fact.step] = causes.indexOf(fact.cause);
    trail.working[fact.step] = fact.working;
    trail.waiting[fact.step] = fact.waiting;
    trail.closed[fact.step] = fact.closed;
    trail.stretch[fact.step] = fact.stretch;
  }
  return trail;
}

/** The steps of the walk back from `step`, latest first. */
export function chainOf(trail: Trail, step: number): number[] {
  const chain: number[] = [];
  for (let i = step; i >= 0; i = trail.after[i] as number) chain.push(i);
  return chain;
}

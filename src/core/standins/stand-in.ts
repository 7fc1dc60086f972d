/** Who fills an empty seat. A stand-in sees that seat's view and nothing else. */

/** What of a seat's view a stand-in looks at: cut down from the view so that a study of a million runs can afford it. */
export interface Glimpse {
  /** Seconds since the question was put. */
  readonly elapsed: number;
  /** Does the seat hold this product, in writing? */
  holds(product: number): boolean;
  /** Has it been told of any of these? */
  knows(literals: readonly number[]): boolean;
  /** Is this option open yet? */
  isOpen(option: number): boolean;
}

/** A rule of the book for one question. */
export interface Rule {
  readonly holds: readonly number[];
  readonly knows: readonly (readonly number[])[];
  readonly option: number;
  /** Seconds after the offer for which it is waited for. */
  readonly waits: number;
}

/** The decision put to it: what the seat reads, as numbers. */
export interface PutDecision {
  readonly options: readonly string[];
  readonly fallback: number;
  readonly answerWithin: number;
  /** What the book says for this question: tried in order. */
  readonly book: readonly Rule[];
  /** Options that a bold officer likes, and a careful one. */
  readonly forward: readonly number[];
  readonly cautious: readonly number[];
}

/** Instead of an option: not yet. */
export const WAIT = -1;

/** Chooses an open option, or waits. Pure: the same glimpse, the same choice. */
export type StandIn = (decision: PutDecision, glimpse: Glimpse) => number;

/** Does a rule apply now: what it asks for is in hand, and its option is open? */
export function applies({ holds, knows, option }: Rule, glimpse: Glimpse): boolean {
  if (!glimpse.isOpen(option)) return false;
  for (const product of holds) if (!glimpse.holds(product)) return false;
  for (const any of knows) if (!glimpse.knows(any)) return false;
  return true;
}

/** The first of these options that is open, or `WAIT`. */
export function firstOpen(options: readonly number[], glimpse: Glimpse): number {
  for (const option of options) if (glimpse.isOpen(option)) return option;
  return WAIT;
}

/** How long a careful officer waits for the book's first rule before doing the careful thing: so many thousandths of the time to answer. */
const PATIENCE = 500;

/** Seconds after the offer at which a cautious stand-in stops waiting. */
export const patienceOf = ({ answerWithin }: PutDecision): number => Math.floor((answerWithin * PATIENCE) / 1000);

/** When, in seconds after the offer, a stand-in that waits looks again of its own accord; the time to answer if never. */
export function nextLook(decision: PutDecision, elapsed: number): number {
  let next = decision.answerWithin;
  for (const { waits } of decision.book) if (waits > elapsed && waits < next) next = waits;
  const patience = patienceOf(decision);
  return patience > elapsed && patience < next ? patience : next;
}

/** Who fills an empty seat. A stand-in sees that seat's view and nothing else. */

/** What of a seat's view a stand-in looks at: cut down from the view so that a study of a million runs can afford it. */
export interface Glimpse {
  /** Does the seat hold this product, in writing? */
  holds(product: number): boolean;
  /** Is this option open yet? */
  isOpen(option: number): boolean;
}

/** The decision put to it: what the seat reads, as numbers. */
export interface PutDecision {
  readonly options: readonly string[];
  readonly fallback: number;
  /** What the book says for this question: tried in order. */
  readonly book: readonly { readonly holds: readonly number[]; readonly option: number }[];
}

/** Chooses an open option. Pure: the same glimpse, the same choice. */
export type StandIn = (decision: PutDecision, glimpse: Glimpse) => number;

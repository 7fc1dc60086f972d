/**
 * What a seat sees. Everything in it comes from notices delivered to that seat, and from what is public before StartEx.
 * References (`i1`, `d2`, …) are the seat's own, in the order in which it learned of things: they tell nothing of what it has not seen.
 */
import type { Form, Taker } from './facts.ts';
import type { Notice, OptionCard, ProductCard } from './notice.ts';

/** A key of the word catalogues with its arguments: the core writes no sentences. */
export interface Phrase {
  readonly key: string;
  readonly args: Readonly<Record<string, string | number>>;
}

export interface IncidentCard {
  readonly ref: string;
  /** As it was reported, or what it is once the seat has learned that. */
  readonly title: string;
  readonly natureKnown: boolean;
  readonly kind: string | null;
  readonly knownSince: number;
  readonly closesAt: number | null;
  readonly closesBecause: string | null;
}

export interface OpenDecision {
  readonly ref: string;
  readonly incident: string;
  readonly title: string;
  readonly question: string;
  readonly context: string;
  readonly options: readonly (OptionCard & { readonly open: boolean })[];
  readonly default: string;
  readonly offeredAt: number;
  readonly deadline: number;
  readonly staffTime: number;
}

export interface TakenDecision {
  readonly ref: string;
  readonly title: string;
  readonly says: string;
  readonly by: Taker;
  readonly at: number;
  readonly inForceAt: number;
}

/** Something the seat sent towards another nation, as far as it was told. */
export interface RequestCard {
  readonly ref: string;
  readonly incident: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly sentAt: number;
  readonly acknowledgedAt: number | null;
  /** Where it stands at each gate, where requests are tracked: what the seat could look up. Gates not reached are left out. */
  readonly stands: readonly TheatreLink['gates'][number][];
  readonly answeredAt: number | null;
  readonly outcome: string | null;
}

export interface HeldProduct extends ProductCard {
  readonly form: Form;
  readonly from: string | null;
  readonly at: number;
  readonly incident: string;
}

/** A promise that one nation gave another, as both have it on the table. */
export interface PromiseCard {
  readonly ref: string;
  readonly incident: string;
  readonly says: string;
  readonly from: string;
  readonly to: string;
  readonly madeAt: number;
  readonly due: number;
  readonly settled: null | { readonly at: number; readonly how: 'kept' | 'broken' | 'dropped' };
}

export interface WorkCard {
  readonly ref: string;
  readonly incident: string;
  readonly title: string;
  readonly organisation: string;
  readonly since: number;
}

/** Public before StartEx, and the same for every seat but for the brief. */
export interface SeatCard {
  readonly seat: string;
  readonly title: string;
  readonly nation: string;
  readonly brief: string;
}

export interface SeatView {
  readonly card: SeatCard;
  readonly now: number;
  readonly incidents: readonly IncidentCard[];
  /** Latest last. */
  readonly inbox: readonly Notice[];
  readonly products: readonly HeldProduct[];
  readonly decisions: readonly OpenDecision[];
  readonly taken: readonly TakenDecision[];
  readonly requests: readonly RequestCard[];
  readonly works: readonly WorkCard[];
  /** The first due first. */
  readonly promises: readonly PromiseCard[];
  /** What is holding us up, as this seat was told it; the most pressing first. */
  readonly holding: readonly Phrase[];
  readonly theatre: Theatre;
}

/** What the picture draws: places, who is linked to whom, and what is known to be under way. */
export interface Theatre {
  readonly organisations: readonly {
    readonly id: string;
    readonly short: string;
    readonly name: string;
    readonly nation: string;
    readonly latitude: number;
    readonly longitude: number;
    readonly own: boolean;
  }[];
  readonly sensors: readonly {
    readonly id: string;
    readonly name: string;
    readonly nation: string;
    readonly kind: string;
    readonly latitude: number;
    readonly longitude: number;
    readonly sees: readonly string[];
  }[];
  readonly satellites: readonly {
    readonly id: string;
    readonly name: string;
    readonly nation: string | null;
    readonly regime: 'leo' | 'meo' | 'geo';
    readonly longitude: number;
    readonly role: 'threatened' | 'approaching' | 'neutral';
  }[];
  readonly links: readonly TheatreLink[];
  /** UTC seconds of the day and day of the year, for day and night. */
  readonly sun: { readonly latitude: number; readonly longitude: number };
}

export type GateState = 'clear' | 'working' | 'waiting' | 'closed' | 'passed' | 'refused' | 'unknown';

/** One handover on its way between two organisations, with its gates as far as the viewer knows them. */
export interface TheatreLink {
  readonly ref: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly state: 'under-way' | 'acknowledged' | 'arrived' | 'refused' | 'lost';
  readonly gates: readonly {
    readonly gate: 'front-door' | 'release' | 'carriage';
    readonly state: GateState;
    readonly label: Phrase | null;
  }[];
}

/** The truth at a moment, for control, review, and solo play with the curtain open. Never sent to a seat. */
export interface CurtainView {
  readonly now: number;
  readonly links: readonly TheatreLink[];
  readonly holding: readonly Phrase[];
  readonly incidents: readonly {
    readonly id: string;
    readonly title: string;
    readonly truth: string;
    readonly state: string;
    readonly closesAt: number;
    /** The branch that it is on, in the file's words; null where it has none. */
    readonly branch: string | null;
    readonly windowMet: boolean | null;
  }[];
  readonly others: readonly { readonly seat: string; readonly title: string; readonly deadline: number }[];
}

/** The last page: what became of each incident, and where the time went. */
export interface ReviewView {
  readonly incidents: readonly ReviewIncident[];
  readonly measures: Readonly<Record<string, number>>;
  readonly decisions: readonly {
    readonly seat: string;
    readonly title: string;
    readonly says: string;
    readonly by: Taker;
    readonly at: number;
    readonly reason: string;
  }[];
}

export interface ReviewIncident {
  readonly id: string;
  readonly title: string;
  readonly truth: string;
  readonly status: string;
  readonly windowMet: boolean;
  readonly firstObservable: number;
  readonly closesAt: number;
  readonly closesBecause: string;
  readonly elapsedSeconds: number;
  /** After so long from the first sign nothing counts any more: its horizon, or the end of the exercise. */
  readonly horizonSeconds: number;
  readonly charges: readonly {
    readonly cause: string;
    readonly working: number;
    readonly waiting: number;
    readonly closed: number;
  }[];
  /** The walk, earliest step first. */
  readonly walk: readonly ReviewStep[];
}

export interface ReviewStep {
  readonly title: string;
  readonly work: string;
  readonly desk: string | null;
  readonly cause: string;
  readonly since: number;
  readonly until: number;
  readonly working: number;
  readonly waiting: number;
  readonly closed: number;
}

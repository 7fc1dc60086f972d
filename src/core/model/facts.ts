/**
 * What happened in a run, in the past tense. The engine reports facts; the facts alone rebuild the world.
 * Times (`at`, `since`, `deadline`, …) are whole seconds since StartEx. A *step* is one charged stretch of time in the ledger's trail;
 * `after` is the step that enabled it, -1 at a root.
 */
import type { TrustMove } from './trust-moves.ts';

/** Machines that a task runs, as processes number them: a handover's three, a consent's, an alignment's (one for each partner). */
export const frictionMachines = ['front-door', 'release', 'carriage', 'national-decision', 'coordination'] as const;
/** The gates of a handover. */
export const handoverGates = ['front-door', 'release', 'carriage'] as const;
export type FrictionMachine = (typeof frictionMachines)[number];

export const responseStates = ['unseen', 'noticed', 'understood', 'decided', 'acting', 'closed', 'overtaken'] as const;
export type ResponseState = (typeof responseStates)[number];

export const partnershipStates = ['watchful', 'confident', 'hedging', 'withholding'] as const;
export type PartnershipState = (typeof partnershipStates)[number];

export const statuses = ['done', 'denied', 'overtaken', 'open', 'never-observed'] as const;
export type Status = (typeof statuses)[number];

export const causes = [
  'sensing',
  'no-agreed-end-state',
  'unclear-roles',
  'regulation',
  'interoperability',
  'national-decision',
  'coordination',
  'execution',
  'deliberation',
] as const;
export type Cause = (typeof causes)[number];

export const forms = ['full', 'tear-line', 'oral'] as const;
export type Form = (typeof forms)[number];

export const takers = ['seat', 'stand-in', 'default'] as const;
export type Taker = (typeof takers)[number];

/** Seconds: somebody at work on it; waiting for a person; nobody on shift, or nothing in view. */
export interface ChargeSplit {
  readonly working: number;
  readonly waiting: number;
  readonly closed: number;
}

/** Seconds of a cause, split by what they were spent on. */
export type Charges = Readonly<Partial<Record<Cause, ChargeSplit>>>;

export type Fact = { readonly at: number } & (
  | { readonly type: 'InjectDelivered'; readonly inject: string }
  | { readonly type: 'IncidentBegan'; readonly incident: string }
  | { readonly type: 'TaskBegan'; readonly task: string }
  | { readonly type: 'TaskEnded'; readonly task: string; readonly outcome: string; readonly sensor: string | null }
  | {
      readonly type: 'ProductHeld';
      readonly product: string;
      readonly organisation: string;
      readonly form: Form;
      readonly task: string;
    }
  | {
      readonly type: 'FrictionMoved';
      readonly task: string;
      readonly machine: FrictionMachine;
      /** The partner's organisation, where a task runs the machine once for each of several; else null. */
      readonly party: string | null;
      /** The machine's own event, null when it starts. */
      readonly event: string | null;
      readonly to: string;
    }
  | {
      readonly type: 'WorkQueued';
      readonly task: string;
      readonly work: string;
      readonly party: string | null;
      readonly desk: string;
      /** How many stand before it, those in service not counted. */
      readonly ahead: number;
      /** When the desk next has somebody, null if somebody is there now. */
      readonly opensAt: number | null;
    }
  | {
      readonly type: 'WorkBegan';
      readonly task: string;
      readonly work: string;
      readonly party: string | null;
      readonly desk: string;
      readonly onCall: boolean;
    }
  | {
      readonly type: 'StepEnded';
      readonly step: number;
      readonly after: number;
      readonly task: string;
      readonly work: string;
      readonly party: string | null;
      readonly desk: string | null;
      readonly cause: Cause;
      readonly since: number;
      readonly working: number;
      readonly waiting: number;
      readonly closed: number;
      /** Parts of a thousand by which trust made the work longer or shorter; 1000 where it played no part. */
      readonly stretch: number;
    }
  | {
      readonly type: 'DecisionOffered';
      readonly decision: string;
      readonly deadline: number;
      readonly open: readonly string[];
    }
  | { readonly type: 'OptionOpened'; readonly decision: string; readonly option: string }
  | {
      readonly type: 'DecisionTaken';
      readonly decision: string;
      readonly option: string;
      readonly by: Taker;
      readonly inForceAt: number;
      readonly reason: string;
    }
  | { readonly type: 'DecisionWithdrawn'; readonly decision: string }
  | { readonly type: 'ResponseMoved'; readonly incident: string; readonly to: ResponseState }
  | { readonly type: 'WindowClosed'; readonly incident: string; readonly met: boolean }
  | {
      readonly type: 'ResponseEnded';
      readonly incident: string;
      readonly status: Status;
      readonly windowMet: boolean;
      /** From the first observable moment; the horizon when it was not done. */
      readonly elapsedSeconds: number;
      readonly firstObservable: number;
      /** When its window closes, as it went. */
      readonly closesAt: number;
      /** Where the ledger's walk back begins, -1 when nothing ever happened. */
      readonly step: number;
      readonly charges: Charges;
      /** Of the charges, seconds more (or, below nothing, fewer) than the same work takes at neutral trust. */
      readonly trustSeconds: number;
    }
  /** Which way the incident goes from now on, and when its window then closes. Truth: red's, control's and the review's. */
  | { readonly type: 'BranchTaken'; readonly incident: string; readonly branch: string; readonly closesAt: number }
  | {
      readonly type: 'PromiseMade';
      readonly promise: string;
      readonly decision: string;
      readonly from: string;
      readonly to: string;
      readonly due: number;
    }
  | { readonly type: 'PromiseSettled'; readonly promise: string; readonly how: 'kept' | 'broken' | 'dropped' }
  | {
      readonly type: 'TrustMoved';
      readonly of: string;
      readonly in: string;
      readonly because: TrustMove;
      readonly trust: number;
    }
  | {
      readonly type: 'PartnershipMoved';
      readonly of: string;
      readonly in: string;
      readonly to: PartnershipState;
    }
  | { readonly type: 'SourceExposed'; readonly task: string }
  | { readonly type: 'ThirdPartyBreached'; readonly task: string }
  | { readonly type: 'EscalationMoved'; readonly rung: string; readonly because: string }
  | { readonly type: 'RunEnded'; readonly measures: Readonly<Record<string, number>> }
);

export type FactOf<T extends Fact['type']> = Extract<Fact, { type: T }>;

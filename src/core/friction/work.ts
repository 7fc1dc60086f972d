/** How a machine asks for work, and how a work table answers: whose desk, how long, and how it may end. */

import type { Classification } from '../model/classifications.ts';
import type { DeskRole, Nation, Organisation, Pair } from '../model/coalition.ts';
import type { Cause } from '../model/facts.ts';
import type { SourcedShare, SourcedSpread } from '../model/quantities.ts';
import type { ConsentTask } from '../model/task.ts';

/** Entry action: begin this work. The tabulation reads it; the machine itself does nothing. */
export const startWork = <W extends string>(work: W) => ({ type: 'startWork', params: work }) as const;
/** Exit action: drop this work if it is still going. */
export const dropWork = <W extends string>(work: W) => ({ type: 'dropWork', params: work }) as const;

/** The parties and numbers of one handover, as the work tables see them once the policy is applied. */
export interface Crossing {
  readonly pair: Pair;
  readonly from: Organisation;
  readonly to: Organisation;
  /** Whose roles are unclear: the door's house. */
  readonly door: Organisation;
  /** Where the door's nation settles what nobody owns, and where the sender's nation excepts a release. */
  readonly doorAuthority: Organisation;
  readonly exceptionAuthority: Organisation;
  readonly originator: Organisation;
  /** Does the sharing matrix say anything about this ally in this area? */
  readonly agreed: boolean;
  readonly covered: boolean;
  /** What marking finds: it may go; somebody must be asked; or it was asked for in a lesser form. */
  readonly reach: 'releasable' | 'restricted' | 'originator' | 'special-access' | 'tear-line' | 'oral';
  readonly classification: Classification;
}

/** A question put to one nation: to whom, and how far up it must go. */
export interface NationalQuestion {
  readonly asked: Organisation;
  readonly capital: Organisation;
  readonly numbers: NonNullable<Nation['decision']>;
  readonly question: ConsentTask['question'];
}

/** One staff to be brought to one line with the one that convenes. */
export interface Meeting {
  readonly convener: Organisation;
  readonly partner: Organisation;
  readonly numbers: NonNullable<Nation['coordination']>;
  /** Does the sharing matrix say anything about the partner in this area? */
  readonly agreed: boolean;
}

/** One piece of work: `at` null takes time but nobody's. `ends` in a fixed order; the shares add up to 1000. */
export interface WorkRow<E> {
  readonly at: { readonly organisation: Organisation; readonly role: DeskRole } | null;
  readonly takes: SourcedSpread;
  readonly cause: Cause;
  readonly ends: readonly { readonly event: E; readonly perMille: number }[];
  /** Takes longer where trust is low, as long as nobody plays the organisation. */
  readonly stretched?: true;
}

export type WorkTable<W extends string, E, Case = Crossing> = (of: Case) => Readonly<Record<W, WorkRow<E>>>;

/** How each piece of work ends when nothing stands in its way: what reruns without a cause put in its place. */
export type SmoothEnds<W extends string, E> = Readonly<Record<W, E>>;

/** It can end in one way only. */
export const always = <E>(event: E): readonly { event: E; perMille: number }[] => [{ event, perMille: 1000 }];

/** It ends as usual, unless (in so many parts of a thousand) otherwise. */
export const unless = <E>(
  usual: E,
  otherwise: E,
  share: Pick<SourcedShare, 'perMille'>,
): readonly { event: E; perMille: number }[] => [
  { event: usual, perMille: 1000 - share.perMille },
  { event: otherwise, perMille: share.perMille },
];

/** Rows charged to one cause: who does it, at which desk, how long it takes, how it ends. */
export const workCharged =
  <E>(cause: Cause) =>
  (organisation: Organisation, role: DeskRole, takes: SourcedSpread, ends: WorkRow<E>['ends']): WorkRow<E> => ({
    at: { organisation, role },
    takes,
    cause,
    ends,
  });

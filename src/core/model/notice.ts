/** What a seat has been told, one thing at a time: redacted already, and named by the seat's own references. */
import type { Form, handoverGates, Taker } from './facts.ts';
import type { Marking } from './product.ts';
import type { WorkInHand } from './work-in-hand.ts';

export interface ProductCard {
  readonly ref: string;
  readonly title: string;
  readonly kind: string;
  readonly quality: number;
  readonly marking: Marking;
}

export interface OptionCard {
  readonly id: string;
  readonly says: string;
  readonly planning: string;
}

export type Notice = { readonly at: number } & (
  | {
      readonly type: 'MessageReceived';
      readonly from: string;
      readonly method: string;
      readonly text: string;
      readonly incident: string | null;
    }
  | { readonly type: 'IncidentKnown'; readonly incident: string; readonly reportedAs: string }
  | { readonly type: 'NatureLearned'; readonly incident: string; readonly title: string; readonly kind: string }
  | {
      readonly type: 'DeadlineLearned';
      readonly incident: string;
      readonly closesAt: number;
      readonly because: string;
      /** What the seat was told before; null the first time. */
      readonly was: number | null;
    }
  | {
      readonly type: 'WorkStarted';
      readonly task: string;
      readonly title: string;
      readonly organisation: string;
      readonly incident: string;
    }
  | {
      readonly type: 'WorkFinished';
      readonly task: string;
      readonly title: string;
      readonly outcome: string;
      /** What the work found, where it could find one thing or another. */
      readonly finding: string | null;
      readonly incident: string;
    }
  | { readonly type: 'ToldOf'; readonly title: string; readonly organisation: string; readonly incident: string }
  | {
      readonly type: 'ProductReceived';
      readonly product: ProductCard;
      readonly form: Form;
      /** Organisation it came from; null when it is the seat's own work. */
      readonly from: string | null;
      readonly to: string;
      readonly incident: string;
    }
  | {
      readonly type: 'RequestSent';
      readonly request: string;
      readonly title: string;
      readonly from: string;
      readonly to: string;
      readonly incident: string;
    }
  | { readonly type: 'ReceiptAcknowledged'; readonly request: string }
  | {
      readonly type: 'RequestTracked';
      readonly request: string;
      readonly gate: (typeof handoverGates)[number];
      readonly hand: WorkInHand;
    }
  | { readonly type: 'GatePassed'; readonly request: string; readonly gate: (typeof handoverGates)[number] }
  | { readonly type: 'RequestAnswered'; readonly request: string; readonly outcome: string }
  | {
      readonly type: 'DecisionOffered';
      readonly decision: string;
      readonly title: string;
      readonly question: string;
      readonly context: string;
      readonly options: readonly OptionCard[];
      readonly open: readonly string[];
      readonly default: string;
      readonly deadline: number;
      readonly staffTime: number;
      readonly incident: string;
    }
  | { readonly type: 'OptionOpened'; readonly decision: string; readonly option: string }
  | {
      readonly type: 'DecisionTaken';
      readonly decision: string;
      readonly option: string;
      readonly by: Taker;
      readonly inForceAt: number;
    }
  | { readonly type: 'DecisionWithdrawn'; readonly decision: string }
  | {
      readonly type: 'PromiseMade';
      readonly promise: string;
      readonly says: string;
      readonly from: string;
      readonly to: string;
      readonly due: number;
      readonly incident: string;
    }
  | { readonly type: 'PromiseSettled'; readonly promise: string; readonly how: 'kept' | 'broken' | 'dropped' }
);
export type NoticeOf<T extends Notice['type']> = Extract<Notice, { type: T }>;

export const ofType = <T extends Notice['type']>(notices: readonly Notice[], type: T): NoticeOf<T>[] =>
  notices.filter((notice): notice is NoticeOf<T> => notice.type === type);

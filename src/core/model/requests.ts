/** What a seat sent to others, as it was told of it; and the links that the picture makes of that. */
import { handoverGates } from './facts.ts';
import type { Notice } from './notice.ts';
import { ofType } from './notice.ts';
import type { Setting } from './setting.ts';
import type { RequestCard, SeatView, TheatreLink } from './view.ts';
import { handState, workPhrase } from './work-phrase.ts';

export function requestCards(setting: Setting, notices: readonly Notice[]): RequestCard[] {
  return ofType(notices, 'RequestSent').map(({ request: ref, incident, title, from, to, at }) => {
    const receipt = ofType(notices, 'ReceiptAcknowledged').find(({ request }) => request === ref);
    const answer = ofType(notices, 'RequestAnswered').find(({ request }) => request === ref);
    return {
      ref,
      incident,
      title,
      from,
      to,
      sentAt: at,
      acknowledgedAt: receipt?.at ?? null,
      stands: answer === undefined ? standsOf(setting, notices, ref) : [],
      answeredAt: answer?.at ?? null,
      outcome: answer?.outcome ?? null,
    };
  });
}

/** The newest that was looked up at each gate. */
function standsOf(setting: Setting, notices: readonly Notice[], request: string): RequestCard['stands'] {
  return handoverGates.flatMap((gate): TheatreLink['gates'][number][] => {
    const newest = notices.findLast(
      (notice) =>
        (notice.type === 'RequestTracked' || notice.type === 'GatePassed') &&
        notice.request === request &&
        notice.gate === gate,
    );
    const isReceived =
      gate === 'front-door' && ofType(notices, 'ReceiptAcknowledged').some((receipt) => receipt.request === request);
    if (newest?.type === 'GatePassed' || (newest !== undefined && isReceived))
      return [{ gate, state: 'passed', label: null }];
    if (newest?.type !== 'RequestTracked') return [];
    return [{ gate, state: handState(newest.hand), label: workPhrase(setting, newest.hand) }];
  });
}

/** Handovers as the seat knows them: those it sent, and those that reached it. */
export function linksOf(notices: readonly Notice[], requests: readonly RequestCard[]): SeatView['theatre']['links'] {
  const sent = requests.map((request) => sentLink(request));
  const reached = ofType(notices, 'ProductReceived').filter(({ from }) => from !== null);
  return [
    ...sent,
    ...reached.map(({ product, from, to }) => ({
      ref: `${product.ref}-${from}`,
      title: product.title,
      from: from as string,
      to,
      state: 'arrived' as const,
      gates: handoverGates.map((gate) => ({ gate, state: 'passed' as const, label: null })),
    })),
  ];
}

const arrived = ['delivered', 'tear-line', 'spoken'];

function sentLink({
  ref,
  title,
  from,
  to,
  acknowledgedAt,
  stands,
  outcome,
}: RequestCard): SeatView['theatre']['links'][number] {
  if (outcome !== null && arrived.includes(outcome)) {
    return {
      ref,
      title,
      from,
      to,
      state: 'arrived',
      gates: handoverGates.map((gate) => ({ gate, state: 'passed', label: null })),
    };
  }
  const doorState = acknowledgedAt === null ? 'unknown' : 'passed';
  const rest = outcome === null ? 'unknown' : 'refused';
  const state =
    outcome === null
      ? acknowledgedAt === null
        ? 'under-way'
        : 'acknowledged'
      : outcome === 'denied'
        ? 'refused'
        : 'lost';
  return {
    ref,
    title,
    from,
    to,
    state,
    gates: handoverGates.map((gate) => {
      const untold = gate === 'front-door' ? doorState : gate === 'release' ? rest : 'unknown';
      return stands.find((at) => at.gate === gate) ?? { gate, state: untold, label: null };
    }),
  };
}

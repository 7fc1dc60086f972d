/** A seat's view: a function of the notices delivered to it and of what is public. The only way anything leaves for a seat or a stand-in. */
import type { Notice, NoticeOf } from './notice.ts';
import { ofType } from './notice.ts';
import type { Refs } from './refs.ts';
import { referent } from './refs.ts';
import { linksOf, requestCards } from './requests.ts';
import type { Setting } from './setting.ts';
import { known } from './setting.ts';
import { objectsOf, theatreFor } from './theatre.ts';
import type {
  HeldProduct,
  IncidentCard,
  OpenDecision,
  Phrase,
  PromiseCard,
  RequestCard,
  SeatView,
  TakenDecision,
  WorkCard,
} from './view.ts';
import type { SeatWorld, World } from './world.ts';

/** What `seat` sees at the world's present moment. Throws on a seat that the scenario lacks. */
export function viewFor(world: World, setting: Setting, seat: string): SeatView {
  const { title, nation, brief } = known(setting.seats, seat);
  const { notices, refs } = world.seats[seat] as SeatWorld;
  const incidents = incidentCards(notices);
  const requests = requestCards(setting, notices);
  const { open, taken } = decisionCards(notices);
  const works = workCards(notices);
  const heldBy: Viewed = { now: world.now, incidents, requests, open, works };
  const knownIncidents = incidents.map(({ ref }) => referent(refs, 'i', ref) as string);
  return {
    card: { seat, title, nation, brief },
    now: world.now,
    incidents,
    inbox: notices,
    products: ofType(notices, 'ProductReceived').map(productCard),
    decisions: open,
    taken,
    requests,
    works,
    promises: promiseCards(notices),
    holding: holdingUp(setting, heldBy),
    theatre: theatreFor(setting, {
      seat,
      now: world.now,
      turnsOf: (incident) => world.incidents[incident]?.turns ?? [],
      tracked: trackedObjects(setting, notices, refs),
      incidents: knownIncidents,
      links: linksOf(notices, requests),
    }),
  };
}

function incidentCards(notices: readonly Notice[]): IncidentCard[] {
  return ofType(notices, 'IncidentKnown').map(({ incident: ref, reportedAs, at }) => {
    const nature = ofType(notices, 'NatureLearned').find(({ incident }) => incident === ref);
    const deadline = ofType(notices, 'DeadlineLearned').findLast(({ incident }) => incident === ref);
    return {
      ref,
      title: nature?.title ?? reportedAs,
      natureKnown: nature !== undefined,
      kind: nature?.kind ?? null,
      knownSince: at,
      closesAt: deadline?.closesAt ?? null,
      closesBecause: deadline?.because ?? null,
    };
  });
}

const productCard = ({ product, form, from, at, incident }: NoticeOf<'ProductReceived'>): HeldProduct => ({
  ...product,
  form,
  from,
  at,
  incident,
});

function workCards(notices: readonly Notice[]): WorkCard[] {
  const finished = new Set(ofType(notices, 'WorkFinished').map(({ task }) => task));
  return ofType(notices, 'WorkStarted')
    .filter(({ task }) => !finished.has(task))
    .map(({ task: ref, incident, title, organisation, at }) => ({ ref, incident, title, organisation, since: at }));
}

function promiseCards(notices: readonly Notice[]): PromiseCard[] {
  const settled = new Map(ofType(notices, 'PromiseSettled').map((notice) => [notice.promise, notice]));
  return ofType(notices, 'PromiseMade')
    .map(({ promise: ref, incident, says, from, to, at, due }) => {
      const end = settled.get(ref);
      return { ref, incident, says, from, to, madeAt: at, due, settled: end ? { at: end.at, how: end.how } : null };
    })
    .sort((a, b) => a.due - b.due);
}

function decisionCards(notices: readonly Notice[]): { open: OpenDecision[]; taken: TakenDecision[] } {
  const open: OpenDecision[] = [];
  const taken: TakenDecision[] = [];
  const withdrawn = new Set(ofType(notices, 'DecisionWithdrawn').map(({ decision }) => decision));
  for (const offer of ofType(notices, 'DecisionOffered')) {
    const { decision: ref, incident, title, question, context, deadline, staffTime, at } = offer;
    const choice = ofType(notices, 'DecisionTaken').find(({ decision }) => decision === ref);
    if (choice !== undefined) {
      const says = offer.options.find(({ id }) => id === choice.option)?.says ?? choice.option;
      taken.push({ ref, title, says, by: choice.by, at: choice.at, inForceAt: choice.inForceAt });
    } else if (!withdrawn.has(ref)) {
      const later = ofType(notices, 'OptionOpened').filter(({ decision }) => decision === ref);
      const isOpen = (id: string) => offer.open.includes(id) || later.some(({ option }) => option === id);
      const options = offer.options.map((option) => ({ ...option, open: isOpen(option.id) }));
      open.push({
        ref,
        incident,
        title,
        question,
        context,
        options,
        default: offer.default,
        offeredAt: at,
        deadline,
        staffTime,
      });
    }
  }
  return { open: open.sort((a, b) => a.deadline - b.deadline), taken };
}

/** Objects of which a track or a characterisation is in the seat's hands in writing, and when the last one came. */
function trackedObjects(setting: Setting, notices: readonly Notice[], refs: Refs): ReadonlyMap<string, number> {
  const tracked = new Map<string, number>();
  for (const { product, form, incident, at } of ofType(notices, 'ProductReceived')) {
    if (form === 'oral' || (product.kind !== 'track' && product.kind !== 'characterisation')) continue;
    const about = known(setting.incidents, referent(refs, 'i', incident) as string);
    for (const object of objectsOf([about])) tracked.set(object, at);
  }
  return tracked;
}

interface Viewed {
  readonly now: number;
  readonly incidents: readonly IncidentCard[];
  readonly requests: readonly RequestCard[];
  readonly open: readonly OpenDecision[];
  readonly works: readonly WorkCard[];
}

/**
 * What is holding us up, as this seat was told: its own open questions, then what it asked others, then its own people's work; of each the
 * most pressing first.
 */
function holdingUp(setting: Setting, seen: Viewed): Phrase[] {
  const short = (id: string) => setting.organisations.get(id)?.short ?? id;
  const urgency = urgencyIn(seen);
  const asked = seen.requests
    .filter(({ answeredAt }) => answeredAt === null)
    .sort((a, b) => urgency(a) - urgency(b) || b.sentAt - a.sentAt);
  const works = [...seen.works].sort((a, b) => urgency(a) - urgency(b) || b.since - a.since);
  return [
    ...seen.open.map(({ title, deadline }) => ({ key: 'holding.decide', args: { title, deadlineAt: deadline } })),
    ...asked.map((request) => unanswered(request, short(request.to))),
    ...works.map(({ title, organisation, since }) => ({
      key: 'holding.working',
      args: { title, organisation: short(organisation), since },
    })),
  ];
}

/** When the window of what something is for closes, as the seat knows it; after all those where it knows none, and last where it is past. */
function urgencyIn({ incidents, now }: Viewed): (one: { readonly incident: string }) => number {
  const closing = new Map(incidents.map(({ ref, closesAt }) => [ref, closesAt]));
  return ({ incident }) => {
    const closesAt = closing.get(incident) ?? null;
    if (closesAt === null) return Number.MAX_SAFE_INTEGER - 1;
    return closesAt < now ? Number.MAX_SAFE_INTEGER : closesAt;
  };
}

/** As looked up where requests are tracked; else as told: sent, and at most that it arrived. */
function unanswered({ title, sentAt, acknowledgedAt, stands }: RequestCard, to: string): Phrase {
  const label = stands.findLast((at) => at.label !== null)?.label;
  if (label) return { key: label.key, args: { ...label.args, title } };
  if (acknowledgedAt === null) return { key: 'holding.asked', args: { title, to, sentAt } };
  return { key: 'holding.acknowledged', args: { title, to, sentAt, acknowledgedAt } };
}

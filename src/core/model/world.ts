/** The world as the facts so far make it: readable, immutable, the same whoever folds them and however often they stopped. */
import { produce } from 'immer';
import { compareText } from '../kernel/ids.ts';
import type { Charges, Fact, FactOf, PartnershipState, ResponseState, Status, Taker } from './facts.ts';
import type { Incident } from './incident.ts';
import type { Notice } from './notice.ts';
import { noticesOf } from './notices.ts';
import type { Refs } from './refs.ts';
import type { Setting } from './setting.ts';
import { known } from './setting.ts';
import type { Turn } from './sights.ts';
import type { WorkInHand } from './work-in-hand.ts';

export interface IncidentWorld {
  readonly begunAt: number | null;
  /** When its window closes, as it now goes. */
  readonly closesAt: number;
  /** The branch that it is on, null where it has none. */
  readonly branch: string | null;
  /** When it took that branch, and those before. */
  readonly turns: readonly Turn[];
  readonly state: ResponseState;
  readonly windowMet: boolean | null;
  readonly ended: null | {
    readonly at: number;
    readonly status: Status;
    readonly windowMet: boolean;
    readonly elapsedSeconds: number;
    readonly firstObservable: number;
    readonly closesAt: number;
    readonly step: number;
    readonly charges: Charges;
    readonly trustSeconds: number;
  };
}

export interface TaskWorld {
  readonly beganAt: number;
  readonly endedAt: number | null;
  readonly outcome: string | null;
  /** By machine; for coordination by machine and partner, as `coordination sog`. */
  readonly gates: Readonly<Record<string, { readonly state: string; readonly since: number }>>;
  /** As gates, or `own`. */
  readonly works: Readonly<Record<string, WorkInHand>>;
}

export interface DecisionWorld {
  readonly offeredAt: number;
  readonly deadline: number;
  readonly open: readonly string[];
  readonly taken: null | {
    readonly at: number;
    readonly option: string;
    readonly by: Taker;
    readonly inForceAt: number;
    readonly reason: string;
  };
  readonly withdrawn: boolean;
}

export interface PromiseWorld {
  readonly from: string;
  readonly to: string;
  readonly madeAt: number;
  readonly due: number;
  readonly settled: null | { readonly at: number; readonly how: 'kept' | 'broken' | 'dropped' };
}

export interface SeatWorld {
  readonly notices: readonly Notice[];
  readonly refs: Refs;
}

export interface World {
  readonly now: number;
  readonly incidents: Readonly<Record<string, IncidentWorld>>;
  readonly tasks: Readonly<Record<string, TaskWorld>>;
  readonly decisions: Readonly<Record<string, DecisionWorld>>;
  readonly promises: Readonly<Record<string, PromiseWorld>>;
  /** By the nation that trusts and the one that is trusted, as `fr us`: what has moved. */
  readonly trust: Readonly<Record<string, { readonly trust: number; readonly partnership: PartnershipState | null }>>;
  /** Rung of the ladder, null until something has moved it. */
  readonly rung: string | null;
  readonly seats: Readonly<Record<string, SeatWorld>>;
  readonly steps: readonly FactOf<'StepEnded'>[];
  readonly measures: Readonly<Record<string, number>> | null;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] extends object | null ? Writable<T[K]> : T[K] };
type Draft = Writable<World>;

/** Before StartEx. */
export function emptyWorld(setting: Setting): World {
  const { scenario } = setting.definition;
  const incidentWorld = ({ begins, window }: Incident): IncidentWorld => ({
    begunAt: null,
    closesAt: begins + window.closes,
    branch: null,
    turns: [],
    state: 'unseen',
    windowMet: null,
    ended: null,
  });
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).sort(compareText);
  return {
    now: 0,
    incidents: Object.fromEntries(
      ids(scenario.incidents).map((id) => [id, incidentWorld(known(setting.incidents, id))]),
    ),
    promises: {},
    trust: {},
    rung: null,
    tasks: {},
    decisions: {},
    seats: Object.fromEntries(ids(scenario.seats).map((id) => [id, { notices: [], refs: {} }])),
    steps: [],
    measures: null,
  };
}

/** Folds a batch of facts in one go. `now`: how far time has passed, at least the last fact's. */
export function fold(world: World, setting: Setting, facts: readonly Fact[], now: number): World {
  return produce(world, (draft) => {
    for (const fact of facts) {
      happen(draft as Draft, fact);
      for (const { seat, tell } of noticesOf(setting, fact)) {
        const told = draft.seats[seat] as Writable<SeatWorld> | undefined;
        if (told !== undefined) tell(told.refs as Record<string, string>, told.notices as Notice[], draft.incidents);
      }
    }
    (draft as Draft).now = now;
  });
}

function happen(draft: Draft, fact: Fact): void {
  switch (fact.type) {
    case 'IncidentBegan':
      incidentOf(draft, fact.incident).begunAt = fact.at;
      return;
    case 'ResponseMoved':
      incidentOf(draft, fact.incident).state = fact.to;
      return;
    case 'WindowClosed':
      incidentOf(draft, fact.incident).windowMet = fact.met;
      return;
    case 'ResponseEnded': {
      const { at, status, windowMet, elapsedSeconds, firstObservable, closesAt, step, charges, trustSeconds } = fact;
      incidentOf(draft, fact.incident).ended = {
        at,
        status,
        windowMet,
        elapsedSeconds,
        firstObservable,
        closesAt,
        step,
        charges: charges as Writable<Charges>,
        trustSeconds,
      };
      return;
    }
    case 'TaskBegan':
      draft.tasks[fact.task] = { beganAt: fact.at, endedAt: null, outcome: null, gates: {}, works: {} };
      return;
    case 'StepEnded':
      draft.steps.push(fact);
      delete draft.tasks[fact.task]?.works[placeOf(fact.work, fact.party)];
      return;
    case 'RunEnded':
      draft.measures = fact.measures;
      return;
    default:
      work(draft, fact);
  }
}

function work(draft: Draft, fact: Fact): void {
  switch (fact.type) {
    case 'TaskEnded': {
      const task = draft.tasks[fact.task];
      if (task !== undefined) Object.assign(task, { endedAt: fact.at, outcome: fact.outcome, works: {} });
      return;
    }
    case 'FrictionMoved': {
      const task = draft.tasks[fact.task];
      if (task !== undefined) task.gates[placeOf(`${fact.machine}.`, fact.party)] = { state: fact.to, since: fact.at };
      return;
    }
    case 'WorkQueued': {
      const { work: name, party, desk, at, ahead, opensAt } = fact;
      const task = draft.tasks[fact.task];
      if (task !== undefined)
        task.works[placeOf(name, party)] = {
          work: name,
          desk,
          queuedAt: at,
          ahead,
          opensAt,
          begunAt: null,
          onCall: false,
        };
      return;
    }
    case 'WorkBegan': {
      const { work: name, party, desk, at, onCall } = fact;
      const works = draft.tasks[fact.task]?.works;
      const queuedAt = works?.[placeOf(name, party)]?.queuedAt ?? null;
      if (works !== undefined)
        works[placeOf(name, party)] = { work: name, desk, queuedAt, ahead: 0, opensAt: null, begunAt: at, onCall };
      return;
    }
    default:
      decided(draft, fact);
  }
}

function decided(draft: Draft, fact: Fact): void {
  switch (fact.type) {
    case 'DecisionOffered':
      draft.decisions[fact.decision] = {
        offeredAt: fact.at,
        deadline: fact.deadline,
        open: [...fact.open],
        taken: null,
        withdrawn: false,
      };
      return;
    case 'OptionOpened':
      (draft.decisions[fact.decision]?.open as string[] | undefined)?.push(fact.option);
      return;
    case 'DecisionTaken': {
      const decision = draft.decisions[fact.decision];
      const { at, option, by, inForceAt, reason } = fact;
      if (decision !== undefined) decision.taken = { at, option, by, inForceAt, reason };
      return;
    }
    case 'DecisionWithdrawn': {
      const decision = draft.decisions[fact.decision];
      if (decision !== undefined) decision.withdrawn = true;
      return;
    }
    default:
      dealt(draft, fact);
  }
}

/** What nations did to each other, and what became of it. */
function dealt(draft: Draft, fact: Fact): void {
  switch (fact.type) {
    case 'BranchTaken':
      turn(incidentOf(draft, fact.incident), fact);
      return;
    case 'PromiseMade': {
      const { promise, from, to, at, due } = fact;
      draft.promises[promise] = { from, to, madeAt: at, due, settled: null };
      return;
    }
    case 'PromiseSettled': {
      const promise = draft.promises[fact.promise];
      if (promise !== undefined) promise.settled = { at: fact.at, how: fact.how };
      return;
    }
    case 'TrustMoved':
    case 'PartnershipMoved': {
      const pair = `${fact.of} ${fact.in}`;
      const before = draft.trust[pair] ?? { trust: 0, partnership: null };
      draft.trust[pair] =
        fact.type === 'TrustMoved' ? { ...before, trust: fact.trust } : { ...before, partnership: fact.to };
      return;
    }
    case 'EscalationMoved':
      draft.rung = fact.rung;
      return;
    default:
  }
}

function turn(incident: Writable<IncidentWorld>, { at, branch, closesAt }: FactOf<'BranchTaken'>): void {
  Object.assign(incident, { branch, closesAt });
  incident.turns.push({ at, branch });
}

function incidentOf(draft: Draft, id: string): Writable<IncidentWorld> {
  const incident = draft.incidents[id];
  if (incident === undefined)
    throw new Error(`Impossible: a fact names the incident ${id}, which the definition lacks`);
  return incident;
}

/** `release.review` is the release machine's; `coordination.align` one of several, told apart by partner; `assess` is the task's own. */
function placeOf(work: string, party: string | null): string {
  const machine = work.includes('.') ? (work.split('.')[0] as string) : 'own';
  return party === null ? machine : `${machine} ${party}`;
}

/** What nations did to each other in a run, and what came of it: the truth, for the open curtain and the review, from the facts alone. */
import type { Fact, FactOf, PartnershipState } from '../../core/model/facts.ts';
import type { Incident } from '../../core/model/incident.ts';
import type { Definition } from '../../core/model/scenario.ts';
import type { Task } from '../../core/model/task.ts';
import type { TrustMove } from '../../core/model/trust-moves.ts';

export interface PromiseRow {
  readonly id: string;
  readonly says: string;
  readonly from: string;
  readonly to: string;
  readonly incident: string;
  readonly madeAt: number;
  readonly due: number;
  /** Null while nobody knows yet how it ends. */
  readonly settled: null | { readonly at: number; readonly how: FactOf<'PromiseSettled'>['how'] };
}

/** One nation's trust in another, as it moved; parts of a thousand. */
export interface TrustRow {
  readonly of: string;
  readonly in: string;
  /** At StartEx; null where the files leave it to the arrangement's neutral. */
  readonly start: number | null;
  readonly now: number;
  /** Null while it is what it was at StartEx. */
  readonly partnership: PartnershipState | null;
  readonly moves: readonly { readonly at: number; readonly because: TrustMove; readonly trust: number }[];
}

export interface Ladder {
  readonly rungs: readonly string[];
  readonly now: number;
  readonly highest: number;
  readonly moves: readonly { readonly at: number; readonly says: string; readonly rung: number }[];
}

export interface Harm {
  readonly at: number;
  readonly kind: 'exposed' | 'breached';
  readonly title: string;
}

export interface Dealings {
  readonly branches: Readonly<Record<string, string>>;
  /** Of an incident's charges, seconds more than at neutral trust; below nothing, fewer. */
  readonly trustSeconds: Readonly<Record<string, number>>;
  readonly promises: readonly PromiseRow[];
  readonly trust: readonly TrustRow[];
  readonly harms: readonly Harm[];
  /** Null where the scenario has no ladder. */
  readonly ladder: Ladder | null;
}

const ofType = <T extends Fact['type']>(facts: readonly Fact[], type: T): FactOf<T>[] =>
  facts.filter((fact): fact is FactOf<T> => fact.type === type);

export function dealingsOf({ scenario, coalition }: Definition, facts: readonly Fact[]): Dealings {
  const tasks = tasksOf(scenario.incidents);
  const branches = ofType(facts, 'BranchTaken').map(({ incident, branch }) => {
    const found = scenario.incidents.find(({ id }) => id === incident)?.branches?.find(({ id }) => id === branch);
    return [incident, found?.says ?? branch];
  });
  const ended = ofType(facts, 'ResponseEnded').map(({ incident, trustSeconds }) => [incident, trustSeconds]);
  return {
    branches: Object.fromEntries(branches),
    trustSeconds: Object.fromEntries(ended),
    promises: promisesOf(tasks, facts),
    trust: trustOf(coalition.trust?.starts ?? [], facts),
    harms: harmsOf(tasks, facts),
    ladder: ladderOf(scenario.ladder, facts),
  };
}

type Tasks = ReadonlyMap<string, { readonly task: Task; readonly incident: Incident }>;

const tasksOf = (incidents: readonly Incident[]): Tasks =>
  new Map(incidents.flatMap((incident) => incident.response.map((task) => [task.id, { task, incident }] as const)));

function promisesOf(tasks: Tasks, facts: readonly Fact[]): PromiseRow[] {
  const settled = new Map(ofType(facts, 'PromiseSettled').map((fact) => [fact.promise, fact]));
  return ofType(facts, 'PromiseMade').map(({ promise: id, decision, from, to, at, due }) => {
    const found = tasks.get(decision);
    const options = found?.task.task === 'decide' ? found.task.options : [];
    const promise = options.flatMap(({ promises = [] }) => promises).find((one) => one.id === id);
    const end = settled.get(id);
    return {
      id,
      says: promise?.says ?? id,
      from,
      to,
      incident: found?.incident.title ?? '',
      madeAt: at,
      due,
      settled: end === undefined ? null : { at: end.at, how: end.how },
    };
  });
}

type Starts = readonly { readonly of: string; readonly in: string; readonly trust: number }[];

/** Those that moved, the deepest fall first. */
function trustOf(starts: Starts, facts: readonly Fact[]): TrustRow[] {
  const partnerships = new Map(ofType(facts, 'PartnershipMoved').map((fact) => [`${fact.of} ${fact.in}`, fact.to]));
  const moves = ofType(facts, 'TrustMoved');
  const pairs = [...new Set(moves.map((fact) => `${fact.of} ${fact.in}`))];
  const rows = pairs.map((pair): TrustRow => {
    const [of = '', other = ''] = pair.split(' ');
    const moved = moves.filter((fact) => fact.of === of && fact.in === other);
    return {
      of,
      in: other,
      start: starts.find((one) => one.of === of && one.in === other)?.trust ?? null,
      now: moved.at(-1)?.trust ?? 0,
      partnership: partnerships.get(pair) ?? null,
      moves: moved.map(({ at, because, trust }) => ({ at, because, trust })),
    };
  });
  const change = ({ start, now }: TrustRow): number => (start === null ? 0 : now - start);
  return rows.toSorted((a, b) => change(a) - change(b));
}

function harmsOf(tasks: Tasks, facts: readonly Fact[]): Harm[] {
  const title = (task: string): string => tasks.get(task)?.task.title ?? task;
  return facts.flatMap((fact): Harm[] => {
    if (fact.type === 'SourceExposed') return [{ at: fact.at, kind: 'exposed', title: title(fact.task) }];
    if (fact.type === 'ThirdPartyBreached') return [{ at: fact.at, kind: 'breached', title: title(fact.task) }];
    return [];
  });
}

function ladderOf(ladder: Definition['scenario']['ladder'], facts: readonly Fact[]): Ladder | null {
  if (ladder === undefined) return null;
  const place = (id: string): number => ladder.rungs.findIndex((rung) => rung.id === id);
  const moves = ofType(facts, 'EscalationMoved').map(({ at, rung, because }) => ({
    at,
    rung: place(rung),
    says: ladder.moves.find(({ when }) => when === because)?.says ?? because,
  }));
  const start = place(ladder.starts);
  return {
    rungs: ladder.rungs.map(({ says }) => says),
    now: moves.at(-1)?.rung ?? start,
    highest: Math.max(start, ...moves.map(({ rung }) => rung)),
    moves,
  };
}

/** Definitions changed for one law: made certain, made plain, shuffled, lengthened. Each returns a new definition. */
import type { Coalition, Nation, Organisation, Pair } from '../../src/core/model/coalition.ts';
import type { Incident } from '../../src/core/model/incident.ts';
import type { Need } from '../../src/core/model/need.ts';
import type { Definition, Inject } from '../../src/core/model/scenario.ts';
import type { Task } from '../../src/core/model/task.ts';
import { act, desk, exactly } from './build.ts';
import type { Tape } from './tape.ts';

type Spread = Parameters<typeof longest>[0];

/** One number of a spread. */
export function longest(spread: Pair['release']['mark']): number {
  if ('exactly' in spread) return spread.exactly;
  return 'high' in spread ? spread.high : spread.p100;
}

const isSpread = (value: unknown): value is Spread =>
  typeof value === 'object' && value !== null && ('exactly' in value || 'mode' in value || 'p50' in value);
const isShare = (value: unknown): value is { perMille: number } =>
  typeof value === 'object' && value !== null && 'perMille' in value;

interface Change {
  readonly spread?: (spread: Spread, at: string) => Spread;
  readonly share?: (perMille: number, at: string) => number;
}

/** The same pair with each of its numbers changed. */
export function mapPair(pair: Pair, change: Change): Pair {
  return {
    ...pair,
    frontDoor: changed(pair.frontDoor, 'front-door', change),
    release: changed(pair.release, 'release', change),
    carriage: changed(pair.carriage, 'carriage', change),
    ...(pair.costs === undefined ? {} : { costs: changed(pair.costs, 'costs', change) }),
  };
}

/** The same nation with each of its ways of deciding and aligning changed. */
export function mapNation(nation: Nation, change: Change): Nation {
  return {
    ...nation,
    ...(nation.decision === undefined ? {} : { decision: changed(nation.decision, 'national-decision', change) }),
    ...(nation.coordination === undefined
      ? {}
      : { coordination: changed(nation.coordination, 'coordination', change) }),
  };
}

function changed<T extends object>(of: T, group: string, { spread, share }: Change): T {
  return Object.fromEntries(
    Object.entries(of).map(([name, value]) => {
      if (isSpread(value)) return [name, spread?.(value, `${group}.${name}`) ?? value];
      if (!isShare(value)) return [name, value];
      return [name, { ...value, perMille: share?.(value.perMille, `${group}.${name}`) ?? value.perMille }];
    }),
  ) as T;
}

export const withCoalition = (definition: Definition, over: Partial<Coalition>): Definition => ({
  ...definition,
  coalition: { ...definition.coalition, ...over },
});

export const withTasks = (definition: Definition, change: (task: Task) => Task): Definition => ({
  ...definition,
  scenario: {
    ...definition.scenario,
    incidents: definition.scenario.incidents.map((incident) => ({
      ...incident,
      response: incident.response.map(change),
    })),
  },
});

const SURE = 1000;
/** What is likely is certain, and what is not never happens. */
const sureOf = (perMille: number): number => (perMille >= 300 ? SURE : 0);

/** One of a row of shares is certain: the likeliest, the first of equals. */
function oneSure(shares: readonly number[]): readonly number[] {
  const most = shares.indexOf(Math.max(...shares));
  return shares.map((_, i) => (i === most ? SURE : 0));
}

function sureNation(nation: Nation): Nation {
  const { referred, declined } = nation.decision ?? {};
  const excluded = new Set([
    ...((referred?.perMille ?? 0) >= 300 ? ['national-decision.legalAsked'] : []),
    ...((declined?.perMille ?? 0) >= 300 ? ['national-decision.caveated'] : []),
  ]);
  return mapNation(nation, {
    spread: (spread) => exactly(longest(spread)),
    share: (perMille, at) => (excluded.has(at) ? 0 : sureOf(perMille)),
  });
}

function sureEnds(task: Task, branches: readonly string[]): Task {
  if (!('finds' in task) || task.finds === undefined) return task;
  const { ends } = task.finds;
  const plain = oneSure(ends.map(({ perMille }) => perMille));
  const onBranch = branches.map((id) => oneSure(ends.map(({ perMille, inBranch }) => inBranch?.[id] ?? perMille)));
  const sure = ends.map((end, i) => ({
    ...end,
    perMille: plain[i] as number,
    ...(branches.length === 0
      ? {}
      : { inBranch: Object.fromEntries(branches.map((id, b) => [id, onBranch[b]?.[i] as number])) }),
  }));
  return { ...task, finds: { ...task.finds, ends: sure } };
}

function sureIncident(incident: Incident): Incident {
  const { branches = [] } = incident;
  const starts = oneSure(branches.map((one) => one.starts.perMille));
  const ids = branches.map(({ id }) => id);
  return {
    ...incident,
    response: incident.response.map((task) => sureEnds(task, ids)),
    ...(branches.length === 0
      ? {}
      : {
          branches: branches.map((one, i) => ({ ...one, starts: { ...one.starts, perMille: starts[i] as number } })),
        }),
  };
}

/** No luck left: every duration exact, every verdict certain. Of ends that exclude each other, the first that was likely. */
export function certain(drawn: Definition): Definition {
  const { scenario } = drawn;
  const incidents = scenario.incidents.map(sureIncident);
  const nations = drawn.coalition.nations.map(sureNation);
  const definition = withCoalition({ ...drawn, scenario: { ...scenario, incidents } }, { nations });
  const pairs = definition.coalition.pairs.map((pair) => {
    const misroutes = pair.frontDoor.misroute.perMille >= 300;
    const flawed = pair.release.flawed.perMille >= 300;
    const never = (at: string) =>
      (misroutes && /dispute/.test(at)) || (flawed && at === 'release.needsTearLine') ? 0 : undefined;
    return mapPair(pair, {
      spread: (spread) => exactly(longest(spread)),
      share: (perMille, at) => never(at) ?? sureOf(perMille),
    });
  });
  const sure = withTasks(withCoalition(definition, { pairs }), (task) =>
    'takes' in task && task.takes !== undefined ? { ...task, takes: exactly(longest(task.takes)) } : task,
  );
  const organisations = sure.coalition.organisations.map((organisation) => ({
    ...organisation,
    desks: organisation.desks.map((one) => ({
      ...one,
      background: one.background.map((stream) => ({ ...stream, takes: exactly(longest(stream.takes)) })),
    })),
  }));
  return withCoalition(sure, { organisations });
}

/** Every desk open round the clock with a crowd in it, and no work but the exercise's. */
export function unlimited(definition: Definition): Definition {
  const open = (organisation: Organisation): Organisation => ({
    ...organisation,
    desks: organisation.desks.map(({ role }) => desk(role)),
  });
  return withCoalition(definition, { organisations: definition.coalition.organisations.map(open) });
}

const bare = (literal: string, decisions: ReadonlySet<string>) => {
  const [task] = literal.split('=') as [string];
  return decisions.has(task) ? task : literal;
};
const firstOf = (need: Need): string =>
  (typeof need === 'string' ? need : ('any' in need ? need.any : need.of)[0]) as string;

/**
 * No alternatives, no decisions, no verdicts of seats and no trust: a task needs all that it names, somebody does what was a decision, and
 * nothing calls an inject off. Nothing is left that counts or moves without taking part: the ladder, stakes.
 */
export function plain(definition: Definition): Definition {
  const all = definition.scenario.incidents.flatMap(({ response }) => response);
  const decisions = new Set(all.flatMap((task) => (task.task === 'decide' ? [task.id] : [])));
  const needed = (needs: readonly Need[]) => needs.map((need) => bare(firstOf(need), decisions));
  const tasked = withTasks(definition, (task) => {
    const needs = needed(task.needs);
    if (task.task === 'decide') return act(task.id, { needs, desk: 'none' });
    if (task.task === 'share' || task.task === 'consent') return { ...task, needs, authorities: {} };
    return { ...task, needs };
  });
  const { ladder: _, ...scenario } = tasked.scenario;
  const { trust: __, ...coalition } = tasked.coalition;
  const inject = ({ unless: _, ...one }: Inject): Inject => ({ ...one, needs: needed(one.needs ?? []) });
  const incident = ({ decisions: _, attribution: __, consequences: ___, ...one }: Incident): Incident => ({
    ...one,
    awareness: {},
  });
  return {
    ...tasked,
    coalition,
    scenario: {
      ...scenario,
      injects: scenario.injects.map(inject),
      incidents: scenario.incidents.map(incident),
    },
  };
}

function shuffle<T>(list: readonly T[], tape: Tape): T[] {
  const shuffled = [...list];
  for (let i = shuffled.length - 1; i > 0; i--) {
    const j = tape.upTo(i);
    [shuffled[i], shuffled[j]] = [shuffled[j] as T, shuffled[i] as T];
  }
  return shuffled;
}

/** The same definition with every list whose order means nothing in another order. */
export function shuffled(definition: Definition, tape: Tape): Definition {
  const { scenario, access, coalition } = definition;
  const mix = <T>(list: readonly T[]) => shuffle(list, tape);
  const task = (one: Task): Task => (one.task === 'sense' ? { ...one, sensors: mix(one.sensors) } : one);
  return {
    ...definition,
    scenario: {
      ...scenario,
      seats: mix(scenario.seats).map((seat) => ({ ...seat, organisations: mix(seat.organisations) })),
      products: mix(scenario.products),
      injects: mix(scenario.injects),
      incidents: mix(scenario.incidents).map((incident) => ({
        ...incident,
        ...(incident.consequences === undefined ? {} : { consequences: mix(incident.consequences) }),
        response: mix(incident.response).map(task),
      })),
    },
    access: { ...access, windows: mix(access.windows) },
    coalition: {
      ...coalition,
      zones: mix(coalition.zones),
      nations: mix(coalition.nations),
      organisations: mix(coalition.organisations).map((one) => ({ ...one, desks: mix(one.desks) })),
      sensors: mix(coalition.sensors),
      pairs: mix(coalition.pairs),
      delegations: mix(coalition.delegations).map((one) => ({ ...one, kinds: mix(one.kinds) })),
      matrix: mix(coalition.matrix),
      ...(coalition.trust === undefined ? {} : { trust: { ...coalition.trust, starts: mix(coalition.trust.starts) } }),
    },
  };
}

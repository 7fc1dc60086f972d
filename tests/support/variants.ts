/** Definitions changed for one law: made certain, made plain, shuffled, lengthened. Each returns a new definition. */
import type { Coalition, Organisation, Pair } from '../../src/core/model/coalition.ts';
import type { Definition, Need, Task } from '../../src/core/model/scenario.ts';
import { act, desk, exactly } from './build.ts';
import type { Tape } from './generate.ts';

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

/** The same pair with each of its numbers changed. */
export function mapPair(
  pair: Pair,
  change: { spread?: (spread: Spread, at: string) => Spread; share?: (perMille: number, at: string) => number },
): Pair {
  const part = <T extends object>(of: T, gate: string): T =>
    Object.fromEntries(
      Object.entries(of).map(([name, value]) => {
        if (isSpread(value)) return [name, change.spread?.(value, `${gate}.${name}`) ?? value];
        if (isShare(value))
          return [name, { ...value, perMille: change.share?.(value.perMille, `${gate}.${name}`) ?? value.perMille }];
        return [name, value];
      }),
    ) as T;
  return {
    ...pair,
    frontDoor: part(pair.frontDoor, 'front-door'),
    release: part(pair.release, 'release'),
    carriage: part(pair.carriage, 'carriage'),
  };
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

/** No luck left: every duration exact, every verdict certain. Of ends that exclude each other, the first that was likely. */
export function certain(definition: Definition): Definition {
  const pairs = definition.coalition.pairs.map((pair) => {
    const misroutes = pair.frontDoor.misroute.perMille >= 300;
    const flawed = pair.release.flawed.perMille >= 300;
    const never = (at: string) =>
      (misroutes && /dispute/.test(at)) || (flawed && at === 'release.needsTearLine') ? 0 : undefined;
    return mapPair(pair, {
      spread: (spread) => exactly(longest(spread)),
      share: (perMille, at) => never(at) ?? (perMille >= 300 ? 1000 : 0),
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

/** No alternatives, no decisions and no verdicts of seats: a task needs all that it names, and somebody does what was a decision. */
export function plain(definition: Definition): Definition {
  const all = definition.scenario.incidents.flatMap(({ response }) => response);
  const decisions = new Set(all.flatMap((task) => (task.task === 'decide' ? [task.id] : [])));
  return withTasks(definition, (task) => {
    const needs = task.needs.map((need) => bare(firstOf(need), decisions));
    if (task.task === 'decide') return act(task.id, { needs, desk: 'none' });
    return task.task === 'share' ? { ...task, needs, authorities: {} } : { ...task, needs };
  });
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
    },
  };
}

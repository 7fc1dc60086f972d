/** The same texts in another world: what no seat can know is otherwise. */
import type { RunChoice } from '../../src/core/engine/index.ts';
import type { Incident } from '../../src/core/model/incident.ts';
import type { Definition } from '../../src/core/model/scenario.ts';
import type { Task } from '../../src/core/model/task.ts';
import { share } from './build.ts';
import { seatIds } from './generate-tasks.ts';
import type { Tape } from './tape.ts';
import { mapPair, withCoalition, withTasks } from './variants.ts';

/** With what flies drawn on the picture. */
export const withSatellites = (definition: Definition): Definition => ({
  ...definition,
  scenario: {
    ...definition.scenario,
    satellites: (['thing', 'other'] as const).map((id, i) => ({
      id,
      name: `Object ${id}`,
      regime: 'geo',
      longitude: 40 + i,
      drift: 5,
      role: 'approaching',
      fictional: true,
    })),
  },
});

const withBranches = (definition: Definition, starts: (place: number, count: number) => number): Definition => ({
  ...definition,
  scenario: {
    ...definition.scenario,
    incidents: definition.scenario.incidents.map((one) =>
      one.branches === undefined
        ? one
        : {
            ...one,
            branches: one.branches.map((branch, i, { length }) => ({ ...branch, starts: share(starts(i, length)) })),
          },
    ),
  },
});

/** Some choices bring nothing about but what hangs on them. */
const withoutEffects = (definition: Definition, tape: Tape): Definition =>
  withTasks(definition, (task) => {
    if (task.task !== 'decide') return task;
    const options = task.options.map(({ branch, promises, drops, bypasses, ...option }) => ({
      ...option,
      ...(branch !== undefined && tape.once(2) ? { branch } : {}),
      ...(promises !== undefined && tape.once(2) ? { promises } : {}),
      ...(drops !== undefined && tape.once(2) ? { drops } : {}),
      ...(bypasses !== undefined && tape.once(2) ? { bypasses } : {}),
    }));
    return { ...task, options };
  });

function otherTrust(definition: Definition, tape: Tape): Definition {
  const { trust } = definition.coalition;
  if (trust === undefined) return definition;
  const starts = trust.starts.map((one) => ({ ...one, trust: tape.upTo(1000) }));
  const moves = Object.fromEntries(
    Object.entries(trust.moves).map(([move, one]) => [move, { ...one, points: -one.points }]),
  );
  return withCoalition(definition, { trust: { ...trust, starts, moves: moves as typeof trust.moves } });
}

/** What might have gone wrong between some nations does not. */
function otherOdds(definition: Definition, tape: Tape): Definition {
  const pairs = definition.coalition.pairs.map((one) =>
    mapPair(one, { share: (perMille) => (tape.once(2) ? 0 : perMille) }),
  );
  return withCoalition(definition, { pairs });
}

/** Another world in which every seat starts with the same in hand, and the luck and people that it is played with. */
export function otherwise(definition: Definition, choice: RunChoice, tape: Tape): readonly [Definition, RunChoice] {
  switch (tape.upTo(7)) {
    case 0:
      return [definition, { ...choice, seed: `${choice.seed}-other` }];
    case 1:
      return [withBranches(definition, (i, count) => (i === count - 1 ? 1000 : 0)), choice];
    case 2:
      return [withBranches(definition, (i) => (i === 0 ? 1000 : 0)), choice];
    case 3:
      return [otherTrust(definition, tape), choice];
    case 4:
      return [withoutEffects(definition, tape), choice];
    case 5:
      return [otherOdds(definition, tape), choice];
    case 6:
      return [definition, { ...choice, held: tape.some(seatIds) }];
    default:
      return [uncounted(definition), choice];
  }
}

/** Without the ladder and all that is only counted, and with every branch called the other kind. */
export function uncounted(definition: Definition): Definition {
  const { ladder: _, ...scenario } = definition.scenario;
  const incidents = scenario.incidents.map(
    ({ consequences: _c, attribution: _a, decisions: _d, branches, ...one }): Incident => ({
      ...one,
      ...(branches === undefined
        ? {}
        : { branches: branches.map((each) => ({ ...each, hostile: !each.hostile, says: 'It goes some other way.' })) }),
    }),
  );
  return { ...definition, scenario: { ...scenario, incidents } };
}

const promisesOf = (task: Task) =>
  task.task === 'decide' ? task.options.flatMap(({ promises = [] }) => promises) : [];

/** Other names for incidents, tasks, injects and products, in the same alphabetical order. */
export function renamed(definition: Definition): Definition {
  const { scenario } = definition;
  const ids = [
    ...scenario.incidents,
    ...scenario.injects,
    ...scenario.products,
    ...scenario.incidents.flatMap(({ response }) => response),
    ...scenario.incidents.flatMap(({ response }) => response.flatMap(promisesOf)),
  ].map(({ id }) => id);
  const names = new Map(ids.map((id) => [id, `x${id.replace('track', 'tpack')}`]));
  const keys = new Set([
    'id',
    'goal',
    'product',
    'gives',
    'incident',
    'weighException',
    'needs',
    'any',
    'of',
    'awareness',
    'holds',
    'knows',
    'unless',
    'that',
    'drops',
    'until',
    'when',
    'attribution',
    'decide',
  ]);
  const rename = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') {
      if (!keys.has(key)) return value;
      const [id, ...rest] = value.split('=') as [string];
      return [names.get(id) ?? id, ...rest].join('=');
    }
    if (Array.isArray(value)) return value.map((one) => rename(one, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [
        name,
        rename(one, ['awareness', 'decisions'].includes(key) ? 'needs' : name),
      ]),
    );
  };
  return { ...definition, scenario: rename(scenario, '') as Definition['scenario'] };
}

/** Two definitions in one, that share nothing but the clock, the time zones, the levers and the lead nation that some may trust. */
import type { Definition } from '../../src/core/model/scenario.ts';

type Named = { readonly id: string };
const idsOf = (list: readonly Named[]): string[] => list.map(({ id }) => id);

function namesIn({ scenario, coalition }: Definition): Set<string> {
  const tasks = scenario.incidents.flatMap(({ response }) => response);
  const promises = tasks.flatMap((task) =>
    task.task === 'decide' ? task.options.flatMap((option) => option.promises ?? []) : [],
  );
  const objects = tasks.flatMap((task) => (task.task === 'sense' ? [task.object] : []));
  const lists = [coalition.nations, coalition.organisations, coalition.sensors, scenario.seats, scenario.products];
  return new Set([...[...lists, scenario.injects, scenario.incidents, tasks, promises].flatMap(idsOf), ...objects]);
}

/** Every name with a prefix, wherever it stands; kinds of products are no names. */
function prefixed<T>(whole: T, names: ReadonlySet<string>, prefix: string): T {
  const renamed = (text: string): string => {
    const [name, ...outcome] = text.split('=') as [string];
    return names.has(name) ? [`${prefix}-${name}`, ...outcome].join('=') : text;
  };
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return key === 'kind' || key === 'kinds' ? value : renamed(value);
    if (Array.isArray(value)) return value.map((one) => walk(one, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [renamed(name), walk(one, name)]));
  };
  return walk(whole, '') as T;
}

const PARTS = ['seats', 'satellites', 'products', 'injects', 'incidents'] as const;
const COALITION_PARTS = ['nations', 'organisations', 'sensors', 'pairs', 'delegations', 'matrix'] as const;

/** `definition` with all that happens in `other`, which goes by other names. There is one ladder: that of `definition`. */
export function besides(definition: Definition, other: Definition, prefix: string): Definition {
  const apart = prefixed(other, namesIn(other), prefix);
  const joined = <T extends object, K extends keyof T>(of: T, more: T, keys: readonly K[]): T => ({
    ...of,
    ...Object.fromEntries(keys.map((key) => [key, [...(of[key] as never[]), ...(more[key] as never[])]])),
  });
  const { trust } = definition.coalition;
  const starts = [...(trust?.starts ?? []), ...(apart.coalition.trust?.starts ?? [])];
  return {
    ...definition,
    scenario: joined(definition.scenario, apart.scenario, PARTS),
    access: joined(definition.access, apart.access, ['windows']),
    coalition: {
      ...joined(definition.coalition, apart.coalition, COALITION_PARTS),
      ...(trust === undefined ? {} : { trust: { ...trust, starts } }),
    },
  };
}

/** What of a coalition a scenario can use: its organisations and those behind them, its crossings, its sensors. */
import type { Coalition, Organisation } from '../core/model/coalition.ts';
import type { Scenario } from '../core/model/scenario.ts';
import type { Task } from '../core/model/task.ts';

function organisationsOfTask(task: Task): readonly string[] {
  switch (task.task) {
    case 'share':
      return [task.from, task.to];
    case 'align':
      return [task.at, ...task.with];
    case 'sense':
    case 'decide':
      return [];
    default:
      return [task.at];
  }
}

const tasksOf = ({ incidents }: Scenario): readonly Task[] => incidents.flatMap(({ response }) => response);

function sensorsUsed(scenario: Scenario): ReadonlySet<string> {
  return new Set(tasksOf(scenario).flatMap((task) => (task.task === 'sense' ? task.sensors : [])));
}

/** With whoever does their work for them, and whoever decides for their nations. */
function organisationsUsed(scenario: Scenario, coalition: Coalition): ReadonlySet<string> {
  const byId = new Map(coalition.organisations.map((one) => [one.id, one]));
  const nations = new Map(coalition.nations.map((one) => [one.id, one]));
  const sensors = sensorsUsed(scenario);
  const open = [
    ...scenario.seats.flatMap(({ organisations }) => organisations),
    ...scenario.products.map(({ owner }) => owner),
    ...tasksOf(scenario).flatMap(organisationsOfTask),
    ...coalition.sensors.flatMap(({ id, operator }) => (sensors.has(id) ? [operator] : [])),
  ];
  const used = new Set<string>();
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const organisation = byId.get(id);
    if (organisation === undefined || used.has(id)) continue;
    used.add(id);
    const nation = nations.get(organisation.nation);
    const behind = [organisation.reachBack, nation?.exceptionsAt, nation?.capital];
    open.push(...behind.filter((one) => one !== undefined));
  }
  return used;
}

/** Pairs of nations between which something is shared, as `us fr`. */
function crossingsUsed(scenario: Scenario, nationOf: (organisation: string) => string): ReadonlySet<string> {
  const shares = tasksOf(scenario).filter((task) => task.task === 'share');
  return new Set(shares.map(({ from, to }) => `${nationOf(from)} ${nationOf(to)}`));
}

function nationInUse(nation: Coalition['nations'][number], scenario: Scenario, nationOf: (id: string) => string) {
  const asked = tasksOf(scenario).some(
    (task) => task.task === 'consent' && task.takes === undefined && nationOf(task.at) === nation.id,
  );
  const aligned = tasksOf(scenario).some(
    (task) => task.task === 'align' && task.with.some((partner) => nationOf(partner) === nation.id),
  );
  const { decision, coordination, ...rest } = nation;
  return {
    ...rest,
    ...(asked && decision !== undefined ? { decision } : {}),
    ...(aligned && coordination !== undefined ? { coordination } : {}),
  };
}

/** The coalition without what no run of this scenario can look at. */
export function usedCoalition(scenario: Scenario, coalition: Coalition): Omit<Coalition, 'sources'> {
  const home = new Map(coalition.organisations.map(({ id, nation }) => [id, nation]));
  const nationOf = (organisation: string) => home.get(organisation) ?? '';
  const used = organisationsUsed(scenario, coalition);
  const organisations = coalition.organisations.filter(({ id }) => used.has(id));
  const nations = new Set(organisations.map(({ nation }: Organisation) => nation));
  const zones = new Set(organisations.map(({ zone }) => zone));
  const crossings = crossingsUsed(scenario, nationOf);
  const sensors = sensorsUsed(scenario);
  const areas = new Set(scenario.incidents.map(({ area }) => area));
  const { sources: _, trust, ...rest } = coalition;
  return {
    ...rest,
    zones: coalition.zones.filter(({ id }) => zones.has(id)),
    nations: coalition.nations.filter(({ id }) => nations.has(id)).map((one) => nationInUse(one, scenario, nationOf)),
    organisations,
    sensors: coalition.sensors.filter(({ id }) => sensors.has(id)),
    pairs: coalition.pairs.filter(({ from, to }) => crossings.has(`${from} ${to}`)),
    delegations: coalition.delegations.filter(({ by, to }) => crossings.has(`${by} ${to}`)),
    matrix: coalition.matrix.filter(({ nation, area }) => nations.has(nation) && areas.has(area)),
    ...(trust === undefined
      ? {}
      : { trust: { ...trust, starts: trust.starts.filter((row) => nations.has(row.of) && nations.has(row.in)) } }),
  };
}

/** The order that needs make: that nothing waits for itself, and that milestones come one after the other. */
import type { Need } from '../../core/model/need.ts';
import type { Scenario } from '../../core/model/scenario.ts';
import type { Milestone } from '../../core/model/task.ts';
import { milestones } from '../../core/model/task.ts';
import type { Finding, Path } from '../problems.ts';
import type { PlacedLiteral } from './literals.ts';
import { literalsOf, needsOf } from './literals.ts';
import type { PlacedTask, Setting } from './setting.ts';
import { placedTasks, readLiteral, verdictsAskedBy } from './setting.ts';

/** A task or an inject, and what has to have come before it. */
interface Node {
  readonly id: string;
  readonly at: Path;
  readonly before: ReadonlySet<string>;
}

const idsOf = (literals: Iterable<PlacedLiteral>): string[] =>
  [...literals].map(({ literal }) => readLiteral(literal).id);

/** The work that asks for a decision's verdict, by decision: it has to have begun. */
function askersOf(placed: readonly PlacedTask[]): Map<string, string> {
  return new Map(
    placed.flatMap(({ task }) => verdictsAskedBy(task).map(({ decision }) => [decision, task.id] as const)),
  );
}

/** Of a decision, what comes before any of its options. */
function nodesOf(scenario: Scenario, placed: readonly PlacedTask[]): Node[] {
  const askers = askersOf(placed);
  const tasks = placed.map((one): Node => {
    const needed = [...needsOf(one)].flatMap(({ at, needs }) => idsOf(literalsOf(at, needs)));
    const asker = one.task.task === 'decide' ? askers.get(one.task.id) : undefined;
    return { id: one.task.id, at: one.at, before: new Set(asker === undefined ? needed : [...needed, asker]) };
  });
  const injects = scenario.injects.map(({ id, needs }, i): Node => {
    const at: Path = ['scenario', 'injects', i];
    return { id, at, before: new Set(idsOf(literalsOf([...at, 'needs'], needs))) };
  });
  return [...tasks, ...injects];
}

/** Circles in a graph, each from its first task round to itself; one for each edge that closes one. */
function circles(before: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const found: string[][] = [];
  const finished = new Set<string>();
  const visit = (id: string, way: readonly string[]): void => {
    if (finished.has(id)) return;
    const began = way.indexOf(id);
    if (began >= 0) {
      found.push([...way.slice(began), id]);
      return;
    }
    for (const next of before.get(id) ?? []) visit(next, [...way, id]);
    finished.add(id);
  };
  for (const id of before.keys()) visit(id, []);
  return found;
}

function* circleFindings(nodes: readonly Node[]): Generator<Finding> {
  // Of two with one name the first counts; that there are two is said elsewhere.
  const byId = new Map(nodes.toReversed().map((node) => [node.id, node]));
  const inOrder = nodes.flatMap(({ id }) => byId.get(id) ?? []);
  for (const circle of circles(new Map(inOrder.map(({ id, before }) => [id, before])))) {
    yield {
      at: [...(byId.get(circle[0] ?? '')?.at ?? []), 'needs'],
      found: `a circle: ${circle.map((id) => `"${id}"`).join(' waits for ')}`,
      expected: 'tasks of which some can begin first',
      mend: 'take one need of the circle out',
    };
  }
}

/** A milestone by its place in the order, and the task that reaches it; before all of them, `rank` is -1. */
interface Reached {
  readonly rank: number;
  readonly by: string;
}

const nothing: Reached = { rank: -1, by: '' };

/**
 * The latest milestone that has certainly been reached when a task begins: of alternatives, what the least of them
 * has.
 */
function reachedBefore(scenario: Scenario, placed: readonly PlacedTask[]): (id: string) => Reached {
  const injects = scenario.injects.map(({ id, needs = [] }) => ({ id, needs, milestone: undefined }));
  const byId = new Map([...injects, ...placed.map(({ task }) => task)].map((one) => [one.id, one]));
  const known = new Map<string, Reached>();
  const latest = (list: readonly Reached[]) => list.reduce((a, b) => (b.rank > a.rank ? b : a), nothing);
  const after = (literal: string): Reached => {
    const task = byId.get(readLiteral(literal).id);
    if (task === undefined) return nothing;
    const own = { rank: task.milestone === undefined ? -1 : milestones.indexOf(task.milestone), by: task.id };
    return latest([own, before(task.id)]);
  };
  const met = (need: Need): Reached => {
    if (typeof need === 'string') return after(need);
    const [count, list] = 'any' in need ? [1, need.any] : [need.atLeast, need.of];
    return list.map(after).sort((a, b) => a.rank - b.rank)[count - 1] ?? nothing;
  };
  const before = (id: string): Reached => {
    const memory = known.get(id);
    if (memory !== undefined) return memory;
    known.set(id, nothing);
    const reached = latest((byId.get(id)?.needs ?? []).map(met));
    known.set(id, reached);
    return reached;
  };
  return before;
}

/** Milestones come in their order: one that an incident reaches only after a later one would never show. */
function* milestoneFindings(scenario: Scenario, placed: readonly PlacedTask[]): Generator<Finding> {
  const before = reachedBefore(scenario, placed);
  const shown = new Set<string>();
  const late: { readonly at: Path; readonly milestone: Milestone; readonly key: string; readonly after: Reached }[] =
    [];
  for (const { task, at, incident } of placed) {
    if (task.milestone === undefined) continue;
    const key = `${incident} ${task.milestone}`;
    const after = before(task.id);
    if (after.rank <= milestones.indexOf(task.milestone)) shown.add(key);
    else late.push({ at: [...at, 'milestone'], milestone: task.milestone, key, after });
  }
  for (const { at, milestone, key, after } of late) {
    if (shown.has(key)) continue;
    shown.add(key);
    const later = milestones[after.rank];
    yield {
      at,
      found: `"${milestone}", which this incident reaches only after "${later}" (with "${after.by}"), so that it never shows`,
      expected: `milestones in this order: ${milestones.join(', ')}`,
      mend: `take "${milestone}" out of this incident, or take "${later}" from "${after.by}" to a later task`,
    };
  }
}

/** The task graph of a scenario as a whole. */
export function* orderFindings({ scenario }: Setting): Generator<Finding> {
  const placed = placedTasks(scenario);
  yield* circleFindings(nodesOf(scenario, placed));
  yield* milestoneFindings(scenario, placed);
}

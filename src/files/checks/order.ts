/** The order that needs make: that nothing waits for itself, and that milestones come one after the other. */
import type { Milestone, Need } from '../../core/model/scenario.ts';
import { milestones } from '../../core/model/scenario.ts';
import type { Finding, Path } from '../problems.ts';
import { literalsOf, needsOf } from './needs.ts';
import type { PlacedTask, Setting } from './setting.ts';
import { placedTasks, readLiteral } from './setting.ts';

/** Tasks that have to come before a task, and of a decision those before any of its options. */
function edges(placed: readonly PlacedTask[]): Map<string, Set<string>> {
  const before = new Map<string, Set<string>>(placed.map(({ task }) => [task.id, new Set()]));
  for (const one of placed) {
    for (const { at, needs } of needsOf(one)) {
      for (const { literal } of literalsOf(at, needs)) before.get(one.task.id)?.add(readLiteral(literal).id);
    }
    const decision = one.task.task === 'share' ? one.task.authorities.weighException : undefined;
    if (placed.some(({ task }) => task.task === 'decide' && task.id === decision))
      before.get(decision ?? '')?.add(one.task.id);
  }
  return before;
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

function* circleFindings(placed: readonly PlacedTask[]): Generator<Finding> {
  const at = new Map(placed.map((one) => [one.task.id, one.at]));
  for (const circle of circles(edges(placed))) {
    yield {
      at: [...(at.get(circle[0] ?? '') ?? []), 'needs'],
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
function reachedBefore(placed: readonly PlacedTask[]): (id: string) => Reached {
  const byId = new Map(placed.map(({ task }) => [task.id, task]));
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
function* milestoneFindings(placed: readonly PlacedTask[]): Generator<Finding> {
  const before = reachedBefore(placed);
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
  yield* circleFindings(placed);
  yield* milestoneFindings(placed);
}

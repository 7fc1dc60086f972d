/** What waits for what: that every need names something that can happen, and that nothing waits for itself. */
import { goodOutcomes, outcomesOf } from '../../core/engine/compile-graph.ts';
import type { Milestone, Need } from '../../core/model/scenario.ts';
import { milestones } from '../../core/model/scenario.ts';
import { listed, mendWord } from '../nearest.ts';
import type { Finding, Path } from '../problems.ts';
import type { PlacedTask, Setting } from './setting.ts';
import { needables, placedTasks, readLiteral } from './setting.ts';

type Needable = ReturnType<typeof needables> extends Map<string, infer T> ? T : never;

/** Literals of some needs, each with its place. */
export function* literalsOf(
  at: Path,
  needs: readonly Need[],
): Generator<{ readonly at: Path; readonly literal: string }> {
  for (const [i, need] of needs.entries()) {
    if (typeof need === 'string') yield { at: [...at, i], literal: need };
    else {
      const [key, list] = 'any' in need ? ['any', need.any] : ['of', need.of];
      for (const [j, literal] of list.entries()) yield { at: [...at, i, key, j], literal };
    }
  }
}

/** Needs of a task and, of a decision, of its options. */
export function* needsOf({
  task,
  at,
}: Pick<PlacedTask, 'task' | 'at'>): Generator<{ readonly at: Path; readonly needs: readonly Need[] }> {
  yield { at: [...at, 'needs'], needs: task.needs };
  if (task.task !== 'decide') return;
  for (const [i, { needs }] of task.options.entries()) yield { at: [...at, 'options', i, 'needs'], needs };
}

/** How a task of this form can end: of a share, only what its form allows. */
function possibleOutcomes(task: Needable): readonly string[] {
  const all = outcomesOf(task);
  if (task.task !== 'share') return all;
  const never = task.form === 'oral' ? ['delivered', 'tear-line'] : ['spoken'];
  return all.filter((outcome) => !never.includes(outcome));
}

function literalFinding(at: Path, literal: string, names: ReadonlyMap<string, Needable>): Finding | undefined {
  const { id, outcome } = readLiteral(literal);
  const task = names.get(id);
  if (task === undefined) {
    const expected = 'a task or an inject of this scenario';
    return {
      at,
      found: `"${id}", which is no task`,
      expected,
      mend: mendWord(id, names.keys(), `add a task "${id}", or name another`),
    };
  }
  const outcomes = possibleOutcomes(task);
  if (outcome !== undefined && !outcomes.includes(outcome)) {
    const found = `"${literal}", but "${id}" (${task.task}) cannot end "${outcome}"`;
    return {
      at,
      found,
      expected: `one of ${listed(outcomes)}`,
      mend: mendWord(outcome, outcomes, `write one of those after "${id}="`),
    };
  }
  if (outcome !== undefined || goodOutcomes(task).some((good) => outcomes.includes(good))) return undefined;
  const found = `"${id}" without an outcome, which would mean that the product itself has come`;
  return { at, found, expected: `the outcome of a call: "${id}=spoken"`, mend: `write "${id}=spoken"` };
}

/** Needs that ask for more of a list than can come true in it. */
function* countFindings(at: Path, needs: readonly Need[]): Generator<Finding> {
  for (const [i, need] of needs.entries()) {
    if (typeof need === 'string' || 'any' in need) continue;
    const different = new Set(need.of.map((literal) => readLiteral(literal).id)).size;
    if (need.atLeast <= different) continue;
    yield {
      at: [...at, i, 'atLeast'],
      found: `at least ${need.atLeast} of ${different} different task${different === 1 ? '' : 's'}`,
      expected: 'no more than there are tasks in "of": a task ends once',
      mend: `write ${different} or less, or name more tasks`,
    };
  }
}

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

/** The latest milestone that has certainly been reached when a task begins: of alternatives, what the least of them has. */
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

/** All needs and awareness of a scenario, and the graph they make. */
export function* needFindings({ scenario }: Setting): Generator<Finding> {
  const names = needables(scenario);
  const placed = placedTasks(scenario);
  for (const one of placed) {
    for (const { at, needs } of needsOf(one)) {
      for (const { at: place, literal } of literalsOf(at, needs)) yield* some(literalFinding(place, literal, names));
      yield* countFindings(at, needs);
    }
  }
  for (const [i, { awareness }] of scenario.incidents.entries()) {
    for (const [nation, literals] of Object.entries(awareness)) {
      const at: Path = ['scenario', 'incidents', i, 'awareness', nation];
      for (const { at: place, literal } of literalsOf(at, literals)) yield* some(literalFinding(place, literal, names));
    }
  }
  yield* circleFindings(placed);
  yield* milestoneFindings(placed);
}

function some(finding: Finding | undefined): Finding[] {
  return finding === undefined ? [] : [finding];
}

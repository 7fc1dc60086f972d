/** Needs and awareness: that each names something that can happen. */
import type { Need } from '../../core/model/scenario.ts';
import { listed, mendWord } from '../nearest.ts';
import type { Finding, Path } from '../problems.ts';
import type { Needable } from './outcomes.ts';
import { goodOutcomes, possibleOutcomes } from './outcomes.ts';
import type { PlacedTask, Setting } from './setting.ts';
import { needables, placedTasks, readLiteral } from './setting.ts';

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
  if (outcome !== undefined || goodOutcomes(task).length > 0) return undefined;
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

/** All needs and awareness of a scenario. */
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
}

function some(finding: Finding | undefined): Finding[] {
  return finding === undefined ? [] : [finding];
}

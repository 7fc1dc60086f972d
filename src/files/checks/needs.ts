/** Needs, and all else that names what may happen: that it can. */
import type { Need } from '../../core/model/need.ts';
import { listed, mendWord } from '../nearest.ts';
import type { Finding, Path } from '../problems.ts';
import { allLiterals, allNeeds } from './literals.ts';
import { goodOutcomes, possibleOutcomes } from './outcomes.ts';
import type { Needable, Setting } from './setting.ts';
import { needables, readLiteral } from './setting.ts';

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

/** Everything that a scenario names as something which may happen. */
export function* needFindings({ scenario }: Setting): Generator<Finding> {
  const names = needables(scenario);
  for (const { at, literal } of allLiterals(scenario)) {
    const finding = literalFinding(at, literal, names);
    if (finding !== undefined) yield finding;
  }
  for (const { at, needs } of allNeeds(scenario)) yield* countFindings(at, needs);
}

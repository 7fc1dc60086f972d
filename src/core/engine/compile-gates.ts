/** All gates of a plan: the tasks' own first, then everything else that waits for literals to come true. */
import type { Need } from '../model/need.ts';
import type { Scenario } from '../model/scenario.ts';
import { gateOf, gateOfAny } from './compile-graph.ts';
import type { Parts } from './compile-parts.ts';
import { isInForce } from './compile-parts.ts';
import type { Gate } from './plan.ts';
import { OF_LADDER, OF_OPTION, OF_PROMISE, OF_TASK, PACK } from './plan.ts';

/** A gate that nothing opens: the policy lacks what it hangs on. */
const BARRED: Gate = { clauses: [{ count: 1, literals: [] }] };

/** Gates as they are numbered: what waits at each, and whose number that is. */
export class Gates {
  readonly gates: Gate[] = [];
  readonly kinds: number[] = [];
  readonly owners: number[] = [];

  add(gate: Gate, kind: number, owner: number): number {
    this.kinds.push(kind);
    this.owners.push(owner);
    return this.gates.push(gate) - 1;
  }
}

const needsOf = (source: Parts['tasks'][number]['source']): readonly Need[] => source.needs ?? [];

/** Gates 0 … tasks-1. */
export function addTaskGates(parts: Parts, gates: Gates): void {
  parts.tasks.forEach(({ source }, task) => {
    gates.add(gateOf(needsOf(source), parts.places), OF_TASK, task);
  });
}

/** Gates of options that are not open from the offer on; by task * PACK + place. */
export function addOptionGates(parts: Parts, gates: Gates): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  parts.tasks.forEach(({ source }, task) => {
    if (!('task' in source) || source.task !== 'decide') return;
    if (source.options.length > PACK) throw new Error(`Impossible: ${source.id} has more than ${PACK} options`);
    source.options.forEach((option, place) => {
      const owner = task * PACK + place;
      if (!isInForce(parts, option.under)) found.set(owner, gates.add(BARRED, OF_OPTION, owner));
      else if (option.needs.length > 0)
        found.set(owner, gates.add(gateOf(option.needs, parts.places), OF_OPTION, owner));
    });
  });
  return found;
}

/** Gates of promises, in the order of their numbers. */
export function addPromiseGates(parts: Parts, gates: Gates): readonly number[] {
  return parts.promises.map(({ promise }, number) =>
    gates.add(gateOfAny([promise.that], parts.places), OF_PROMISE, number),
  );
}

/** Gates of the ladder's moves, in the file's order. */
export function addLadderGates(parts: Parts, ladder: Scenario['ladder'], gates: Gates): void {
  ladder?.moves.forEach(({ when }, move) => {
    gates.add(gateOfAny([when], parts.places), OF_LADDER, move);
  });
}

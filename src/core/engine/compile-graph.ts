/** The task graph of a plan: needs become gates of clauses, and every outcome knows the clauses that watch for it. */
import type { Need } from '../model/need.ts';
import type { Task } from '../model/task.ts';
import type { Gate } from './plan.ts';

type Kinded = Task | { readonly task: 'inject' };

/** Outcomes of each kind of task that a need can name, the good ones first. Every task may also end `overtaken`, which nothing can wait for. */
export function outcomesOf(task: Kinded): readonly string[] {
  switch (task.task) {
    case 'sense':
      return ['observed'];
    case 'share':
      return ['delivered', 'tear-line', 'spoken', 'denied', 'failed', 'withheld'];
    case 'consent':
      return ['consented', 'caveated', 'declined'];
    case 'align':
      return ['agreed', 'apart'];
    case 'decide':
      return task.options.map(({ id }) => id);
    case 'inject':
      return ['delivered'];
    default:
      return task.finds === undefined ? ['done'] : task.finds.ends.map(({ outcome }) => outcome);
  }
}

/** How many of the outcomes a bare mention of the task means: it ended well. A product only spoken of is not enough to act on. */
export function goodsOf(task: Kinded): number {
  if (task.task === 'share' || task.task === 'consent') return 2;
  return task.task === 'align' ? 1 : outcomesOf(task).length;
}

/** Number of the first literal of a task, and its outcomes in order. */
export interface LiteralPlace {
  readonly literal: number;
  readonly outcomes: readonly string[];
  readonly goods: number;
}

/** Literals that a need means: any of them makes it come true. Throws on a name that does not resolve: files are checked before they come here. */
export function literalsOf(written: string, places: ReadonlyMap<string, LiteralPlace>): number[] {
  const [task, outcome] = written.split('=') as [string, string | undefined];
  const place = places.get(task);
  if (place === undefined) throw new Error(`Impossible: a need names ${task}, which is no task`);
  return (outcome === undefined ? place.outcomes.slice(0, place.goods) : [outcome]).map((name) => {
    const at = place.outcomes.indexOf(name);
    if (at === -1) throw new Error(`Impossible: ${task} cannot end ${name}`);
    return place.literal + at;
  });
}

/** Turns needs into a gate. Throws on a name that does not resolve. */
export function gateOf(needs: readonly Need[], places: ReadonlyMap<string, LiteralPlace>): Gate {
  return {
    clauses: needs.map((need) => {
      if (typeof need === 'string') return { count: 1, literals: literalsOf(need, places) };
      if ('any' in need) return { count: 1, literals: need.any.flatMap((one) => literalsOf(one, places)) };
      return { count: need.atLeast, literals: need.of.flatMap((one) => literalsOf(one, places)) };
    }),
  };
}

/** A gate that any of these opens. */
export const gateOfAny = (any: readonly string[], places: ReadonlyMap<string, LiteralPlace>): Gate =>
  gateOf([{ any: [...any] }], places);

export interface Watch {
  readonly watchFrom: Int32Array;
  readonly watching: Int32Array;
  readonly clauseGate: Int32Array;
  readonly clauseCount: Int32Array;
  readonly clauseLiterals: readonly (readonly number[])[];
}

/** For every literal the clauses that it satisfies, as compressed rows. */
export function compileWatch(gates: readonly Gate[], literals: number): Watch {
  const clauseGate: number[] = [];
  const clauseCount: number[] = [];
  const watchers: number[][] = Array.from({ length: literals }, () => []);
  gates.forEach((gate, g) => {
    for (const { count, literals: named } of gate.clauses) {
      const clause = clauseGate.push(g) - 1;
      clauseCount.push(count);
      for (const literal of new Set(named)) (watchers[literal] as number[]).push(clause);
    }
  });
  const watchFrom = new Int32Array(literals + 1);
  watchers.forEach((clauses, literal) => {
    watchFrom[literal + 1] = (watchFrom[literal] as number) + clauses.length;
  });
  return {
    watchFrom,
    watching: Int32Array.from(watchers.flat()),
    clauseGate: Int32Array.from(clauseGate),
    clauseCount: Int32Array.from(clauseCount),
    clauseLiterals: gates.flatMap(({ clauses }) => clauses.map(({ literals: named }) => named)),
  };
}

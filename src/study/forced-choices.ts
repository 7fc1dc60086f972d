/**
 * What hangs on a decision: at tables that put it, each option is forced in turn on the same luck and the same tempers, and the tables are compared
 * option by option. An option is taken as soon as it opens; where it never does, the table says nothing of it.
 */
import { measureRow } from '../core/engine/index.ts';
import type { Judged, Subject } from './judged.ts';
import { judgedBy, subjects, subjectsFor } from './judged.ts';
import type { Decision, Progress, Tables } from './tables.ts';
import { playTable, tablesWith } from './tables.ts';

/** Mean of one side's measure under the first option less that under the second, higher being better for that side. */
export interface Gain {
  readonly measure: string;
  readonly mean: number;
  /** Half the width of its 95 % interval. */
  readonly halfWidth: number;
}

export interface OptionPair {
  readonly first: string;
  readonly second: string;
  /** Tables at which both could be taken. */
  readonly tables: number;
  /** Of these, those at which something of each subject came out differently. */
  readonly differs: Readonly<Record<Subject, number>>;
  readonly gains: readonly Gain[];
}

export interface Tried {
  readonly decision: Decision;
  /** Tables at which it was put, of all that were played. */
  readonly put: number;
  /** Tables at which its options were forced; and by option, at how many of these it opened, and how often stand-ins took it at all tables. */
  readonly tables: number;
  readonly opened: readonly number[];
  readonly taken: readonly number[];
  readonly pairs: readonly OptionPair[];
}

/** What each option came to at each table, or null where it never opened. By option, then table. */
type Outcomes = readonly (readonly (Float64Array | null)[])[];

function outcomesOf({ plan, tables }: Tables, { id, task, options }: Decision, numbers: readonly number[]): Outcomes {
  return options.map((option, o) =>
    numbers.map((t) => {
      const run = playTable(plan, tables[t] as Tables['tables'][number], { [id]: option });
      return run.chosen[task] === o ? measureRow(run) : null;
    }),
  );
}

function gainOf(pairs: readonly (readonly [Float64Array, Float64Array])[], { name, worth }: Judged): Gain {
  const gains = pairs.map(([first, second]) => worth(first) - worth(second));
  const mean = gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
  const squares = gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0);
  const deviation = Math.sqrt(squares / Math.max(1, gains.length - 1));
  return { measure: name, mean, halfWidth: (1.96 * deviation) / Math.sqrt(gains.length) };
}

function countDifferences(
  pairs: readonly (readonly [Float64Array, Float64Array])[],
  about: readonly Subject[],
): Record<Subject, number> {
  const differs = Object.fromEntries(subjects.map((subject) => [subject, 0])) as Record<Subject, number>;
  for (const [first, second] of pairs) {
    const changed = new Set(about.filter((_, at) => first[at] !== second[at]));
    for (const subject of changed) differs[subject]++;
  }
  return differs;
}

function pairsOf(tables: Tables, decision: Decision, outcomes: Outcomes): OptionPair[] {
  const about = subjectsFor(tables.plan, decision.incident);
  const judged = judgedBy(tables.plan, decision);
  return decision.options.flatMap((first, x) =>
    decision.options.slice(x + 1).map((second, after) => {
      const others = outcomes[x + 1 + after] ?? [];
      const pairs = (outcomes[x] ?? []).flatMap((row, i) => {
        const other = others[i] ?? null;
        return row === null || other === null ? [] : [[row, other] as const];
      });
      const gains = pairs.length === 0 ? [] : judged.map((each) => gainOf(pairs, each));
      return { first, second, tables: pairs.length, differs: countDifferences(pairs, about), gains };
    }),
  );
}

/** Tries every option of one decision at up to `most` of the tables that put it. */
function tryDecision(tables: Tables, d: number, most: number): Tried {
  const { decisions, chosen } = tables;
  const decision = decisions[d] as Decision;
  const all = tablesWith(tables, d, tables.tables.length);
  const numbers = all.slice(0, most);
  const outcomes = outcomesOf(tables, decision, numbers);
  return {
    decision,
    put: all.length,
    tables: numbers.length,
    opened: outcomes.map((rows) => rows.filter((row) => row !== null).length),
    taken: decision.options.map((_, o) => all.filter((t) => chosen[t * decisions.length + d] === o).length),
    pairs: pairsOf(tables, decision, outcomes),
  };
}

export interface Trial {
  /** Tables at which each decision's options are tried, at most. */
  readonly most: number;
  /** Which decisions. */
  readonly only?: (decision: Decision) => boolean;
  readonly progress?: Progress;
}

export function tryOptions(tables: Tables, { most, only = () => true, progress }: Trial): Tried[] {
  const wanted = tables.decisions.flatMap((decision, d) => (only(decision) ? [d] : []));
  return wanted.map((d, i) => {
    const tried = tryDecision(tables, d, most);
    progress?.(i + 1, wanted.length);
    return tried;
  });
}

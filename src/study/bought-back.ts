/** What time would be bought back if a cause were out of the way: the same runs again without it, beside the runs as they are. */
import type { RunChoice } from '../core/engine/index.ts';
import { compile } from '../core/engine/index.ts';
import type { Cause, Fact, FactOf } from '../core/model/facts.ts';
import { causes } from '../core/model/facts.ts';
import type { Definition } from '../core/model/scenario.ts';
import { playAgain } from './again.ts';
import type { Wanted } from './replications.ts';
import { column, replicate } from './replications.ts';

/** One run of one incident with a cause out of the way. */
export interface WithoutCause {
  readonly cause: Cause;
  readonly elapsedSeconds: number;
  /** Seconds sooner than as it was; below nothing, later. */
  readonly boughtBack: number;
  readonly windowMet: boolean;
  /** Choices of people that found no place in the rerun. */
  readonly dropped: number;
}

const endOf = (facts: readonly Fact[], incident: string): FactOf<'ResponseEnded'> | undefined =>
  facts.find((fact): fact is FactOf<'ResponseEnded'> => fact.type === 'ResponseEnded' && fact.incident === incident);

/** Reruns one run once for each cause that was charged in it. */
export function boughtBackIn(
  definition: Definition,
  choice: RunChoice,
  { facts, incident }: { readonly facts: readonly Fact[]; readonly incident: string },
): WithoutCause[] {
  const ended = endOf(facts, incident);
  if (ended === undefined) return [];
  return causes
    .filter((cause) => ended.charges[cause] !== undefined)
    .flatMap((cause) => {
      const again = playAgain(compile(definition, cause), choice, facts);
      const end = endOf(again.facts, incident);
      if (end === undefined) return [];
      const { elapsedSeconds, windowMet } = end;
      const boughtBack = ended.elapsedSeconds - elapsedSeconds;
      return [{ cause, elapsedSeconds, boughtBack, windowMet, dropped: again.dropped }];
    });
}

/** Many runs of one incident with a cause out of the way, each beside itself as it was. */
export interface CauseBought {
  readonly incident: string;
  readonly cause: Cause;
  /** Mean seconds charged to the cause, over all incidents of a run, is a measure; this is what its absence buys of this one. */
  readonly meanSeconds: number;
  /** Half the width of a 95 % interval of that mean. */
  readonly halfWidth: number;
  /** Parts of a thousand of runs whose window is met, as it is and without the cause. */
  readonly metAsIs: number;
  readonly metWithout: number;
}

function meanOf(values: Float64Array): { mean: number; halfWidth: number } {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  const deviation = Math.sqrt(squares / Math.max(1, values.length - 1));
  return { mean, halfWidth: (1.96 * deviation) / Math.sqrt(values.length) };
}

const perMille = (flags: Float64Array): number =>
  Math.round((flags.reduce((sum, flag) => sum + flag, 0) * 1000) / flags.length);

/** Reruns many runs, every seat held by the stand-in, once for each cause. */
export function boughtBackOver(definition: Definition, wanted: Wanted): CauseBought[] {
  const asIs = replicate(compile(definition), wanted);
  return causes.flatMap((cause) => {
    const without = replicate(compile(definition, cause), wanted);
    return definition.scenario.incidents.map(({ id }) => {
      const before = column(asIs, `restricted.${id}`);
      const after = column(without, `restricted.${id}`);
      const { mean, halfWidth } = meanOf(before.map((seconds, at) => seconds - (after[at] as number)));
      return {
        incident: id,
        cause,
        meanSeconds: mean,
        halfWidth,
        metAsIs: perMille(column(asIs, `window.${id}`)),
        metWithout: perMille(column(without, `window.${id}`)),
      };
    });
  });
}

/** One run again without each cause in turn: what that would have bought back of every incident. One rerun serves all incidents. */
import type { RunChoice } from '../core/engine/index.ts';
import { compile } from '../core/engine/index.ts';
import type { Cause, Fact, FactOf } from '../core/model/facts.ts';
import { causes } from '../core/model/facts.ts';
import type { Definition } from '../core/model/scenario.ts';
import { playAgain } from './again.ts';
import type { WithoutCause } from './bought-back.ts';

/** A run as it was played. */
export interface Played {
  readonly definition: Definition;
  readonly choice: RunChoice;
  readonly facts: readonly Fact[];
}

export interface Without {
  readonly cause: Cause;
  /** Choices of people that found no place in the rerun. */
  readonly dropped: number;
  /** Incidents in which the cause was charged. */
  readonly incidents: readonly (Pick<WithoutCause, 'boughtBack' | 'windowMet'> & { readonly incident: string })[];
}

const endsIn = (facts: readonly Fact[]): FactOf<'ResponseEnded'>[] =>
  facts.filter((fact): fact is FactOf<'ResponseEnded'> => fact.type === 'ResponseEnded');

/** Causes that were charged in a run, whichever the incident. */
export const chargedCauses = (facts: readonly Fact[]): Cause[] =>
  causes.filter((cause) => endsIn(facts).some(({ charges }) => charges[cause] !== undefined));

/** Reruns once for each cause that was charged, one after the other. */
export function* withoutEach({ definition, choice, facts }: Played): Generator<Without> {
  const asItWas = endsIn(facts);
  for (const cause of chargedCauses(facts)) {
    const again = playAgain(compile(definition, cause), choice, facts);
    const ends = new Map(endsIn(again.facts).map((end) => [end.incident, end]));
    const incidents = asItWas.flatMap(({ incident, charges, elapsedSeconds }) => {
      const end = ends.get(incident);
      if (end === undefined || charges[cause] === undefined) return [];
      return [{ incident, boughtBack: elapsedSeconds - end.elapsedSeconds, windowMet: end.windowMet }];
    });
    yield { cause, dropped: again.dropped, incidents };
  }
}

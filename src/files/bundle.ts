/** A library already read and checked, as plain JSON, and what of it the first page needs. Brings no reader and no schema along. */
import { compareText } from '../core/kernel/ids.ts';
import { castOf } from '../core/model/cast.ts';
import type { Coalition } from '../core/model/coalition.ts';
import type { Policy } from '../core/model/policy.ts';
import type { Access, Definition, Scenario } from '../core/model/scenario.ts';

export interface Library {
  readonly scenarios: readonly { readonly scenario: Scenario; readonly access: Access }[];
  readonly coalitions: readonly Coalition[];
  readonly policies: readonly Policy[];
}

/** A scenario before anybody has sat down: nothing in it tells what will happen. */
export type ScenarioOutline = Pick<
  Scenario,
  | 'id'
  | 'title'
  | 'summary'
  | 'marking'
  | 'startsAt'
  | 'lasts'
  | 'playMinutes'
  | 'brief'
  | 'objectives'
  | 'seats'
  | 'moves'
  | 'cuts'
> & {
  /** Those that have a part in it. */
  readonly nations: readonly string[];
};

export type PolicyOutline = Pick<Policy, 'id' | 'title' | 'summary' | 'arrangement'> & {
  readonly levers: readonly Pick<Policy['levers'][number], 'id' | 'title'>[];
};

/** What there is to choose from. */
export interface Outline {
  readonly scenarios: readonly ScenarioOutline[];
  readonly policies: readonly PolicyOutline[];
  readonly nations: readonly Pick<Coalition['nations'][number], 'id' | 'name' | 'code' | 'adversary'>[];
}

export function outlineOf({ scenarios, policies, coalitions }: Library): Outline {
  return {
    scenarios: scenarios.map(({ scenario }) => scenarioOutline(scenario, coalitions[0]?.organisations ?? [])),
    policies: policies.map(({ id, title, summary, arrangement, levers }) => ({
      id,
      title,
      summary,
      arrangement,
      levers: levers.map((lever) => ({ id: lever.id, title: lever.title })),
    })),
    nations: (coalitions[0]?.nations ?? []).map(({ id, name, code, adversary }) => ({ id, name, code, adversary })),
  };
}

function scenarioOutline(scenario: Scenario, organisations: Coalition['organisations']): ScenarioOutline {
  const { id, title, summary, marking, startsAt, lasts, playMinutes, brief, objectives, seats, moves, cuts } = scenario;
  const cast = castOf(scenario).organisations;
  const nations = [...new Set(organisations.flatMap((one) => (cast.has(one.id) ? [one.nation] : [])))];
  return { id, title, summary, marking, startsAt, lasts, playMinutes, brief, objectives, seats, moves, cuts, nations };
}

/** Names that are in a library, in order, for a sentence. */
function namesOf(list: readonly { readonly id: string }[]): string {
  return list
    .map(({ id }) => id)
    .sort(compareText)
    .join(', ');
}

/**
 * What is played: a scenario under a policy, in the coalition of the policy's arrangement. Throws a RangeError on a
 * name that is not in the library.
 */
export function definitionOf(library: Library, scenarioId: string, policyId: string): Definition {
  const found = library.scenarios.find(({ scenario }) => scenario.id === scenarioId);
  const policy = library.policies.find(({ id }) => id === policyId);
  if (found === undefined) {
    throw new RangeError(
      `no scenario "${scenarioId}"; there are: ${namesOf(library.scenarios.map(({ scenario }) => scenario))}`,
    );
  }
  if (policy === undefined) throw new RangeError(`no policy "${policyId}"; there are: ${namesOf(library.policies)}`);
  const coalition = library.coalitions.find(({ arrangement }) => arrangement === policy.arrangement);
  if (coalition === undefined) throw new RangeError(`no coalition with the arrangement "${policy.arrangement}"`);
  return { scenario: found.scenario, access: found.access, coalition, policy };
}

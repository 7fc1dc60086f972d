/** A library already read and checked, as plain JSON: what the browser gets. Brings no reader and no schema along. */
import { compareText } from '../core/kernel/ids.ts';
import type { Coalition } from '../core/model/coalition.ts';
import type { Policy } from '../core/model/policy.ts';
import type { Access, Definition, Scenario } from '../core/model/scenario.ts';

export interface Library {
  readonly scenarios: readonly { readonly scenario: Scenario; readonly access: Access }[];
  readonly coalitions: readonly Coalition[];
  readonly policies: readonly Policy[];
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

/** The shelf of this copy of the program: what was built in from scenarios/. */
import library from 'virtual:library';
import type { Definition } from '../../core/model/scenario.ts';
import { definitionOf } from '../../files/bundle.ts';
import { policiesInOrder } from '../../files/policy-order.ts';
import type { Shelf } from './shelf.ts';
import { policyCard, scenarioCard } from './shelf.ts';

const made = new Map<string, Definition>();

/** Made once for each choice, so that the same choice is the same value. */
function definition(scenario: string, policy: string): Definition {
  const name = `${scenario} ${policy}`;
  const known = made.get(name) ?? definitionOf(library, scenario, policy);
  made.set(name, known);
  return known;
}

export const builtIn: Shelf = {
  scenarios: library.scenarios.map(({ scenario }) => scenarioCard(scenario)),
  policies: policiesInOrder(library.policies).map(policyCard),
  definition,
};

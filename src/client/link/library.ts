/** The shelf of this copy of the program: what was built in from scenarios/, each part fetched when it is first wanted. */
import { coalitions, outline, policies, scenarios } from 'virtual:library';
import { cutDefinition } from '../../core/model/cut.ts';
import type { Definition } from '../../core/model/scenario.ts';
import type { Library } from '../../files/bundle.ts';
import { policiesInOrder } from '../../files/policy-order.ts';
import { fetched, Unfetched } from './fetched.ts';
import type { Shelf, Wanted } from './shelf.ts';
import { policyCard, scenarioCard } from './shelf.ts';

const fetchedParts = new Map<string, Promise<unknown>>();
const made = new Map<string, Promise<Definition>>();

/** Made once and then remembered; what failed is made anew when next wanted. */
function remembered<T>(known: Map<string, Promise<T>>, name: string, make: () => Promise<T>): Promise<T> {
  const before = known.get(name);
  if (before !== undefined) return before;
  const making = make();
  known.set(name, making);
  making.catch(() => known.delete(name));
  return making;
}

async function jsonAt(address: string): Promise<unknown> {
  const response = await fetched(() => fetch(address));
  if (!response.ok) throw new Unfetched(`${response.status} ${response.statusText}`);
  return fetched(() => response.json());
}

function partAt<T>(addresses: Readonly<Record<string, string>>, name: string): Promise<T> {
  const address = addresses[name];
  if (address === undefined) throw new RangeError(`nothing built in is called "${name}"`);
  return remembered(fetchedParts, address, () => jsonAt(address)) as Promise<T>;
}

async function assembled({ scenario, policy, cut }: Wanted): Promise<Definition> {
  const arrangement = outline.policies.find(({ id }) => id === policy)?.arrangement ?? '';
  const [played, coalition, rules] = await Promise.all([
    partAt<Library['scenarios'][number]>(scenarios, scenario),
    partAt<Library['coalitions'][number]>(coalitions, arrangement),
    partAt<Library['policies'][number]>(policies, policy),
  ]);
  const whole = { scenario: played.scenario, access: played.access, coalition, policy: rules };
  return cut === null ? whole : cutDefinition(whole, cut);
}

/** The same choice is the same value. */
const definition = (wanted: Wanted): Promise<Definition> =>
  remembered(made, `${wanted.scenario} ${wanted.policy} ${wanted.cut}`, () => assembled(wanted));

export const builtIn: Shelf = {
  scenarios: outline.scenarios.map((scenario) => scenarioCard(scenario, outline.nations)),
  policies: policiesInOrder(outline.policies).map(policyCard),
  definition,
};

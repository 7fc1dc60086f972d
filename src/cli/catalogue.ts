/** What a library holds, as far as it can be read: one broken scenario does not hide the others. */
import type { Policy } from '../core/model/policy.ts';
import type { Scenario } from '../core/model/scenario.ts';
import { listLibrary, loadDefinition, loadLibrary } from '../files/library.ts';
import { policiesInOrder } from '../files/policy-order.ts';
import { MalformedError } from '../files/problems.ts';
import type { Reader } from '../files/reader.ts';

export interface Catalogue {
  readonly scenarios: readonly { readonly id: string; readonly scenario: Scenario | undefined }[];
  readonly policies: readonly { readonly id: string; readonly policy: Policy | undefined }[];
}

function unlessMalformed<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof MalformedError) return undefined;
    throw error;
  }
}

/** As they are offered; those that cannot be read last. */
function offered(policies: Catalogue['policies']): Catalogue['policies'] {
  const readable = policiesInOrder(policies.flatMap(({ policy }) => policy ?? []));
  return [
    ...readable.map((policy) => ({ id: policy.id, policy })),
    ...policies.filter(({ policy }) => policy === undefined),
  ];
}

export function catalogueOf(reader: Reader): Catalogue {
  const { scenarios, policies } = contentsOf(reader);
  return { scenarios, policies: offered(policies) };
}

function contentsOf(reader: Reader): Catalogue {
  const names = listLibrary(reader);
  const whole = unlessMalformed(() => loadLibrary(reader));
  if (whole !== undefined) {
    return {
      scenarios: names.scenarios.map((id) => ({
        id,
        scenario: whole.scenarios.find(({ scenario }) => scenario.id === id)?.scenario,
      })),
      policies: names.policies.map((id) => ({ id, policy: whole.policies.find((policy) => policy.id === id) })),
    };
  }
  const read = (scenario: string, policy: string) => unlessMalformed(() => loadDefinition(reader, scenario, policy));
  const first = <T>(list: readonly string[], of: (name: string) => T | undefined): T | undefined => {
    for (const name of list) {
      const found = of(name);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return {
    scenarios: names.scenarios.map((id) => ({
      id,
      scenario: first(names.policies, (policy) => read(id, policy))?.scenario,
    })),
    policies: names.policies.map((id) => ({ id, policy: first(names.scenarios, (one) => read(one, id))?.policy })),
  };
}

/**
 * A library of scenarios, policies and a coalition, read from a folder and checked: all that is wrong with it at once.
 */
import type { Policy } from '../core/model/policy.ts';
import { idSchema } from '../core/model/quantities.ts';
import type { Access, Definition, Scenario } from '../core/model/scenario.ts';
import type { Library } from './bundle.ts';
import { definitionOf } from './bundle.ts';
import type { LibraryNames } from './library-parts.ts';
import { coalitionsOf, listLibrary, problemsOf, readParts } from './library-parts.ts';
import { listed, mendWord } from './nearest.ts';
import { accessInOrder, coalitionInOrder, scenarioInOrder } from './normalise.ts';
import { problemOf } from './parts.ts';
import { POLICIES_FOLDER } from './policy-files.ts';
import type { Problem } from './problems.ts';
import { MalformedError } from './problems.ts';
import type { Reader } from './reader.ts';

export type { LibraryNames } from './library-parts.ts';
export { listLibrary } from './library-parts.ts';

/** Names that the library does not have, as problems of the folder or file that would be theirs. */
function unknownNames(reader: Reader, wanted: LibraryNames): Problem[] {
  const held = listLibrary(reader);
  const missing = (noun: string, name: string, names: readonly string[], file: string) => {
    if (names.includes(name) && idSchema.safeParse(name).success) return [];
    const found = names.includes(name) ? `the name "${name}", which is no identifier` : `no ${noun} "${name}"`;
    return [
      problemOf(file, {
        found,
        expected: `one of ${listed(names)}`,
        mend: mendWord(name, names, 'choose one of those'),
      }),
    ];
  };
  return [
    ...wanted.scenarios.flatMap((name) => missing('scenario', name, held.scenarios, `${reader.name}/${name}/`)),
    ...wanted.policies.flatMap((name) =>
      missing('policy', name, held.policies, `${reader.name}/${POLICIES_FOLDER}/${name}.yaml`),
    ),
  ];
}

/** Throws a MalformedError with all problems, if there are any. */
function readLibrary(reader: Reader, names: LibraryNames, playing = false): Library {
  const unknown = unknownNames(reader, names);
  if (unknown.length > 0) throw new MalformedError(unknown);
  const parts = readParts(reader, names, playing);
  const problems = problemsOf(parts);
  if (problems.length > 0) throw new MalformedError(problems);
  return {
    coalitions: coalitionsOf(parts).map(coalitionInOrder),
    scenarios: parts.scenarios.map(({ scenario, access }) => ({
      scenario: scenarioInOrder(scenario.value as Scenario),
      access: accessInOrder(access.value as Access),
    })),
    policies: parts.policies.map(({ value }) => value as Policy),
  };
}

/** A whole library. Throws a MalformedError with all that is wrong with it. */
export function loadLibrary(reader: Reader): Library {
  return readLibrary(reader, listLibrary(reader));
}

/** A scenario under a policy. Throws a MalformedError with all that is wrong with their files and the coalition's. */
export function loadDefinition(reader: Reader, scenarioId: string, policyId: string): Definition {
  const names = { scenarios: [scenarioId], policies: [policyId] };
  return definitionOf(readLibrary(reader, names, true), scenarioId, policyId);
}

/** A scenario in the coalition as its files have it, under no policy. Throws a MalformedError as above. */
export function loadScenario(reader: Reader, scenarioId: string): Omit<Definition, 'policy'> {
  const { scenarios, coalitions } = readLibrary(reader, { scenarios: [scenarioId], policies: [] }, true);
  const [found] = scenarios;
  const [coalition] = coalitions;
  if (found === undefined || coalition === undefined)
    throw new Error(`Impossible: ${scenarioId} was read and is not there`);
  return { ...found, coalition };
}

/** All that is wrong with a library, or with one scenario or policy of it (and the coalition). Throws nothing. */
export function checkAll(reader: Reader, what?: string): Problem[] {
  const all = listLibrary(reader);
  if (what === undefined) return problemsOf(readParts(reader, all));
  const isPolicy = all.policies.includes(what);
  const names = {
    scenarios: isPolicy && !all.scenarios.includes(what) ? [] : [what],
    policies: isPolicy ? [what] : [],
  };
  const unknown = unknownNames(reader, names);
  return unknown.length > 0 ? unknown : problemsOf(readParts(reader, names));
}

/**
 * A library of scenarios, policies and a coalition, read from a folder and checked: all that is wrong with it at once.
 */
import { compareText } from '../core/kernel/ids.ts';
import type { Coalition } from '../core/model/coalition.ts';
import type { Policy } from '../core/model/policy.ts';
import { policySchema } from '../core/model/policy.ts';
import { idSchema } from '../core/model/quantities.ts';
import type { Access, Definition, Scenario } from '../core/model/scenario.ts';
import { accessSchema } from '../core/model/scenario.ts';
import type { Library } from './bundle.ts';
import { definitionOf } from './bundle.ts';
import { coalitionFindings, policyFindings, settingFindings } from './checks.ts';
import { COALITION_FOLDER, readCoalition } from './coalition-files.ts';
import { listed, mendWord } from './nearest.ts';
import { accessInOrder, coalitionInOrder, scenarioInOrder } from './normalise.ts';
import type { Part } from './parts.ts';
import { nameFindings, problemOf, readPart } from './parts.ts';
import { readPolicyValues } from './policy-values.ts';
import type { Finding, Problem } from './problems.ts';
import { MalformedError, sortProblems, withoutRepeats } from './problems.ts';
import type { Reader } from './reader.ts';
import { readScenario } from './scenario-files.ts';

const POLICIES_FOLDER = 'policies';
/** Folders of a library that hold no scenario. */
const OTHER_FOLDERS = new Set([`${COALITION_FOLDER}/`, `${POLICIES_FOLDER}/`, 'schema/']);

/** Names of scenarios and policies, in order. */
export interface LibraryNames {
  readonly scenarios: readonly string[];
  readonly policies: readonly string[];
}

/** What a library holds, by the names of its folders and files; it reads none of them. */
export function listLibrary(reader: Reader): LibraryNames {
  const folders = reader
    .list('')
    .filter((name) => name.endsWith('/') && !name.startsWith('.') && !OTHER_FOLDERS.has(name));
  const policies = reader.list(POLICIES_FOLDER).filter((name) => name.endsWith('.yaml'));
  return {
    scenarios: folders.map((name) => name.slice(0, -1)).sort(compareText),
    policies: policies.map((name) => name.slice(0, -'.yaml'.length)).sort(compareText),
  };
}

interface ScenarioParts {
  readonly scenario: Part<Scenario>;
  readonly access: Part<Access>;
}

function readScenarioParts(reader: Reader, name: string): ScenarioParts {
  return {
    scenario: readScenario(reader, name),
    access: readPart(reader, `${name}/access.yaml`, accessSchema, (value) => ({ value, findings: [] })),
  };
}

function readPolicy(reader: Reader, name: string): Part<Policy> {
  return readPart(reader, `${POLICIES_FOLDER}/${name}.yaml`, policySchema, (value) => {
    const { policy, findings } = readPolicyValues(value);
    return { value: policy, findings: [...nameFindings(['id'], value.id, name, 'file'), ...findings] };
  });
}

interface LibraryParts {
  readonly coalition: Part<Coalition>;
  readonly scenarios: readonly ScenarioParts[];
  readonly policies: readonly Part<Policy>[];
}

function readParts(reader: Reader, { scenarios, policies }: LibraryNames): LibraryParts {
  return {
    coalition: readCoalition(reader),
    scenarios: scenarios.map((name) => readScenarioParts(reader, name)),
    policies: policies.map((name) => readPolicy(reader, name)),
  };
}

/** Gives findings, whose paths begin with a part's name, to the files of those parts. */
function placeAll(findings: Iterable<Finding>, parts: Readonly<Record<string, Part<unknown>>>): Problem[] {
  return [...findings].flatMap((finding) => {
    const [part, ...at] = finding.at;
    const { first, ...rest } = finding;
    const elsewhere = first === undefined ? {} : { first: first.slice(1) };
    const located = parts[String(part)]?.locate({ ...rest, ...elsewhere, at });
    return located === undefined ? [] : [located];
  });
}

/**
 * Cross-checks of everything that could be read: what has problems of its own is left out, and so is what leans on it.
 */
function crossProblems({ coalition, scenarios, policies }: LibraryParts): Problem[] {
  if (coalition.value === undefined) return [];
  const world = coalition.value;
  const problems = placeAll(coalitionFindings(world), { coalition });
  const settings = scenarios.flatMap(({ scenario, access }) => {
    if (scenario.value === undefined || access.value === undefined) return [];
    const setting = { scenario: scenario.value, access: access.value, coalition: world };
    problems.push(...placeAll(settingFindings(setting), { scenario, access, coalition }));
    return [setting];
  });
  for (const policy of policies) {
    if (policy.value !== undefined)
      problems.push(...placeAll(policyFindings(world, policy.value, settings), { policy }));
  }
  return problems;
}

function problemsOf(parts: LibraryParts): Problem[] {
  const own = [
    ...parts.coalition.problems,
    ...parts.scenarios.flatMap(({ scenario, access }) => [...scenario.problems, ...access.problems]),
    ...parts.policies.flatMap(({ problems }) => problems),
  ];
  return sortProblems(withoutRepeats([...own, ...crossProblems(parts)]));
}

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
function readLibrary(reader: Reader, names: LibraryNames): Library {
  const unknown = unknownNames(reader, names);
  if (unknown.length > 0) throw new MalformedError(unknown);
  const parts = readParts(reader, names);
  const problems = problemsOf(parts);
  if (problems.length > 0) throw new MalformedError(problems);
  return {
    coalitions: [parts.coalition.value as Coalition].map(coalitionInOrder),
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
  return definitionOf(readLibrary(reader, { scenarios: [scenarioId], policies: [policyId] }), scenarioId, policyId);
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

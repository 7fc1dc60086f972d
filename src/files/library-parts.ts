/** The parts of a library as their files hold them, and all that is wrong with them, alone and together. */
import { compareText } from '../core/kernel/ids.ts';
import type { Coalition } from '../core/model/coalition.ts';
import type { Policy } from '../core/model/policy.ts';
import type { Access, Scenario } from '../core/model/scenario.ts';
import { accessSchema } from '../core/model/scenario.ts';
import type { Arrangement } from './arrangement-files.ts';
import { arranged, readArrangements } from './arrangement-files.ts';
import type { Setting } from './checks.ts';
import { arrangementFindings, coalitionFindings, policyFindings, settingFindings } from './checks.ts';
import { COALITION_FOLDER, readCoalition } from './coalition-files.ts';
import { listed, mendWord } from './nearest.ts';
import type { Part } from './parts.ts';
import { readPart } from './parts.ts';
import { leversIn, POLICIES_FOLDER, readPolicy } from './policy-files.ts';
import type { Finding, Problem } from './problems.ts';
import { sortProblems, withoutRepeats } from './problems.ts';
import type { Reader } from './reader.ts';
import { readScenario } from './scenario-files.ts';

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

export interface LibraryParts {
  readonly coalition: Part<Coalition>;
  readonly arrangements: readonly Part<Arrangement>[];
  readonly scenarios: readonly ScenarioParts[];
  readonly policies: readonly Part<Policy>[];
  /** Levers of all policies of the library, of those too that are not read. */
  readonly levers: ReadonlySet<string>;
}

function readScenarioParts(reader: Reader, name: string): ScenarioParts {
  return {
    scenario: readScenario(reader, name),
    access: readPart(reader, `${name}/access.yaml`, accessSchema, (value) => ({ value, findings: [] })),
  };
}

/** Reads what is named, in every arrangement; with `playing`, only in those that the policies are for. */
export function readParts(reader: Reader, { scenarios, policies }: LibraryNames, playing = false): LibraryParts {
  const read = policies.map((name) => readPolicy(reader, name));
  const wanted = read.flatMap(({ value }) => (value === undefined ? [] : [value.arrangement]));
  return {
    coalition: readCoalition(reader),
    arrangements: readArrangements(reader, playing ? wanted : undefined),
    scenarios: scenarios.map((name) => readScenarioParts(reader, name)),
    policies: read,
    levers: new Set(listLibrary(reader).policies.flatMap((name) => leversIn(reader, name))),
  };
}

/** The coalition in every arrangement that could be read; that of the coalition's own files first. */
export function coalitionsOf({ coalition, arrangements }: LibraryParts): Coalition[] {
  const { value: world } = coalition;
  if (world === undefined) return [];
  return [world, ...arrangements.flatMap(({ value }) => (value === undefined ? [] : [arranged(world, value)]))];
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

function noArrangement(arrangement: string, known: readonly string[]): Finding {
  return {
    at: ['policy', 'arrangement'],
    found: `the arrangement "${arrangement}"`,
    expected: `an arrangement of the coalition: ${listed(known)}`,
    mend: mendWord(arrangement, known, 'write one of those'),
  };
}

/** A policy in the coalition of its arrangement; nothing is said where that could not be read. */
function policyProblems(parts: LibraryParts, policy: Part<Policy>, settings: readonly Setting[]): Problem[] {
  if (policy.value === undefined) return [];
  const { arrangement } = policy.value;
  const coalitions = coalitionsOf(parts);
  const world = coalitions.find((one) => one.arrangement === arrangement);
  if (world !== undefined) {
    const inWorld = settings.map((setting) => ({ ...setting, coalition: world }));
    return placeAll(policyFindings(world, policy.value, inWorld), { policy });
  }
  const unread = parts.arrangements.some(({ value }) => value === undefined);
  const known = coalitions.map((one) => one.arrangement);
  return unread ? [] : placeAll([noArrangement(arrangement, known)], { policy });
}

/**
 * Cross-checks of everything that could be read: what has problems of its own is left out, and so is what leans on it.
 */
function crossProblems(parts: LibraryParts): Problem[] {
  const { coalition, scenarios, levers } = parts;
  if (coalition.value === undefined) return [];
  const world = coalition.value;
  const problems = placeAll(coalitionFindings(world), { coalition });
  const settings = scenarios.flatMap(({ scenario, access }) => {
    if (scenario.value === undefined || access.value === undefined) return [];
    const setting = { scenario: scenario.value, access: access.value, coalition: world, levers };
    problems.push(...placeAll(settingFindings(setting), { scenario, access, coalition }));
    return [setting];
  });
  for (const arrangement of parts.arrangements) {
    if (arrangement.value !== undefined)
      problems.push(...placeAll(arrangementFindings(world, arrangement.value, settings), { arrangement }));
  }
  return [...problems, ...parts.policies.flatMap((policy) => policyProblems(parts, policy, settings))];
}

/** Everything that is wrong, once each, in the order of files and lines. */
export function problemsOf(parts: LibraryParts): Problem[] {
  const own = [
    ...parts.coalition.problems,
    ...parts.arrangements.flatMap(({ problems }) => problems),
    ...parts.scenarios.flatMap(({ scenario, access }) => [...scenario.problems, ...access.problems]),
    ...parts.policies.flatMap(({ problems }) => problems),
  ];
  return sortProblems(withoutRepeats([...own, ...crossProblems(parts)]));
}

/** What a policy sets and adds, held against the schema of the places it names. */

import { durationKeys } from '../core/model/apply-policy.ts';
import { coalitionSchema } from '../core/model/coalition.ts';
import type { Change, Policy } from '../core/model/policy.ts';
import type { Schema } from './expectations.ts';
import { elementOf, schemasUnder, shapeOf } from './expectations.ts';
import { listed, nearest } from './nearest.ts';
import type { Finding, Path } from './problems.ts';
import { readAgainst } from './schema-findings.ts';

/** Schemas of what one part of a path chooses. */
function step(schema: Schema, part: string): Schema[] {
  const element = elementOf(schema);
  if (element !== undefined) return part === '*' || part.includes('=') ? [element] : [];
  if (part === '*') return Object.keys(shapeOf(schema) ?? {}).flatMap((key) => schemasUnder(schema, key));
  return schemasUnder(schema, part);
}

interface Ending {
  readonly schemas: readonly Schema[];
  /** The first part of the path that means nothing, and what would. */
  readonly lost?: { readonly part: string; readonly keys: readonly string[] };
}

/** Where a path ends according to the schema, whatever the coalition holds. */
function endOf(path: string): Ending {
  let schemas: Schema[] = [coalitionSchema];
  for (const part of path.split('/')) {
    const next = schemas.flatMap((schema) => step(schema, part));
    if (next.length === 0) return { schemas: [], lost: { part, keys: schemas.flatMap(keysOf) } };
    schemas = next;
  }
  return { schemas };
}

function keysOf(schema: Schema): string[] {
  if (elementOf(schema) !== undefined) return ['*', 'key=value'];
  return Object.keys(shapeOf(schema) ?? {});
}

function noPlace(at: Path, change: Change, lost: NonNullable<Ending['lost']>): Finding {
  const near = nearest(lost.part, lost.keys);
  return {
    at: [...at, 'at'],
    found: `the path "${change.at}", in which "${lost.part}" means nothing`,
    expected: lost.keys.length === 0 ? 'a path that ends before it' : `one of ${listed(lost.keys)} in its place`,
    mend: near === undefined ? 'follow the keys of the coalition files, parted by "/"' : `did you mean "${near}"?`,
  };
}

/** A value read by the first schema that takes it; what the first of them says when none does. */
function readBy(
  schemas: readonly Schema[],
  value: unknown,
  at: Path,
): { value?: unknown; findings: readonly Finding[] } {
  const readings = schemas.map((schema) => readAgainst(schema, value, at));
  return readings.find(({ findings }) => findings.length === 0) ?? readings[0] ?? { findings: [] };
}

/** Numbers that name no source have the change's. */
function sourced(value: unknown, change: Change): unknown {
  if (Array.isArray(value)) return value.map((entry) => sourced(entry, change));
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.entries(value).map(([key, part]) => [key, sourced(part, change)] as const);
  const copy: Record<string, unknown> = Object.fromEntries(inner);
  const holdsNumber = Object.keys(copy).some((key) => durationKeys.has(key) || key === 'perMille');
  if (!holdsNumber || copy.source !== undefined) return copy;
  const { source, confidence, basis } = change;
  return { ...copy, source, confidence, ...(basis === undefined ? {} : { basis }) };
}

const kinds = ['set', 'scale', 'add'] as const;

function wrongKinds(change: Change, at: Path): Finding | undefined {
  const given = kinds.filter((kind) => change[kind] !== undefined);
  if (given.length === 1) return undefined;
  const none = given.length === 0;
  return {
    at,
    found: none ? 'a change that changes nothing' : `"${given.join('" and "')}" in one change`,
    expected: 'one of "set", "scale" and "add"',
    mend: none ? 'add the one that is meant' : 'make a change of each',
  };
}

function readChange(change: Change, at: Path): { readonly change: Change; readonly findings: readonly Finding[] } {
  const kind = wrongKinds(change, at);
  if (kind !== undefined) return { change, findings: [kind] };
  const { schemas, lost } = endOf(change.at);
  if (lost !== undefined) return { change, findings: [noPlace(at, change, lost)] };
  if (change.set !== undefined) {
    const { value, findings } = readBy(schemas, sourced(change.set, change), [...at, 'set']);
    return { change: { ...change, set: value }, findings };
  }
  if (change.add === undefined) return { change, findings: [] };
  const elements = schemas.map(elementOf).filter((element) => element !== undefined);
  const read = change.add.map((entry, i) => readBy(elements, sourced(entry, change), [...at, 'add', i]));
  const notList: Finding = {
    at: [...at, 'add'],
    found: `something to add to "${change.at}", which is no list`,
    expected: 'the path of a list',
    mend: 'write "set" instead of "add", or mend the path',
  };
  if (elements.length === 0) return { change, findings: [notList] };
  return {
    change: { ...change, add: read.map(({ value }) => value) },
    findings: read.flatMap(({ findings }) => findings),
  };
}

/** Changes with what they set and add read as the coalition's files are: durations in seconds, defaults filled in. */
export function readChanges(
  changes: readonly Change[],
  at: Path,
): { readonly changes: Change[]; readonly findings: readonly Finding[] } {
  const read = changes.map((change, c) => readChange(change, [...at, c]));
  return { changes: read.map(({ change }) => change), findings: read.flatMap(({ findings }) => findings) };
}

export function readPolicyValues(policy: Policy): { readonly policy: Policy; readonly findings: readonly Finding[] } {
  const read = policy.levers.map((lever, l) => readChanges(lever.changes, ['levers', l, 'changes']));
  const levers = policy.levers.map((lever, l) => ({ ...lever, changes: read[l]?.changes ?? [] }));
  return { policy: { ...policy, levers }, findings: read.flatMap(({ findings }) => findings) };
}

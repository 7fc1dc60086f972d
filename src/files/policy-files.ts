/**
 * Policies: each a file under `policies/`. Its levers are written out in it, or are names of files under `policies/levers/`, so that a lever
 * that several packages pull is written once.
 */
import { z } from 'zod';
import type { Lever, Policy } from '../core/model/policy.ts';
import { leverSchema, policySchema } from '../core/model/policy.ts';
import { idSchema } from '../core/model/quantities.ts';
import type { SourceDocument } from './document.ts';
import { parseText } from './document.ts';
import type { FileRead } from './origins.ts';
import { locatedBy, readFile } from './origins.ts';
import type { Part } from './parts.ts';
import { nameFindings, problemOf } from './parts.ts';
import { readPolicyValues } from './policy-values.ts';
import type { Path, Problem } from './problems.ts';
import type { Reader } from './reader.ts';

export const POLICIES_FOLDER = 'policies';
const LEVERS_FOLDER = `${POLICIES_FOLDER}/levers`;

/** What a policy's file holds: its levers written out, or their names. */
export const policyFileSchema = policySchema.extend({ levers: z.array(z.union([idSchema, leverSchema])) });

interface LeverRead {
  readonly lever: Lever | undefined;
  readonly problems: readonly Problem[];
  readonly origin: { readonly document: SourceDocument; readonly path: Path };
}

/** The lever that a policy names, from its own file. */
function readLever(reader: Reader, name: string, asked: FileRead<unknown>['document'], at: Path): LeverRead {
  const path = `${LEVERS_FOLDER}/${name}.yaml`;
  const file = `${reader.name}/${path}`;
  const text = reader.read(path);
  if (text === undefined) {
    const words = {
      found: `no lever "${name}": there is no such file`,
      expected: 'a lever of its own file',
      mend: `write it there, write the lever out in ${asked.file}, or mend the name`,
    };
    return { lever: undefined, problems: [problemOf(file, words)], origin: { document: asked, path: at } };
  }
  const read = readFile(file, text, leverSchema);
  const named = read.value === undefined ? [] : nameFindings(['id'], read.value.id, name, 'file');
  const locate = locatedBy((place) => ({ document: read.document, path: place }));
  const problems = [...read.problems, ...named.flatMap((finding) => locate(finding) ?? [])];
  return { lever: read.value, problems, origin: { document: read.document, path: [] } };
}

/** A policy with all its levers, and where each is written. */
export function readPolicy(reader: Reader, name: string): Part<Policy> {
  const file = `${reader.name}/${POLICIES_FOLDER}/${name}.yaml`;
  const text = reader.read(`${POLICIES_FOLDER}/${name}.yaml`);
  if (text === undefined) {
    const words = { found: 'no such file', expected: 'a file of this name', mend: 'write it, or mend the name' };
    const problem = problemOf(file, words);
    return { value: undefined, problems: [problem], locate: () => problem };
  }
  const { document, value, problems } = readFile(file, text, policyFileSchema);
  const levers = (value?.levers ?? []).map((lever, i): LeverRead => {
    const at: Path = ['levers', i];
    return typeof lever === 'string'
      ? readLever(reader, lever, document, at)
      : { lever, problems: [], origin: { document, path: at } };
  });
  const found = locatedBy(([key, i, ...rest]) => {
    const origin = key === 'levers' && typeof i === 'number' ? levers[i]?.origin : undefined;
    if (origin !== undefined) return { document: origin.document, path: [...origin.path, ...rest] };
    return { document, path: [key, i, ...rest].filter((step) => step !== undefined) };
  });
  const locate: Part<Policy>['locate'] = (finding) => found(finding) ?? problemOf(file, finding);
  const own = [...problems, ...levers.flatMap((lever) => lever.problems)];
  if (value === undefined || own.length > 0) return { value: undefined, problems: own, locate };
  const whole = { ...value, levers: levers.map(({ lever }) => lever as Lever) };
  const { policy, findings } = readPolicyValues(whole);
  const all = [...nameFindings(['id'], value.id, name, 'file'), ...findings].map(locate);
  return { value: all.length === 0 ? policy : undefined, problems: all, locate };
}

/** The levers that a policy's file names or writes out, whatever else is wrong with it. */
export function leversIn(reader: Reader, name: string): string[] {
  const { data } = parseText(name, reader.read(`${POLICIES_FOLDER}/${name}.yaml`) ?? '');
  const { levers } = (data ?? {}) as { readonly levers?: unknown };
  const named = Array.isArray(levers)
    ? levers.map((lever) => (typeof lever === 'string' ? lever : (lever as { id?: unknown } | null)?.id))
    : [];
  return named.filter((id) => typeof id === 'string');
}

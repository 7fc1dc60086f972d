/**
 * The coalition's files, any number of them, read as one. In which file a thing stands, and in which order, means
 * nothing.
 */
import type { z } from 'zod';
import { compareText } from '../core/kernel/ids.ts';
import type { Coalition } from '../core/model/coalition.ts';
import { coalitionSchema } from '../core/model/coalition.ts';
import type { SourceDocument } from './document.ts';
import { parseText, problemIn } from './document.ts';
import type { Part } from './parts.ts';
import { problemOf } from './parts.ts';
import type { Finding, Problem } from './problems.ts';
import type { Reader } from './reader.ts';
import { readAgainst } from './schema-findings.ts';

export const COALITION_FOLDER = 'coalition';

/** What one file of the coalition may hold: any of its keys. */
export const coalitionFileSchema = coalitionSchema.partial();
type CoalitionFile = z.output<typeof coalitionFileSchema>;
type Key = keyof Coalition;

const keys = Object.keys(coalitionSchema.shape) as Key[];

interface FileRead {
  readonly document: SourceDocument;
  readonly value: CoalitionFile | undefined;
  readonly problems: readonly Problem[];
}

function readFile(file: string, text: string): FileRead {
  const document = parseText(file, text);
  if (document.data === undefined) return { document, value: undefined, problems: document.problems };
  const { value, findings } = readAgainst(coalitionFileSchema, document.data);
  return {
    document,
    value,
    problems: [...document.problems, ...findings.map((finding) => problemIn(document, finding))],
  };
}

/** Entries of a list with the place each came from; of a single value, one entry. */
function gather(files: readonly FileRead[], key: Key) {
  return files.flatMap(({ document, value }) => {
    const held = value?.[key];
    if (held === undefined) return [];
    if (!Array.isArray(held)) return [{ document, path: [key], entry: held as unknown }];
    return held.map((entry: unknown, i) => ({ document, path: [key, i], entry }));
  });
}

type Gathered = ReturnType<typeof gather>;

function isList(key: Key): boolean {
  return key !== 'arrangement' && key !== 'lead';
}

function* singles(folder: string, gathered: ReadonlyMap<Key, Gathered>): Generator<Problem> {
  for (const key of keys.filter((one) => !isList(one))) {
    const [first, ...more] = gathered.get(key) ?? [];
    if (first === undefined) {
      const found = `no key "${key}" in any file of ${folder}`;
      yield {
        file: folder,
        line: 1,
        column: 1,
        path: key,
        message: found,
        expected: `"${key}" in one file`,
        mend: `add "${key}: …" to one file`,
      };
    }
    for (const { document } of more) {
      const found = `the key "${key}" in ${document.file} and in ${first?.document.file} too`;
      yield problemIn(document, {
        at: [key],
        atKey: true,
        found,
        expected: `"${key}" in one file only`,
        mend: 'take it out of one of them',
      });
    }
  }
}

function locator(folder: string, gathered: ReadonlyMap<Key, Gathered>): (finding: Finding) => Problem {
  return (finding) => {
    const [key, ...rest] = finding.at;
    const origins = gathered.get(key as Key) ?? [];
    const [position, ...inner] = rest;
    const origin = typeof position === 'number' ? origins[position] : origins[0];
    if (origin !== undefined) return problemIn(origin.document, { ...finding, at: [...origin.path, ...inner] });
    return { ...problemOf(folder, finding), path: String(key ?? '') };
  };
}

const misnamed = {
  found: 'a file that would not be read',
  expected: 'files whose names end in ".yaml"',
  mend: 'rename it, or move it away',
};

/** Reads all of the coalition's files, in the order of their names. */
export function readCoalition(reader: Reader): Part<Coalition> {
  const folder = `${reader.name}/${COALITION_FOLDER}`;
  const names = [...reader.list(COALITION_FOLDER)].sort(compareText);
  const files = names
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readFile(`${folder}/${name}`, reader.read(`${COALITION_FOLDER}/${name}`) ?? ''));
  const gathered = new Map(keys.map((key) => [key, gather(files, key)]));
  const legible = files.every(({ value }) => value !== undefined);
  const problems = [
    ...names.filter((name) => /\.(yml|json)$/i.test(name)).map((name) => problemOf(`${folder}/${name}`, misnamed)),
    ...files.flatMap((file) => file.problems),
    ...(legible ? singles(folder, gathered) : []),
  ];
  const merged = Object.fromEntries(
    keys.map((key) => {
      const entries = (gathered.get(key) ?? []).map(({ entry }) => entry);
      return [key, isList(key) ? entries : entries[0]];
    }),
  );
  const value = problems.length === 0 ? (merged as unknown as Coalition) : undefined;
  return { value, problems, locate: locator(folder, gathered) };
}

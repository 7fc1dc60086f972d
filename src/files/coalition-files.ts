/**
 * The coalition's files, any number of them, read as one. In which file a thing stands, and in which order, means
 * nothing.
 */
import { z } from 'zod';
import { compareText } from '../core/kernel/ids.ts';
import type { Coalition } from '../core/model/coalition.ts';
import { coalitionSchema } from '../core/model/coalition.ts';
import { problemIn } from './document.ts';
import { valueAt } from './expectations.ts';
import type { Entry, FileRead, Origin } from './origins.ts';
import { entriesOf, locatedBy, readFile } from './origins.ts';
import type { PairRow } from './pair-rows.ts';
import { pairRowSchema, pairsOf, rowFindings } from './pair-rows.ts';
import type { Part } from './parts.ts';
import { isMisnamed, misnamed, problemOf } from './parts.ts';
import type { Path, Problem } from './problems.ts';
import type { Reader } from './reader.ts';

export const COALITION_FOLDER = 'coalition';

/** What one file of the coalition may hold: any of its keys. */
export const coalitionFileSchema = coalitionSchema.extend({ pairs: z.array(pairRowSchema) }).partial();
type CoalitionFile = FileRead<z.output<typeof coalitionFileSchema>>;
type Key = keyof Coalition;
type Gathered = ReadonlyMap<Key, readonly Entry<unknown>[]>;

const keys = Object.keys(coalitionSchema.shape) as Key[];
/** Keys that hold one thing rather than a list; those that must be there. */
const singles: readonly Key[] = ['arrangement', 'lead', 'trust'];
const required: readonly Key[] = ['arrangement', 'lead'];

/** Every pair of a row stands where the row does. */
function pairEntries({ entry, ...origin }: Entry<PairRow>): Entry<unknown>[] {
  return pairsOf(entry).map((pair) => ({ ...origin, entry: pair }));
}

/** Entries of a list with the place each came from; of a single value, one entry. */
function gather(files: readonly CoalitionFile[], key: Key): Entry<unknown>[] {
  return files.flatMap(({ document, value }) => {
    const held = value?.[key];
    if (held === undefined) return [];
    if (key === 'pairs') return entriesOf(document, [key], value?.pairs).flatMap(pairEntries);
    return Array.isArray(held) ? entriesOf<unknown>(document, [key], held) : [{ document, path: [key], entry: held }];
  });
}

function* singleProblems(folder: string, gathered: Gathered): Generator<Problem> {
  for (const key of singles) {
    const [first, ...more] = gathered.get(key) ?? [];
    if (first === undefined && required.includes(key)) {
      const words = {
        found: `no key "${key}" in any file of ${folder}`,
        expected: `"${key}" in one file`,
        mend: `add "${key}: …" to one file`,
      };
      yield { ...problemOf(folder, words), path: key };
    }
    for (const { document } of more) {
      const found = `the key "${key}" in ${document.file} and in ${first?.document.file} too`;
      const mend = 'take it out of one of them';
      yield problemIn(document, { at: [key], atKey: true, found, expected: `"${key}" in one file only`, mend });
    }
  }
}

function rowProblems({ document, value }: CoalitionFile): Problem[] {
  return entriesOf(document, ['pairs'], value?.pairs).flatMap(({ path, entry }) =>
    rowFindings(entry).map((finding) => problemIn(document, { ...finding, at: path })),
  );
}

/** Whom a pair is for stands under "within" where the row has no "from" and "to". */
function withinRow({ document, path }: Origin, inner: Path): Path {
  const [side, ...rest] = inner;
  const isSide = side === 'from' || side === 'to';
  return isSide && valueAt(document.data, [...path, side]) === undefined ? ['within', ...rest] : inner;
}

function originIn(gathered: Gathered, at: Path): Origin | undefined {
  const [key, ...rest] = at;
  const entries = gathered.get(key as Key) ?? [];
  const [position, ...inner] = rest;
  const origin = typeof position === 'number' ? entries[position] : entries[0];
  if (origin === undefined) return undefined;
  const within = typeof position !== 'number' ? rest : key === 'pairs' ? withinRow(origin, inner) : inner;
  return { document: origin.document, path: [...origin.path, ...within] };
}

/** Reads all of the coalition's files, in the order of their names. */
export function readCoalition(reader: Reader): Part<Coalition> {
  const folder = `${reader.name}/${COALITION_FOLDER}`;
  const names = [...reader.list(COALITION_FOLDER)].sort(compareText);
  const files = names
    .filter((name) => name.endsWith('.yaml'))
    .map((name) =>
      readFile(`${folder}/${name}`, reader.read(`${COALITION_FOLDER}/${name}`) ?? '', coalitionFileSchema),
    );
  const gathered: Gathered = new Map(keys.map((key) => [key, gather(files, key)]));
  const legible = files.every(({ value }) => value !== undefined);
  const problems = [
    ...names.filter(isMisnamed).map((name) => misnamed(`${folder}/${name}`)),
    ...files.flatMap((file) => [...file.problems, ...rowProblems(file)]),
    ...(legible ? singleProblems(folder, gathered) : []),
  ];
  const merged = keys.flatMap((key) => {
    const entries = (gathered.get(key) ?? []).map(({ entry }) => entry);
    if (!singles.includes(key)) return [[key, entries]];
    return entries.length === 0 ? [] : [[key, entries[0]]];
  });
  const value = problems.length === 0 ? (Object.fromEntries(merged) as Coalition) : undefined;
  const locate = locatedBy((at) => originIn(gathered, at));
  const nowhere = (at: Path) => ({ path: String(at[0] ?? '') });
  return { value, problems, locate: (one) => locate(one) ?? { ...problemOf(folder, one), ...nowhere(one.at) } };
}

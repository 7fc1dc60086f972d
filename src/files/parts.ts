/** One file of a library read against its schema. */
import type { z } from 'zod';
import { parseText, problemIn } from './document.ts';
import type { Schema } from './expectations.ts';
import type { Finding, Path, Problem } from './problems.ts';
import type { Reader } from './reader.ts';
import { readAgainst } from './schema-findings.ts';

/**
 * A part of a definition as read: its value if nothing is wrong with it, and how to place what is found wrong later.
 */
export interface Part<T> {
  readonly value: T | undefined;
  readonly problems: readonly Problem[];
  readonly locate: (finding: Finding) => Problem;
}

/** A problem of a whole file or folder. */
export function problemOf(file: string, words: Omit<Finding, 'at' | 'atKey'>): Problem {
  return { file, line: 1, column: 1, path: '', message: words.found, expected: words.expected, mend: words.mend };
}

export function missingPart(file: string): Part<never> {
  const problem = problemOf(file, {
    found: 'no such file',
    expected: 'a file of this name',
    mend: 'write it, or mend the name',
  });
  return { value: undefined, problems: [problem], locate: () => problem };
}

/** A file that would not be read, because its name has another ending. */
export function misnamed(file: string): Problem {
  return problemOf(file, {
    found: 'a file that would not be read',
    expected: 'files whose names end in ".yaml"',
    mend: 'rename it, or move it away',
  });
}

export function isMisnamed(name: string): boolean {
  return /\.(yml|json)$/i.test(name);
}

/** What a file or folder is about bears the name it is found by. */
export function nameFindings(at: Path, id: string, name: string, of: 'folder' | 'file'): Finding[] {
  if (id === name) return [];
  return [
    {
      at,
      found: `"${id}"`,
      expected: `"${name}", the name of the ${of}`,
      mend: `write "${name}", or rename the ${of}`,
    },
  ];
}

/** Reads one file. `more` says what else is wrong with a value that fits the schema, and may complete it. */
export function readPart<S extends Schema, T = z.output<S>>(
  reader: Reader,
  path: string,
  schema: S,
  more: (value: z.output<S>) => { readonly value: T; readonly findings: readonly Finding[] },
): Part<T> {
  const file = `${reader.name}/${path}`;
  const text = reader.read(path);
  if (text === undefined) return missingPart(file);
  const document = parseText(file, text);
  const locate = (finding: Finding) => problemIn(document, finding);
  if (document.data === undefined) return { value: undefined, problems: document.problems, locate };
  const read = readAgainst(schema, document.data);
  const full = read.findings.length === 0 ? more(read.value as z.output<S>) : undefined;
  const problems = [...document.problems, ...[...read.findings, ...(full?.findings ?? [])].map(locate)];
  return { value: problems.length === 0 ? full?.value : undefined, problems, locate };
}

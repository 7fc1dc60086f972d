/** Several files read as one: where each entry of the whole is written, so that what is found in the whole is said of the file. */

import type { z } from 'zod';
import type { SourceDocument } from './document.ts';
import { parseText, problemIn } from './document.ts';
import type { Schema } from './expectations.ts';
import type { Finding, Path, Problem } from './problems.ts';
import { readAgainst } from './schema-findings.ts';

/** A place in a file. */
export interface Origin {
  readonly document: SourceDocument;
  readonly path: Path;
}

/** An entry of a list that several files write. */
export interface Entry<T> extends Origin {
  readonly entry: T;
}

/** One of several files: its value, if it fits its schema, and all that is wrong with it. */
export interface FileRead<T> {
  readonly document: SourceDocument;
  readonly value: T | undefined;
  readonly problems: readonly Problem[];
}

export function readFile<S extends Schema>(file: string, text: string, schema: S): FileRead<z.output<S>> {
  const document = parseText(file, text);
  if (document.data === undefined) return { document, value: undefined, problems: document.problems };
  const { value, findings } = readAgainst(schema, document.data);
  const found = findings.map((finding) => problemIn(document, finding));
  return { document, value, problems: [...document.problems, ...found] };
}

export function entriesOf<T>(document: SourceDocument, path: Path, list: readonly T[] = []): Entry<T>[] {
  return list.map((entry, i) => ({ document, path: [...path, i], entry }));
}

/** Places findings by where the things at their paths are written; undefined when that is nowhere. */
export function locatedBy(originOf: (at: Path) => Origin | undefined): (finding: Finding) => Problem | undefined {
  return (finding) => {
    const origin = originOf(finding.at);
    if (origin === undefined) return undefined;
    const first = finding.first === undefined ? undefined : originOf(finding.first);
    return problemIn(origin.document, { ...finding, at: origin.path }, first);
  };
}

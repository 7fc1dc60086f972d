/** One YAML text read with positions: what it says, what is wrong with its writing, and where each value stands. */
import type { Pair, Document as YamlDocument } from 'yaml';
import { Composer, isMap, isScalar, isSeq, LineCounter, Parser } from 'yaml';
import type { Finding, Path, Problem } from './problems.ts';
import { formatPath } from './problems.ts';
import type { Wording } from './syntax.ts';
import { refused, wordingOf } from './syntax.ts';
import type { Oddity } from './writing.ts';
import { keyText, odditiesOf, refusalOf, startOf } from './writing.ts';

/** Line and column, both from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface SourceDocument {
  readonly file: string;
  /** What it says; undefined when it could not be read. */
  readonly data: unknown;
  /** What is wrong with how it is written. */
  readonly problems: readonly Problem[];
  /** Where a value stands, or its key; for what is missing, the nearest thing around it that is there. */
  readonly positionOf: (path: Path, atKey?: boolean) => Place;
}

/**
 * The offset that stands for a value: a flow's or a text's own start; for a block, its key rather than its first
 * entry.
 */
function offsetOf(pair: Pair | undefined, node: unknown): number {
  const flows = (isMap(node) || isSeq(node)) && node.flow === true;
  const written = isScalar(node) && node.range !== undefined && node.range?.[0] !== node.range?.[1];
  const key = startOf(pair?.key);
  if (key !== undefined && !flows && !written) return key;
  return startOf(node) ?? key ?? 0;
}

function offsetAt(root: unknown, path: Path, atKey: boolean): number {
  let node = root;
  let pair: Pair | undefined;
  for (const step of path) {
    const within: Pair | undefined = isMap(node)
      ? node.items.find((item) => keyText(item) === String(step))
      : undefined;
    const item = isSeq(node) && typeof step === 'number' ? node.items[step] : within?.value;
    if (within === undefined && item === undefined) return offsetOf(pair, node);
    pair = within;
    node = item;
  }
  return (atKey ? startOf(pair?.key) : undefined) ?? offsetOf(pair, node);
}

function placeIn(counter: LineCounter, offset: number): Place {
  const { line, col } = counter.linePos(Math.max(0, offset));
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

/** The parser's own errors: of several on one line the first, because the others follow from it. */
function* parserErrors(document: YamlDocument, counter: LineCounter): Generator<Oddity> {
  const lines = new Set<number>();
  for (const error of document.errors) {
    const { line } = counter.linePos(error.pos[0]);
    if (lines.has(line)) continue;
    lines.add(line);
    yield { offset: error.pos[0], path: [], wording: wordingOf(error.code, error.message) };
  }
}

/** Something refused of the file as a whole. */
function wholly(wording: Wording): Oddity {
  return { offset: 0, path: [], wording };
}

function* shapeOddities(document: YamlDocument): Generator<Oddity> {
  const root = document.contents;
  const nothing = root === null || (isScalar(root) && root.value === null);
  if (nothing) yield wholly(refused.empty);
  else if (!isMap(root)) yield { offset: startOf(root) ?? 0, path: [], wording: refused.notMapping };
}

/** What keeps the rest of a file from being held against its schema. */
const illegible: ReadonlySet<Wording> = new Set([refused.alias, refused.tag, refused.mergeKey]);

interface Reading {
  readonly root: unknown;
  readonly data: unknown;
  readonly oddities: readonly Oddity[];
}

function readText(text: string, counter: LineCounter): Reading {
  const tokens = [...new Parser(counter.addNewLine).parse(text)];
  const refusal = refusalOf(text, tokens);
  if (refusal !== undefined) return { root: null, data: undefined, oddities: [refusal] };
  const composer = new Composer({ prettyErrors: false, stringKeys: true, uniqueKeys: false });
  const [document, second] = [...composer.compose(tokens, true, text.length)];
  if (document === undefined) return { root: null, data: undefined, oddities: [wholly(refused.empty)] };
  const unread = { root: document.contents, data: undefined };
  const fatal = [...parserErrors(document, counter)];
  if (second !== undefined) fatal.push({ offset: second.range[0], path: [], wording: wordingOf('MULTIPLE_DOCS', '') });
  if (fatal.length > 0) return { ...unread, oddities: fatal };
  const shape = [...shapeOddities(document)];
  if (shape.length > 0) return { ...unread, oddities: shape };
  const oddities = [...odditiesOf(document.contents, [])];
  const legible = oddities.every(({ wording }) => !illegible.has(wording));
  return { root: document.contents, data: legible ? document.toJS() : undefined, oddities };
}

/** Reads one file's text. Never throws: what is wrong with it is in `problems`. */
export function parseText(file: string, text: string): SourceDocument {
  const counter = new LineCounter();
  const { root, data, oddities } = readText(text, counter);
  const problems = oddities.map(({ offset, path, wording }) => ({
    file,
    ...placeIn(counter, offset),
    path: formatPath(path),
    message: wording.found,
    expected: wording.expected,
    mend: wording.mend,
  }));
  return { file, data, problems, positionOf: (path, atKey = false) => placeIn(counter, offsetAt(root, path, atKey)) };
}

/** A finding in a document, with its place. `first` says where the same thing stands already, when that is another file. */
export function problemIn(
  document: SourceDocument,
  finding: Finding,
  first?: { readonly document: SourceDocument; readonly path: Path },
): Problem {
  const { at, atKey, expected, mend } = finding;
  const place = document.positionOf(at, atKey ?? false);
  const message = finding.found + firstPlace(document, first ?? (finding.first && { document, path: finding.first }));
  return { file: document.file, ...place, path: formatPath(at), message, expected, mend };
}

function firstPlace(
  here: SourceDocument,
  first: { readonly document: SourceDocument; readonly path: Path } | undefined,
): string {
  if (first === undefined) return '';
  const { document, path } = first;
  const { line } = document.positionOf(path);
  return document === here ? `; the first is in line ${line}` : `; the first is at ${document.file}:${line}`;
}

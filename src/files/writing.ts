/**
 * What a file is written with that we refuse, although YAML allows it: anchors, merges, tags, directives, endless
 * nesting.
 */
import type { CST, Node, Pair, YAMLMap } from 'yaml';
import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Path } from './problems.ts';
import type { Wording } from './syntax.ts';
import { refused } from './syntax.ts';

/** Something refused, by its place in the text. */
export interface Oddity {
  readonly offset: number;
  readonly path: Path;
  readonly wording: Wording;
}

const DEEPEST = 50;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd\ufffe\uffff]/;

interface Token {
  readonly type?: string;
  readonly offset?: number;
  readonly value?: unknown;
  readonly items?: readonly { readonly key?: unknown; readonly value?: unknown }[];
}

function partsOf(token: Token): Token[] {
  const parts = [token.value, ...(token.items ?? []).flatMap((item) => [item.key, item.value])];
  return parts.filter((part): part is Token => typeof part === 'object' && part !== null);
}

/** Where a text is nested too deep, if it is. Walks the parser's tokens without recursion. */
function tooDeep(tokens: readonly Token[]): number | undefined {
  const stack = tokens.map((token) => ({ token, depth: 0, offset: 0 }));
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { depth } = top;
    const offset = top.token.offset ?? top.offset;
    if (depth > DEEPEST) return offset;
    for (const token of partsOf(top.token)) stack.push({ token, depth: depth + 1, offset });
  }
  return undefined;
}

/**
 * What forbids reading a text at all, seen from its tokens. Danger: the composer of documents is recursive, and a text
 * nested deeply enough ends the process rather than throw; so this has to come before it.
 */
export function refusalOf(text: string, tokens: readonly CST.Token[]): Oddity | undefined {
  const unprintable = text.search(UNPRINTABLE);
  if (unprintable >= 0) return { offset: unprintable, path: [], wording: refused.character };
  const directive = tokens.find((token) => token.type === 'directive');
  if (directive !== undefined) return { offset: directive.offset, path: [], wording: refused.directive };
  const offset = tooDeep(tokens as readonly Token[]);
  return offset === undefined ? undefined : { offset, path: [], wording: refused.depth };
}

export function keyText(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : '';
}

/** Where a node begins in the text. */
export function startOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}

function duplicate(key: string): Wording {
  return {
    found: `the key "${key}" a second time in the same mapping`,
    expected: 'each key once in a mapping',
    mend: `take one "${key}" out, or rename it`,
  };
}

function* oddKeys(map: YAMLMap, path: Path): Generator<Oddity> {
  const seen = new Set<string>();
  for (const pair of map.items) {
    const key = keyText(pair);
    const offset = startOf(pair.key) ?? 0;
    if (key === '<<') yield { offset, path: [...path, key], wording: refused.mergeKey };
    else if (seen.has(key)) yield { offset, path: [...path, key], wording: duplicate(key) };
    seen.add(key);
    yield* odditiesOf(pair.key, [...path, key]);
    yield* odditiesOf(pair.value, [...path, key]);
  }
}

/** Everything under a node that is written in a way we refuse. */
export function* odditiesOf(node: unknown, path: Path): Generator<Oddity> {
  if (node === null || typeof node !== 'object') return;
  const offset = startOf(node) ?? 0;
  if (isAlias(node)) {
    yield { offset, path, wording: refused.alias };
    return;
  }
  if ('anchor' in node && node.anchor !== undefined) yield { offset, path, wording: refused.anchor };
  if ('tag' in node && node.tag !== undefined) yield { offset, path, wording: refused.tag };
  if (isMap(node)) yield* oddKeys(node, path);
  if (!isSeq(node)) return;
  for (const [i, item] of node.items.entries()) yield* odditiesOf(item, [...path, i]);
}

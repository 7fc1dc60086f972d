import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { SourceFile, SyntaxNode } from '../../scripts/source-shape.ts';
import { lineOf, parseSource, sourcesBelow, visitTree } from '../../scripts/source-shape.ts';
import { underThrowers } from '../support/throwers.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const coreEntry = new URL('../../src/core/engine/index.ts', import.meta.url);
const importer = fileURLToPath(new URL('../support/import-under-throwers.ts', import.meta.url));

/** What else is outside (window, process …) the types of core do not know; these are words a scenario may use too. */
const OUTSIDE = new Set('Date Intl performance crypto console globalThis fetch setTimeout setInterval'.split(' '));
const OUTSIDE_MEMBER = /^(localeCompare|toLocale[A-Z]\w*)$/;

/** Where a name stands for itself: a property, a key, a field of a type. */
function isOnlyALabel(node: SyntaxNode, parent: SyntaxNode | undefined): boolean {
  if (!parent) return false;
  return parent.key === node || (parent.type === 'MemberExpression' && parent.property === node);
}

/** What a file of core says that it must not, as `path:line what`. */
function forbiddenIn(file: SourceFile): string[] {
  const found: string[] = [];
  visitTree(file.tree, (node, above) => {
    const report = (what: string) => found.push(`${file.path}:${lineOf(file, node.span?.start ?? 0)} ${what}`);
    const name = node.type === 'Identifier' && typeof node.value === 'string' ? node.value : '';
    const parent = above.at(-1);
    if (OUTSIDE.has(name) && !isOnlyALabel(node, parent)) report(name);
    if (OUTSIDE_MEMBER.test(name) && parent?.type === 'MemberExpression') report(name);
    const owner = parent?.type === 'MemberExpression' ? (parent.object as SyntaxNode) : undefined;
    if (name === 'random' && owner?.value === 'Math') report('Math.random');
    if (node.type === 'ObjectPattern' && isMath((parent?.init ?? undefined) as SyntaxNode | undefined)) {
      report('{ … } = Math');
    }
  });
  return found;
}

function isMath(node: SyntaxNode | undefined): boolean {
  return node?.type === 'Identifier' && node.value === 'Math';
}

describe('core is the same on every machine and in every year', () => {
  it('does not name a clock, a language table, unseeded chance or the machine it runs on', () => {
    const sources = sourcesBelow(root, 'src/core');
    expect(sources.length, 'files of src/core').toBeGreaterThan(0);
    expect(sources.flatMap(forbiddenIn)).toEqual([]);
  });

  it('loads where all of these throw', () => {
    expect(existsSync(coreEntry), 'src/core/engine/index.ts must exist: it is the door to core').toBe(true);
    const said = execFileSync(process.execPath, ['--import', 'tsx', importer, coreEntry.href], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(said).toBe('loaded\n');
  });
});

describe('the scan of core', () => {
  it.each([
    ['const t = Date.now();', 'x.ts:1 Date'],
    ['const f = [1].map(() => Math.random());', 'x.ts:1 Math.random'],
    ['const { random } = Math;', 'x.ts:1 { … } = Math'],
    ["// é\nf('a', 'a'.localeCompare('b'));", 'x.ts:2 localeCompare'],
    ['export const g = (n: number) => [n.toLocaleString()];', 'x.ts:1 toLocaleString'],
    ['class C { now = performance.now() }', 'x.ts:1 performance'],
  ])('finds %s', (text, found) => {
    expect(forbiddenIn(parseSource('x.ts', text))).toContain(found);
  });

  it('lets the words stand where they mean something else', () => {
    const text = "// Date, Math.random\nconst x = { performance: 'Date', crypto: Math.floor(1) }; x.performance;";
    expect(forbiddenIn(parseSource('x.ts', text))).toEqual([]);
  });
});

describe('underThrowers', () => {
  it.each([
    ['Date.now', () => Date.now()],
    ['new Date', () => new Date()],
    ['Math.random', () => Math.random()],
    ['Intl', () => new Intl.NumberFormat('en')],
    ['performance', () => performance.now()],
    ['localeCompare', () => 'a'.localeCompare('b')],
    ['toLocaleString', () => (1).toLocaleString()],
  ])('stops %s', (_, call) => {
    expect(() => underThrowers<unknown>(call)).toThrow(/core reached for/);
    expect(call).not.toThrow();
  });

  it('hands back what an innocent run returns', () => {
    expect(underThrowers(() => [3, 1, 2].toSorted().join())).toBe('1,2,3');
  });

  it('refuses a run that has not ended', () => {
    expect(() => underThrowers(async () => 1)).toThrow(/synchronous/);
  });
});

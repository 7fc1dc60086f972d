/** What the architecture tests and `npm run sizes` read from source files, by way of swc's parser. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import swc from '@swc/core';

export interface SourceFile {
  /** Relative to the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly tree: SyntaxNode;
}

export interface MeasuredFunction {
  readonly file: string;
  readonly name: string;
  readonly line: number;
  /** From its first line to its last, both counted. */
  readonly lines: number;
}

export interface SyntaxNode {
  readonly type: string;
  readonly span?: { readonly start: number; readonly end: number };
  readonly [field: string]: unknown;
}

/** Called for a node and the nodes above it, nearest last. */
type Visit = (node: SyntaxNode, above: readonly SyntaxNode[]) => void;

const FUNCTIONS = new Set([
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'ClassMethod',
  'PrivateMethod',
  'Constructor',
  'MethodProperty',
  'GetterProperty',
  'SetterProperty',
]);

/** Makes the first token's position known, because swc counts positions on through all files it has parsed. */
const ANCHOR = ';';

/** All paths of files below `folder`, relative to `root`, sorted. */
export function filesBelow(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** Every .ts and .tsx file below `folder` except declarations, parsed. */
export function sourcesBelow(root: string, folder: string): SourceFile[] {
  return filesBelow(root, folder)
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
    .map((path) => parseSource(path, readFileSync(join(root, path), 'utf8')));
}

export function parseSource(path: string, text: string): SourceFile {
  const tree = swc.parseSync(ANCHOR + text, {
    syntax: 'typescript',
    tsx: path.endsWith('.tsx'),
    decorators: true,
    target: 'es2022',
  });
  return { path, text, tree: tree as unknown as SyntaxNode };
}

export function visitTree(node: SyntaxNode, visit: Visit, above: readonly SyntaxNode[] = []): void {
  visit(node, above);
  const here = [...above, node];
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) visitTree(child, visit, here);
      else if (isWrapper(child)) visitTree({ type: 'Wrapper', ...child }, visit, here);
    }
  }
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** swc wraps arguments and array elements in `{ spread, expression }`, and parameters' patterns in the like. */
function isWrapper(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !('start' in value);
}

/** The line on which a node begins, from 1. swc counts bytes. */
export function lineOf(file: SourceFile, position: number): number {
  const offset = position - (file.tree.span?.start ?? 0) - ANCHOR.length;
  return Buffer.from(file.text).subarray(0, offset).toString().split('\n').length;
}

export function linesOf(file: SourceFile): number {
  return file.text.replace(/\n$/, '').split('\n').length;
}

export function functionsOf(file: SourceFile): MeasuredFunction[] {
  const found: MeasuredFunction[] = [];
  visitTree(file.tree, (node, above) => {
    if (!FUNCTIONS.has(node.type) || !node.span) return;
    const line = lineOf(file, node.span.start);
    const lines = lineOf(file, node.span.end) - line + 1;
    found.push({ file: file.path, name: nameOfFunction(node, above.at(-1)), line, lines });
  });
  return found;
}

function nameOfFunction(node: SyntaxNode, parent: SyntaxNode | undefined): string {
  const named = [node.identifier, node.key, parent?.id, parent?.key].find(isNode);
  return typeof named?.value === 'string' ? named.value : '(without a name)';
}

/** Names a file exports, with the line of each. */
export function exportsOf(file: SourceFile): { readonly name: string; readonly line: number }[] {
  const found: { name: string; line: number }[] = [];
  const add = (node: unknown) => {
    if (isNode(node) && typeof node.value === 'string') {
      found.push({ name: node.value, line: lineOf(file, node.span?.start ?? 0) });
    }
  };
  for (const statement of file.tree.body as SyntaxNode[]) {
    if (statement.type === 'ExportDeclaration') exportedBy(statement.declaration as SyntaxNode).forEach(add);
    if (statement.type === 'ExportNamedDeclaration') {
      for (const specifier of statement.specifiers as SyntaxNode[]) add(specifier.exported ?? specifier.orig);
    }
  }
  return found;
}

function exportedBy(declaration: SyntaxNode): unknown[] {
  if (declaration.type !== 'VariableDeclaration') return [declaration.identifier ?? declaration.id];
  return (declaration.declarations as SyntaxNode[]).map((declarator) => declarator.id);
}

/** The value below which `share` of the sorted values lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

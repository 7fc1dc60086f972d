import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { checkImports, knownLayers } from '../../scripts/import-rules.mjs';
import { filesBelow, sourcesBelow } from '../../scripts/source-shape.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const planted: string[] = [];

/** A tree of files in a place of its own; every file it does not name stays out. */
function plant(files: Readonly<Record<string, string>>): string {
  const base = mkdtempSync(join(tmpdir(), 'say-do-imports-'));
  planted.push(base);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(base, path)), { recursive: true });
    writeFileSync(join(base, path), text);
  }
  return base;
}

async function rulesBroken(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { violations } = await checkImports(plant(files));
  return [...new Set(violations.map((violation) => violation.rule))].sort();
}

afterEach(() => {
  for (const base of planted.splice(0)) rmSync(base, { recursive: true, force: true });
});

describe('imports in src', () => {
  it('keep the rules, all files having been read', async () => {
    const { modules, imports, violations } = await checkImports(root);
    expect(modules).toBe(filesBelow(root, 'src').filter((path) => /\.tsx?$/.test(path)).length);
    expect(imports).toBeGreaterThan(modules / 2);
    expect(violations).toEqual([]);
  });

  it('come from folders that a rule knows', () => {
    const known = [...knownLayers(), '^src/types/'].map((pattern) => new RegExp(pattern));
    const strays = sourcesBelow(root, 'src').filter((file) => !known.some((pattern) => pattern.test(file.path)));
    expect(strays.map((file) => file.path)).toEqual([]);
  });

  it('start a worker in src/workers only', () => {
    const elsewhere = sourcesBelow(root, 'src').filter((file) => !file.path.startsWith('src/workers/'));
    const starting = elsewhere.filter((file) => /\bnew (Shared)?Worker\(|\?(shared)?worker\b/.test(file.text));
    expect(starting.map((file) => file.path)).toEqual([]);
  });
});

describe('the import rules', () => {
  it('find a lower layer that imports a higher one, in .tsx too', async () => {
    const broken = await rulesBroken({
      'src/core/model/fact.ts': "import { run } from '../engine/run.ts';\nexport const fact = run;",
      'src/core/engine/run.ts': 'export const run = 1;',
      'src/client/panels/inbox.tsx':
        "import { run } from '../../core/engine/run.ts';\nexport const Inbox = () => <p>{run}</p>;",
    });
    expect(broken).toEqual([
      'at-run-time/layer/client/panels',
      'at-run-time/no-engine-behind-a-screen',
      'layer/client/panels',
      'layer/core/model',
    ]);
  });

  it('let a panel import the types of the model and not its code', async () => {
    const model = { 'src/core/model/view.ts': 'export type View = 1;\nexport const view = 1;' };
    const panel = 'src/client/panels/inbox.tsx';
    const types = "import type { View } from '../../core/model/view.ts';\nexport type { View };";
    const code = "import { view } from '../../core/model/view.ts';\nexport { view };";
    expect(await rulesBroken({ ...model, [panel]: types })).toEqual([]);
    expect(await rulesBroken({ ...model, [panel]: code })).toEqual(['at-run-time/layer/client/panels']);
  });

  it('let types pass through an export as well', async () => {
    const broken = await rulesBroken({
      'src/core/model/view.ts': 'export type View = 1;',
      'src/client/panels/inbox.tsx': "export type { View } from '../../core/model/view.ts';",
      'src/client/charts/lane.tsx': "export type * from '../../core/model/view.ts';",
    });
    expect(broken).toEqual([]);
  });

  it('find cycles, also those of types', async () => {
    const broken = await rulesBroken({
      'src/study/a.ts': "import type { B } from './b.ts';\nexport type A = B;",
      'src/study/b.ts': "import type { A } from './a.ts';\nexport type B = A | 1;",
    });
    expect(broken).toEqual(['no-cycles']);
  });

  it('keep heavy libraries off the first page, whatever lies between', async () => {
    const files = {
      'package.json': '{ "dependencies": { "phaser": "*" } }',
      'node_modules/phaser/package.json': '{ "name": "phaser", "main": "index.js" }',
      'node_modules/phaser/index.js': 'module.exports = {};',
      'src/client/picture/theatre.ts': "import Phaser from 'phaser';\nexport const theatre = Phaser;",
    };
    const now = "import { theatre } from './picture/theatre.ts';\nexport const t = theatre;";
    const later = "export const t = () => import('./picture/theatre.ts');";
    expect(await rulesBroken({ ...files, 'src/client/main.tsx': later })).toEqual([]);
    expect(await rulesBroken({ ...files, 'src/client/main.tsx': now })).toEqual(['light-first-page']);
  });

  it('find what the browser does not have, and a package away from its door', async () => {
    const broken = await rulesBroken({
      'src/exercise/seat.ts': "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;",
      'src/study/pool.ts': "import { Worker } from 'node:worker_threads';\nexport const W = Worker;",
      'src/core/engine/run.ts':
        "import { setup } from 'xstate';\nimport Phaser from 'phaser';\nexport { setup, Phaser };",
      'package.json': '{ "dependencies": { "xstate": "*", "phaser": "*" } }',
    });
    expect(broken).toEqual(
      expect.arrayContaining([
        'no-node-in-the-browser',
        'phaser-only-in-picture',
        'threads-only-in-workers',
        'xstate-only-at-its-doors',
      ]),
    );
  });

  it('keep orbits, and their sines, away from all that runs', async () => {
    const orbits = { 'src/orbits/windows.ts': 'export const windows = 1;' };
    const from = (path: string) => ({
      ...orbits,
      [path]: "import { windows } from '../orbits/windows.ts';\nexport { windows };",
    });
    expect(await rulesBroken(from('src/cli/access.ts'))).toEqual([]);
    for (const layer of ['study', 'exercise', 'report', 'server', 'files', 'workers'])
      expect(await rulesBroken(from(`src/${layer}/a.ts`))).toContain(`layer/${layer}`);
  });

  it('find a file that is not there', async () => {
    expect(await rulesBroken({ 'src/study/a.ts': "import './missing.ts';" })).toEqual(['no-unresolved']);
  });
});

import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, createServer } from 'vite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadLibrary } from '../../src/files/library.ts';
import { nodeReader } from '../../src/files/node-reader.ts';
import { scenarioLibrary } from '../../src/files/vite-library.ts';

let folder = '';
let library = '';

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'saydo-vite-')));
  library = join(folder, 'scenarios');
  cpSync('tests/files/fixtures/tiny', library, { recursive: true });
  writeFileSync(join(folder, 'main.js'), "import library from 'virtual:library'; export default library;");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const common = () => ({
  root: folder,
  configFile: false as const,
  logLevel: 'silent' as const,
  plugins: [scenarioLibrary(library)],
});

function breakScenario(): void {
  const file = join(library, 'tiny/scenario.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('goal: move-away', 'goal: move'));
}

async function buildMain(): Promise<string> {
  const lib = { entry: join(folder, 'main.js'), formats: ['es' as const], fileName: () => 'out.mjs' };
  await build({ ...common(), build: { lib, outDir: join(folder, 'dist'), minify: false } });
  return pathToFileURL(join(folder, 'dist/out.mjs')).href;
}

describe('virtual:library', () => {
  it('is the library of the folder, in a build', { timeout: 60_000 }, async () => {
    const built = await import(/* @vite-ignore */ await buildMain());
    expect(built.default).toEqual(loadLibrary(nodeReader(library)));
  });

  it('fails the build with all that is wrong, in words', { timeout: 60_000 }, async () => {
    breakScenario();
    await expect(buildMain()).rejects.toThrow(
      /scenarios\/tiny\/scenario\.yaml:68:11 {2}incidents\[0\]\.goal\n {2}found/,
    );
  });

  it('is made again when a file changes while a page is being worked on', { timeout: 60_000 }, async () => {
    const server = await createServer({ ...common(), server: { middlewareMode: true, ws: false } });
    try {
      const { client } = server.environments;
      const first = await client.transformRequest('virtual:library');
      expect(first?.code).toContain('Tiny evening');
      const file = join(library, 'tiny/scenario.yaml');
      const changed = new Promise((resolve) => server.watcher.once('change', resolve));
      await new Promise((resolve) => setTimeout(resolve, 300));
      writeFileSync(file, readFileSync(file, 'utf8').replace('Tiny evening', 'Tiny morning'));
      await changed;
      await expect
        .poll(async () => (await client.transformRequest('virtual:library'))?.code, { timeout: 20_000 })
        .toContain('Tiny morning');
    } finally {
      await server.close();
    }
  });
});

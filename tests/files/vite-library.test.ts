import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, createServer } from 'vite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { outlineOf } from '../../src/files/bundle.ts';
import { loadLibrary } from '../../src/files/library.ts';
import { nodeReader } from '../../src/files/node-reader.ts';
import { scenarioLibrary } from '../../src/files/vite-library.ts';

let folder = '';
let library = '';

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'saydo-vite-')));
  library = join(folder, 'scenarios');
  cpSync('tests/files/fixtures/tiny', library, { recursive: true });
  writeFileSync(join(folder, 'main.js'), "export * from 'virtual:library';");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const common = () => ({
  root: folder,
  base: './',
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
  it('is an outline of the folder, with every part of the library in a file of its own', {
    timeout: 60_000,
  }, async () => {
    const built = await import(/* @vite-ignore */ await buildMain());
    const whole = loadLibrary(nodeReader(library));
    expect(built.outline).toEqual(outlineOf(whole));
    const policy = whole.policies.find(({ id }) => id === 'reform');
    const at = (address: string) => JSON.parse(readFileSync(new URL(address), 'utf8'));
    expect(at(built.scenarios.tiny)).toEqual(whole.scenarios[0]);
    expect(at(built.coalitions.tiny)).toEqual(whole.coalitions[0]);
    expect(at(built.policies.reform)).toEqual(policy);
    expect(Object.keys(built.policies)).toEqual(whole.policies.map(({ id }) => id));
    const main = readFileSync(join(folder, 'dist/out.mjs'), 'utf8');
    expect(main).toContain(policy?.title);
    expect(main).not.toContain(whole.scenarios[0]?.scenario.incidents[0]?.truth);
  });

  it('fails the build with all that is wrong, in words', { timeout: 60_000 }, async () => {
    breakScenario();
    await expect(buildMain()).rejects.toThrow(
      /scenarios\/tiny\/scenario\.yaml:68:11 {2}incidents\[0\]\.goal\n {2}found/,
    );
  });

  it('is made again when a file is mended, added or changed while a page is being worked on', {
    timeout: 60_000,
  }, async () => {
    breakScenario();
    const server = await createServer({ ...common(), server: { host: '127.0.0.1', port: 0, ws: false } });
    await server.listen();
    try {
      const { client } = server.environments;
      const reloads: unknown[] = [];
      client.hot.send = (sent: unknown) => reloads.push(sent);
      await expect(client.transformRequest('virtual:library')).rejects.toThrow('incidents[0].goal');
      await new Promise((resolve) => setTimeout(resolve, 300));
      const edit = (from: string, to: string) => {
        const file = join(library, 'tiny/scenario.yaml');
        writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
      };
      const served = async () => (await client.transformRequest('virtual:library').catch(() => null))?.code ?? '';

      edit('goal: move\n', 'goal: move-away\n');
      await expect.poll(() => reloads.length, { timeout: 20_000 }).toBeGreaterThan(0);
      expect(await served()).toContain('Tiny evening');
      const scenario = async () => (await fetch(`${server.resolvedUrls?.local[0]}@library/scenarios/tiny`)).text();
      expect(await scenario()).toContain('Tiny evening');

      edit('Tiny evening', 'Tiny morning');
      await expect.poll(served, { timeout: 20_000 }).toContain('Tiny morning');
      expect(await scenario()).toContain('Tiny morning');

      const policy = readFileSync(join(library, 'policies/as-is.yaml'), 'utf8');
      writeFileSync(join(library, 'policies/placebo.yaml'), policy.replace('id: as-is', 'id: placebo'));
      await expect.poll(served, { timeout: 20_000 }).toContain('placebo');
      expect(reloads).toContainEqual({ type: 'full-reload' });
    } finally {
      await server.close();
    }
  });
});

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

/** Everything the built client is made from. */
const SOURCES = ['src', 'scenarios', 'assets', 'scripts', 'vite.config.ts', 'package-lock.json'];

/** In the build, so that clearing the build forgets it. Begins with a dot: it is not served. */
const MARK = '.sources';

/**
 * Builds the client unless the one in `dist` was made from exactly these sources.
 * @returns the folder to serve. @throws with Vite's own words when the build fails.
 */
export function freshBuild(root: string, say: (line: string) => void): string {
  const directory = join(root, 'dist');
  const mark = join(directory, MARK);
  const digest = digestOfSources(root);
  if (existsSync(mark) && readFileSync(mark, 'utf8') === digest) return directory;
  say('Building the client, once per change …');
  const began = performance.now();
  runVite(root);
  writeFileSync(mark, digest);
  say(`Built in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
  return directory;
}

/** In a process of its own: Vite behaves otherwise where NODE_ENV is set, as in tests. */
function runVite(root: string): void {
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin', 'vite.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [vite, 'build'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The client does not build.\n${stdout}${stderr}`);
}

function digestOfSources(root: string): string {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((source) => filesOf(join(root, source)))) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function filesOf(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

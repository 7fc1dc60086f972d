/**
 * Do the tests notice? Each mutant is put into a copy of the sources, and the test named for it is run there: it must fail, and by an
 * assertion. The copy without any mutant passes the same tests first. `npm run test:deep` tries more of them.
 */
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Mutant } from './mutants.ts';
import { mutants as all } from './mutants.ts';

const DEEP = process.env.SAYDO_DEEP === '1';
const quick = all.filter(({ deep }) => deep !== true);
/** One for each source file; a deep run tries them all. */
const mutants = DEEP ? all : quick.filter(({ file }, i) => quick.findIndex((one) => one.file === file) === i);
const root = fileURLToPath(new URL('../../', import.meta.url));
const LONG = DEEP ? 900_000 : 300_000;
/** An assertion that failed, by itself or inside a property. */
const NOTICED = /AssertionError|Property failed after/;
const CONFIG = `export default { cacheDir: '.cache', test: { include: ['tests/**/*.test.ts'], exclude: ['tests/browser/**'], setupFiles: ['tests/support/dice.setup.ts'], testTimeout: 60_000, watch: false } };\n`;

interface Outcome {
  readonly ran: number;
  readonly failed: number;
  /** What the tests that failed said. */
  readonly said: readonly string[];
  /** A file that could not even be loaded, or no report at all. */
  readonly broken: string | null;
}

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly message?: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly failureMessages?: readonly string[] }[];
  }[];
}

function makeCopy(): string {
  const copy = mkdtempSync(join(tmpdir(), 'saydo-mutants-'));
  for (const part of ['src', 'tests', 'docs', 'scripts', 'package.json', 'tsconfig.json'])
    if (existsSync(join(root, part))) cpSync(join(root, part), join(copy, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  writeFileSync(join(copy, 'vitest.config.ts'), CONFIG);
  return copy;
}

function runTests(copy: string, files: readonly string[], name: string): Promise<Outcome> {
  const report = join(copy, 'report.json');
  rmSync(report, { force: true });
  const command = [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    ...files,
    '--testNamePattern',
    name,
    '--reporter=json',
    `--outputFile=${report}`,
  ];
  const kept = Object.entries(process.env).filter(([key]) => !/^(VITEST|SAYDO_|NODE_OPTIONS|TEST$)/.test(key));
  // That a law fails is enough: nobody reads the counterexample.
  const env = { ...Object.fromEntries(kept), SAYDO_UNSHRUNK: '1' };
  return new Promise((resolve) => {
    execFile(process.execPath, [...command, '--maxWorkers=1'], { cwd: copy, env, maxBuffer: 1e8 }, (_, out, error) => {
      if (!existsSync(report)) resolve({ ran: 0, failed: 0, said: [], broken: `${out}${error}` });
      else resolve(outcomeOf(JSON.parse(readFileSync(report, 'utf8')) as Report));
    });
  });
}

function outcomeOf({ numPassedTests, numFailedTests, testResults }: Report): Outcome {
  const unloaded = testResults.find(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return {
    ran: numPassedTests + numFailedTests,
    failed: numFailedTests,
    said: testResults.flatMap(({ assertionResults }) =>
      assertionResults.flatMap(({ failureMessages = [] }) => failureMessages),
    ),
    broken: unloaded === undefined ? null : (unloaded.message ?? 'a file could not be loaded'),
  };
}

function once(text: string, part: string): boolean {
  return text.split(part).length === 2;
}

async function runMutant(copy: string, { file, from, to, caughtBy: [tests, name] }: Mutant): Promise<Outcome> {
  const path = join(copy, file);
  const sound = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    sound.replace(from, () => to),
  );
  const outcome = await runTests(copy, [tests], name);
  writeFileSync(path, sound);
  return outcome;
}

/** Copies to work in, two at a time; a mutant's outcome is there for whoever waits for it. */
const copies: string[] = [];
const outcomes = new Map<Mutant, Promise<Outcome>>();
const baseline: Promise<Outcome>[] = [];

beforeAll(() => {
  copies.push(makeCopy(), makeCopy());
  const files = [...new Set(mutants.map(({ caughtBy: [file] }) => file))];
  const names = [...new Set(mutants.map(({ caughtBy: [, name] }) => name))].join('|');
  const lines = copies.map((copy, line) => {
    const checked = line === 0 ? runTests(copy, files, names) : Promise.resolve(undefined);
    if (line === 0) baseline.push(checked as Promise<Outcome>);
    return { copy, done: checked as Promise<unknown> };
  });
  mutants.forEach((mutant, i) => {
    const line = lines[i % lines.length] as (typeof lines)[number];
    const outcome = line.done.then(() => runMutant(line.copy, mutant));
    line.done = outcome;
    outcomes.set(mutant, outcome);
  });
}, LONG);

afterAll(async () => {
  await Promise.allSettled([...baseline, ...outcomes.values()]);
  for (const copy of copies) rmSync(copy, { recursive: true, force: true });
}, LONG);

describe('the tests', () => {
  test(
    'pass on a copy without a mutant',
    async () => {
      const outcome = await (baseline[0] as Promise<Outcome>);
      expect(outcome.broken).toBeNull();
      expect(outcome.said).toEqual([]);
      expect(outcome.ran).toBeGreaterThan(30);
    },
    LONG,
  );

  test('are tried on bugs that can still be put in, each in one place', () => {
    const texts = new Map(all.map(({ file }) => [file, readFileSync(join(root, file), 'utf8')]));
    expect(all.filter(({ file, from }) => !once(texts.get(file) as string, from)).map(({ bug }) => bug)).toEqual([]);
  });

  test.each(mutants.map((mutant) => [mutant.bug, mutant] as const))(
    'notice when %s',
    async (_, mutant) => {
      const { broken, failed, said } = await (outcomes.get(mutant) as Promise<Outcome>);
      expect(broken).toBeNull();
      expect(failed).toBeGreaterThan(0);
      expect(said.some((message) => NOTICED.test(message))).toBe(true);
    },
    LONG,
  );
});

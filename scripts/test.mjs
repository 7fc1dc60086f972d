/** `npm test`: every check, one after the other, all of them even when one fails. What follows `--` goes to vitest. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const given = process.argv.slice(2);
const deep = given.includes('--deep');
const forVitest = given.filter((argument) => argument !== '--deep');

/**
 * The program of a package, to be run by this Node: what npm puts into .bin does not start the same way on Windows.
 * @param {string} name
 * @param {string} [program]
 */
function programOf(name, program = name) {
  const folder = join(root, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[program]);
}

/** @type {[string, string[]][]} */
const checks = [
  ['types', [programOf('typescript', 'tsc'), '-p', '.']],
  ['types of core', [programOf('typescript', 'tsc'), '-p', 'src/core']],
  ['lint', [programOf('@biomejs/biome', 'biome'), 'check', '--error-on-warnings']],
  ['imports', ['scripts/imports.mjs']],
  ['dead code', [programOf('knip')]],
];
/** @type {[string, string[]]} */
const tests = ['tests', [programOf('vitest'), 'run', ...forVitest]];

/** @param {number} began */
const since = (began) => `${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s`;

/** @param {[string, string[]]} check */
function run([name, program]) {
  const began = performance.now();
  console.log(`\n— ${name}`);
  const env = deep ? { ...process.env, SAYDO_DEEP: '1' } : process.env;
  const { status } = spawnSync(process.execPath, program, { cwd: root, stdio: 'inherit', env });
  return { name, passed: status === 0, line: `${status === 0 ? 'passed' : 'FAILED'} ${since(began)}  ${name}` };
}

const began = performance.now();
const results = (deep ? [tests] : [...checks, tests]).map(run);
console.log(`\n${results.map((result) => result.line).join('\n')}\n       ${since(began)}  in all`);
process.exitCode = results.every((result) => result.passed) ? 0 : 1;

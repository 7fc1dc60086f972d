/**
 * `npm run tables -- slow-approach [--policy as-is-2023] [--tables 2000] [--pairs 60] [--seed tables] [--cut …] [--only visitor] [--json]`: a scenario
 * before thousands of stand-in tables. Which windows are met, how often each seat is asked what matters, what hangs on each decision and each
 * seat, and which options nobody should take. Deterministic: the same command says the same. `--only a,b` tries those decisions alone whose name or
 * incident holds one of the words. Progress goes to a terminal and nowhere else.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compile, engineVersion } from '../src/core/engine/index.ts';
import { cutDefinition } from '../src/core/model/cut.ts';
import { loadDefinition } from '../src/files/library.ts';
import { nodeReader } from '../src/files/node-reader.ts';
import { trySeats } from '../src/study/dead-seats.ts';
import type { Weight } from '../src/study/findings.ts';
import { weightOf } from '../src/study/findings.ts';
import { tryOptions } from '../src/study/forced-choices.ts';
import { asked } from '../src/study/table-questions.ts';
import { windowsOf } from '../src/study/table-windows.ts';
import type { Progress } from '../src/study/tables.ts';
import { playTables } from '../src/study/tables.ts';
import type { TablesReport } from './tables-text.ts';
import { tablesText } from './tables-text.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    policy: { type: 'string', default: 'as-is-2023' },
    tables: { type: 'string', default: '2000' },
    pairs: { type: 'string', default: '60' },
    seed: { type: 'string', default: 'tables' },
    cut: { type: 'string' },
    only: { type: 'string', default: '' },
    json: { type: 'boolean', default: false },
  },
});

/** Writes over one line of a terminal. */
const progressOf = (what: string): Progress | undefined =>
  process.stderr.isTTY
    ? (done, of) => void process.stderr.write(`\r${what}: ${done} of ${of}${done === of ? '\n' : ''}`)
    : undefined;

function report(): TablesReport {
  const [scenario = 'slow-approach'] = positionals;
  const reader = nodeReader(fileURLToPath(new URL('../scenarios', import.meta.url)), 'scenarios');
  const whole = loadDefinition(reader, scenario, values.policy);
  const plan = compile(values.cut === undefined ? whole : cutDefinition(whole, values.cut));
  const pairs = Number(values.pairs);
  const tables = playTables(plan, values.seed, Number(values.tables), progressOf('tables'));
  const words = values.only.split(',');
  const only = ({ id, incident }: { id: string; incident: string }): boolean =>
    words.some((word) => id.includes(word) || incident.includes(word));
  const progress = progressOf('decisions');
  const tried = tryOptions(tables, { most: pairs, only, ...(progress === undefined ? {} : { progress }) });
  const weightOfDecision = new Map(tried.map((one) => [one.decision.id, weightOf(one)]));
  const counts = (which: readonly (Weight | undefined)[]) =>
    asked(tables, (decision) => which.includes(weightOfDecision.get(decision)));
  return {
    scenario: values.cut === undefined ? scenario : `${scenario}, cut ${values.cut},`,
    policy: values.policy,
    engine: engineVersion,
    scenarioDigest: plan.scenarioDigest,
    seed: values.seed,
    tables: tables.tables.length,
    pairs,
    windows: windowsOf(tables),
    // What was not tried is given the benefit of the doubt.
    asked: counts(['outcome', 'chance', undefined]),
    askedAndFelt: counts(['outcome', undefined]),
    tried,
    seats: trySeats(tables, pairs, progressOf('seats')),
  };
}

const told = report();
process.stdout.write(values.json ? `${JSON.stringify(told, null, 1)}\n` : tablesText(told));

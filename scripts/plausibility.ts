/**
 * `npm run plausible [-- --seeds 400 --only warning --arrangement 2026]`: single handovers, consents and common lines at four hours of the week
 * through the engine as shipped, beside what docs/model/plausibility.md believed before there were numbers. `!` marks a miss.
 * Deterministic: the seeds are numbered.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compile } from '../src/core/engine/index.ts';
import type { Coalition } from '../src/core/model/coalition.ts';
import { coalitionsOf, readParts } from '../src/files/library-parts.ts';
import { nodeReader } from '../src/files/node-reader.ts';
import { column, replicate } from '../src/study/replications.ts';
import type { Band, Belief } from './plausibility-beliefs.ts';
import { readBeliefs } from './plausibility-beliefs.ts';
import type { Case } from './plausibility-cases.ts';
import { cases, definitionFor, hours } from './plausibility-cases.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '400' },
    only: { type: 'string', default: '' },
    arrangement: { type: 'string', default: '2023' },
  },
});
const seeds = Number(values.seeds);

interface Measured extends Band {
  /** Of a hundred. */
  readonly share: number;
}

/** Medians may be half as long again or two thirds as long, tails twice or half, shares eight of a hundred off. */
const MEDIAN = 1.5;
const TAIL = 2;
const SHARE = 8;

function coalitionOf(arrangement: string): Coalition {
  const reader = nodeReader(fileURLToPath(new URL('../scenarios', import.meta.url)), 'scenarios');
  const found = coalitionsOf(readParts(reader, { scenarios: [], policies: [] }));
  const coalition = found.find((one) => one.arrangement === arrangement);
  if (coalition === undefined) throw new RangeError(`no arrangement "${arrangement}"`);
  return coalition;
}

const quantile = (sorted: Float64Array, share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

function measure(coalition: Coalition, one: Case, startsAt: string): Measured {
  const plan = compile(definitionFor(coalition, one, startsAt));
  const runs = replicate(plan, { seed: 'plausible', from: 0, count: seeds, standIn: 'by-the-book' });
  const done = column(runs, 'done.case-at-hand');
  const ended = column(runs, 'restricted.case-at-hand')
    .filter((_, i) => done[i] === 1)
    .sort();
  const [p10, p50, p90] = [0.1, 0.5, 0.9].map((share) => quantile(ended, share)) as [number, number, number];
  return { p10, p50, p90, share: (100 * ended.length) / seeds };
}

const clock = (seconds: number): string => {
  if (Number.isNaN(seconds)) return 'never';
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
};

const mark = (value: number, believed: number, factor: number): string =>
  value >= believed / factor && value <= believed * factor ? '' : '!';

function cell(measured: Measured, belief: Belief | undefined, hour: number): string {
  const band = belief?.bands[hour];
  const parts = (['p10', 'p50', 'p90'] as const).map((key) => {
    const missed = band === undefined ? '' : mark(measured[key], band[key], key === 'p50' ? MEDIAN : TAIL);
    return `${clock(measured[key])}${missed}`;
  });
  const off = belief !== undefined && Math.abs(measured.share - belief.share) > SHARE ? '!' : '';
  return `${parts.join(' – ')} (${Math.round(measured.share)}${off})`;
}

function believedCell(belief: Belief | undefined, hour: number): string {
  const band = belief?.bands[hour];
  if (belief === undefined || band === undefined) return '–';
  return `${clock(band.p10)} – ${clock(band.p50)} – ${clock(band.p90)} (${belief.share})`;
}

const beliefs = readBeliefs();
const coalition = coalitionOf(values.arrangement);
console.log(
  `Arrangement ${values.arrangement}, ${seeds} seeds; h:mm as p10 – p50 – p90 of those that end well (of a hundred)\n`,
);
console.log(`| case | ${hours.map(({ name }) => name).join(' | ')} |`);
console.log(`|---|${hours.map(() => '---|').join('')}`);
let misses = 0;
let cells = 0;
for (const one of cases.filter(({ name }) => name.includes(values.only))) {
  const belief = beliefs.get(one.belief);
  const measured = hours.map(({ startsAt }, hour) => cell(measure(coalition, one, startsAt), belief, hour));
  misses += measured.filter((text) => belief !== undefined && text.includes('!')).length;
  cells += belief === undefined ? 0 : measured.length;
  console.log(`| ${one.name} | ${measured.join(' | ')} |`);
  if (values.arrangement === '2023')
    console.log(`| – believed | ${hours.map((_, hour) => believedCell(belief, hour)).join(' | ')} |`);
}
console.log(`\n${misses} of ${cells} cells with a miss.`);

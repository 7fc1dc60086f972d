/**
 * `npm run plausible [-- --seeds 400 --only warning --arrangement 2026 --urgency priority]`: single handovers, consents and common lines at four hours of the week
 * through the engine as shipped, beside what docs/model/plausibility.md believed before there were numbers. `!` marks a miss.
 * With `--desks`: what is not the exercise's, at every desk. Deterministic: the seeds are numbered.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compile } from '../src/core/engine/index.ts';
import type { Coalition } from '../src/core/model/coalition.ts';
import { deskRoles } from '../src/core/model/coalition.ts';
import type { Task } from '../src/core/model/task.ts';
import type { Urgency } from '../src/core/model/urgency.ts';
import { urgencies } from '../src/core/model/urgency.ts';
import { coalitionsOf, readParts } from '../src/files/library-parts.ts';
import { nodeReader } from '../src/files/node-reader.ts';
import { column, replicate } from '../src/study/replications.ts';
import type { Band, Belief } from './plausibility-beliefs.ts';
import { readBeliefs } from './plausibility-beliefs.ts';
import type { Case } from './plausibility-cases.ts';
import { cases, definitionFor, hours } from './plausibility-cases.ts';
import { loadsOf } from './plausibility-desks.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '400' },
    only: { type: 'string', default: '' },
    arrangement: { type: 'string', default: '2023' },
    urgency: { type: 'string', default: 'immediate' },
    desks: { type: 'boolean', default: false },
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

const factors = { p10: TAIL, p50: MEDIAN, p90: TAIL } as const;
type Mark = keyof typeof factors | 'share';

/** What of one cell lies outside what was believed. */
function missesOf(measured: Measured, belief: Belief | undefined, hour: number): Mark[] {
  const band = belief?.bands[hour];
  if (belief === undefined || band === undefined) return [];
  const outside = (['p10', 'p50', 'p90'] as const).filter(
    (key) => !(measured[key] >= band[key] / factors[key] && measured[key] <= band[key] * factors[key]),
  );
  return Math.abs(measured.share - belief.share) > SHARE ? [...outside, 'share'] : outside;
}

function cell(measured: Measured, belief: Belief | undefined, hour: number): string {
  const misses = missesOf(measured, belief, hour);
  const flag = (key: Mark): string => (misses.includes(key) ? '!' : '');
  const times = (['p10', 'p50', 'p90'] as const).map((key) => `${clock(measured[key])}${flag(key)}`);
  return `${times.join(' – ')} (${Math.round(measured.share)}${flag('share')})`;
}

function believedCell(belief: Belief | undefined, hour: number): string {
  const band = belief?.bands[hour];
  if (belief === undefined || band === undefined) return '–';
  return `${clock(band.p10)} – ${clock(band.p50)} – ${clock(band.p90)} (${belief.share})`;
}

/** Of an arrangement after 2023: the median, how many times that of 2023 it is, and the share with its change. */
function changeCell(now: Measured, before: Measured): string {
  const ratio = (now.p50 / before.p50).toFixed(2);
  const change = Math.round(now.share - before.share);
  return `${clock(now.p50)} × ${ratio} (${Math.round(now.share)}, ${change < 0 ? '' : '+'}${change})`;
}

const row = (head: string, rest: readonly string[]): void => console.log(`| ${head} | ${rest.join(' | ')} |`);

/** The same case at another urgency than beliefs are about. Nobody may come in for it, so it may have to wait for Monday. */
function atUrgency(one: Case, urgency: Urgency): Case {
  const [first, ...rest] = one.tasks.map((task) => ({ ...task, urgency }) as Task) as [Task, ...Task[]];
  return { ...one, belief: '', lasts: 2 * one.lasts, tasks: [first, ...rest] };
}

const urgency = urgencies.find((each) => each === values.urgency);
if (urgency === undefined) throw new RangeError(`no urgency "${values.urgency}"`);
const wanted = cases
  .filter(({ name }) => name.includes(values.only))
  .map((one) => (urgency === 'immediate' ? one : atUrgency(one, urgency)));

function againstBeliefs(coalition: Coalition): void {
  const beliefs = readBeliefs();
  const marks = { p10: 0, p50: 0, p90: 0, share: 0 };
  for (const one of wanted) {
    const belief = beliefs.get(one.belief);
    const measured = hours.map(({ startsAt }) => measure(coalition, one, startsAt));
    measured.forEach((each, hour) => {
      for (const key of missesOf(each, belief, hour)) marks[key]++;
    });
    row(
      one.name,
      measured.map((each, hour) => cell(each, belief, hour)),
    );
    if (belief !== undefined)
      row(
        '– believed',
        hours.map((_, hour) => believedCell(belief, hour)),
      );
  }
  const counts = Object.entries(marks).map(([key, count]) => `${key} ${count}`);
  console.log(
    `\nMisses, of ${wanted.filter(({ belief }) => beliefs.has(belief)).length * hours.length} cells: ${counts.join(', ')}.`,
  );
}

function againstBefore(coalition: Coalition): void {
  const before = coalitionOf('2023');
  for (const one of wanted)
    row(
      one.name,
      hours.map(({ startsAt }) => changeCell(measure(coalition, one, startsAt), measure(before, one, startsAt))),
    );
}

function desks(coalition: Coalition): void {
  row('desk', deskRoles);
  console.log(`|---|${deskRoles.map(() => '---|').join('')}`);
  for (const organisation of coalition.organisations) row(organisation.id, loadsOf(organisation));
}

function times(coalition: Coalition): void {
  console.log(`Arrangement ${values.arrangement}, ${seeds} seeds; h:mm, in brackets how many of a hundred end well\n`);
  row(
    'case',
    hours.map(({ name }) => name),
  );
  console.log(`|---|${hours.map(() => '---|').join('')}`);
  if (values.arrangement === '2023') againstBeliefs(coalition);
  else againstBefore(coalition);
}

(values.desks ? desks : times)(coalitionOf(values.arrangement));

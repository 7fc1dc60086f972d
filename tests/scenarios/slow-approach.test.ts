/** What the designer promises of the five days and of their three-hour cut, held over stand-in tables. `npm run tables` counts more. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compile, measureRow } from '../../src/core/engine/index.ts';
import { cutDefinition } from '../../src/core/model/cut.ts';
import { checkAll, loadDefinition } from '../../src/files/library.ts';
import { nodeReader } from '../../src/files/node-reader.ts';
import { formatProblems } from '../../src/files/problems.ts';
import { weightOf } from '../../src/study/findings.ts';
import { tryOptions } from '../../src/study/forced-choices.ts';
import { asked } from '../../src/study/table-questions.ts';
import { windowsOf } from '../../src/study/table-windows.ts';
import { playTable, playTables, tableOf } from '../../src/study/tables.ts';

const deep = process.env.SAYDO_DEEP === '1';
const reader = nodeReader(fileURLToPath(new URL('../../scenarios', import.meta.url)), 'scenarios');
const whole = loadDefinition(reader, 'slow-approach', 'as-is-2023');
const ways = [
  { name: 'in full', definition: whole, moves: 8 },
  { name: 'in three hours', definition: cutDefinition(whole, 'three-hours'), moves: 6 },
];

it('slow-approach has nothing wrong with it', { timeout: 60_000 }, () => {
  expect(formatProblems(checkAll(reader, 'slow-approach'))).toBe('');
});

describe.each(ways)('slow-approach $name', ({ definition, moves }) => {
  const tables = playTables(compile(definition), 'tables', deep ? 1000 : 40);

  it('asks each of ten seats two questions in every move, at nine tables in ten', () => {
    const cells = asked(tables, () => true);
    expect(cells).toHaveLength(10 * moves);
    const short = cells.filter(({ owed, enough, tables: all }) => owed !== 2 || enough * 10 < all * 9);
    expect(short.map(({ seat, stretch, enough }) => `${seat} in ${stretch}: ${enough}`)).toEqual([]);
  });

  it('has no window that every table meets, and none that none does', () => {
    const windows = windowsOf(tables);
    expect(windows.length).toBe(definition.scenario.incidents.length);
    expect(windows.filter(({ count, of }) => count === 0 || count === of)).toEqual([]);
  });

  it.runIf(deep)('has between a fifth and four fifths of tables meet every window', () => {
    const windows = windowsOf(tables);
    const outside = windows.filter(({ count, of }) => count * 5 < of || count * 5 > of * 4);
    expect(outside.map(({ incident, count }) => `${incident}: ${count}`)).toEqual([]);
  });
});

describe('slow-approach by the book', () => {
  const plan = compile(whole);
  const count = deep ? 400 : 30;
  const rows = Array.from({ length: count }, (_, number) => {
    const { seed } = tableOf(plan, 'book', number);
    return measureRow(playTable(plan, { seed, tempers: {} }));
  });
  const met = plan.measures.flatMap((measure, at) =>
    measure.startsWith('window.')
      ? [{ measure, share: rows.reduce((sum, row) => sum + (row[at] as number), 0) / count }]
      : [],
  );

  it('has each window met by some tables and missed by others', () => {
    expect(met).toHaveLength(whole.scenario.incidents.length);
    // A fifth to four fifths; at fewer tables, as far beyond as luck goes.
    const [least, most] = deep ? [0.2, 0.8] : [0.05, 0.95];
    expect(met.filter(({ share }) => share < least || share > most)).toEqual([]);
  });
});

describe('the harms of slow-approach', () => {
  const plan = compile(whole);
  const tables = playTables(plan, 'harms', deep ? 400 : 60);

  it.each(['third-party-breaches', 'sources-exposed', 'attributions-wrong', 'needless-acts'])(
    '%s: at some tables, not at every one',
    (measure) => {
      const at = plan.measures.indexOf(measure);
      const harmed = tables.rows.filter((row) => (row[at] as number) > 0).length;
      expect(harmed).toBeGreaterThan(0);
      if (measure === 'third-party-breaches' || measure === 'sources-exposed')
        expect(harmed).toBeLessThan(tables.rows.length / 2);
    },
  );

  // Three questions after a no are rarer, and hardly change anything: the scenario's document says so.
  it.runIf(deep)('something hangs on every decision that is put at one table in fifteen', () => {
    const idle = tryOptions(tables, { most: 20 })
      .filter(({ put }) => put * 15 >= tables.tables.length)
      .map((tried) => ({ decision: tried.decision.id, weight: weightOf(tried) }))
      .filter(({ weight }) => weight !== 'outcome' && weight !== 'chance');
    expect(idle).toEqual([]);
  });
});

/** What the designer promises of the five days and of their three-hour cut, held over stand-in tables. `npm run tables` counts more. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/core/engine/index.ts';
import { cutDefinition } from '../../src/core/model/cut.ts';
import { checkAll, loadDefinition } from '../../src/files/library.ts';
import { nodeReader } from '../../src/files/node-reader.ts';
import { formatProblems } from '../../src/files/problems.ts';
import { asked } from '../../src/study/table-questions.ts';
import { windowsOf } from '../../src/study/table-windows.ts';
import { playTables } from '../../src/study/tables.ts';

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
});

import { describe, expect, it } from 'vitest';
import { sourceCounts, sourcedNumbers, yearOf } from '../../src/report/sourced-numbers.ts';
import { sourcesCsv, sourcesText } from '../../src/report/sources-text.ts';
import { usedCoalition } from '../../src/report/used-coalition.ts';
import { tinyDefinition } from '../support/tiny-library.ts';
import { wholeDefinition } from '../support/whole-library.ts';

const NOW = 2026;
const definition = wholeDefinition();
const numbers = sourcedNumbers({ definition, orbits: {}, now: NOW });

/** Mappings that name a source and hold a number or say how sure they are, counted without the code under test. */
function countSourced(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inner = Object.entries(value)
    .filter(([key]) => key !== 'set' && key !== 'add')
    .reduce((sum, [, part]) => sum + countSourced(part), 0);
  const own = !Array.isArray(value) && 'source' in value;
  return (
    inner + (own && ('confidence' in value || Object.values(value).some((part) => typeof part === 'number')) ? 1 : 0)
  );
}

describe('the numbers of a scenario', () => {
  it('are all there', () => {
    const { scenario, coalition, policy } = definition;
    const expected = {
      coalition: countSourced(usedCoalition(scenario, coalition)),
      policy: countSourced(policy.levers.map(({ changes }) => changes)),
      scenario: countSourced({ incidents: scenario.incidents, ladder: scenario.ladder }),
      access: 1,
    };
    for (const [section, count] of Object.entries(expected))
      expect([section, numbers.filter((one) => one.section === section).length]).toEqual([section, count]);
    expect(expected.scenario).toBeGreaterThan(10);
    expect(expected.coalition).toBeGreaterThan(100);
  });

  it('say where they stand, what they are, and who says so', () => {
    const found = (part: string, path: string) => numbers.find((one) => one.part === part && one.path === path);
    expect(found('pairs / us → japan', 'carriage / rekey')).toMatchObject({
      section: 'coalition',
      value: '5m',
      source: 'handbook',
      title: 'A handbook that does not exist',
      confidence: 'medium',
    });
    expect(found('nations / japan', 'decision / legalAsked')?.value).toBe('20 %');
    expect(found('trust', 'moves / broken')?.value).toBe('-120 points');
    expect(found('trust', 'bands / fair')?.value).toBe('450');
    expect(found('trust', 'stretch')?.value).toBe('200 % – 70 %');
    expect(found('trust', 'starts / us → japan')?.value).toBe('700');
    expect(found('ladder', '')?.value).toBe('2 rungs; move-away -1, say-so +1');
    expect(found('incidents / visit', 'branches / hostile / starts')?.value).toBe('40 %');
    expect(found('incidents / visit', 'response / study-visitor / finds')?.value).toBe(
      'weapon 50 %, hostile 80 %; camera 50 %, hostile 20 %',
    );
    expect(numbers.filter(({ path }) => path.startsWith('consequences')).map(({ value }) => value)).toEqual([
      '2 service-hours an hour, from 1h on',
      '40 service-hours an hour, from 2h on',
    ]);
  });

  it('leave out what the scenario cannot use', () => {
    const parts = new Set(numbers.map(({ part }) => part));
    expect(parts).toContain('pairs / us → us');
    expect(parts).not.toContain('pairs / france → japan');
    expect(numbers.filter(({ part, path }) => `${part} ${path}`.includes('french-operations'))).not.toEqual([]);
    const tiny = sourcedNumbers({ definition: tinyDefinition('reform'), orbits: {}, now: NOW });
    expect(tiny.filter(({ section }) => section === 'policy').map(({ part, value }) => `${part}: ${value}`)).toEqual([
      'delegate-tracks: gains track',
      'quicker-hands: times 0.5',
      'quicker-hands: becomes reviewed',
      'quicker-hands: gains sat, sun 0800–1800, 1 on shift',
    ]);
  });

  it('add up by source', () => {
    const counts = sourceCounts(numbers);
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(numbers.length);
    for (const { count, high, medium, low, unsaid } of counts) expect(high + medium + low + unsaid).toBe(count);
    expect(counts.map(({ count }) => count)).toEqual(counts.map(({ count }) => count).sort((a, b) => b - a));
  });
});

describe('the age of a source', () => {
  const source = { id: 'a-page', title: 'A page', read: 'All of it' };

  it.each([
    ['in its title', { ...source, title: 'Yearbook 1998, second printing 2001' }, 2001],
    ['in its name', { ...source, id: 'page-2019', read: 'About 2020' }, 2019],
    ['in its address', { ...source, address: 'https://example.org/2022/04/page' }, 2022],
    ['in what was read', { ...source, read: 'A report of March 2015' }, 2015],
    ['nowhere', source, null],
    ['nowhere, for a number is not a year', { ...source, title: 'Standard 20231, part 1899' }, null],
    ['nowhere, for what is yet to come says nothing', { ...source, title: 'Plans for 2040' }, null],
  ])('is reckoned from a year %s', (_, entry, year) => {
    expect(yearOf(entry, NOW)).toBe(year);
  });
});

describe('the text of sourced numbers', () => {
  const heads = { arrangement: 'newer', policy: 'since' };

  it.each([60, 80, 120])('keeps to %i columns, and every number has a line', (width) => {
    const lines = sourcesText(numbers, heads, { width }).split('\n');
    expect(lines.filter((line) => [...line].length > width)).toEqual([]);
    expect(lines.filter((line) => line.startsWith('  '))).toHaveLength(numbers.length);
  });

  it('says how many, how sure, and that a source is undated', () => {
    const text = sourcesText(numbers, heads, { width: 100 });
    expect(text).toContain(`${numbers.length} numbers:`);
    expect(text).toContain('handbook, undated');
    expect(text).toContain('The coalition (newer): what this scenario can use of it');
  });

  it('is a table for spreadsheets, with one row for each number', () => {
    const [number] = numbers.slice(-2);
    const odd = { ...(number as (typeof numbers)[number]), basis: 'a "guess", at best' };
    const rows = sourcesCsv([...numbers, odd]).split('\r\n');
    expect(rows[0]).toBe('section,part,path,value,source,title,confidence,basis,year,age');
    expect(rows).toHaveLength(numbers.length + 2);
    expect(rows.at(-1)).toContain('"a ""guess"", at best"');
  });
});

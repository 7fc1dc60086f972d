import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, stringify as stringifyWith } from 'yaml';
import { checkAll, loadDefinition, loadLibrary } from '../../src/files/library.ts';
import { nodeReader } from '../../src/files/node-reader.ts';
import { readerOf, tinyDefinition, tinyTexts } from '../support/tiny-library.ts';

type Texts = Readonly<Record<string, string>>;

const stringify = (value: unknown): string => stringifyWith(value, { aliasDuplicateObjects: false });

const whole = parse(tinyTexts['tiny/scenario.yaml'] ?? '');
const { incidents, products, injects, ...rest } = whole;
const [visit] = incidents;

/** The tiny scenario with its incident, products and injects in a file of their own. */
const parted = {
  ...tinyTexts,
  'tiny/scenario.yaml': stringify({ ...rest, incidents: [], products: [], injects: [] }),
  'tiny/incidents/visit.yaml': stringify({ incident: visit, products, injects }),
} as const;

function problemsOf(texts: Texts): string[] {
  return checkAll(readerOf(texts)).map(({ file, line, path, message }) => `${file}:${line} ${path}: ${message}`);
}

function changed(texts: Texts, file: string, edits: readonly (readonly [string, string])[]): Texts {
  return {
    ...texts,
    [file]: edits.reduce((text, [before, after]) => {
      if (!text.includes(before)) throw new Error(`${file} has no ${before}`);
      return text.replace(before, () => after);
    }, texts[file] ?? ''),
  };
}

function lineOf(text: string | undefined, words: string): number {
  return (text ?? '').slice(0, (text ?? '').indexOf(words)).split('\n').length;
}

const file = 'tiny/incidents/visit.yaml' as const;

describe('a scenario in several files', () => {
  it('is the scenario that one file would have been', () => {
    const definition = loadDefinition(readerOf(parted), 'tiny', 'as-is');
    expect(JSON.stringify(definition)).toBe(JSON.stringify(tinyDefinition('as-is')));
  });

  it('is the same from a disk, where each file has its folder', () => {
    const folder = mkdtempSync(join(tmpdir(), 'saydo-files-'));
    try {
      for (const [path, text] of Object.entries(parted)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
      expect(loadLibrary(nodeReader(folder))).toStrictEqual(loadLibrary(readerOf(parted)));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('may leave out lists that its incidents write', () => {
    const { 'tiny/scenario.yaml': _, ...others } = parted;
    const texts = { ...others, 'tiny/scenario.yaml': stringify({ ...rest, products: [], injects: [] }) };
    expect(problemsOf(texts)).toEqual([]);
  });

  it('has what is wrong with it said of the file that holds it', () => {
    const texts = changed(parted, file, [['- what-to-send=whole', '- what-to-send=hole']]);
    const line = lineOf(texts[file], '- what-to-send=hole');
    expect(problemsOf(texts)).toEqual([
      `scenarios/${file}:${line} incident.response[3].needs[0]: "what-to-send=hole", but "what-to-send" (decide) cannot end "hole"`,
    ]);
  });

  it('has the words of its schema said of the file too', () => {
    const texts = changed(parted, file, [['goal: move-away', 'gaol: move-away']]);
    expect(problemsOf(texts)).toEqual([
      expect.stringContaining(`scenarios/${file}:${lineOf(texts[file], 'gaol')} incident.gaol: the key "gaol"`),
    ]);
  });

  it('finds each incident in the file of its name', () => {
    const { [file]: text, ...others } = parted;
    expect(problemsOf({ ...others, 'tiny/incidents/other.yaml': text ?? '' })).toEqual([
      'scenarios/tiny/incidents/other.yaml:2 incident.id: "visit"',
    ]);
  });

  it('does not pass over a file whose name has another ending', () => {
    expect(problemsOf({ ...parted, 'tiny/incidents/more.yml': '' })).toEqual([
      'scenarios/tiny/incidents/more.yml:1 : a file that would not be read',
    ]);
  });

  it('has at least one incident', () => {
    const { [file]: _incident, ...others } = parted;
    expect(problemsOf(others)).toEqual([expect.stringMatching(/tiny\/scenario\.yaml:\d+ incidents: no incident$/)]);
  });

  it('names both files when two hold the same thing', () => {
    const product = products[0];
    const texts = { ...parted, 'tiny/scenario.yaml': stringify({ ...rest, products: [product], injects: [] }) };
    const first = lineOf(texts['tiny/scenario.yaml'], '- id: visitor-track');
    expect(problemsOf(texts)).toEqual([
      `scenarios/${file}:${lineOf(texts[file], '- id: visitor-track')} products[0]: "visitor-track" a second time; the first is at scenarios/tiny/scenario.yaml:${first}`,
    ]);
  });

  it('moves only on a ladder that it has', () => {
    const move = { when: 'move-away', by: 1, says: 'The relay moves' };
    const texts = { ...parted, [file]: stringify({ incident: visit, products, injects, ladder: [move] }) };
    expect(problemsOf(texts)).toEqual([
      expect.stringContaining(`ladder: moves on a ladder, which scenario.yaml does not have`),
    ]);
    const provenance = { source: 'estimate', confidence: 'low' };
    const rungs = ['calm', 'tense'].map((id) => ({ id, says: 'How it is' }));
    const ladder = { rungs, starts: 'calm', moves: [], ...provenance };
    const complete = { ...texts, 'tiny/scenario.yaml': stringify({ ...rest, products: [], injects: [], ladder }) };
    expect(problemsOf(complete)).toEqual([]);
    expect(loadDefinition(readerOf(complete), 'tiny', 'as-is').scenario.ladder?.moves).toEqual([move]);
  });

  it('keeps its incidents to themselves while one of them cannot be read', () => {
    const texts = { ...parted, 'tiny/incidents/zz.yaml': 'incident:\n  id: zz\n' };
    expect(problemsOf(texts).every((problem) => problem.startsWith('scenarios/tiny/incidents/zz.yaml'))).toBe(true);
  });
});

const friction = parse(tinyTexts['coalition/friction.yaml'] ?? '');
const [there, back] = friction.pairs;

function withPairs(pairs: readonly unknown[]): Texts {
  return { ...tinyTexts, 'coalition/friction.yaml': stringify({ ...friction, pairs }) };
}

function pairsOf(texts: Texts): string[] {
  return loadDefinition(readerOf(texts), 'tiny', 'as-is').coalition.pairs.map(({ from, to }) => `${from} ${to}`);
}

describe('a row of pairs', () => {
  const both = ['us', 'france'];

  it('holds for every nation of one list with every other of the other', () => {
    expect(pairsOf(withPairs([{ ...there, from: both, to: both }]))).toEqual(['france us', 'us france']);
    expect(pairsOf(withPairs([{ ...there, from: 'us', to: both }, back]))).toEqual(['france us', 'us france']);
  });

  it('holds inside a nation where it says so', () => {
    const { from: _from, to: _to, ...numbers } = there;
    expect(pairsOf(withPairs([there, back, { within: both, ...numbers }]))).toEqual([
      'france france',
      'france us',
      'us france',
      'us us',
    ]);
    expect(pairsOf(withPairs([there, back, { ...there, to: 'us' }]))).toEqual(['france us', 'us france', 'us us']);
  });

  it('is the same as the rows that it stands for', () => {
    const texts = withPairs([{ ...there, from: both, to: both }]);
    const written = withPairs([there, { ...there, from: 'france', to: 'us' }]);
    const digestible = (one: Texts) => JSON.stringify(loadDefinition(readerOf(one), 'tiny', 'as-is').coalition);
    expect(digestible(texts)).toBe(digestible(written));
  });

  it('gives its basis to the numbers that give none', () => {
    const own = { ...there.release.review, basis: 'counted' };
    const texts = withPairs([{ ...there, basis: 'the row', release: { ...there.release, review: own } }, back]);
    const pair = loadDefinition(readerOf(texts), 'tiny', 'as-is').coalition.pairs.find(({ from }) => from === 'us');
    expect([pair?.release.review.basis, pair?.release.mark.basis]).toEqual(['counted', 'the row']);
    expect(pair).not.toHaveProperty('basis');
  });

  it('is the only one for its pairs, and both places are named', () => {
    const texts = withPairs([there, { ...back, from: both, to: 'us' }, { ...back, from: ['france'] }]);
    const [first, second] = [...(texts['coalition/friction.yaml'] ?? '').matchAll(/ {2}- from:/g)].slice(1);
    const line = (match: RegExpMatchArray | undefined) =>
      (texts['coalition/friction.yaml'] ?? '').slice(0, match?.index).split('\n').length;
    expect(problemsOf(texts)).toEqual([
      `scenarios/coalition/friction.yaml:${line(second)} pairs[2]: "from france to us" a second time; the first is in line ${line(first)}`,
    ]);
  });

  it.each([
    ['nobody', { from: undefined, to: undefined }, 'a row of "pairs" with no nation'],
    ['one side only', { to: undefined }, 'a row of "pairs" with "from"'],
    ['both ways of saying so', { within: 'us' }, 'a row of "pairs" with "from" and "to" and "within"'],
    ['a nation and itself', { from: ['us'], to: 'us' }, 'no pair of nations: "from" and "to" name the same one'],
  ])('is for somebody: not for %s', (_, nations, message) => {
    const texts = withPairs([there, back, { ...there, ...nations }]);
    expect(problemsOf(texts)).toEqual([expect.stringMatching(new RegExp(`pairs\\[2\\]: ${message}$`))]);
  });

  it('has what is wrong with it said once, in the row', () => {
    const texts = withPairs([{ ...there, from: ['us', 'fance'], to: both }, back]);
    const problems = problemsOf(texts);
    expect(problems).toEqual([expect.stringContaining('pairs[0].from: "fance", which is no nation')]);
  });
});

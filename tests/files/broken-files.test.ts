import { describe, expect, it } from 'vitest';
import { checkAll, loadDefinition } from '../../src/files/library.ts';
import type { Problem } from '../../src/files/problems.ts';
import { MalformedError } from '../../src/files/problems.ts';
import { readerOf, tinyTexts } from '../support/tiny-library.ts';
import { wholeTexts } from '../support/whole-library.ts';
import type { Break } from './breaks.ts';
import { breaks } from './breaks.ts';
import { wholeBreaks } from './whole-breaks.ts';

const MARK = '▸';

type Texts = Readonly<Record<string, string>>;

/** The text that a break makes of a file, still with its mark. */
function broken({ file, edits }: Pick<Break, 'file' | 'edits'>, texts: Texts): string {
  return edits.reduce((text, [before, after]) => {
    if (!text.includes(before)) throw new Error(`the library has no ${JSON.stringify(before)} in ${file}`);
    return text.replace(before, () => after);
  }, texts[file] ?? '');
}

/** Line and column of the mark, counted by hand. */
function markedPlace(text: string): { line: number; column: number } {
  const lines = text.slice(0, text.indexOf(MARK)).split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

function problemsOf(changed: Texts, about?: string): Problem[] {
  return checkAll(readerOf({ ...tinyTexts, ...changed }), about);
}

/** A break is reported at its mark, in its words, and with nothing else but what follows from it. */
function expectReported(one: Break, texts: Texts): void {
  const text = broken(one, texts);
  const [folder] = one.file.split('/');
  const about = folder === 'tiny' || folder === 'whole' ? folder : undefined;
  const problems = checkAll(readerOf({ ...texts, [one.file]: text.replace(MARK, '') }), about);
  const { path, found: message, expected, mend } = one;
  expect(problems).toContainEqual({
    file: `scenarios/${one.file}`,
    ...markedPlace(text),
    path,
    message,
    expected,
    mend,
  });
  expect(problems).toHaveLength(1 + (one.echoes ?? 0));
}

describe('the libraries that are broken here', () => {
  it.each([
    ['tiny', tinyTexts],
    ['whole', wholeTexts],
  ])('have nothing wrong with them: %s', (_, texts) => {
    expect(checkAll(readerOf(texts))).toEqual([]);
  });
});

describe('a file is refused for', () => {
  it.each(breaks)('$says', (one) => expectReported(one, tinyTexts));

  it.each(wholeBreaks)('$says', (one) => expectReported(one, wholeTexts));

  it('a desk that a nation needs to make up its mind', () => {
    const lawyers =
      'legal\n        hours: [{ days: daily, from: "0000", until: "0000", people: 1, source: handbook, confidence: high }]\n      - role: ';
    const file = 'coalition/more.yaml';
    const text = (wholeTexts[file] ?? '').replace(lawyers, '');
    expect(text).not.toBe(wholeTexts[file]);
    expect(checkAll(readerOf({ ...wholeTexts, [file]: text }))).toMatchObject([
      { path: 'incident.response[6].at', message: '"tokyo", which has no legal desk and reaches back to none' },
    ]);
  });

  it('a share at home in a nation without a row of its own', () => {
    const file = 'coalition/more-pairs.yaml';
    const text = (wholeTexts[file] ?? '').replace('within: us', 'within: france');
    const message = 'a share from us to us, for which there are no numbers';
    expect(checkAll(readerOf({ ...wholeTexts, [file]: text }))).toMatchObject([{ message }]);
  });

  it.each([
    ['being empty', '', 'nothing'],
    ['holding only a comment', '# soon\n', 'nothing'],
    ['being a list', '- id: tiny\n', 'a list or a single value'],
    ['being a sentence', 'Once upon a time', 'a list or a single value'],
  ])('%s', (_, text, message) => {
    expect(problemsOf({ 'tiny/scenario.yaml': text })).toMatchObject([{ line: 1, column: 1, path: '', message }]);
  });

  it.each([
    ['brackets', '['.repeat(20_000)],
    ['braces', 'a: {'.repeat(10_000)],
    ['dashes', `${'- '.repeat(20_000)}x`],
    ['steps', Array.from({ length: 300 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
  ])('nesting %s without end', (_, text) => {
    const message = 'values nested more than 50 deep';
    expect(problemsOf({ 'tiny/scenario.yaml': text })).toMatchObject([{ path: '', message }]);
  });
});

describe('problems', () => {
  it('come all at once, from all files, in the order of files and lines', () => {
    const texts = {
      'coalition/friction.yaml': (tinyTexts['coalition/friction.yaml'] ?? '').replace('path: manual', 'path: by-hand'),
      'policies/as-is.yaml': 'id: as-is\ntitle: x\n',
      'tiny/scenario.yaml': (tinyTexts['tiny/scenario.yaml'] ?? '')
        .replace('lasts: 1d', 'lasts: a day')
        .replace('role: threatened', 'role: treatened'),
    };
    expect(problemsOf(texts).map(({ file, path }) => `${file} ${path}`)).toEqual([
      'scenarios/coalition/friction.yaml pairs[0].carriage.path',
      'scenarios/policies/as-is.yaml arrangement',
      'scenarios/policies/as-is.yaml levers',
      'scenarios/policies/as-is.yaml summary',
      'scenarios/policies/as-is.yaml title',
      'scenarios/tiny/scenario.yaml lasts',
      'scenarios/tiny/scenario.yaml satellites[1].role',
    ]);
  });

  it('are thrown as one error, whose message says them all and shows no stack', () => {
    const text = (tinyTexts['tiny/scenario.yaml'] ?? '')
      .replace('lasts: 1d', 'lasts: a day')
      .replace('version: 1', 'version: 0');
    const load = () => loadDefinition(readerOf({ ...tinyTexts, 'tiny/scenario.yaml': text }), 'tiny', 'as-is');
    expect(load).toThrow(MalformedError);
    expect(load).toThrow(
      /tiny\/scenario\.yaml:2:10 {2}version\n {2}found .*\n {2}expected .*\n {2}to mend .*\n\n.*:7:8 {2}lasts/,
    );
    expect(load).not.toThrow(/\n\s+at /);
  });

  it('of a schema keep the cross-checks of other files going', () => {
    const texts = {
      'policies/as-is.yaml': 'id: as-is\n',
      'tiny/scenario.yaml': (tinyTexts['tiny/scenario.yaml'] ?? '').replace('goal: move-away', 'goal: move'),
    };
    expect(problemsOf(texts).map(({ path }) => path)).toContain('incidents[0].goal');
  });
});

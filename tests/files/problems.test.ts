import { describe, expect, it } from 'vitest';
import { listed, nearest } from '../../src/files/nearest.ts';
import type { Problem } from '../../src/files/problems.ts';
import { formatPath, formatProblems, MalformedError } from '../../src/files/problems.ts';

const problem = (file: string, line: number, path = 'a'): Problem => ({
  file,
  line,
  column: 3,
  path,
  message: 'one thing',
  expected: 'another',
  mend: 'write another',
});

describe('a list of problems', () => {
  it('reads as plain text, by file and line', () => {
    expect(formatProblems([problem('b.yaml', 2), problem('a.yaml', 12), problem('a.yaml', 9, '')])).toBe(
      [
        'a.yaml:9:3',
        '  found     one thing',
        '  expected  another',
        '  to mend   write another',
        '',
        'a.yaml:12:3  a',
        '  found     one thing',
        '  expected  another',
        '  to mend   write another',
        '',
        'b.yaml:2:3  a',
        '  found     one thing',
        '  expected  another',
        '  to mend   write another',
        '',
        '3 problems in 2 files.',
      ].join('\n'),
    );
  });

  it('is empty when there are none', () => {
    expect(formatProblems([])).toBe('');
  });

  it('is the message of its error', () => {
    const error = new MalformedError([problem('a.yaml', 1)]);
    expect(error.message).toContain('1 problem in 1 file.');
    expect(error.problems).toHaveLength(1);
  });
});

describe('a path', () => {
  it.each([
    [['incidents', 0, 'response', 3, 'needs', 1], 'incidents[0].response[3].needs[1]'],
    [[], ''],
    [['a b', 0], '["a b"][0]'],
    [['x', '<<'], 'x["<<"]'],
  ] as const)('%j is written %s', (path, text) => {
    expect(formatPath(path)).toBe(text);
  });
});

describe('the word that was meant', () => {
  it.each([
    ['gaol', ['id', 'goal', 'area'], 'goal'],
    ['french', ['us-operations', 'french-operations'], 'french-operations'],
    ['GEO', ['leo', 'meo', 'geo'], 'geo'],
    ['elliptical', ['leo', 'meo', 'geo'], undefined],
    ['us', ['uk', 'fr'], undefined],
    ['x'.repeat(1000), ['y'], undefined],
  ])('of %s among %j is %s', (word, words, meant) => {
    expect(nearest(word, words)).toBe(meant);
  });

  it('is the first of equals', () => {
    expect(nearest('share-c', ['share-a', 'share-b'])).toBe('share-a');
  });
});

describe('a list of words', () => {
  it('stops at twelve', () => {
    expect(listed(Array.from({ length: 14 }, (_, i) => `w${i}`))).toMatch(/"w11" and 2 more$/);
    expect(listed([])).toBe('none');
  });
});

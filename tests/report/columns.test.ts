import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clipped, hanging, tabled, wrapped } from '../../src/report/columns.ts';

describe('wrapping', () => {
  it('breaks between words', () => {
    expect(wrapped('one two three four', 9)).toEqual(['one two', 'three', 'four']);
  });

  it('keeps numbers with their units and days with their times', () => {
    expect(wrapped('it took 1 h 05 min', 14)).toEqual(['it took', '1 h 05 min']);
    expect(wrapped('until D+1 0640Z', 12)).toEqual(['until', 'D+1 0640Z']);
    expect(wrapped('it is 65 % now', 9)).toEqual(['it is', '65 % now']);
  });

  it('cuts a word that is longer than a line', () => {
    expect(wrapped('abcdefghijkl', 8)).toEqual(['abcdefgh', 'ijkl']);
  });

  it('loses nothing and stays within the width', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z0-9%,.]{1,12}$/)),
        fc.integer({ min: 13, max: 40 }),
        (words, width) => {
          const lines = wrapped(words.join(' '), width);
          expect(lines.join(' ')).toBe(words.join(' '));
          for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
        },
      ),
    );
  });

  it('hangs under a head', () => {
    expect(hanging('– ', 'one two three', 9)).toBe('– one two\n  three');
  });
});

describe('columns', () => {
  it('align, numbers to the right', () => {
    expect(
      tabled(
        [
          ['a', '1', 'x'],
          ['long', '100', 'y'],
        ],
        [{}, { right: true }, {}],
      ),
    ).toEqual(['a       1  x', 'long  100  y']);
  });

  it('cut a cell that is too wide, and say so', () => {
    expect(clipped('a long title', 7)).toBe('a long…');
  });
});

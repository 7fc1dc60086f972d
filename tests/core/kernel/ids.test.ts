import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareText, numberNames, unreachable } from '../../../src/core/kernel/ids.ts';

describe('names', () => {
  test('are numbered in code-unit order, whatever order they come in', () => {
    const numbered = numberNames(['é', 'z', 'Z', 'a', '10', '9']);
    expect(numbered.names).toEqual(['10', '9', 'Z', 'a', 'z', 'é']);
    expect(numbered.index.get('Z')).toBe(2);
    expect(numbered.index.get('nobody')).toBeUndefined();
  });

  test('given twice are refused by name', () => {
    expect(() => numberNames(['a', 'b', 'a'])).toThrow('the name "a" is given twice');
  });

  test('have numbers and places that agree', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string()), (names) => {
        const numbered = numberNames(names);
        expect([...numbered.names].sort()).toEqual(numbered.names);
        for (const name of names) expect(numbered.names[numbered.index.get(name) ?? -1]).toBe(name);
      }),
    );
  });
});

test('text compares by code units, not by locale', () => {
  expect(compareText('a', 'B')).toBeGreaterThan(0);
  expect(compareText('ä', 'z')).toBeGreaterThan(0);
  expect(compareText('a', 'ab')).toBeLessThan(0);
  expect(compareText('ab', 'ab')).toBe(0);
});

test('a case nobody thought of throws', () => {
  expect(() => unreachable('surprise' as never)).toThrow('surprise');
});

import { expect, it } from 'vitest';
import { howUsual } from '../../src/study/usual.ts';

/** Five evenings of one incident: restricted time, done, window met. */
const others = {
  measures: ['restricted.a', 'done.a', 'window.a'],
  rows: Float64Array.from([100, 1, 1, 200, 1, 1, 300, 1, 0, 900, 0, 0, 900, 0, 0]),
};

it('counts the evenings, the windows met and those done, and takes the median over all of them', () => {
  expect(howUsual(others, [{ incident: 'a', elapsedSeconds: 250, done: true }])).toEqual([
    { incident: 'a', evenings: 5, windowsMet: 2, done: 3, median: 300, slower: 3 },
  ]);
});

it('there is no median when fewer than half were done: it lies past the horizon', () => {
  const worse = { ...others, rows: Float64Array.from(others.rows, (cell, at) => (at === 7 ? 0 : cell)) };
  expect(howUsual(worse, [{ incident: 'a', elapsedSeconds: 900, done: false }])[0]).toMatchObject({
    done: 2,
    median: null,
    slower: 0,
  });
});

import { describe, expect, it } from 'vitest';
import { parseMoment } from '../../src/cli/moment.ts';

const startsAt = '2023-10-18T17:00:00Z';
const H = 3600;

describe('a moment', () => {
  it.each([
    ['3h20m', 3 * H + 1200],
    ['0m', 0],
    ['2010Z', 3 * H + 600],
    ['2010z', 3 * H + 600],
    ['1700Z', 0],
    ['0110Z', 8 * H + 600],
    ['D+0 2010Z', 3 * H + 600],
    ['D+1 0110Z', 8 * H + 600],
    ['d+2 1700z', 48 * H],
  ])('%s is %i seconds after StartEx', (text, at) => {
    expect(parseMoment(startsAt, text)).toBe(at);
  });

  it.each(['', 'noon', '2460Z', '17:00', 'D+0 1600Z', 'D+1', '20100Z', '-3h'])('%o is none', (text) => {
    expect(parseMoment(startsAt, text)).toBeUndefined();
  });
});

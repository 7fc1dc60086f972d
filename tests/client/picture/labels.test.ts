import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Tag } from '../../../src/client/picture/labels.ts';
import { placeLabels } from '../../../src/client/picture/labels.ts';
import { around, contains, overlaps } from '../../../src/client/picture/shapes.ts';

const within = { x: 0, y: 0, width: 400, height: 300 };
const tag = (id: string, x: number, y: number, rank = 1): Tag => ({
  id,
  at: { x, y },
  radius: 5,
  width: 60,
  height: 14,
  rank,
  reach: 60,
});

describe('labels', () => {
  test('a label stands right of its mark where there is room, without a leader', () => {
    const [label] = placeLabels([tag('a', 100, 100)], [], within);
    expect(label?.box).toEqual({ x: 108, y: 93, width: 60, height: 14 });
    expect(label?.leader).toBeNull();
  });

  test('at the right edge it stands left', () => {
    const [label] = placeLabels([tag('a', 390, 100)], [], within);
    expect((label?.box.x ?? 0) + 60).toBeLessThan(390);
  });

  test('six marks on nearly one spot all find room, with leaders', () => {
    const tags = Array.from({ length: 6 }, (_, i) => tag(`t${i}`, 200 + 12 * (i % 3), 150 + 12 * Math.floor(i / 3)));
    const labels = placeLabels(tags, [], within);
    expect(labels).toHaveLength(6);
    expect(labels.some(({ leader }) => leader !== null)).toBe(true);
  });

  test('what has no room is left out, the last in rank first', () => {
    const small = { x: 0, y: 0, width: 80, height: 30 };
    const labels = placeLabels([tag('late', 10, 15, 2), tag('soon', 10, 15, 0)], [], small);
    expect(labels.map(({ id }) => id)).toEqual(['soon']);
  });

  test('no label ever covers another, a mark or an obstacle, or leaves the picture', () => {
    const point = fc.record({ x: fc.integer({ min: 0, max: 400 }), y: fc.integer({ min: 0, max: 300 }) });
    const crowd = fc.array(fc.tuple(point, fc.integer({ min: 0, max: 5 })), { maxLength: 25 });
    fc.assert(
      fc.property(crowd, fc.array(point, { maxLength: 6 }), (places, gates) => {
        const tags = places.map(([at, rank], i) => tag(`t${i}`, at.x, at.y, rank));
        const obstacles = [...gates.map((at) => around(at, 8)), ...tags.map(({ at }) => around(at, 5))];
        const labels = placeLabels(tags, obstacles, within);
        for (const [i, { box }] of labels.entries()) {
          if (!contains(within, box) || obstacles.some((one) => overlaps(one, box))) return false;
          if (labels.slice(i + 1).some((other) => overlaps(other.box, box))) return false;
        }
        return true;
      }),
      { seed: 1, numRuns: 150 },
    );
  });
});

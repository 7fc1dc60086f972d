/** Where things stand on the timeline. */
import { expect, test } from 'vitest';
import { marksOf, placeMarks, shownOf, ticksOf } from '../../../src/client/panels/timeline-plan.ts';
import { emptyView, sampleEnds, sampleView } from '../../support/sample-view.ts';

const track = { now: sampleView.now, begins: 0, ends: sampleEnds, pixels: 1_000 };

test('everything the view knows of with a time stands on it once', () => {
  const marks = marksOf(sampleView);
  expect(marks.map(({ ref }) => ref).toSorted()).toEqual(['d1', 'd2', 'd3', 'i1', 'q1', 'q2', 'q3', 'w1']);
  expect(marksOf(emptyView)).toEqual([]);
});

test('on one row no bar and no label meets the next', () => {
  const lane = marksOf(sampleView).filter((mark) => mark.lane === 'requests');
  const placed = placeMarks(lane, track);
  for (const one of placed) {
    for (const other of placed) {
      if (one === other || one.row !== other.row || other.left < one.left) continue;
      expect(other.left).toBeGreaterThanOrEqual(one.left + one.width);
    }
  }
  expect(new Set(placed.map(({ row }) => row)).size).toBeGreaterThan(1);
});

test('what is still under way reaches to now', () => {
  const [work] = placeMarks(
    marksOf(sampleView).filter((mark) => mark.lane === 'works'),
    track,
  );
  expect((work?.left ?? 0) + (work?.width ?? 0)).toBeCloseTo(track.now / track.ends);
});

test('ticks fall on whole hours of the day, midnight among them, and leave room for their labels', () => {
  const startSecondOfDay = 17 * 3_600;
  const ticks = ticksOf(track, startSecondOfDay);
  expect(ticks).toContain(7 * 3_600);
  const spacing = ((ticks[1] ?? 0) - (ticks[0] ?? 0)) / track.ends;
  expect(spacing * track.pixels).toBeGreaterThanOrEqual(84);
});

test('of five days two are shown, the present among them, and never more than there is', () => {
  const days = 5 * 86_400;
  for (const now of [0, 40_000, 200_000, days]) {
    const { begins, ends } = shownOf(now, days);
    expect({ now, length: ends - begins }).toEqual({ now, length: 2 * 86_400 });
    expect(begins).toBeGreaterThanOrEqual(0);
    expect(ends).toBeLessThanOrEqual(days);
    expect(now >= begins && now <= ends).toBe(true);
  }
  expect(shownOf(40_000, 100_000)).toEqual({ begins: 0, ends: 100_000 });
});

test('what is over before the part that is shown, or comes after it, is not drawn; what reaches out of it ends at its edge', () => {
  const mark = (ref: string, from: number, until: number) =>
    ({ ref, lane: 'requests', kind: 'request', title: ref, from, until }) as const;
  const part = { now: 200, begins: 100, ends: 300, pixels: 1_000 };
  const placed = placeMarks([mark('past', 0, 50), mark('through', 50, 400), mark('later', 350, 360)], part);
  expect(placed.map(({ mark, left, width }) => [mark.ref, left, width])).toEqual([['through', 0, 1]]);
});

test('a label near the right edge stands so far left of its mark that it is read whole, and is given the room', () => {
  const mark = (ref: string, from: number) =>
    ({ ref, lane: 'requests', kind: 'request', title: 'x'.repeat(30), from, until: from + 1 }) as const;
  const part = { now: 0, begins: 0, ends: 100, pixels: 1_000 };
  const [early, first, last] = placeMarks([mark('early', 10), mark('first', 80), mark('last', 95)], part);
  expect(early?.shift).toBe(0);
  const label = (30 * 6.6 + 26) / 1_000;
  for (const one of [first, last]) expect((one?.left ?? 0) - (one?.shift ?? 0) + label).toBeCloseTo(1);
  expect(last?.row).not.toBe(first?.row);
});

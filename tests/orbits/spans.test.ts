import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../src/orbits/spans.ts';
import { joined, STEP, spansOf } from '../../src/orbits/spans.ts';

const LENGTH = 2_000;

/** Something that comes into view now and then: edges anywhere between seconds. */
const sights = fc
  .array(
    fc.tuple(fc.double({ min: -100, max: LENGTH + 100, noNaN: true }), fc.double({ min: 0, max: 400, noNaN: true })),
    {
      maxLength: 8,
    },
  )
  .map((list) => (second: number) => list.some(([from, long]) => second >= from && second < from + long));

const dwells = fc.integer({ min: STEP, max: 300 });
const covers = (spans: readonly Span[], second: number) =>
  spans.some(({ from, until }) => from <= second && second < until);

/** Runs of seconds in view, looked at one by one. */
function runs(inView: (second: number) => boolean): Span[] {
  const found: Span[] = [];
  for (let second = 0; second < LENGTH; second++) {
    if (!inView(second)) continue;
    const last = found.at(-1);
    if (last?.until === second) found[found.length - 1] = { from: last.from, until: second + 1 };
    else found.push({ from: second, until: second + 1 });
  }
  return found;
}

describe('spans of time in view', () => {
  it('are in order, apart, within the exercise, and as long as the dwell', () => {
    fc.assert(
      fc.property(sights, dwells, (inView, dwell) => {
        let end = -1;
        for (const { from, until } of spansOf(inView, LENGTH, dwell)) {
          expect(from).toBeGreaterThan(end);
          expect(until - from).toBeGreaterThanOrEqual(dwell);
          expect(Number.isInteger(from) && Number.isInteger(until)).toBe(true);
          end = until;
        }
        expect(end).toBeLessThanOrEqual(LENGTH);
      }),
    );
  });

  it('cover every second of every run that is as long as the dwell', () => {
    fc.assert(
      fc.property(sights, dwells, (inView, dwell) => {
        const spans = spansOf(inView, LENGTH, dwell);
        for (const { from, until } of runs(inView).filter((run) => run.until - run.from >= dwell)) {
          for (let second = from; second < until; second++) expect(covers(spans, second)).toBe(true);
        }
      }),
    );
  });

  it('reach out of view for a second before, and for no gap as long as a step', () => {
    fc.assert(
      fc.property(sights, dwells, (inView, dwell) => {
        for (const { from, until } of spansOf(inView, LENGTH, dwell)) {
          expect(from === 0 || !inView(from) || !inView(from - 1)).toBe(true);
          if (!inView(from)) expect(inView(from + 1)).toBe(true);
          expect(inView(until - 1) || until === LENGTH).toBe(true);
          let dark = 0;
          for (let second = from + 1; second < until; second++) {
            dark = inView(second) ? 0 : dark + 1;
            expect(dark).toBeLessThan(STEP);
          }
        }
      }),
    );
  });

  it('begin at the last second before and end at the first after', () => {
    const inView = (second: number) => second > 100.3 && second < 250.7;
    expect(spansOf(inView, LENGTH, STEP)).toEqual([{ from: 100, until: 251 }]);
  });

  it('may be the whole exercise, or begin with it, or end with it', () => {
    expect(spansOf(() => true, 90, STEP)).toEqual([{ from: 0, until: 90 }]);
    expect(spansOf((second) => second < 30 || second > 61, 90, STEP)).toEqual([
      { from: 0, until: 30 },
      { from: 61, until: 90 },
    ]);
    expect(spansOf(() => false, 90, STEP)).toEqual([]);
  });

  it('are dropped when shorter than the dwell', () => {
    const inView = (second: number) => second >= 100 && second < 140;
    expect(spansOf(inView, LENGTH, 60)).toEqual([]);
    expect(spansOf(inView, LENGTH, 40)).toHaveLength(1);
  });
});

describe('joining', () => {
  it('makes one of what overlaps or touches', () => {
    const spans = [
      { from: 50, until: 60 },
      { from: 0, until: 10 },
      { from: 10, until: 20 },
      { from: 15, until: 18 },
    ];
    expect(joined(spans)).toEqual([
      { from: 0, until: 20 },
      { from: 50, until: 60 },
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arcBetween, dashesOf, partOf, pointAt } from '../../../src/client/picture/arcs.ts';
import { acrossOf, bandOf, frameFor, placeOf } from '../../../src/client/picture/frame.ts';
import type { Outlook } from '../../../src/client/picture/outlook.ts';
import { MIDDLES, outlookOf, sameOutlook } from '../../../src/client/picture/outlook.ts';
import { contains, distance } from '../../../src/client/picture/shapes.ts';
import { spread } from '../../../src/client/picture/spread.ts';
import { theatre } from './theatre-sample.ts';

const SIZES = [
  [760, 560],
  [520, 420],
  [390, 300],
  [1500, 460],
  [390, 640],
] as const;

const outlook: Outlook = { middle: MIDDLES.atlantic, peopled: ['geo', 'meo', 'leo'] };

describe('the frame', () => {
  test.each(SIZES)('%d by %d: three bands from the top down to Earth, nothing left over', (width, height) => {
    const { bands, ground } = frameFor(width, height, outlook);
    expect(bands.map(({ regime }) => regime)).toEqual(['geo', 'meo', 'leo']);
    let y = 0;
    for (const { box, line } of bands) {
      expect(box.y).toBe(y);
      expect(line).toBeGreaterThan(box.y);
      expect(line).toBeLessThan(box.y + box.height);
      y += box.height;
    }
    expect(Math.abs(y - ground.y)).toBeLessThanOrEqual(1);
    expect(ground.y + ground.height).toBe(height);
    expect(ground.height).toBeGreaterThan(height * 0.25);
  });

  test.each(SIZES)('%d by %d: what is in orbit stands straight above its longitude', (width, height) => {
    const frame = frameFor(width, height, outlook);
    for (const longitude of [-150, -77, 0, 112, 175]) {
      expect(acrossOf(frame, longitude)).toBeCloseTo(placeOf(frame, 51, longitude).x, 6);
    }
  });

  test.each(SIZES)(
    '%d by %d: every centre there is stands on the ground, west of what is east of it',
    (width, height) => {
      const frame = frameFor(width, height, outlook);
      const [maui, paris, canberra] = [
        placeOf(frame, 20.7, -156.3),
        placeOf(frame, 48.8, 2.3),
        placeOf(frame, -35.3, 149.1),
      ];
      for (const { x, y } of [maui, paris, canberra])
        expect(contains(frame.ground, { x, y, width: 0, height: 0 })).toBe(true);
      expect(maui.x).toBeLessThan(paris.x);
      expect(paris.x).toBeLessThan(canberra.x);
      expect(paris.y).toBeLessThan(canberra.y);
    },
  );

  test('a regime with nothing in it stands back', () => {
    const [geo, meo] = frameFor(760, 560, { ...outlook, peopled: ['geo'] }).bands.map(({ box }) => box.height);
    expect(geo).toBeGreaterThan((meo ?? 0) * 3);
    expect(meo).toBeGreaterThan(20);
  });

  test('it looks towards what is threatened', () => {
    const over = (longitude: number) =>
      theatre.satellites.map((one) => (one.role === 'threatened' ? { ...one, longitude } : one));
    expect(outlookOf({ ...theatre, satellites: over(145) }).middle).toBe(MIDDLES.pacific);
    expect(outlookOf({ ...theatre, satellites: over(-170) }).middle).toBe(MIDDLES.pacific);
    expect(outlookOf({ ...theatre, satellites: over(-20) }).middle).toBe(MIDDLES.atlantic);
    expect(outlookOf({ ...theatre, satellites: [] }).middle).toBe(MIDDLES.atlantic);
    expect(sameOutlook(outlookOf(theatre), outlookOf(structuredClone(theatre)))).toBe(true);
  });

  test('a regime it does not know is a bug', () => {
    expect(() => bandOf(frameFor(760, 560, outlook), 'heo' as 'geo')).toThrow('Impossible');
  });
});

describe('spreading', () => {
  test('what stands apart stays where it is', () => {
    const home = { x: 50, y: 50 };
    const at = spread([{ id: 'a', home, radius: 8 }], { x: 0, y: 0, width: 200, height: 200 });
    expect(distance(at.get('a') ?? { x: 0, y: 0 }, home)).toBeLessThan(0.1);
  });

  test('marks never cover one another, and stay near their place', () => {
    const spot = fc.record({ x: fc.integer({ min: 100, max: 160 }), y: fc.integer({ min: 100, max: 160 }) });
    fc.assert(
      fc.property(fc.array(spot, { maxLength: 12 }), (homes) => {
        const bodies = homes.map((home, i) => ({ id: `${i}`, home, radius: 8 }));
        const placed = [...spread(bodies, { x: 0, y: 0, width: 300, height: 300 }).values()];
        return placed.every((a, i) => placed.slice(i + 1).every((b) => distance(a, b) > 15.9));
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});

describe('ways', () => {
  const far = arcBetween({ x: 100, y: 200 }, { x: 500, y: 240 }, 0.2);

  test('begin and end at their centres and bend upwards between', () => {
    expect(pointAt(far, 0)).toMatchObject({ x: 100, y: 200 });
    expect(pointAt(far, 1).x).toBeCloseTo(500);
    expect(pointAt(far, 0.5).y).toBeLessThan(190);
  });

  test('are walked by length', () => {
    const quarters = [0, 0.25, 0.5, 0.75, 1].map((share) => pointAt(far, share));
    const steps = quarters.slice(1).map((point, i) => distance(point, quarters[i] as typeof point));
    expect(Math.max(...steps) - Math.min(...steps)).toBeLessThan(far.length * 0.02);
  });

  test('between neighbours swing out, so that gates find room', () => {
    expect(arcBetween({ x: 100, y: 200 }, { x: 112, y: 206 }, 0.2).length).toBeGreaterThan(100);
  });

  test('stay below the ceiling', () => {
    const flat = arcBetween({ x: 100, y: 60 }, { x: 600, y: 70 }, 0.4, 40);
    expect(Math.min(...flat.points.map(({ y }) => y))).toBeGreaterThanOrEqual(39.9);
  });

  test('are cut into parts and dashes that add up', () => {
    const lengthOf = (points: readonly { x: number; y: number }[]) =>
      points.slice(1).reduce((sum, point, i) => sum + distance(point, points[i] as typeof point), 0);
    expect(lengthOf(partOf(far, 0.2, 0.7))).toBeCloseTo(far.length / 2, 0);
    expect(partOf(far, 0.5, 0.5)).toEqual([]);
    const dashes = dashesOf(far, 0, 1, 4, 4).reduce((sum, dash) => sum + lengthOf(dash), 0);
    expect(dashes / far.length).toBeCloseTo(0.5, 1);
  });
});

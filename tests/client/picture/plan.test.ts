import { describe, expect, test } from 'vitest';
import { endingsOf, isOtherTable, plan, strengthOf } from '../../../src/client/picture/plan.ts';
import type { TheatreLink } from '../../../src/core/model/view.ts';
import { handover, scene, theatre } from './theatre-sample.ts';

const withFirst = (link: TheatreLink): readonly TheatreLink[] => [link, ...theatre.links.slice(1)];

describe('the plan of what to draw', () => {
  test('the first moment brings everything', () => {
    const types = plan(undefined, scene()).map((change) => change.type);
    expect(types.slice(0, 3)).toEqual(['ground-changed', 'night-moved', 'clock-moved']);
    expect(types.filter((type) => type === 'link-appeared')).toHaveLength(theatre.links.length);
  });

  test('another seat’s picture, or that behind the curtain, is another table; a later moment is not', () => {
    const ownedBy = (nation: string | null) =>
      scene({ organisations: theatre.organisations.map((one) => ({ ...one, own: one.nation === nation })) });
    expect(isOtherTable(ownedBy('usa'), ownedBy('aus'))).toBe(true);
    expect(isOtherTable(ownedBy('usa'), ownedBy(null))).toBe(true);
    expect(isOtherTable(ownedBy('usa'), { ...ownedBy('usa'), now: 9_000 })).toBe(false);
    expect(isOtherTable(undefined, ownedBy('usa'))).toBe(false);
  });

  test('the same moment again brings nothing', () => {
    expect(plan(scene(), structuredClone(scene()))).toEqual([]);
  });

  test('a product that is released advances to the next gate, and that gate turns', () => {
    const links = withFirst(handover('d1', 'usspacecom', 'ausspoc', 'under-way', 'passed', 'passed', 'working'));
    expect(plan(scene(), scene({ links }))).toEqual([
      { type: 'link-advanced', ref: 'd1', past: ['release'] },
      { type: 'gate-turned', ref: 'd1', gate: 'carriage', from: 'clear', to: 'working' },
    ]);
  });

  test('an arrival advances past what was left and arrives', () => {
    const links = withFirst(handover('d1', 'usspacecom', 'ausspoc', 'arrived', 'passed', 'passed', 'passed'));
    expect(plan(scene(), scene({ links }))).toEqual([
      { type: 'link-advanced', ref: 'd1', past: ['release', 'carriage'] },
      { type: 'link-arrived', ref: 'd1' },
    ]);
  });

  test('a refusal turns its gate and ends the link', () => {
    const links = withFirst(handover('d1', 'usspacecom', 'ausspoc', 'refused', 'passed', 'refused', 'clear'));
    expect(plan(scene(), scene({ links }))).toEqual([
      { type: 'gate-turned', ref: 'd1', gate: 'release', from: 'waiting', to: 'refused' },
      { type: 'link-ended', ref: 'd1', how: 'refused' },
    ]);
  });

  test('links come and go', () => {
    const links = [...theatre.links.slice(1), handover('d8', 'cde', 'ausspoc', 'under-way', 'working')];
    expect(plan(scene(), scene({ links }))).toEqual([
      { type: 'link-appeared', ref: 'd8' },
      { type: 'link-left', ref: 'd1' },
    ]);
  });

  test('new words at a gate change the link and move nothing', () => {
    const [first] = theatre.links as [TheatreLink];
    const gates = first.gates.map((gate) => ({ ...gate, label: { key: 'machine.release', args: {} } }));
    const links = withFirst({ ...first, gates });
    expect(plan(scene(), scene({ links }))).toEqual([{ type: 'link-changed', ref: 'd1' }]);
  });

  test('a sensor that loses sight changes the ground and no link', () => {
    const sensors = theatre.sensors.map((one) => ({ ...one, sees: [] }));
    expect(plan(scene(), scene({ sensors }))).toEqual([{ type: 'ground-changed' }]);
  });

  test('night moves only when it shows', () => {
    const later = (degrees: number) => ({ sun: { ...theatre.sun, longitude: theatre.sun.longitude - degrees } });
    expect(plan(scene(), scene(later(0.1)))).toEqual([]);
    expect(plan(scene(), scene(later(1)))).toEqual([{ type: 'night-moved' }]);
  });

  test('with each minute the clock moves and what is over fades', () => {
    const refs = ['d4', 'd5', 'd7'].map((ref) => ({ type: 'link-faded', ref }));
    expect(plan(scene(), scene({}, 3_660))).toEqual([{ type: 'clock-moved' }, ...refs]);
    expect(plan(scene(), scene({}, 3_630))).toEqual([]);
  });
});

describe('what is over', () => {
  const arrived = handover('d1', 'usspacecom', 'ausspoc', 'arrived', 'passed', 'passed', 'passed');

  test('fades from the moment it was seen to end', () => {
    const next = scene({ links: withFirst(arrived) }, 4_000);
    const endings = endingsOf(endingsOf(new Map(), undefined, scene()), scene(), next);
    expect(endings.get('d1')).toBe(4_000);
    const strengths = [4_000, 7_600, 40_000].map((now) => strengthOf(arrived, endings.get('d1'), now));
    expect(strengths[0]).toBe(1);
    expect(strengths[1]).toBeLessThan(0.8);
    expect(strengths[2]).toBe(0.22);
  });

  test('is at its faintest at once when the picture did not see it end', () => {
    const endings = endingsOf(new Map(), undefined, scene());
    expect(endings.get('d4')).toBeNull();
    expect(strengthOf(theatre.links[3] as TheatreLink, null, 3_600)).toBe(0.22);
  });

  test('keeps its time while the clock runs on, and forgets it when the clock is turned back', () => {
    const [a, b] = [scene(), scene({ links: withFirst(arrived) }, 4_000)];
    const endings = endingsOf(endingsOf(new Map(), undefined, a), a, b);
    expect(endingsOf(endings, b, { ...b, now: 5_000 }).get('d1')).toBe(4_000);
    expect(endingsOf(endings, b, { ...b, now: 3_900 }).get('d1')).toBeNull();
  });

  test('never fades what is still under way', () => {
    expect(strengthOf(theatre.links[0] as TheatreLink, undefined, 1e6)).toBe(1);
  });
});

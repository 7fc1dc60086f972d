import { describe, expect, test } from 'vitest';
import { pointAt } from '../../../src/client/picture/arcs.ts';
import { captionOf, compose } from '../../../src/client/picture/compose.ts';
import { frameFor } from '../../../src/client/picture/frame.ts';
import { outlookOf } from '../../../src/client/picture/outlook.ts';
import { nationColours, palettes, tint } from '../../../src/client/picture/palette.ts';
import { pick } from '../../../src/client/picture/pick.ts';
import { endingsOf } from '../../../src/client/picture/plan.ts';
import { productAt } from '../../../src/client/picture/progress.ts';
import { rendererFor } from '../../../src/client/picture/renderer.ts';
import { around, distance, overlaps } from '../../../src/client/picture/shapes.ts';
import { handover, measure, scene, theatre } from './theatre-sample.ts';

const composed = (width: number, height: number, moment = scene()) =>
  compose(moment, frameFor(width, height, outlookOf(moment.theatre)), measure, endingsOf(new Map(), undefined, moment));

const SIZES = [
  [760, 560],
  [520, 420],
  [390, 300],
] as const;

describe('the composition', () => {
  test.each(SIZES)('%d by %d: no label covers a label, a caption, a mark or a gate', (width, height) => {
    const { labels, links, places } = composed(width, height);
    const boxes = [...labels.map(({ box }) => box), ...links.flatMap(({ caption }) => (caption ? [caption.box] : []))];
    const marks = [...places.centres, ...places.sensors, ...places.satellites].map(({ at, radius }) =>
      around(at, radius),
    );
    const gates = links.flatMap((link) => link.gates.map(({ at, radius }) => around(at, radius - 1)));
    for (const [i, box] of boxes.entries()) {
      expect(boxes.slice(i + 1).filter((other) => overlaps(box, other))).toEqual([]);
      expect([...marks, ...gates].filter((other) => overlaps(box, other))).toEqual([]);
    }
  });

  test('wide: every centre is named, the five in one country too', () => {
    const named = composed(760, 560).labels.filter(({ id }) => id.startsWith('centre '));
    expect(named).toHaveLength(theatre.organisations.length);
  });

  test('narrow: the own seat and both ends of handovers before all others, and no sensor', () => {
    const ids = composed(390, 300).labels.map(({ id }) => id);
    expect(ids).toContain('centre ausspoc');
    expect(ids).toContain('satellite wgs');
    expect(ids).not.toContain('centre 3-csd');
    expect(ids.filter((id) => id.startsWith('sensor '))).toEqual([]);
  });

  test.each(SIZES)('%d by %d: centres and sensors never stand on one another', (width, height) => {
    const { centres, sensors } = composed(width, height).places;
    const marks = [...centres, ...sensors];
    for (const [i, a] of marks.entries()) {
      for (const b of marks.slice(i + 1)) expect(distance(a.at, b.at)).toBeGreaterThan(a.radius + b.radius);
    }
  });

  test('what approaches stands above what it threatens, with a line between', () => {
    const { places } = composed(760, 560);
    const [object, wgs] = ['object', 'wgs'].map((id) => places.satellites.find((one) => one.id === id));
    expect(object?.at.y).toBeLessThan((wgs?.at.y ?? 0) - 18);
    expect(places.approaches.map(({ id, degrees }) => [id, Math.round(degrees * 10) / 10])).toEqual([
      ['object', 0.6],
      ['stranger', 5],
    ]);
  });

  test('a line goes from a sensor to each satellite that it sees; one in space stands in orbit', () => {
    const { places } = composed(760, 560);
    expect(places.sights).toHaveLength(3);
    expect(places.sensors.find(({ kind }) => kind === 'space-based')?.at.y).toBeLessThan(places.frame.ground.y);
  });

  test('the product stands before the first gate not passed', () => {
    for (const { link, gates, product, holding } of composed(760, 560).links) {
      const gate = gates[holding];
      if (gate === undefined) continue;
      expect(product, link.ref).toBeLessThan(gate.share);
      const before = gates[holding - 1];
      if (before !== undefined) expect(product, link.ref).toBeGreaterThan(before.share);
    }
  });

  test('what arrived before the picture began is a line without gates', () => {
    const arrived = composed(760, 560).links.find(({ link }) => link.ref === 'd4');
    expect(arrived).toMatchObject({ atRest: true, gates: [], caption: null, strength: 0.22 });
  });

  test('a gate that holds something up says so; one nobody was told of says nothing', () => {
    expect(theatre.links.map((link) => captionOf(link, measure))).toEqual([
      'Release: waiting',
      'Carriage: desk closed',
      'Front door: at work',
      null,
      'Release: refused',
      null,
      null,
    ]);
  });

  test('a link to a centre that is not on the map is not drawn', () => {
    const links = [handover('d1', 'nowhere', 'ausspoc', 'under-way', 'working')];
    expect(composed(760, 560, scene({ links })).links).toEqual([]);
  });

  test('a link without gates still shows how far it is', () => {
    expect(productAt(handover('d1', 'cde', 'jco', 'under-way'), [], 0.05)).toBe(0.5);
    expect(productAt(handover('d1', 'cde', 'jco', 'arrived'), [], 0.05)).toBe(0.95);
  });
});

describe('what lies under a point', () => {
  const composition = composed(760, 560);

  test('a gate opens its handover, a centre or its label its organisation, the sea nothing', () => {
    const gate = composition.links[0]?.gates[1];
    expect(pick(composition, gate?.at ?? { x: 0, y: 0 })).toEqual({ type: 'open-link', ref: 'd1' });
    const own = composition.places.centres.find((one) => one.own);
    expect(pick(composition, own?.at ?? { x: 0, y: 0 })).toEqual({ type: 'open-organisation', id: 'ausspoc' });
    const name = composition.labels.find(({ id }) => id === 'centre s4s')?.box;
    expect(pick(composition, { x: (name?.x ?? 0) + 4, y: (name?.y ?? 0) + 4 })).toEqual({
      type: 'open-organisation',
      id: 's4s',
    });
    expect(pick(composition, { x: 300, y: 540 })).toBeUndefined();
  });

  test('the line of a handover opens it too', () => {
    const link = composition.links.find(({ link }) => link.ref === 'd4');
    const at = link === undefined ? { x: 0, y: 0 } : pointAt(link.arc, 0.5);
    expect(pick(composition, at)).toEqual({ type: 'open-link', ref: 'd4' });
  });
});

describe('colours and renderer', () => {
  test('each nation has a colour of its own, in whatever order they are listed', () => {
    const colours = nationColours(['usa', 'jpn', 'aus', 'fra', 'usa'], palettes.dark);
    expect(new Set(colours.values()).size).toBe(4);
    expect(nationColours(['fra', 'aus', 'jpn', 'usa'], palettes.dark)).toEqual(colours);
  });

  test('only solid colours are tints', () => {
    expect(tint('#6cc7f0')).toBe(0x6cc7f0);
    expect(() => tint(palettes.dark.hairline)).toThrow('Impossible');
  });

  test.each([
    ['ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero)))', 'canvas'],
    ['llvmpipe (LLVM 15.0.7, 256 bits)', 'canvas'],
    ['Microsoft Basic Render Driver', 'canvas'],
    [null, 'canvas'],
    ['ANGLE (NVIDIA GeForce RTX 3060)', 'webgl'],
  ])('%s draws with %s', (unmasked, renderer) => {
    expect(rendererFor(unmasked)).toBe(renderer);
  });
});

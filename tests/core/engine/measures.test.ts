import { describe, expect, test } from 'vitest';
import type { Incident } from '../../../src/core/model/incident.ts';
import type { Built } from '../../support/build.ts';
import { act, build, decide, exactly, HOUR, hand, incident, MIN, pair, sense, share } from '../../support/build.ts';
import { play } from '../../support/play.ts';

type Tasks = Incident['response'];
const measures = (incidents: Incident[], over: Partial<Built> = {}, held: string[] = []) =>
  play(build({ ...over, incidents }), { held }).all('RunEnded')[0]?.measures ?? {};
const goal = (minutes: number, needs: Tasks[number]['needs'] = []) =>
  act('goal', { needs, desk: 'none', takes: exactly(minutes * MIN) });
const closing = (minutes: number) => ({
  closes: minutes * MIN,
  because: 'physics says so',
  source: 'estimate',
  confidence: 'low' as const,
});
const windows = [{ sensor: 'eye', object: 'thing', from: HOUR, until: 24 * HOUR }];
const crossing = (over: Parameters<typeof pair>[2]) => ({ pairs: [pair('us', 'fr', over), pair('fr', 'us')] });

describe('measures', () => {
  test('[M1] count restricted seconds from the first observable moment to done, to the horizon, or to the end', () => {
    const storm = (minutes: number, over: Partial<Incident> = {}) =>
      measures([incident('storm', [sense('see'), goal(minutes, ['see'])], over)], { windows })['restricted.storm'];
    expect(storm(20)).toBe(30 * MIN);
    expect(storm(900)).toBe(6 * HOUR);
    expect(storm(900, { horizon: 30 * HOUR })).toBe(11 * HOUR);
  });

  test('[M2] count what was done and which windows were met', () => {
    const two = [
      incident('a', [{ ...goal(20), id: 'x' }], { window: closing(30) }),
      incident('b', [{ ...goal(40), id: 'y' }], { window: closing(30) }),
      incident('c', [{ ...goal(900), id: 'z' }]),
    ];
    expect(measures(two)).toMatchObject({
      'done.a': 1,
      'done.b': 1,
      'done.c': 0,
      'window.a': 1,
      'window.b': 0,
      'window.c': 0,
      'windows-met': 1,
    });
  });

  test('[M3] count the seconds until a nation holds what makes it aware', () => {
    const tasks = [
      sense('see'),
      hand('pass', { needs: ['see'] }),
      hand('back', { from: 'fr-ops', to: 'us-ops', needs: ['pass=spoken'] }),
      goal(1, ['see']),
    ];
    const told = measures(
      [incident('storm', tasks, { awareness: { us: ['see'], fr: ['pass', 'back'], uk: ['back'] } })],
      { windows },
    );
    expect([told['aware.storm.us'], told['aware.storm.fr'], told['aware.storm.uk']]).toEqual([
      10 * MIN,
      16 * MIN,
      6 * HOUR,
    ]);
  });

  test('[M4] count wrong doors, what was typed in again, and what lapsed', () => {
    const tasks = [hand('pass'), decide('ask'), goal(1, ['pass'])];
    const over = { coalition: crossing({ frontDoor: { misroute: share(1000) }, carriage: { path: 'manual' } }) };
    expect(measures([incident('storm', tasks)], over, ['us-seat'])).toMatchObject({
      misroutes: 3,
      'manual-touches': 1,
      defaults: 1,
    });
    expect(measures([incident('storm', tasks)])).toMatchObject({ misroutes: 0, 'manual-touches': 0, defaults: 0 });
  });

  test('[M5] count handovers begun, denied, and in parts of a thousand in writing before the window closed', () => {
    const pass = (id: string, over: Parameters<typeof hand>[1] = {}) => hand(id, over);
    const late = [spend(60), pass('late', { needs: ['ten'] })];
    const tasks = [
      pass('early'),
      pass('word', { form: 'oral' }),
      ...late,
      pass('never', { product: 'track', from: 'fr-ops', to: 'us-ops' }),
      goal(1),
    ];
    const over = {
      coalition: { pairs: [pair('us', 'fr'), pair('fr', 'us', { release: { exceptionRefused: share(1000) } })] },
    };
    const told = measures([incident('storm', tasks, { window: closing(30) })], over);
    expect(told).toMatchObject({ 'handovers-begun': 4, 'handovers-denied': 1, 'on-time-share': 333 });
    expect(measures([incident('storm', [pass('early'), goal(1)], { window: closing(6) })])['on-time-share']).toBe(1000);
    expect(
      measures([incident('storm', [pass('early'), goal(1)], { window: { ...closing(0), closes: 6 * MIN - 1 } })])[
        'on-time-share'
      ],
    ).toBe(0);
    const home = pass('home', { from: 'us-ops', to: 'us-policy' });
    const house = { coalition: { pairs: [pair('us', 'fr'), pair('us', 'us')] } };
    expect(measures([incident('storm', [home, goal(1)])], house)).toMatchObject({
      'handovers-begun': 1,
      'on-time-share': 1000,
    });
    expect(measures([incident('storm', [goal(1), goal(2)].slice(1))])['on-time-share']).toBe(1000);
  });

  test('[M6] add up charges over all incidents', () => {
    const told = measures([incident('a', [{ ...goal(20), id: 'x' }]), incident('b', [{ ...goal(30), id: 'y' }])]);
    expect([told['charged.execution'], told['charged.sensing']]).toEqual([50 * MIN, 0]);
  });

  test('[M6] add up the touch time that exercise work took of desks, finished or not', () => {
    const atDesk = (id: string, minutes: number) => act(id, { takes: exactly(minutes * MIN) });
    const seconds = (tasks: Tasks, over: Partial<Built> = {}) =>
      measures([incident('storm', tasks)], over)['desk-seconds'];
    expect(seconds([atDesk('goal', 20)])).toBe(20 * MIN);
    expect(seconds([atDesk('goal', 900)])).toBe(6 * HOUR);
    expect(seconds([atDesk('goal', 900)], { scenario: { lasts: HOUR } })).toBe(HOUR);
    expect(seconds([goal(20)])).toBe(0);
  });
});

const spend = (minutes: number) => act('ten', { desk: 'none', takes: exactly(minutes * MIN) });

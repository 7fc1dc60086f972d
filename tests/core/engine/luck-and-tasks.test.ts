import { describe, expect, test } from 'vitest';
import { createDice, keyFromSeed, nameOf } from '../../../src/core/kernel/chance.ts';
import { compileSpread, valueAt } from '../../../src/core/kernel/spread.ts';
import type { Need } from '../../../src/core/model/need.ts';
import type { Definition } from '../../../src/core/model/scenario.ts';
import type { PairOver } from '../../support/build.ts';
import { act, between, build, exactly, HOUR, hand, incident, MIN, pair, sense, share } from '../../support/build.ts';
import { play } from '../../support/play.ts';

const inject = (id: string, at: number) => ({
  id,
  at,
  to: [],
  from: 'A ministry',
  method: 'message' as const,
  text: 'Something has happened.',
  expected: 'Somebody acts.',
  objective: 'learn',
});
const wide = between(MIN, 30 * MIN, 3 * HOUR);
const crossing = (over: PairOver, more: Definition['scenario']['incidents'] = []): Definition =>
  build({
    incidents: [incident('storm', [sense('see'), hand('pass', { needs: ['see'] })]), ...more],
    coalition: { pairs: [pair('us', 'fr', over), pair('fr', 'us')] },
  });
const spans = (definition: Definition, seed: string) =>
  play(definition, { seed })
    .all('StepEnded')
    .filter(({ task }) => task === 'pass')
    .map(({ work, since, at }) => [work, at - since]);
const seeds = Array.from({ length: 60 }, (_, n) => `seed-${n}`);

describe('luck', () => {
  test('[R20] is decided by the seed and the name of the draw alone', () => {
    const random: PairOver = { release: { review: wide, mark: wide } };
    const other = incident('other', [sense('look'), act('answer', { needs: ['look'], takes: wide })]);
    expect(spans(crossing(random, [other]), 'one')).toEqual(spans(crossing(random), 'one'));
    expect(spans(crossing(random), 'two')).not.toEqual(spans(crossing(random), 'one'));
  });

  test('[R20] is cast anew for each time that the same work is done', () => {
    const flawed = crossing({ release: { review: wide, flawed: share(1000) } });
    const reviews = spans(flawed, 'one')
      .filter(([work]) => work === 'release.review')
      .map(([, took]) => took);
    expect(new Set(reviews).size).toBe(3);
    const once = crossing({ release: { review: wide } });
    expect(spans(once, 'one').find(([work]) => work === 'release.review')?.[1]).toBe(reviews[0]);
  });

  test('[R20] of work done for the how-manieth time is that draw of its name, counted from 0', () => {
    const flawed = crossing({ release: { review: wide, flawed: share(1000) } });
    const reviews = spans(flawed, 'one').filter(([work]) => work === 'release.review');
    const { hi, lo24 } = nameOf(['storm', 'pass', 'us-ops', 'fr-ops', 'track', 'release.review']);
    const dice = createDice(keyFromSeed('one'));
    const drawn = [0, 1, 2].map((visit) => {
      dice.roll(hi, lo24, visit);
      return valueAt(compileSpread(wide), dice.first);
    });
    expect(reviews.map(([, took]) => took)).toEqual(drawn);
  });

  test('[R21] of how long work takes and of how it ends are apart', () => {
    const took = (flawed: number) =>
      seeds.map(
        (seed) =>
          spans(crossing({ release: { review: wide, flawed: share(flawed) } }), seed).find(
            ([work]) => work === 'release.review',
          )?.[1],
      );
    expect(took(1000)).toEqual(took(0));
  });

  test('[R22] stays with the same work under another policy', () => {
    const plain = crossing({ release: { review: wide }, carriage: { send: wide } });
    const lever = {
      id: 'doors',
      title: 'Doors',
      owner: 'nobody',
      leadTime: 'none',
      cost: 'none',
      harm: 'none',
      expected: 'more doors',
      source: 'estimate',
      changes: [
        { at: 'pairs/to=fr/frontDoor/misroute/perMille', set: 1000, source: 'estimate', confidence: 'low' as const },
      ],
    };
    const reformed = { ...plain, policy: { ...plain.policy, levers: [lever] } };
    const draws = (definition: Definition) =>
      spans(definition, 'one').filter(([work]) => !String(work).startsWith('front-door'));
    expect(draws(reformed)).toEqual(draws(plain));
    expect(spans(reformed, 'one')).not.toEqual(spans(plain, 'one'));
  });

  test('[R23] of the other ends stays the same when one end becomes likelier', () => {
    const reply = (misroute: number, dispute: number, seed: string) =>
      play(crossing({ frontDoor: { misroute: share(misroute), dispute: share(dispute) } }), { seed })
        .all('FrictionMoved')
        .find(({ event }) => event?.startsWith('ANSWERED'))?.event;
    const review = (flawed: number, needsTearLine: number, seed: string) =>
      play(crossing({ release: { flawed: share(flawed), needsTearLine: share(needsTearLine) } }), { seed })
        .all('FrictionMoved')
        .find(({ event }) => event?.startsWith('REVIEWED'))?.event;
    const expectKept = (ends: typeof reply, more: string, usual: string, by: readonly [number, number]) => {
      const pairs = seeds.map((seed) => [ends(200, 200, seed), ends(200 + by[0], 200 + by[1], seed)]);
      const moved = pairs.filter(([before, after]) => before !== after);
      expect(moved.length).toBeGreaterThan(0);
      expect(moved.every(([before, after]) => before === usual && after === more)).toBe(true);
    };
    expectKept(reply, 'ANSWERED redirected', 'ANSWERED received', [200, 0]);
    expectKept(reply, 'ANSWERED disputed', 'ANSWERED received', [0, 200]);
    expectKept(review, 'REVIEWED flawed', 'REVIEWED sound', [200, 0]);
    expectKept(review, 'REVIEWED tear-line', 'REVIEWED sound', [0, 200]);
  });
});

/** A goal with these needs, after pieces of work that end at known minutes. */
const afterWork = (needs: Need[]) =>
  play(
    build({
      incidents: [
        incident('storm', [
          act('ten', { desk: 'none', takes: exactly(10 * MIN) }),
          act('twenty', { desk: 'none', takes: exactly(20 * MIN) }),
          act('thirty', { desk: 'none', takes: exactly(30 * MIN) }),
          hand('denied', { product: 'track', from: 'fr-ops', to: 'us-ops' }),
          act('goal', { needs, desk: 'none', takes: exactly(0) }),
        ]),
      ],
      coalition: { pairs: [pair('us', 'fr'), pair('fr', 'us', { release: { exceptionRefused: share(1000) } })] },
    }),
  );

describe('a task', () => {
  test.each<[string, Need[], number]>([
    ['all of several needs', ['ten', 'thirty', 'twenty'], 30],
    ['one of several', [{ any: ['thirty', 'ten'] }], 10],
    ['two of several', [{ atLeast: 2, of: ['thirty', 'ten', 'twenty'] }], 20],
    ['how another ended', ['denied=denied', 'ten'], 10],
    ['all of these together', [{ any: ['thirty', 'twenty'] }, 'ten', { atLeast: 1, of: ['denied=denied'] }], 20],
  ])('[R30] begins when its incident has begun and it has %s', (_, needs, minute) => {
    expect(afterWork(needs).ended('goal').at).toBe(minute * MIN);
  });

  test('[R30] does not begin on an end that did not come', () => {
    expect(
      afterWork(['denied=delivered'])
        .all('TaskBegan')
        .map(({ task }) => task),
    ).not.toContain('goal');
  });

  test('[R30] waits for its incident, whatever it needs has come before', () => {
    const early = incident('early', [act('ten', { desk: 'none' }), act('end', { needs: ['ten'] })]);
    const late = incident('late', [act('goal', { needs: ['ten'] })], { begins: HOUR });
    expect(
      play(build({ incidents: [early, late] }))
        .all('TaskBegan')
        .find(({ task }) => task === 'goal')?.at,
    ).toBe(HOUR);
  });

  test.each<[string, Need[], readonly string[]]>([
    ['the last of several needs', ['ten', 'thirty', 'twenty'], ['thirty']],
    ['the first that came of one of several', [{ any: ['thirty', 'ten'] }], ['ten']],
    ['the second of two of several', [{ atLeast: 2, of: ['thirty', 'ten', 'twenty'] }], ['twenty']],
  ])('[R31] was enabled by %s', (_, needs, chain) => {
    const played = afterWork(needs);
    const steps = new Map(played.all('StepEnded').map((step) => [step.step, step]));
    const goal = played.all('StepEnded').find(({ task }) => task === 'goal');
    expect([steps.get(goal?.after ?? -1)?.task]).toEqual(chain);
  });

  test('[R32] that needs a handover needs it in writing; a word is enough only where it says so', () => {
    const spoken = (need: string) =>
      play(build({ incidents: [incident('storm', [hand('talk', { form: 'oral' }), act('goal', { needs: [need] })])] }))
        .all('TaskBegan')
        .map(({ task }) => task);
    expect(spoken('talk')).not.toContain('goal');
    expect(spoken('talk=spoken')).toContain('goal');
  });

  test('[R32] that needs a handover may act on a tear-line', () => {
    const tasks = [hand('pass', { form: 'tear-line' }), act('goal', { needs: ['pass'] })];
    const played = play(build({ incidents: [incident('storm', tasks)] }));
    expect(played.ended('pass').outcome).toBe('tear-line');
    expect(played.ended('goal').outcome).toBe('done');
  });

  test('[R34] is done at most once, though more of what would do comes later', () => {
    const began = afterWork([{ any: ['ten', 'twenty', 'thirty'] }]).all('TaskBegan');
    expect(began.filter(({ task }) => task === 'goal').length).toBe(1);
  });
});

describe('an observation', () => {
  const seen = (
    windows: readonly (readonly [string, number, number])[],
    over: { dwell?: number; begins?: number } = {},
  ) => {
    const tasks = [
      sense('see', { sensors: ['eye', 'ear'], dwell: exactly((over.dwell ?? 10) * MIN) }),
      act('goal', { needs: ['see'] }),
    ];
    const built = build({
      incidents: [incident('storm', tasks, { begins: (over.begins ?? 0) * MIN })],
      windows: windows.map(([sensor, from, until]) => ({
        sensor,
        object: 'thing',
        from: from * MIN,
        until: until * MIN,
      })),
    });
    const [end] = play(built)
      .all('TaskEnded')
      .filter(({ task, outcome }) => task === 'see' && outcome === 'observed');
    return end && [end.at / MIN, end.sensor];
  };

  test('[R33] is made once a sensor has had the object in view for the dwell time', () => {
    expect(seen([['eye', 20, 40]])).toEqual([30, 'eye']);
    expect(seen([['eye', 20, 40]], { begins: 25 })).toEqual([35, 'eye']);
    expect(seen([['eye', 20, 30]])).toEqual([30, 'eye']);
  });

  test('[R33] is not made in a window that is too short, nor in two of different sensors together', () => {
    expect(
      seen([
        ['eye', 20, 29],
        ['ear', 29, 60],
      ]),
    ).toEqual([39, 'ear']);
    expect(seen([['eye', 20, 29]])).toBeUndefined();
    expect(
      seen([
        ['eye', 20, 29],
        ['eye', 30, 39],
      ]),
    ).toBeUndefined();
  });

  test('[R33] goes on through windows of one sensor that touch: there is no break', () => {
    expect(
      seen([
        ['eye', 20, 25],
        ['eye', 25, 40],
      ]),
    ).toEqual([30, 'eye']);
  });

  test('[R33] is by the sensor that is first', () => {
    expect(
      seen([
        ['eye', 30, 90],
        ['ear', 25, 90],
      ]),
    ).toEqual([35, 'ear']);
  });

  test('[R33] is not made in the second in which a window ends', () => {
    expect(seen([['eye', 20, 40]], { dwell: 0, begins: 39 })).toEqual([39, 'eye']);
    expect(seen([['eye', 20, 40]], { dwell: 0, begins: 40 })).toBeUndefined();
  });
});

test('[R30] an inject is a task that the clock does, and others may need it', () => {
  const built = build({
    incidents: [incident('storm', [act('goal', { needs: ['call'] })])],
    injects: [inject('call', HOUR)],
  });
  expect(
    play(built)
      .all('TaskBegan')
      .map(({ task, at }) => [task, at]),
  ).toEqual([['goal', HOUR]]);
});

import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { applyPolicy, durationKeys } from '../../../src/core/model/apply-policy.ts';
import type { Coalition } from '../../../src/core/model/coalition.ts';
import { coalitionSchema } from '../../../src/core/model/coalition.ts';
import type { Change, Policy } from '../../../src/core/model/policy.ts';
import { durationSchema } from '../../../src/core/model/quantities.ts';
import { tinyDefinition } from '../../support/tiny-library.ts';

const { coalition, policy: nothing } = tinyDefinition();

type Bare = Omit<Change, 'source' | 'confidence'>;

function policyOf(...changes: readonly Bare[]): Policy {
  const lever = {
    id: 'lever',
    title: 'Lever',
    owner: '',
    leadTime: '',
    cost: '',
    harm: '',
    expected: '',
    source: 'estimate',
  };
  const sourced = changes.map((change) => ({ ...change, source: 'letter', confidence: 'low' as const }));
  return { ...nothing, levers: [{ ...lever, changes: sourced }] };
}

function changedBy(...changes: readonly Bare[]): Coalition {
  const applied = applyPolicy(coalition, policyOf(...changes));
  expect(applied.unmatched).toEqual([]);
  return applied.coalition;
}

const pairOf = ({ pairs }: Coalition, from: string) => pairs.find((pair) => pair.from === from);
const organisationOf = ({ organisations }: Coalition, id: string) => organisations.find((one) => one.id === id);

describe('a change sets', () => {
  it('a number, which then comes from the change', () => {
    const { pairs } = changedBy({ at: 'pairs/to=france/frontDoor/misroute/perMille', set: 250 });
    expect(pairs.map(({ frontDoor }) => frontDoor.misroute)).toEqual([
      { perMille: 0, source: 'handbook', confidence: 'medium' },
      { perMille: 250, source: 'letter', confidence: 'low' },
    ]);
  });

  it('a whole number with its source, whose source is the change where it names none', () => {
    const at = 'pairs/from=us&to=france/release/review';
    expect(pairOf(changedBy({ at, set: { exactly: '1h' } }), 'us')?.release.review).toEqual({
      exactly: 3600,
      source: 'letter',
      confidence: 'low',
    });
    const own = { low: '1m', mode: 120, high: '3m', source: 'handbook', confidence: 'high' };
    expect(pairOf(changedBy({ at, set: own }), 'us')?.release.review).toEqual({ ...own, low: 60, high: 180 });
  });

  it('every place that a star stands for', () => {
    const { organisations } = changedBy({ at: 'organisations/*/desks/*/hours/*/people', set: 4 });
    const hours = organisations.flatMap(({ desks }) => desks.flatMap((desk) => desk.hours));
    expect(hours.every(({ people, source }) => people === 4 && source === 'letter')).toBe(true);
  });

  it('what was not there before, as long as what holds it was', () => {
    const onCall = { atLeast: 'flash', callIn: '30m' };
    const changed = changedBy({ at: 'organisations/id=french-operations/desks/role=front-door/onCall', set: onCall });
    const door = organisationOf(changed, 'french-operations')?.desks.find(({ role }) => role === 'front-door');
    expect(door?.onCall).toEqual({ atLeast: 'flash', callIn: 1800, source: 'letter', confidence: 'low' });
  });

  it('words, and the cell they stand in comes from the change, with its reason instead of the old one', () => {
    const { matrix } = changedBy({
      at: 'matrix/nation=france&area=domain-awareness/level',
      set: 'integrate',
      basis: 'a treaty',
    });
    expect(matrix).toEqual([
      {
        nation: 'france',
        area: 'domain-awareness',
        level: 'integrate',
        source: 'letter',
        confidence: 'low',
        basis: 'a treaty',
      },
    ]);
  });

  it('a word that has no source of its own, and leaves the sources around it alone', () => {
    const changed = changedBy({ at: 'pairs/from=us/carriage/path', set: 'automated' });
    expect(pairOf(changed, 'us')?.carriage).toEqual({ ...pairOf(coalition, 'us')?.carriage, path: 'automated' });
  });
});

describe('a change scales', () => {
  it('a duration, half up to whole seconds', () => {
    const odd = changedBy(
      { at: 'pairs/from=us/release/speak/exactly', set: 45 },
      { at: 'pairs/from=us/release/speak/exactly', scale: 500 },
    );
    expect(pairOf(odd, 'us')?.release.speak.source).toBe('letter');
    expect(pairOf(odd, 'us')?.release.speak).toMatchObject({ exactly: 23 });
  });

  it('all durations and shares under a place, shares to certainty at most, and nothing else', () => {
    const { frontDoor, release } = pairOf(changedBy({ at: 'pairs/from=us/*', scale: 3000 }), 'us') ?? {};
    expect(frontDoor?.seek).toMatchObject({ exactly: 900, source: 'letter' });
    expect(release?.flawed).toMatchObject({ perMille: 1000, source: 'letter' });
    const west = organisationOf(changedBy({ at: 'organisations/id=us-operations', scale: 2000 }), 'us-operations');
    const before = organisationOf(coalition, 'us-operations');
    expect(west).toMatchObject({ latitude: before?.latitude, longitude: before?.longitude });
    expect(west?.desks.map(({ hours }) => hours)).toEqual(before?.desks.map(({ hours }) => hours));
    expect(west?.desks.find(({ background }) => background.length > 0)?.background).toMatchObject([
      { every: { exactly: 14_400 }, takes: { exactly: 2400 }, backlog: 1 },
    ]);
  });

  it('to nothing', () => {
    expect(pairOf(changedBy({ at: 'pairs/*/carriage/rekey', scale: 0 }), 'us')?.carriage.rekey).toMatchObject({
      exactly: 0,
    });
  });

  it('what earlier changes have left', () => {
    const at = 'pairs/from=us/carriage/rekey';
    expect(pairOf(changedBy({ at, scale: 500 }, { at, scale: 500 }), 'us')?.carriage.rekey).toMatchObject({
      exactly: 225,
    });
  });
});

describe('a change adds', () => {
  it('to a list, at its end', () => {
    const { delegations } = changedBy({ at: 'delegations/by=us&to=france/kinds', add: ['track', 'plan'] });
    expect(delegations.map(({ kinds }) => kinds)).toEqual([['detection', 'warning', 'track', 'plan']]);
  });

  it('entries whose durations are written out', () => {
    const background = { urgency: 'flash', every: { exactly: '3h' }, takes: { exactly: '5m' }, backlog: 0 };
    const changed = changedBy({
      at: 'organisations/id=us-capital/desks/role=disclosure/background',
      add: [background],
    });
    expect(organisationOf(changed, 'us-capital')?.desks.find(({ role }) => role === 'disclosure')?.background).toEqual([
      {
        urgency: 'flash',
        every: { exactly: 10_800, source: 'letter', confidence: 'low' },
        takes: { exactly: 300, source: 'letter', confidence: 'low' },
        backlog: 0,
      },
    ]);
  });
});

describe('a change that finds no place', () => {
  it.each([
    [{ at: 'pairs/from=us&to=japan/carriage/path', set: 'none' }],
    [{ at: 'pairs/name=x/carriage/path', set: 'none' }],
    [{ at: 'pairs/carriage/path', set: 'none' }],
    [{ at: 'weather/today', set: 'fine' }],
    [{ at: 'nations/*/name', scale: 500 }],
    [{ at: 'delegations/by=us/source', add: ['x'] }],
    [{ at: 'delegations/by=us/kinds/*/x', set: 1 }],
    [{ at: '', set: 1 }],
  ])('is told, and changes nothing: %j', (change) => {
    const applied = applyPolicy(coalition, policyOf({ at: 'lead', set: 'us' }, change));
    expect(applied.unmatched).toEqual([{ lever: 'lever', change: 1 }]);
    expect(applied.coalition).toEqual(coalition);
  });
});

describe('a policy', () => {
  it('never changes what it is given', () => {
    const given = structuredClone(coalition);
    const { policy } = tinyDefinition('reform');
    applyPolicy(given, policy);
    applyPolicy(given, nothing);
    expect(given).toEqual(coalition);
    expect(Object.isFrozen(given) || Object.isFrozen(given.pairs)).toBe(false);
  });

  it('without levers leaves everything as it is', () => {
    expect(applyPolicy(coalition, nothing)).toEqual({ coalition, unmatched: [] });
  });

  it('with several levers applies them all', () => {
    const { coalition: reformed } = applyPolicy(coalition, tinyDefinition('reform').policy);
    expect(reformed.delegations[0]?.kinds).toContain('track');
    expect(pairOf(reformed, 'us')?.carriage).toMatchObject({
      path: 'reviewed',
      rekey: { exactly: 450, source: 'estimate' },
    });
    expect(organisationOf(reformed, 'us-capital')?.desks.find(({ role }) => role === 'disclosure')?.hours).toHaveLength(
      2,
    );
  });
});

describe('the keys of durations', () => {
  function* keysOfDurations(schema: z.core.$ZodType, key: string): Generator<string> {
    const { def } = (schema as z.core.$ZodTypes)._zod;
    if (schema === durationSchema) yield key;
    else if (def.type === 'object')
      for (const [name, inner] of Object.entries(def.shape)) yield* keysOfDurations(inner, name);
    else if (def.type === 'array') yield* keysOfDurations(def.element, '');
    else if (def.type === 'union') for (const option of def.options) yield* keysOfDurations(option, key);
    else if (def.type === 'optional' || def.type === 'default') yield* keysOfDurations(def.innerType, key);
  }

  it('are those that the schema of the coalition has', () => {
    expect([...durationKeys].sort()).toEqual([...new Set(keysOfDurations(coalitionSchema, ''))].sort());
  });
});

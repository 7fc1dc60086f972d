/** A built definition with something of everything, and the digest of a run of it: the same in Node and in every browser. No Node in here. */
import { compile, replay } from '../../src/core/engine/index.ts';
import type { Definition } from '../../src/core/model/scenario.ts';
import { linkFacts } from '../../src/files/record.ts';
import { act, between, build, decide, HOUR, hand, incident, MIN, organisation, pair, sense, share } from './build.ts';

const estimate = { source: 'estimate', confidence: 'low' } as const;
const busy = {
  urgency: 'priority',
  every: between(5 * MIN, 40 * MIN, 3 * HOUR),
  takes: between(MIN, 15 * MIN, HOUR),
  backlog: 5,
} as const;

function office(id: string, nation: string) {
  const whole = organisation(id, nation);
  const hours = [{ days: 'mon-fri' as const, from: '0800', until: '1700', people: 2, ...estimate }];
  const onCall = { atLeast: 'immediate' as const, callIn: 45 * MIN, ...estimate };
  const desks = whole.desks.map((desk) => ({ ...desk, hours, atClose: 'hold' as const, onCall, background: [busy] }));
  return { ...whole, zone: 'paris', desks };
}

const slow = (from: string, to: string) =>
  pair(from, to, {
    frontDoor: {
      seek: between(MIN, 9 * MIN, HOUR),
      knock: between(0, 31, 7001),
      misroute: share(280),
      dispute: share(210),
      nobody: share(333),
    },
    release: {
      review: between(3, 1000, 10_007),
      flawed: share(290),
      needsTearLine: share(170),
      exceptionRefused: share(410),
      mark: { p0: 1, p10: 17, p50: 301, p90: 999, p100: 5003, ...estimate },
    },
    carriage: { path: 'manual', send: between(1, 2, 3), garbled: share(350), rekey: between(MIN, 20 * MIN, 2 * HOUR) },
  });

export function goldenDefinition(): Definition {
  const changeover = { week: 'last', weekday: 'sun', at: '0100', reckonedIn: 'utc' } as const;
  const options = ['yes', 'no'].map((id) => ({
    id,
    says: `Say ${id}`,
    planning: 'hours',
    needs: id === 'yes' ? ['there'] : [],
  }));
  const response = (name: string, urgency: 'immediate' | 'routine') => [
    sense(`${name}-see`, { gives: 'track', milestone: 'noticed' }),
    hand(`${name}-there`, { needs: [`${name}-see`], urgency, tells: ['us-seat'] }),
    hand(`${name}-back`, { needs: [`${name}-see`], from: 'fr-ops', to: 'us-ops', form: 'tear-line', urgency }),
    decide(`${name}-ask`, {
      needs: [`${name}-see`],
      options: options.map((one) => ({ ...one, needs: one.needs.map((need) => `${name}-${need}`) })),
      answerWithin: 9 * HOUR,
    }),
    act(`${name}-goal`, {
      needs: [`${name}-ask`, { any: [`${name}-there`, `${name}-back`, `${name}-there=denied`] }],
      takes: between(MIN, HOUR, 9 * HOUR),
      urgency,
    }),
  ];
  return build({
    incidents: [
      incident('storm', response('storm', 'immediate'), { horizon: 60 * HOUR, awareness: { fr: ['storm-there'] } }),
      incident('visit', response('visit', 'routine'), { begins: 5 * HOUR, horizon: 70 * HOUR }),
    ],
    windows: [{ sensor: 'eye', object: 'thing', from: 90 * MIN, until: 70 * HOUR }],
    coalition: {
      zones: [
        { id: 'utc', standardMinutes: 0, source: 'estimate' },
        {
          id: 'paris',
          standardMinutes: 60,
          daylight: { minutes: 120, from: { ...changeover, month: 3 }, until: { ...changeover, month: 10 } },
          source: 'estimate',
        },
      ],
      organisations: [office('fr-ops', 'fr'), office('us-ops', 'us'), office('us-policy', 'us')],
      pairs: [slow('us', 'fr'), slow('fr', 'us')],
      matrix: [],
    },
    scenario: { startsAt: '2023-10-27T09:00:00Z', lasts: 96 * HOUR },
  });
}

/** Seeds under which the golden definition is run. */
export const goldenSeeds: readonly string[] = Array.from({ length: 12 }, (_, n) => `golden-${n}`);

/** The head of the chain over the facts of whole runs, by seed; stand-ins hold every seat. */
export function goldenDigests(definition: Definition = goldenDefinition()): Record<string, string> {
  const plan = compile(definition);
  const digest = (seed: string) => linkFacts('', replay(plan, { seed, held: [], standIn: 'by-the-book' }, []).facts);
  return Object.fromEntries(goldenSeeds.map((seed) => [seed, digest(seed)]));
}

/** Told when the digests differ: what to do about it. */
export const GOLDEN_ADVICE =
  'runs have other facts than before: if that is meant, SAYDO_GOLDEN=write npx vitest run --project node tests/laws/golden.test.ts';

/** What nations do with and to each other, for tests: how they decide, come to one line, promise and trust. Every number in sight. */
import type { Coalition, Nation, TrustRules } from '../../src/core/model/coalition.ts';
import type { Incident } from '../../src/core/model/incident.ts';
import type { Inject, Scenario } from '../../src/core/model/scenario.ts';
import type { AlignTask, ConsentTask, DecideTask } from '../../src/core/model/task.ts';
import { coalition, exactly, MIN, organisation, pair, share } from './build.ts';

const estimate = { source: 'estimate', confidence: 'low' } as const;
type Numbers = NonNullable<Nation['decision']>;
type Staff = NonNullable<Nation['coordination']>;

/** Assessing takes 10 minutes, the lawyers 20, deciding 30, the capital 40; the answer is yes. */
export const deciding = (over: Partial<Numbers> = {}): Numbers => ({
  assess: exactly(10 * MIN),
  legal: exactly(20 * MIN),
  decide: exactly(30 * MIN),
  refer: exactly(40 * MIN),
  referred: share(0),
  legalAsked: share(0),
  unlawful: share(0),
  caveated: share(0),
  declined: share(0),
  ...over,
});

/** Convening takes 5 minutes, aligning 10, mending 20; nobody splits. */
export const aligning = (over: Partial<Staff> = {}): Staff => ({
  convene: exactly(5 * MIN),
  align: exactly(10 * MIN),
  mend: exactly(20 * MIN),
  splits: share(0),
  splitsUnlessAgreed: share(0),
  broken: share(0),
  ...over,
});

const names = ['au', 'fr', 'uk', 'us'] as const;
type Ally = (typeof names)[number];

/** Four nations, `us` in the lead; each has operations and a capital, and ways of deciding and aligning. All pairs, inside nations too. */
export function allies(
  own: Partial<Record<Ally, Partial<Nation>>> = {},
  over: Partial<Coalition> = {},
): Partial<Coalition> {
  const nations = names.map((id) => ({
    id,
    name: `Nation ${id}`,
    code: id.toUpperCase().padEnd(3, 'X'),
    exceptionsAt: id === 'us' ? 'us-policy' : `${id}-ops`,
    capital: id === 'us' ? 'us-policy' : `${id}-capital`,
    decision: deciding(),
    coordination: aligning(),
    source: 'estimate',
    ...own[id],
  }));
  const [first] = coalition().sensors;
  return {
    nations,
    organisations: [
      ...names.map((id) => organisation(`${id}-ops`, id)),
      ...names.map((id) => organisation(id === 'us' ? 'us-policy' : `${id}-capital`, id)),
    ],
    sensors: names.map((id) => ({
      ...(first as NonNullable<typeof first>),
      id: `${id}-eye`,
      nation: id,
      operator: `${id}-ops`,
    })),
    pairs: names.flatMap((from) => names.map((to) => pair(from, to))),
    delegations: names.flatMap((by) =>
      names.filter((to) => to !== by).map((to) => ({ by, to, kinds: ['track'], tearLineOnly: false, ...estimate })),
    ) as Coalition['delegations'],
    matrix: names
      .filter((id) => id !== 'us')
      .map((nation) => ({ nation, area: 'domain-awareness', level: 'share', ...estimate })),
    ...over,
  };
}

/** A seat for each of the four, with all that is its nation's. */
export const seats: Scenario['seats'] = names.map((id) => ({
  id: `${id}-seat`,
  title: `Seat ${id}`,
  nation: id,
  organisations: [`${id}-ops`, id === 'us' ? 'us-policy' : `${id}-capital`],
  brief: `You are ${id}.`,
}));

const level = (trust: number) => ({ trust, ...estimate });
const points = (moved: number) => ({ points: moved, ...estimate });
type Move = keyof TrustRules['moves'];
const plainMoves: Readonly<Record<Move, number>> = {
  kept: 40,
  broken: -120,
  dropped: -30,
  'told-late': -60,
  bypassed: -80,
  'heard-from-the-press': -50,
  'source-exposed': -200,
  'third-party-breach': -150,
};

/** Without trust work takes twice as long, with full trust half: at 666 it plays no part. Bands at 750, 500 and 250. */
export const trusting = (
  starts: readonly (readonly [of: string, by: string, trust: number])[] = [],
  over: { moves?: Partial<Record<Move, number>>; stretch?: readonly [number, number] } = {},
): TrustRules => {
  const moves = Object.entries({ ...plainMoves, ...over.moves }).map(([move, moved]) => [move, points(moved)]);
  const [atNone, atFull] = over.stretch ?? [2000, 500];
  return {
    starts: starts.map(([of, by, trust]) => ({ of, in: by, ...level(trust) })),
    moves: Object.fromEntries(moves) as TrustRules['moves'],
    bands: { high: level(750), fair: level(500), low: level(250) },
    stretch: { atNone, atFull, ...estimate },
  };
};

const bare = { needs: [], tells: [], reveals: [] };
export const consent = (id: string, over: Partial<ConsentTask> = {}): ConsentTask => ({
  ...bare,
  id,
  title: `Ask ${id}`,
  task: 'consent',
  at: 'fr-ops',
  question: 'within',
  urgency: 'priority',
  authorities: {},
  ...over,
});
export const align = (id: string, over: Partial<AlignTask> = {}): AlignTask => ({
  ...bare,
  id,
  title: `Align ${id}`,
  task: 'align',
  at: 'us-ops',
  with: ['fr-ops'],
  urgency: 'priority',
  ...over,
});

type Option = DecideTask['options'][number];
export const option = (id: string, over: Partial<Option> = {}): Option => ({
  id,
  says: `Say ${id}`,
  planning: 'soon',
  needs: [],
  ...over,
});
type Promised = NonNullable<Option['promises']>[number];
export const promise = (id: string, that: string, within: number, over: Partial<Promised> = {}): Promised => ({
  id,
  to: 'fr',
  says: `You will have ${id}`,
  that,
  within,
  ...over,
});

type Branch = NonNullable<Incident['branches']>[number];
export const branch = (id: string, perMille: number, over: Partial<Branch> = {}): Branch => ({
  id,
  says: `It goes the way of ${id}.`,
  hostile: false,
  starts: share(perMille),
  ...over,
});

export const ladder = (
  moves: readonly (readonly [when: string, by: number])[],
  starts = 'calm',
): NonNullable<Scenario['ladder']> => ({
  rungs: ['quiet', 'calm', 'tense', 'hot'].map((id) => ({ id, says: `It is ${id}` })),
  starts,
  moves: moves.map(([when, by]) => ({ when, by, says: `Moved by ${when}` })),
  ...estimate,
});

export const inject = (id: string, at: number, over: Partial<Inject> = {}): Inject => ({
  id,
  at,
  to: ['us-seat'],
  from: 'A ministry',
  method: 'message',
  text: 'Something has happened.',
  expected: 'Somebody acts.',
  objective: 'learn',
  ...over,
});

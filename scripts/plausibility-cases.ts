/** Single handovers, consents and common lines as tiny exercises on the coalition as shipped: what docs/model/plausibility.md believes about. */
import type { Coalition } from '../src/core/model/coalition.ts';
import type { Incident } from '../src/core/model/incident.ts';
import type { Product } from '../src/core/model/product.ts';
import type { Definition, Scenario } from '../src/core/model/scenario.ts';
import type { ShareTask, Task } from '../src/core/model/task.ts';

export const hours = [
  { name: 'Tue 1500Z', startsAt: '2023-10-10T11:00:00Z' },
  { name: 'Wed 0300Z', startsAt: '2023-10-10T23:00:00Z' },
  { name: 'Sat 1500Z', startsAt: '2023-10-14T11:00:00Z' },
  { name: 'Sun 0600Z', startsAt: '2023-10-15T02:00:00Z' },
] as const;

/** Desks have been at work for so long when the case begins. */
const WARM_UP = 4 * 3600;

/** One belief is about one case for each of its nations. */
export interface Case {
  readonly belief: string;
  readonly name: string;
  readonly lasts: number;
  readonly product?: Product;
  readonly tasks: readonly [Task, ...Task[]];
}

const centres = { uk: 'nspoc', ca: 'canspoc', au: 'ausspoc', fr: 'cosmos', de: 'wrlz', jp: 'sog' } as const;
type Ally = keyof typeof centres;
const allies = Object.keys(centres) as Ally[];
const tierOf = (ally: Ally): string => ({ uk: 'T1', ca: 'T1', au: 'T1', fr: 'T2', de: 'T2', jp: 'T3' })[ally];

const DAY = 24 * 3600;
const shared = { title: 'The case', needs: [], tells: [], reveals: [] };

type Marking = Product['marking'];
const secret = (kind: Product['kind'], owner: string): Product => ({
  id: 'product',
  title: 'The product',
  kind,
  quality: 3,
  owner,
  marking: { classification: 'SECRET', releasableTo: [], controls: [] },
});
const originators = (classification: Marking['classification']): Product => {
  const controls: Marking['controls'] = ['originator-controlled', 'intelligence-derived'];
  return { ...secret('characterisation', 'ic-originator'), marking: { classification, releasableTo: [], controls } };
};
const notice: Product = {
  ...secret('warning', 'jco'),
  marking: { classification: 'UNCLASSIFIED', releasableTo: [...allies], controls: [] },
};

type Way = Pick<ShareTask, 'from' | 'to'> & Partial<Pick<ShareTask, 'form' | 'urgency'>>;
const share = (way: Way): ShareTask => ({
  ...shared,
  id: 'case',
  task: 'share',
  product: 'product',
  form: 'full',
  urgency: 'immediate',
  authorities: {},
  ...way,
});

/** A call is done when it was understood; no mention of a handover in so many words means that. */
const understood: Task = {
  ...shared,
  id: 'understood',
  task: 'act',
  at: 's4s',
  desk: 'none',
  needs: ['case=spoken'],
  takes: { exactly: 0, source: 'estimate', confidence: 'low' },
  urgency: 'immediate',
};

function outbound(ally: Ally): Case[] {
  const to = centres[ally];
  const tier = tierOf(ally);
  const floor = { from: 's4s', to };
  const row = (name: string, product: Product, tasks: Case['tasks'], lasts = 3 * DAY): Case => ({
    belief: `${name} ${tier}`,
    name: `${name}, us to ${ally}`,
    lasts,
    product,
    tasks,
  });
  const uncovered = secret(tier === 'T1' ? 'plan' : 'characterisation', 's4s');
  const track = row('track', secret('track', 's4s'), [share(floor)], 2 * DAY);
  return [
    row('warning', secret('warning', 's4s'), [share({ ...floor, form: 'tear-line' })], 2 * DAY),
    ...(tier === 'T1' ? [track] : [{ ...track, belief: '', tasks: [share({ ...floor, form: 'tear-line' })] as const }]),
    row('exception', uncovered, [share(floor)], 2 * DAY),
    // Nothing carries TOP SECRET beyond T1 (R83).
    row('two keys', originators('SECRET'), [share(floor)], 2 * DAY),
    row('notice', notice, [share({ from: 'jco', to })]),
    row('call', secret('track', 's4s'), [share({ ...floor, form: 'oral' }), understood], DAY),
  ];
}

function inbound(ally: Ally): Case {
  const from = centres[ally];
  const tasks = [share({ from, to: 's4s' })] as const;
  const belief = `track ${ally.toUpperCase()}`;
  return { belief, name: `track, ${ally} to us`, lasts: 2 * DAY, product: secret('track', from), tasks };
}

const ownHouse: readonly Case[] = [
  {
    belief: 'own house US',
    name: 'own house',
    lasts: DAY,
    product: secret('track', 'usspacecom'),
    tasks: [share({ from: 'usspacecom', to: 's4s' })],
  },
  {
    belief: "own house, originator's US",
    name: "own house, originator's",
    lasts: DAY,
    product: originators('TOP SECRET'),
    tasks: [share({ from: 's4s', to: 'usspacecom' })],
  },
];

function consents(ally: Ally): Case[] {
  const ask = (name: string, question: 'within' | 'capital', lasts: number): Case => ({
    belief: `${name} ${ally.toUpperCase()}`,
    name: `${name}, ${ally}`,
    lasts,
    tasks: [
      { ...shared, id: 'case', task: 'consent', at: centres[ally], question, urgency: 'immediate', authorities: {} },
    ],
  });
  return [ask('within authority', 'within', 2 * DAY), ask('capital', 'capital', 4 * DAY)];
}

const line = (name: string, partners: readonly string[]): Case => ({
  belief: `${name} all`,
  name,
  lasts: 2 * DAY,
  tasks: [{ ...shared, id: 'case', task: 'align', at: 'usspacecom', with: [...partners], urgency: 'immediate' }],
});

export const cases: readonly Case[] = [
  ...allies.flatMap(outbound),
  ...allies.map(inbound),
  ...ownHouse,
  ...allies.flatMap(consents),
  line('three of T1', ['nspoc', 'canspoc', 'ausspoc']),
  line('four staffs', ['nspoc', 'ausspoc', 'cosmos', 'sog']),
];

/** Desks of nations that have no part in a case change nothing in it (law 4), so they are left at home. */
function involved(coalition: Coalition, { tasks }: Case): Coalition {
  const named = JSON.stringify(tasks);
  const present = coalition.organisations.filter(({ id }) => named.includes(`"${id}"`)).map(({ nation }) => nation);
  const nations = new Set([...present, 'us']);
  // Trust plays no part in what is believed.
  const { trust: _trust, ...rest } = coalition;
  return { ...rest, organisations: coalition.organisations.filter(({ nation }) => nations.has(nation)) };
}

/** One case at one hour of the week. */
export function definitionFor(coalition: Coalition, one: Case, startsAt: string): Definition {
  const incident = {
    id: 'case-at-hand',
    kind: 'unexplained-approach',
    area: 'domain-awareness',
    begins: WARM_UP,
    window: { closes: one.lasts, because: 'The case is over.', source: 'estimate', confidence: 'low' },
    horizon: one.lasts,
    goal: (one.tasks.at(-1) as Task).id,
    awareness: {},
    response: [...one.tasks],
  };
  const scenario = {
    id: 'plausibility',
    startsAt,
    lasts: WARM_UP + one.lasts,
    seats: [],
    satellites: [],
    products: one.product === undefined ? [] : [one.product],
    injects: [],
    incidents: [incident as unknown as Incident],
  };
  return {
    scenario: scenario as unknown as Scenario,
    access: { scenario: 'plausibility', madeBy: 'scripts/plausibility.ts', windows: [] },
    coalition: involved(coalition, one),
    policy: {
      id: 'none',
      title: 'No policy',
      summary: 'Nobody has pulled a lever.',
      arrangement: coalition.arrangement,
      levers: [],
    },
  };
}

/** What a measure is about, and which way a side would have it. */
import type { Plan } from '../core/engine/index.ts';
import type { Decision } from './tables.ts';

/**
 * `own`: the decision's incident. `elsewhere`: another's. `effort`: work, and what it is charged to; it counts for nothing unless something else
 * changes with it.
 */
export const subjects = ['own', 'elsewhere', 'trust', 'promises', 'escalation', 'harms', 'effort'] as const;
export type Subject = (typeof subjects)[number];

const promises = ['promises-made', 'promises-kept', 'say-do-index'];
const harms = [
  'sources-exposed',
  'third-party-breaches',
  'attributions-right',
  'attributions-wrong',
  'needless-acts',
  'service-hours-lost',
];
const ofIncidents = [
  'restricted',
  'done',
  'window',
  'depth',
  'custody-alone',
  'custody',
  'service-hours-lost',
  'attributed',
  'aware',
  'decided',
];

/** The subject of each measure, as a decision of that incident sees it. */
export function subjectsFor({ measures }: Plan, incident: string): Subject[] {
  return measures.map((measure) => {
    const [name = '', about] = measure.split('.');
    if (about !== undefined && ofIncidents.includes(name)) return about === incident ? 'own' : 'elsewhere';
    if (name === 'trust' && about !== undefined) return 'trust';
    if (promises.includes(measure)) return 'promises';
    if (measure === 'escalation') return 'escalation';
    return harms.includes(measure) ? 'harms' : 'effort';
  });
}

/** A measure that a side has an opinion on. */
export interface Judged {
  readonly name: string;
  /** Higher is better for the side that is asked. */
  readonly worth: (row: Float64Array) => number;
}

type Wish = readonly [measure: string, better: 'more' | 'less'];

/** The coalition's wishes for its answer to an incident; red's are the reverse, but for escalation and what is only the coalition's cost. */
const shared: readonly Wish[] = [
  ['window.*', 'more'],
  ['windows-met', 'more'],
  ['restricted.*', 'less'],
  ['aware.*.', 'less'],
  ['attributed.*', 'less'],
  ['custody.*', 'more'],
  ['say-do-index', 'more'],
  ['trust.', 'more'],
  ['needless-acts', 'less'],
  ['attributions-wrong', 'less'],
  ['attributions-right', 'more'],
  ['service-hours-lost', 'less'],
];
const coalitionOnly: readonly Wish[] = [
  ['sources-exposed', 'less'],
  ['third-party-breaches', 'less'],
  ['escalation', 'less'],
  ['desk-seconds', 'less'],
];

/** `*` stands for the incident; what ends in a point is the beginning of several names. */
const isMeant = (wish: string, measure: string): boolean =>
  wish.endsWith('.') ? measure.startsWith(wish) : measure === wish;

/** What the side that a seat is on looks at when it judges the options of a decision. */
export function judgedBy(plan: Plan, { seat, incident }: Decision): Judged[] {
  const nation = plan.definition.scenario.seats.find(({ id }) => id === seat)?.nation;
  const isRed = plan.coalition.nations.find(({ id }) => id === nation)?.adversary === true;
  const wishes = isRed ? shared : [...shared, ...coalitionOnly];
  const judged = wishes.flatMap(([wish, better]) =>
    plan.measures.flatMap((name, at) => {
      if (!isMeant(wish.replace('*', incident), name)) return [];
      const sign = (better === 'more') === isRed ? -1 : 1;
      return [{ name, worth: (row: Float64Array) => sign * (row[at] as number) }];
    }),
  );
  return isRed ? [...judged, shortOfTheTop(plan)] : judged;
}

/** Red will have it tense, and no more than that. */
function shortOfTheTop({ measures, ladder }: Plan): Judged {
  const at = measures.indexOf('escalation');
  const top = ladder.rungs.length - 1;
  return { name: 'escalation below the top', worth: (row) => ((row[at] as number) < top ? 1 : 0) };
}

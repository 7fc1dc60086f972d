/** Tasks nobody would write, for the laws: of every kind, with everything that may hang on them. */

import { classifications } from '../../src/core/model/classifications.ts';
import type { Need } from '../../src/core/model/need.ts';
import type { Product } from '../../src/core/model/product.ts';
import type { Inject } from '../../src/core/model/scenario.ts';
import type { DecideTask, Task, WorkTask } from '../../src/core/model/task.ts';
import { urgencies } from '../../src/core/model/urgency.ts';
import { act, decide, exactly, hand, MIN, sense } from './build.ts';
import { align, consent } from './dealings.ts';
import { estimate, everywhere, moments, nations, sensorIds } from './generate-nations.ts';
import type { Tape } from './tape.ts';

export const productIds = ['track', 'warning', 'secret'] as const;

export const someProducts = (tape: Tape): Product[] =>
  productIds.map((id) => ({
    id,
    title: `Product ${id}`,
    kind: id === 'secret' ? 'finding' : id,
    quality: 3,
    owner: tape.one(everywhere),
    marking: {
      classification: tape.one(['SECRET', ...classifications]),
      releasableTo: tape.once(4) ? [tape.one(nations)] : [],
      controls: tape.once(3)
        ? [tape.one(['originator-controlled', 'intelligence-derived', 'intelligence-derived', 'special-access'])]
        : [],
    },
  }));

/** A way in which a task may end that a need can name. */
export function someLiteral(tape: Tape, task: Task | Inject): string {
  if (!('task' in task)) return task.id;
  if (task.task === 'share' && task.form === 'oral')
    return `${task.id}=${tape.one(['spoken', 'spoken', 'denied', 'failed'])}`;
  const others = otherEnds(task);
  return others.length > 0 && tape.once(task.task === 'decide' ? 2 : 5) ? `${task.id}=${tape.one(others)}` : task.id;
}

function otherEnds(task: Task): readonly string[] {
  if (task.task === 'decide') return task.options.map(({ id }) => id);
  if (task.task === 'share') return ['denied', 'failed', 'tear-line', 'delivered', 'withheld'];
  if (task.task === 'consent') return ['consented', 'caveated', 'declined'];
  if (task.task === 'align') return ['agreed', 'apart'];
  return 'finds' in task && task.finds !== undefined ? task.finds.ends.map(({ outcome }) => outcome) : [];
}

export function someNeed(tape: Tape, earlier: readonly (Task | Inject)[]): Need {
  const literal = () => someLiteral(tape, tape.one(earlier));
  const kind = tape.upTo(5);
  if (kind === 4) return { any: [literal(), literal(), literal()] };
  const of = [...new Map(earlier.slice(-4).map((task) => [task.id, someLiteral(tape, task)])).values()];
  if (kind === 5 && of.length > 1) return { atLeast: 1 + tape.upTo(of.length - 1), of };
  return literal();
}

export interface TaskPlace {
  readonly earlier: readonly (Task | Inject)[];
  readonly object: string;
  /** Branches of the incident. */
  readonly branches: readonly string[];
}

function needsFrom(tape: Tape, earlier: readonly (Task | Inject)[]): Need[] {
  if (earlier.length === 0 || tape.once(4)) return [];
  const last = earlier.at(-1) as Task | Inject;
  const first = tape.once(2) ? someNeed(tape, earlier) : someLiteral(tape, last);
  return tape.once(3) ? [first, someNeed(tape, earlier)] : [first];
}

const optionIds = ['yes', 'no', 'wait'] as const;
type Option = DecideTask['options'][number];

/** What a choice brings about beside what hangs on it. Of promises, any that an earlier choice could have made may be taken back. */
function someEffects(tape: Tape, id: string, option: string, { earlier, branches }: TaskPlace): Partial<Option> {
  const made = earlier.flatMap((task) =>
    'task' in task && task.task === 'decide' ? task.options.flatMap((one) => one.promises ?? []) : [],
  );
  const that = earlier.length === 0 ? id : someLiteral(tape, tape.one(earlier.slice(-3)));
  const word: Word = {
    id: `${id}-${option}-word`,
    to: tape.one(nations),
    says: `The word of ${id}`,
    that,
    within: tape.upTo(200) * MIN,
  };
  return {
    ...(branches.length > 0 && tape.once(2) ? { branch: tape.one(branches) } : {}),
    ...(tape.once(2) ? { promises: [word] } : {}),
    ...(made.length > 0 && tape.once(2) ? { drops: [tape.one(made).id] } : {}),
    ...(tape.once(3) ? { bypasses: [tape.one(nations)] } : {}),
  };
}
type Word = NonNullable<Option['promises']>[number];

function someOption(tape: Tape, id: string, option: string, place: TaskPlace): Option {
  const asks = option !== 'no' && place.earlier.length > 0 && tape.once(2);
  return {
    id: option,
    says: `Say ${option} to ${id}`,
    planning: 'hours',
    needs: asks ? [someNeed(tape, place.earlier)] : [],
    ...(tape.once(3) ? { lean: tape.one(['forward', 'cautious'] as const) } : {}),
    ...(tape.once(6) ? { under: [tape.one(['lever', 'no-lever'])] } : {}),
    ...(tape.once(3) ? someEffects(tape, id, option, place) : {}),
  };
}

function someRule(tape: Tape, { earlier }: TaskPlace): DecideTask['byTheBook'][number] {
  return {
    holds: tape.once(3) ? [tape.one(productIds)] : [],
    choose: tape.one(optionIds),
    ...(earlier.length > 0 && tape.once(3) ? { knows: [someLiteral(tape, tape.one(earlier))] } : {}),
    ...(tape.once(3) ? { waits: tape.upTo(120) * MIN } : {}),
  };
}

export const seatIds = ['us-seat', 'fr-seat', 'uk-seat', 'xx-seat'] as const;

function someDecision(tape: Tape, id: string, place: TaskPlace): Task {
  const answerWithin = (10 + tape.upTo(240)) * MIN;
  return decide(id, {
    seat: tape.one(seatIds),
    options: optionIds.map((option) => someOption(tape, id, option, place)),
    default: 'no',
    byTheBook: [someRule(tape, place), { ...someRule(tape, place), holds: [] }],
    staffTime: Math.min(answerWithin, tape.upTo(40) * MIN),
    answerWithin,
  });
}

/** A decision that gives a verdict on what another task's staff has weighed. */
const verdictOn = (tape: Tape, id: string, answers: readonly string[], seat: string): Task =>
  decide(id, {
    seat,
    options: answers.map((option) => ({ id: option, says: `It is ${option}`, planning: 'hours', needs: [] })),
    default: answers.at(-1) as string,
    byTheBook: [{ holds: [], choose: tape.one(answers) }],
    staffTime: tape.upTo(30) * MIN,
    answerWithin: (30 + tape.upTo(120)) * MIN,
  });

/** A nation asked; sometimes one person's word, sometimes a seat's. */
function someConsent(tape: Tape, id: string): Task[] {
  const at = tape.one(everywhere);
  const asked = consent(id, { at, question: tape.one(['within', 'legal', 'capital']), urgency: tape.one(urgencies) });
  if (tape.once(4)) return [{ ...asked, takes: moments(tape) }];
  if (!tape.once(3)) return [asked];
  const verdict = `${id}-verdict`;
  const decision = verdictOn(tape, verdict, ['consented', 'caveated', 'declined'], `${nationOf(at)}-seat`);
  return [{ ...asked, authorities: { decide: verdict } }, decision];
}

function someAlign(tape: Tape, id: string): Task[] {
  const at = tape.one(everywhere);
  const partners = tape.some(everywhere.filter((one) => one !== at));
  const partnersOf = partners.length === 0 ? everywhere.filter((one) => one !== at).slice(0, 1) : partners;
  return [
    align(id, {
      at,
      with: partnersOf,
      urgency: tape.one(urgencies),
      ...(tape.once(2) ? { atLeast: 1 + tape.upTo(partnersOf.length - 1) } : {}),
    }),
  ];
}

/** Ends that chance picks among, otherwise on each branch. */
function someFinds(tape: Tape, branches: readonly string[]): NonNullable<WorkTask['finds']> {
  const first = tape.upTo(1000);
  const odd = branches.map((id) => [id, tape.upTo(1000)] as const);
  const inBranch = (of: (perMille: number) => number) =>
    branches.length === 0 ? {} : { inBranch: Object.fromEntries(odd.map(([id, n]) => [id, of(n)])) };
  return {
    ends: [
      { outcome: 'grave', says: 'It is grave', perMille: first, ...inBranch((n) => n) },
      {
        outcome: 'slight',
        says: 'It is slight',
        perMille: 1000 - first,
        ...inBranch((n) => 1000 - n),
        ...(tape.once(2) ? { gives: tape.one(productIds) } : {}),
      },
    ],
    ...estimate,
  };
}

function someWork(tape: Tape, id: string, branches: readonly string[]): Task[] {
  return [
    {
      ...act(id),
      task: tape.one(['assess', 'coordinate', 'act', 'announce']),
      at: tape.one(everywhere),
      takes: moments(tape),
      urgency: tape.one(urgencies),
      ...(tape.once(5) ? { desk: 'none' } : {}),
      ...(tape.once(4) ? { finds: someFinds(tape, branches) } : {}),
      ...(tape.once(4) ? { presumes: tape.one(['hostile', 'harmless']) } : {}),
    } as Task,
  ];
}

function someShare(tape: Tape, id: string): Task[] {
  const from = tape.one(everywhere);
  const isHome = from.startsWith('us') && tape.once(4);
  const to = tape.one(everywhere.filter((other) => other !== from && (nationOf(other) === nationOf(from)) === isHome));
  const form = tape.one(['full', 'full', 'tear-line', 'oral'] as const);
  const handover = hand(id, {
    product: tape.one(productIds),
    from,
    to,
    form,
    urgency: tape.one(urgencies),
    ...(tape.once(4) ? { volunteered: true } : {}),
  });
  if (!tape.once(4)) return [handover];
  const verdict = `${id}-verdict`;
  return [
    { ...handover, authorities: { weighException: verdict } },
    verdictOn(tape, verdict, ['granted', 'refused'], 'us-seat'),
  ];
}

const nationOf = (organisationId: string): string => organisationId.split('-')[0] as string;

export function someTask(tape: Tape, id: string, { earlier, object, branches }: TaskPlace): Task[] {
  const needs = needsFrom(tape, earlier);
  const about = {
    needs,
    tells: tape.once(4) ? [tape.one(seatIds)] : [],
    reveals: tape.once(4) ? [tape.one(['nature', 'deadline'] as const)] : [],
    ...(tape.once(20) ? { under: [tape.one(['lever', 'no-lever'])] } : {}),
    ...(tape.once(3) ? { milestone: tape.one(['noticed', 'understood', 'decided', 'acting'] as const) } : {}),
  };
  const gives = tape.once(3) ? { gives: tape.one(productIds) } : {};
  const dress = (made: readonly Task[], more: object = {}): Task[] =>
    made.map((task, place) => (place === 0 ? ({ ...task, ...more, ...about } as Task) : task));
  switch (tape.upTo(6)) {
    case 0:
      return dress(someWork(tape, id, branches), gives);
    case 1:
      // Asked early, so that what its options need may come while it stands open.
      return dress([someDecision(tape, id, { earlier, object, branches })]).map((task) => ({
        ...task,
        ...(tape.once(2) ? { needs: earlier.slice(0, 1).map(({ id: first }) => first) } : {}),
      }));
    case 2:
      return dress(
        [
          sense(id, {
            object,
            sensors: [tape.one(sensorIds), tape.one(sensorIds)],
            dwell: exactly(tape.upTo(20) * MIN),
          }),
        ],
        gives,
      );
    case 3:
      return dress(someConsent(tape, id));
    case 4:
      return dress(someAlign(tape, id));
    default:
      return dress(someShare(tape, id));
  }
}

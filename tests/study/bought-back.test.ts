import { describe, expect, test } from 'vitest';
import { compile, replay } from '../../src/core/engine/index.ts';
import type { Cause } from '../../src/core/model/facts.ts';
import { causes } from '../../src/core/model/facts.ts';
import type { Definition } from '../../src/core/model/scenario.ts';
import type { Task } from '../../src/core/model/task.ts';
import { playAgain } from '../../src/study/again.ts';
import { boughtBackIn, boughtBackOver } from '../../src/study/bought-back.ts';
import { act, build, decide, exactly, HOUR, hand, incident, MIN, sense, share } from '../support/build.ts';
import { align, aligning, allies, consent, deciding, option, seats } from '../support/dealings.ts';

const work = (id: string, minutes: number, needs: string[] = []) =>
  act(id, { desk: 'none', takes: exactly(minutes * MIN), needs });
const choice = { seed: 'lively-otter-42', held: [] as string[], standIn: 'by-the-book' as const };

/**
 * Everything one after the other: seen in 10 minutes, handed over in 6, consented to in 40, aligned in 65 of which 20 mend a split where the
 * matrix says nothing, decided in 5, done in 7.
 */
function chain(held = false): Definition {
  const tasks: Task[] = [
    sense('see', { sensors: ['us-eye'] }),
    hand('pass', { needs: ['see'], to: 'uk-ops' }),
    consent('ask', { needs: ['pass'] }),
    align('meet', { needs: ['ask'], with: ['fr-ops', 'uk-ops'] }),
    decide('choose', { needs: [{ any: ['meet', 'meet=apart'] }], options: [option('yes'), option('no')] }),
    work('goal', 7, ['choose']),
  ];
  return build({
    incidents: [incident('storm', tasks, { horizon: 10 * HOUR })],
    coalition: allies(
      {
        fr: { decision: deciding(), coordination: aligning({ splits: share(0), splitsUnlessAgreed: share(1000) }) },
        uk: { coordination: aligning({ align: exactly(30 * MIN) }) },
      },
      { matrix: [{ nation: 'uk', area: 'domain-awareness', level: 'share', source: 'estimate', confidence: 'low' }] },
    ),
    windows: [{ sensor: 'us-eye', object: 'thing', from: 0, until: 24 * HOUR }],
    scenario: { seats, ...(held ? { lasts: 12 * HOUR } : {}) },
  });
}

/** Minutes that the whole took, one cause out of the way. */
function minutes(without: Cause | null): number {
  const { facts } = replay(compile(chain(), without), choice, []);
  const ended = facts.find((fact) => fact.type === 'ResponseEnded');
  return ended?.type === 'ResponseEnded' ? ended.elapsedSeconds / MIN : -1;
}

describe('a cause out of the way', () => {
  // France splits three times: 5 + 10 + 20 + 10 + 20 + 10, and they are apart.
  const whole = 10 + 6 + 40 + 75 + 5 + 7;

  test('[R79] leaves everything as it was where there is none', () => {
    expect(minutes(null)).toBe(whole);
  });

  test.each<[Cause, number]>([
    ['sensing', 10],
    // Marking, delegation and review take 3; the front door beside them takes 2.
    ['regulation', 1],
    // Release takes 3 all the same.
    ['unclear-roles', 0],
    ['interoperability', 3],
    ['national-decision', 40],
    // Everybody agrees at once: with nobody to mend, 75 fall away.
    ['coordination', 75],
    // With the matrix filled nobody splits: the Kingdom's 35 remain.
    ['no-agreed-end-state', 75 - 35],
    ['deliberation', 5],
    ['execution', 7],
  ])('[R79] buys back its own time and what it led to: %s', (cause, bought) => {
    expect(whole - minutes(cause)).toBe(bought);
  });

  test('[R79] needs nobody, takes no time, and ends well', () => {
    const refused = build({
      incidents: [incident('storm', [hand('pass'), consent('ask'), work('goal', 1, ['pass', 'ask=consented'])])],
      coalition: allies({ fr: { decision: deciding({ declined: share(1000) }) } }, { delegations: [] }),
      scenario: { seats },
    });
    const denied = replay(compile(refused), choice, []).facts;
    expect(denied.filter((fact) => fact.type === 'TaskEnded' && fact.task === 'ask')).toMatchObject([
      { outcome: 'declined' },
    ]);
    const { facts } = replay(compile(refused, 'national-decision'), choice, []);
    expect(facts.filter((fact) => fact.type === 'TaskEnded' && fact.task === 'ask')).toMatchObject([
      { at: 0, outcome: 'consented' },
    ]);
    expect(facts.filter((fact) => fact.type === 'WorkBegan' && fact.work.startsWith('national-decision'))).toEqual([]);
  });

  test('[R79] answers what a seat would have been asked, so that what hangs on the answer follows', () => {
    const verdict = decide('verdict', {
      options: [option('declined'), option('consented')],
      default: 'declined',
      byTheBook: [{ holds: [], choose: 'declined' }],
    });
    const tasks = [
      consent('ask', { authorities: { decide: 'verdict' } }),
      verdict,
      work('goal', 1, ['verdict=consented']),
    ];
    const asked = build({ incidents: [incident('storm', tasks)], coalition: allies(), scenario: { seats } });
    const endOf = (without: Cause | null, task: string) =>
      replay(compile(asked, without), choice, []).facts.find((fact) => fact.type === 'TaskEnded' && fact.task === task);
    expect(endOf(null, 'ask')).toMatchObject({ outcome: 'declined' });
    expect(endOf('national-decision', 'verdict')).toMatchObject({ at: 0, outcome: 'consented' });
    expect(endOf('national-decision', 'ask')).toMatchObject({ at: 0, outcome: 'consented' });
    expect(endOf('national-decision', 'goal')).toMatchObject({ at: MIN });
    expect(replay(compile(asked, 'national-decision'), choice, []).facts).not.toContainEqual(
      expect.objectContaining({ type: 'DecisionOffered' }),
    );
  });

  test.each(causes)('[R79] is charged nothing: %s', (cause) => {
    const { facts } = replay(compile(chain(), cause), choice, []);
    const ended = facts.find((fact) => fact.type === 'ResponseEnded');
    expect(ended).toMatchObject({ status: 'done' });
    expect(ended?.type === 'ResponseEnded' && ended.charges[cause]).toBeUndefined();
  });

  test('[R79] is reported for each cause that was charged', () => {
    const definition = chain();
    const { facts } = replay(compile(definition), choice, []);
    const bought = boughtBackIn(definition, choice, { facts, incident: 'storm' });
    expect(bought.map(({ cause, boughtBack }) => [cause, boughtBack / MIN])).toEqual([
      ['sensing', 10],
      ['no-agreed-end-state', 40],
      ['regulation', 1],
      ['interoperability', 3],
      ['national-decision', 40],
      ['coordination', 75],
      ['execution', 7],
      ['deliberation', 5],
    ]);
  });

  test('[R79] over many runs that leave nothing to luck has no spread', () => {
    const wanted = { seed: 'study', from: 0, count: 5, standIn: 'by-the-book' as const };
    const bought = boughtBackOver(chain(), wanted).find(({ cause }) => cause === 'national-decision');
    expect(bought).toMatchObject({
      incident: 'storm',
      meanSeconds: 40 * MIN,
      halfWidth: 0,
      metAsIs: 1000,
      metWithout: 1000,
    });
  });
});

describe('the same choices again', () => {
  const held = { ...choice, held: ['us-seat'] };
  const at = (minute: number, option_: string) => [
    { type: 'advance' as const, to: minute * MIN },
    { type: 'decide' as const, at: minute * MIN, seat: 'us-seat', decision: 'choose', option: option_, reason: 'So.' },
  ];
  const taken = (facts: ReturnType<typeof playAgain>['facts']) =>
    facts.flatMap((fact) => (fact.type === 'DecisionTaken' ? [[fact.at / MIN, fact.option, fact.by]] : []));

  test('are made at the new offer plus the time they took', () => {
    const plan = compile(chain(true));
    const { facts } = replay(plan, held, at(151, 'no'));
    expect(taken(facts)).toEqual([[151, 'no', 'seat']]);
    const again = playAgain(compile(chain(true), 'national-decision'), held, facts);
    // Offered at 91 instead of 131, and answered 20 minutes later.
    expect(taken(again.facts)).toEqual([[111, 'no', 'seat']]);
    expect([again.matched, again.dropped]).toEqual([1, 0]);
  });

  test('under the same plan give the same facts', () => {
    const plan = compile(chain(true));
    const { facts } = replay(plan, held, at(151, 'yes'));
    expect(playAgain(plan, held, facts).facts).toEqual(facts);
  });

  test('that find no question are counted, and the question that nobody answers lapses', () => {
    const plan = compile(chain(true));
    const { facts } = replay(plan, held, at(151, 'yes'));
    const lost = build({
      ...{ coalition: allies(), scenario: { seats } },
      incidents: [incident('storm', [decide('other'), work('goal', 1)])],
    });
    const again = playAgain(compile(lost), held, facts);
    expect([again.matched, again.dropped]).toEqual([0, 1]);
    expect(taken(again.facts)).toEqual([[60, 'no', 'default']]);
  });

  test('wait for an option that opens later than it did', () => {
    const tasks = (word: number) => [
      decide('choose', {
        options: [option('yes', { needs: ['word'] }), option('no')],
        answerWithin: 5 * HOUR,
      }),
      work('word', word),
      work('goal', 1, ['choose']),
    ];
    const built = (word: number) =>
      build({ incidents: [incident('storm', tasks(word))], coalition: allies(), scenario: { seats } });
    const { facts } = replay(compile(built(10)), held, at(20, 'yes'));
    expect(taken(playAgain(compile(built(50)), held, facts).facts)).toEqual([[50, 'yes', 'seat']]);
    expect(taken(playAgain(compile(built(5)), held, facts).facts)).toEqual([[20, 'yes', 'seat']]);
  });
});

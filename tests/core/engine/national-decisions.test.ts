import { describe, expect, test } from 'vitest';
import type { Nation } from '../../../src/core/model/coalition.ts';
import type { ConsentTask, Task } from '../../../src/core/model/task.ts';
import { act, build, decide, exactly, incident, MIN, sense, share } from '../../support/build.ts';
import { allies, consent, deciding, option, seats } from '../../support/dealings.ts';
import { play } from '../../support/play.ts';

type Numbers = Partial<NonNullable<Nation['decision']>>;
const asked = (over: Partial<ConsentTask>, numbers: Numbers = {}, more: readonly Task[] = [], held: string[] = []) =>
  play(
    build({
      incidents: [incident('storm', [consent('ask', over), ...more])],
      coalition: allies({ fr: { decision: deciding(numbers) } }),
      scenario: { seats },
    }),
    { held },
  );
const way = (over: Partial<ConsentTask>, numbers: Numbers = {}) => {
  const played = asked(over, numbers);
  const { at, outcome } = played.ended('ask');
  return [outcome, at / MIN, played.all('WorkBegan').map(({ desk }) => desk)];
};
const staff = 'fr-ops/assessment';

describe('a nation that is asked', () => {
  test('[R90] assesses, and decides within its authority', () => {
    expect(way({})).toEqual(['consented', 40, [staff, 'fr-ops/decision']]);
  });

  test('[R90] asks its lawyers where the question is theirs, or where its staff wants them', () => {
    const lawful = ['consented', 60, [staff, 'fr-ops/legal', 'fr-ops/decision']];
    expect(way({ question: 'legal' })).toEqual(lawful);
    expect(way({}, { legalAsked: share(1000) })).toEqual(lawful);
  });

  test('[R90] lets its lawyers see first what only the capital may say', () => {
    const capital = ['consented', 70, [staff, 'fr-ops/legal', 'fr-capital/decision']];
    expect(way({ question: 'capital' })).toEqual(capital);
    expect(way({}, { referred: share(1000) })).toEqual(capital);
    expect(way({ question: 'legal' }, { referred: share(1000) })).toEqual(capital);
  });

  test('[R90] declines what its lawyers find unlawful, whoever would have had to say yes', () => {
    const numbers = { unlawful: share(1000) };
    expect(way({ question: 'legal' }, numbers)).toEqual(['declined', 30, [staff, 'fr-ops/legal']]);
    expect(way({ question: 'capital' }, numbers)).toEqual(['declined', 30, [staff, 'fr-ops/legal']]);
    expect(way({}, numbers)[0]).toBe('consented');
  });

  test.each([
    ['yes', {}, 'consented'],
    ['yes with conditions', { caveated: share(1000) }, 'caveated'],
    ['no', { declined: share(1000) }, 'declined'],
  ])('[R90] answers %s', (_, numbers, outcome) => {
    for (const question of ['within', 'legal', 'capital'] as const)
      expect(asked({ question }, numbers).ended('ask').outcome).toBe(outcome);
  });

  test('[R90] has said yes with conditions where the file does not ask for more', () => {
    const began = (need: string, numbers: Numbers) =>
      asked({}, numbers, [act('goal', { needs: [need] })])
        .all('TaskBegan')
        .some(({ task }) => task === 'goal');
    const caveated = { caveated: share(1000) };
    expect([began('ask', caveated), began('ask=caveated', caveated), began('ask=consented', caveated)]).toEqual([
      true,
      true,
      false,
    ]);
    expect(began('ask', { declined: share(1000) })).toBe(false);
  });

  test('[R90] is charged for its whole way to national decision', () => {
    const played = asked({ question: 'capital' }, {}, [
      act('goal', { needs: ['ask'], desk: 'none', takes: exactly(MIN) }),
    ]);
    expect(played.charged('storm')).toEqual({ 'national-decision': 70 * MIN, execution: MIN });
  });

  test('[R62] has denied a response when it declined what the response hung on', () => {
    const look = sense('look', { sensors: ['us-eye'], dwell: exactly(0) });
    const definition = build({
      incidents: [incident('storm', [look, consent('ask'), act('goal', { needs: ['ask'] })])],
      coalition: allies({ fr: { decision: deciding({ declined: share(1000) }) } }),
      windows: [{ sensor: 'us-eye', object: 'thing', from: 0, until: 60 * MIN }],
    });
    expect(play(definition).response('storm').status).toBe('denied');
  });

  test('[R91] may be one person’s word: so long at that desk, and yes', () => {
    const numbers = { declined: share(1000) };
    expect(way({ takes: exactly(7 * MIN) }, numbers)).toEqual(['consented', 7, ['fr-ops/decision']]);
    expect(way({ takes: exactly(7 * MIN), desk: 'legal' }, numbers)).toEqual(['consented', 7, ['fr-ops/legal']]);
  });
});

describe('a seat whose word it is', () => {
  const verdict = decide('verdict', {
    seat: 'fr-seat',
    options: ['consented', 'caveated', 'declined'].map((id) => option(id)),
    default: 'declined',
    byTheBook: [{ holds: [], choose: 'caveated' }],
  });
  const authorities = { decide: 'verdict' };
  const goal = act('goal', { needs: ['ask'], desk: 'none', takes: exactly(MIN) });

  test('[R48] is asked after the staff work, and its choice is the answer', () => {
    const played = asked({ authorities }, {}, [verdict, goal]);
    expect(played.all('DecisionOffered')).toMatchObject([{ at: 40 * MIN, decision: 'verdict' }]);
    expect(played.ended('ask')).toMatchObject({ at: 45 * MIN, outcome: 'caveated' });
    expect(played.charged('storm')).toEqual({
      'national-decision': 40 * MIN,
      deliberation: 5 * MIN,
      execution: MIN,
    });
  });

  test('[R48] gives the capital’s answer as well, and is not asked what is unlawful', () => {
    const far = asked({ authorities, question: 'capital' }, {}, [verdict, goal]);
    expect(far.ended('ask')).toMatchObject({ at: 75 * MIN, outcome: 'caveated' });
    const barred = asked({ authorities, question: 'capital' }, { unlawful: share(1000) }, [verdict, goal]);
    expect(barred.all('DecisionOffered')).toEqual([]);
    expect(barred.ended('ask').outcome).toBe('declined');
  });

  test('[R51] that lets the question lapse has declined, if that is its default', () => {
    const played = asked({ authorities }, {}, [verdict, goal], ['fr-seat']);
    expect(played.ended('ask')).toMatchObject({ at: 100 * MIN, outcome: 'declined' });
  });
});

import { describe, expect, test } from 'vitest';
import type { Incident } from '../../../src/core/model/incident.ts';
import { act, build, decide, exactly, HOUR, hand, incident, MIN, pair, sense, share } from '../../support/build.ts';
import { play } from '../../support/play.ts';

const closing = (seconds: number) => ({
  closes: seconds,
  because: 'physics says so',
  source: 'estimate',
  confidence: 'low' as const,
});
const long = (minutes: number, needs: string[]) => act('goal', { needs, desk: 'none', takes: exactly(minutes * MIN) });
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

describe('a response', () => {
  test('[R60] is done when its goal ends well, and meets its window by the second at which that closes', () => {
    const at = (closes: number) => {
      const tasks = [sense('see'), long(50, ['see'])];
      const played = play(build({ incidents: [incident('storm', tasks, { window: closing(closes) })] }));
      return [played.response('storm').status, played.response('storm').windowMet, played.all('WindowClosed')[0]?.met];
    };
    expect(at(HOUR)).toEqual(['done', true, true]);
    expect(at(HOUR - 1)).toEqual(['done', false, false]);
  });

  test('[R60] is not done by a goal that ends badly', () => {
    const tasks = [sense('see'), hand('pass', { needs: ['see'] })];
    const refused = {
      delegations: [],
      pairs: [pair('us', 'fr', { release: { exceptionRefused: share(1000) } }), pair('fr', 'us')],
    };
    expect(play(build({ incidents: [incident('storm', tasks)], coalition: refused })).response('storm').status).toBe(
      'denied',
    );
  });

  const windows = [{ sensor: 'eye', object: 'thing', from: HOUR, until: 24 * HOUR }];

  test('[R61] is overtaken at its horizon, counted from the first moment at which anything could be seen', () => {
    const tasks = [sense('see'), long(600, ['see'])];
    const played = play(build({ incidents: [incident('storm', tasks, { horizon: 2 * HOUR })], windows }));
    expect(played.response('storm')).toMatchObject({
      at: 3 * HOUR,
      status: 'overtaken',
      elapsedSeconds: 2 * HOUR,
      firstObservable: HOUR,
    });
    expect(played.ended('goal')).toMatchObject({ at: 3 * HOUR, outcome: 'overtaken' });
  });

  test('[R61] then stops all that goes on in it, withdraws its questions and begins nothing more', () => {
    const tasks = [
      sense('see'),
      hand('pass'),
      decide('ask', { answerWithin: 10 * HOUR }),
      act('after', { needs: ['call'] }),
      long(600, ['see']),
    ];
    const pairs = [pair('us', 'fr', { release: { review: exactly(9 * HOUR) } }), pair('fr', 'us')];
    const built = build({
      incidents: [incident('storm', tasks, { horizon: 2 * HOUR })],
      injects: [inject('call', 3 * HOUR)],
      coalition: { pairs },
    });
    const played = play(built, { held: ['us-seat'] });
    expect(played.all('DecisionWithdrawn')).toMatchObject([{ at: 2 * HOUR, decision: 'ask' }]);
    expect(played.ended('pass').outcome).toBe('overtaken');
    expect(played.all('TaskBegan').map(({ task }) => task)).not.toContain('after');
    expect(played.all('TaskEnded').map(({ task }) => task)).not.toContain('after');
    expect(played.facts.filter(({ at }) => at > 2 * HOUR).map(({ type }) => type)).toEqual([
      'InjectDelivered',
      'TaskEnded',
      'WindowClosed',
      'RunEnded',
    ]);
  });

  test('[R61] that is done stops at its horizon too', () => {
    const tasks = [long(10, []), act('rest', { desk: 'none', takes: exactly(9 * HOUR) })];
    const played = play(build({ incidents: [incident('storm', tasks, { horizon: HOUR, goal: 'goal' })] }));
    expect(played.response('storm')).toMatchObject({ at: 10 * MIN, status: 'done' });
    expect(played.ended('rest')).toMatchObject({ at: HOUR, outcome: 'overtaken' });
  });

  test('[R61] that gets done in the very second of its horizon is done', () => {
    expect(
      play(build({ incidents: [incident('storm', [long(60, [])], { horizon: HOUR })] })).response('storm').status,
    ).toBe('done');
  });

  test('[R62] is open when the exercise ends first, never observed without an observation, denied by a refusal', () => {
    const status = (tasks: Incident['response'], over: Parameters<typeof build>[0]['coalition'] = {}) =>
      play(build({ incidents: [incident('storm', tasks, { horizon: 20 * HOUR })], coalition: over })).response('storm')
        .status;
    expect(status([sense('see'), long(900, ['see'])])).toBe('open');
    expect(status([sense('see', { object: 'nothing' }), long(1, ['see'])])).toBe('never-observed');
    const refusing = {
      delegations: [],
      pairs: [pair('us', 'fr', { release: { exceptionRefused: share(1000) } }), pair('fr', 'us')],
    };
    expect(status([sense('see'), hand('pass', { needs: ['see'] }), long(1, ['pass'])], refusing)).toBe('denied');
    expect(status([sense('see'), hand('pass', { needs: ['see'] }), long(900, ['see'])], refusing)).toBe('open');
  });

  test('[R63] moves by milestones; a later one may come first, and an earlier one then changes nothing', () => {
    const at = (id: string, minutes: number, milestone: 'noticed' | 'understood' | 'decided' | 'acting') =>
      act(id, { desk: 'none', takes: exactly(minutes * MIN), milestone });
    const tasks = [
      at('a', 10, 'understood'),
      at('b', 20, 'noticed'),
      at('c', 30, 'acting'),
      at('d', 40, 'decided'),
      long(50, []),
    ];
    const moved = play(build({ incidents: [incident('storm', tasks)] })).all('ResponseMoved');
    expect(moved.map((fact) => [fact.at / MIN, fact.to])).toEqual([
      [10, 'understood'],
      [30, 'acting'],
      [50, 'closed'],
    ]);
  });

  test('[R63] is overtaken from any milestone', () => {
    const moved = play(
      build({ incidents: [incident('storm', [sense('see', { milestone: 'noticed' }), long(900, ['see'])])] }),
    ).all('ResponseMoved');
    expect(moved.map(({ to }) => to)).toEqual(['noticed', 'overtaken']);
  });
});

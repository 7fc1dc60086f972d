import { describe, expect, test } from 'vitest';
import type { Organisation } from '../../../src/core/model/coalition.ts';
import type { Task } from '../../../src/core/model/task.ts';
import {
  act,
  build,
  coalition,
  decide,
  desk,
  exactly,
  HOUR,
  incident,
  MIN,
  organisation,
  sense,
} from '../../support/build.ts';
import { play } from '../../support/play.ts';

type Desk = Organisation['desks'][number];
const estimate = { source: 'estimate', confidence: 'low' } as const;
const inject = (id: string, at: number, to: string[] = []) => ({
  id,
  at,
  to,
  from: 'A ministry',
  method: 'message' as const,
  text: 'Something has happened.',
  expected: 'Somebody acts.',
  objective: 'learn',
});

/** One organisation whose watch is the desk in question, and tasks there. */
function atDesk(
  watch: Partial<Desk>,
  tasks: readonly Task[],
  over: { lasts?: number; startsAt?: string; zone?: string; begins?: number } = {},
) {
  const ops = { ...organisation('us-ops', 'us', [desk('watch', watch)]), zone: over.zone ?? 'utc' };
  const paris = {
    id: 'paris',
    standardMinutes: 60,
    daylight: {
      minutes: 120,
      from: { month: 3, week: 'last', weekday: 'sun', at: '0100', reckonedIn: 'utc' },
      until: { month: 10, week: 'last', weekday: 'sun', at: '0100', reckonedIn: 'utc' },
    },
    source: 'estimate',
  } as const;
  return build({
    incidents: [incident('storm', [...tasks], { horizon: 40 * HOUR, begins: over.begins ?? 0 })],
    injects: [inject('later', 5 * MIN)],
    coalition: {
      zones: [...coalition().zones, paris],
      organisations: [ops, organisation('us-policy', 'us'), organisation('fr-ops', 'fr')],
    },
    scenario: { lasts: over.lasts ?? 36 * HOUR, ...(over.startsAt === undefined ? {} : { startsAt: over.startsAt }) },
  });
}

const people = (count: number, from = '0000', until = '0000'): Partial<Desk> => ({
  hours: [{ days: 'daily', from, until, people: count, ...estimate }],
});

describe('time', () => {
  test('[R1] is counted in whole seconds from StartEx, a moment in UTC', () => {
    const played = play(atDesk(people(1, '1300', '1400'), [act('fix', { takes: exactly(7) })]));
    expect(played.ended('fix').at).toBe(HOUR + 7);
    expect(played.facts.every(({ at }) => Number.isInteger(at) && at >= 0)).toBe(true);
  });

  test('[R2] orders what happens in the same second', () => {
    const tasks = [
      sense('see'),
      act('go', { desk: 'none', takes: exactly(10 * MIN) }),
      decide('ask', { answerWithin: 10 * MIN, staffTime: 0 }),
      act('goal', { needs: ['ask=yes'] }),
    ];
    const first = incident('alpha', tasks, {
      window: { closes: 10 * MIN, because: 'physics says so', ...estimate },
      horizon: 10 * MIN,
    });
    const second = incident('bravo', [sense('see-too', { object: 'nothing' }), act('do', { needs: ['see-too'] })], {
      begins: 10 * MIN,
    });
    const played = play(build({ incidents: [first, second], injects: [inject('call', 10 * MIN)] }), {
      held: ['us-seat'],
    });
    const then = played.facts.filter(({ at }) => at === 10 * MIN);
    const told = then.flatMap((fact) => {
      if (fact.type === 'IncidentBegan' || fact.type === 'WindowClosed' || fact.type === 'ResponseEnded')
        return [`${fact.type} ${fact.incident}`];
      if (fact.type === 'TaskEnded') return [`${fact.task} ${fact.outcome}`];
      return fact.type === 'DecisionTaken' ? [`default ${fact.decision}`] : [];
    });
    expect(told).toEqual([
      'IncidentBegan bravo',
      'call delivered',
      'see observed',
      'go done',
      'default ask',
      'ask no',
      'WindowClosed alpha',
      'ResponseEnded alpha',
    ]);
  });

  test('[R2] lets handovers’ work end before tasks’ own, each by name', () => {
    const first = incident(
      'alpha',
      [act('b'), act('c'), act('a')].map((task) => ({ ...task, desk: 'none' as const })),
    );
    const ended = play(build({ incidents: [first] })).all('TaskEnded');
    expect(ended.map(({ task }) => task)).toEqual(['a', 'b', 'c']);
  });

  test('[R3] ends with the exercise, and its last second counts', () => {
    const tasks = [sense('see'), act('fix', { needs: ['see'], takes: exactly(0) })];
    const played = play(build({ incidents: [incident('storm', tasks)], scenario: { lasts: 10 * MIN } }));
    expect(played.response('storm')).toMatchObject({ at: 10 * MIN, status: 'done' });
    expect(played.facts.at(-1)).toMatchObject({ at: 10 * MIN, type: 'RunEnded' });
    const cut = play(build({ incidents: [incident('storm', tasks)], scenario: { lasts: 10 * MIN - 1 } }));
    expect(cut.response('storm').status).toBe('never-observed');
  });
});

describe('a desk', () => {
  test('[R10] keeps its hours by the clocks of its own zone, summer time included', () => {
    // Clocks go back at 0100Z: 0800 in Paris is 0600Z on the Saturday and 0700Z on the Sunday.
    const hours = people(1, '0800', '0830');
    const on = (startsAt: string) =>
      play(atDesk(hours, [act('fix')], { startsAt, zone: 'paris' })).all('WorkBegan')[0]?.at;
    expect(on('2023-10-28T00:00:00Z')).toBe(6 * HOUR);
    expect(on('2023-10-29T00:00:00Z')).toBe(7 * HOUR);
  });

  const four = [
    act('a-hog', { urgency: 'routine' }),
    act('b-routine', { urgency: 'routine' }),
    act('c-flash', { urgency: 'flash' }),
    act('d-immediate', { urgency: 'immediate' }),
    act('e-flash', { urgency: 'flash' }),
    act('aa-late', { urgency: 'flash', needs: ['later'] }),
  ];

  test('[R11] takes its queue by urgency, then arrival, then name', () => {
    const ended = play(atDesk(people(1), four)).all('TaskEnded');
    expect(ended.map(({ task }) => task)).toEqual([
      'later',
      'a-hog',
      'c-flash',
      'e-flash',
      'aa-late',
      'd-immediate',
      'b-routine',
    ]);
  });

  test('[R12] gives the first in the queue to whoever is free, at once, and nobody puts work down', () => {
    const began = play(atDesk(people(2), four)).all('WorkBegan');
    expect(began.map(({ task, at }) => [task, at / MIN])).toEqual([
      ['a-hog', 0],
      ['b-routine', 0],
      ['c-flash', 10],
      ['e-flash', 10],
      ['aa-late', 20],
      ['d-immediate', 20],
    ]);
  });

  test('[R13] finishes the work in hand when the shift ends, or holds it until it opens again', () => {
    const tasks = [act('fix', { takes: exactly(HOUR) })];
    const half = people(1, '1200', '1230');
    expect(play(atDesk({ ...half, atClose: 'finish' }, tasks)).ended('fix').at).toBe(HOUR);
    const held = play(atDesk({ ...half, atClose: 'hold' }, tasks));
    expect(held.ended('fix').at).toBe(24 * HOUR + 30 * MIN);
    expect(held.all('StepEnded')[0]).toMatchObject({ working: HOUR, waiting: 0, closed: 23 * HOUR + 30 * MIN });
  });

  test('[R14] calls one person in for urgent work while it is closed', () => {
    const onCall = { atLeast: 'immediate', callIn: 30 * MIN, ...estimate } as const;
    const tasks = [
      act('a-flash', { urgency: 'flash' }),
      act('b-immediate', { urgency: 'immediate' }),
      act('c-priority', { urgency: 'priority' }),
    ];
    const played = play(atDesk({ ...people(5, '2000', '2100'), onCall }, tasks));
    expect(played.all('WorkBegan').map(({ task, at, onCall: called }) => [task, at / MIN, called])).toEqual([
      ['a-flash', 0, true],
      ['b-immediate', 40, true],
      ['c-priority', 480, false],
    ]);
    expect(['a-flash', 'b-immediate', 'c-priority'].map((task) => played.ended(task).at / MIN)).toEqual([40, 50, 490]);
  });

  test('[R14] has whoever was called in go home when nothing as urgent is waiting: the next piece calls in anew', () => {
    const onCall = { atLeast: 'immediate', callIn: 30 * MIN, ...estimate } as const;
    const later = act('b-later', { urgency: 'flash', needs: ['a-flash'] });
    const played = play(
      atDesk({ ...people(5, '2000', '2100'), onCall }, [act('a-flash', { urgency: 'flash' }), later]),
    );
    expect(['a-flash', 'b-later'].map((task) => played.ended(task).at / MIN)).toEqual([40, 80]);
  });

  test('[R15] has other work in its tray at StartEx and gets more while it is open', () => {
    const stream = { urgency: 'priority', every: exactly(50 * MIN), takes: exactly(20 * MIN), backlog: 2 } as const;
    const busy = { ...people(1), background: [stream] };
    const at = (begins: number) => play(atDesk(busy, [act('fix')], { begins })).ended('fix').at / MIN;
    // Two pieces of twenty minutes lie there; the next comes at the fiftieth minute.
    expect(at(MIN)).toBe(40 + 10);
    expect(at(51 * MIN)).toBe(70 + 10);
  });

  test('[R15] counts intervals between other work in open time only: nothing comes while nobody is there', () => {
    const stream = { urgency: 'priority', every: exactly(50 * MIN), takes: exactly(20 * MIN), backlog: 0 } as const;
    const halves = [people(1, '1200', '1230'), people(1, '1300', '1400')].flatMap(({ hours = [] }) => hours);
    const desk = { ...people(1), hours: halves, background: [stream] };
    const at = (begins: number) => play(atDesk(desk, [act('fix')], { begins })).ended('fix').at / MIN;
    // Fifty open minutes are up at 1320.
    expect(at(79 * MIN)).toBe(79 + 10);
    expect(at(81 * MIN)).toBe(80 + 20 + 10);
  });

  test('[R16] is another’s where an organisation has none of its own', () => {
    const tasks = [act('decide-it', { desk: 'decision' })];
    const plain = build({ incidents: [incident('storm', tasks)] });
    const organisations = plain.coalition.organisations.map((one) =>
      one.id === 'us-ops' ? { ...one, desks: [desk('watch')], reachBack: 'us-policy' } : one,
    );
    const played = play({ ...plain, coalition: { ...plain.coalition, organisations } });
    expect(played.all('WorkBegan')[0]?.desk).toBe('us-policy/decision');
  });

  test('[R17] is given touch times: all waiting comes out of queues and hours', () => {
    const played = play(atDesk(people(1), [act('a-hog'), act('b-next')]));
    expect(played.all('StepEnded').map(({ working, waiting, closed }) => [working, waiting, closed])).toEqual([
      [10 * MIN, 0, 0],
      [10 * MIN, 10 * MIN, 0],
    ]);
  });
});

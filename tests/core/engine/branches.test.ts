import { describe, expect, test } from 'vitest';
import type { Input } from '../../../src/core/engine/index.ts';
import type { Incident } from '../../../src/core/model/incident.ts';
import type { Access } from '../../../src/core/model/scenario.ts';
import type { Task } from '../../../src/core/model/task.ts';
import { act, build, decide, exactly, HOUR, incident, MIN, sense } from '../../support/build.ts';
import { branch, ladder, option } from '../../support/dealings.ts';
import { play } from '../../support/play.ts';

const choose = (at: number, choice: string): Input[] => [
  { type: 'advance', to: at },
  { type: 'decide', at, seat: 'us-seat', decision: 'turn', option: choice, reason: '' },
];
/** A question at StartEx whose answer takes no staff time; `go` turns the incident to `far`. */
const turn = (choice = 'go') =>
  decide('turn', {
    options: [option('go', { branch: 'far' }), option('stay', { branch: 'near' }), option('let')],
    default: 'let',
    byTheBook: [{ holds: [], choose: choice }],
    staffTime: 0,
    answerWithin: 11 * HOUR,
  });
const two = (near: Parameters<typeof branch>[2] = {}, far: Parameters<typeof branch>[2] = {}) => [
  branch('near', 1000, near),
  branch('far', 0, far),
];
const work = (id: string, minutes: number, needs: string[] = []) =>
  act(id, { desk: 'none', takes: exactly(minutes * MIN), needs });
const storm = (
  tasks: Task[],
  over: Partial<Incident>,
  { inputs = [], windows }: { inputs?: Input[]; windows?: Access['windows'] } = {},
) =>
  play(
    build({ incidents: [incident('storm', tasks, over)], ...(windows === undefined ? {} : { windows }) }),
    { held: inputs.length > 0 ? ['us-seat'] : [] },
    inputs,
  );
const closing = (minutes: number) => ({
  closes: minutes * MIN,
  because: 'physics says so',
  source: 'estimate',
  confidence: 'low' as const,
});

describe('an incident with branches', () => {
  test('[R100] begins on one of them, by chance, as often as the file says', () => {
    const built = build({
      incidents: [
        incident('storm', [work('goal', 1)], { branches: [branch('a', 300), branch('b', 0), branch('c', 700)] }),
      ],
    });
    const begun = Array.from(
      { length: 400 },
      (_, i) => play(built, { seed: `seed-${i}` }).all('BranchTaken')[0]?.branch,
    );
    const often = (id: string) => begun.filter((one) => one === id).length;
    expect(often('b')).toBe(0);
    // Three standard deviations of 400 draws at 3 in 10.
    expect(Math.abs(often('a') - 120)).toBeLessThan(28);
    expect(often('a') + often('c')).toBe(400);
  });

  test('[R100] has from then on the windows, sights and odds of its branch', () => {
    const ends = ['red', 'blue'].map((outcome) => ({ outcome, says: `It is ${outcome}`, perMille: 500 }));
    const finds = {
      ends: ends.map((end, i) => ({ ...end, inBranch: { near: i === 0 ? 1000 : 0, far: i === 0 ? 0 : 1000 } })),
      source: 'estimate',
      confidence: 'low' as const,
    };
    const tasks = (choice: string) => [
      turn(choice),
      work('later', 30, ['turn']),
      sense('look', { needs: ['later'] }),
      { ...work('read', 1, ['later']), finds },
      work('goal', 1, ['look']),
    ];
    const windows = [
      { sensor: 'eye', object: 'thing', trajectory: 'high', from: 0, until: 5 * HOUR },
      { sensor: 'eye', object: 'thing', trajectory: 'low', from: 2 * HOUR, until: 5 * HOUR },
    ];
    const branches = two({ trajectories: { thing: 'high' } }, { trajectories: { thing: 'low' }, closes: 3 * HOUR });
    const ended = (choice: string) => {
      const played = storm(tasks(choice), { branches }, { windows });
      return [played.ended('look').at / MIN, played.ended('read').outcome, played.response('storm').closesAt / MIN];
    };
    expect(ended('stay')).toEqual([40, 'red', 240]);
    expect(ended('go')).toEqual([130, 'blue', 180]);
  });

  test('[R100] turned to the branch that it is on stays as it is', () => {
    expect(storm([turn('stay'), work('goal', 1)], { branches: two() }).all('BranchTaken').length).toBe(1);
    expect(storm([turn('go'), work('goal', 1)], { branches: two() }).all('BranchTaken')).toMatchObject([
      { at: 0, branch: 'near' },
      { at: 0, branch: 'far', closesAt: 4 * HOUR },
    ]);
  });

  test('[R101] keeps a window that has been met', () => {
    const played = storm(
      [turn(), work('goal', 30)],
      { branches: two({}, { closes: 10 * MIN }) },
      {
        inputs: choose(HOUR, 'go'),
      },
    );
    expect(played.response('storm')).toMatchObject({ windowMet: true, closesAt: 4 * HOUR });
    expect(played.all('WindowClosed')).toMatchObject([{ at: 4 * HOUR, met: true }]);
    expect(played.all('RunEnded')[0]?.measures['window.storm']).toBe(1);
  });

  test('[R101] keeps a window that has closed, though on the new branch it would still be open', () => {
    const played = storm(
      [turn(), work('goal', 90)],
      { branches: two({}, { closes: 5 * HOUR }), window: closing(60) },
      { inputs: choose(61 * MIN, 'go') },
    );
    expect(played.response('storm')).toMatchObject({ windowMet: false, closesAt: HOUR });
    expect(played.all('WindowClosed')).toMatchObject([{ at: HOUR, met: false }]);
    expect(played.all('BranchTaken').at(-1)).toMatchObject({ at: 61 * MIN, closesAt: HOUR });
  });

  test('[R101] closes a window at once that on the new branch would have closed by now', () => {
    const played = storm(
      [turn(), work('goal', 90)],
      { branches: two({}, { closes: 20 * MIN }) },
      {
        inputs: choose(30 * MIN, 'go'),
      },
    );
    expect(played.all('WindowClosed')).toMatchObject([{ at: 30 * MIN, met: false }]);
    expect(played.response('storm')).toMatchObject({ windowMet: false, closesAt: 30 * MIN });
  });

  test('[R101] moves a window in the very second in which it would have closed', () => {
    const later = two({}, { closes: 2 * HOUR });
    const asked = { ...turn('go'), needs: ['hour'] };
    const played = storm([work('hour', 60), asked, work('goal', 90)], { branches: later, window: closing(60) });
    expect(played.response('storm')).toMatchObject({ windowMet: true, closesAt: 2 * HOUR });
  });

  test('[R61] keeps its horizon and its first observable moment when it turns', () => {
    const windows = [
      { sensor: 'eye', object: 'thing', trajectory: 'high', from: HOUR, until: 2 * HOUR },
      { sensor: 'eye', object: 'thing', trajectory: 'low', from: 3 * HOUR, until: 9 * HOUR },
    ];
    const branches = two({ trajectories: { thing: 'high' } }, { trajectories: { thing: 'low' } });
    const played = storm(
      [turn(), sense('look', { dwell: exactly(8 * HOUR) }), work('goal', 1, ['look'])],
      { branches },
      {
        windows,
      },
    );
    expect(played.response('storm')).toMatchObject({ at: 7 * HOUR, firstObservable: HOUR });
  });
});

describe('an observation in hand when an incident turns', () => {
  const high = (until: number) => ({ sensor: 'eye', object: 'thing', trajectory: 'high', from: 0, until });
  const low = (from: number, until: number) => ({ sensor: 'eye', object: 'thing', trajectory: 'low', from, until });
  const branches = two({ trajectories: { thing: 'high' } }, { trajectories: { thing: 'low' } });
  const seen = (windows: Access['windows'], at: number) => {
    const look = sense('look', { dwell: exactly(40 * MIN) });
    const played = storm(
      [turn(), look, work('goal', 1, ['look'])],
      { branches },
      { inputs: choose(at, 'go'), windows },
    );
    return played.all('TaskEnded').find(({ task, outcome }) => task === 'look' && outcome === 'observed')?.at;
  };

  test('[R102] is looked for again as if the object had always flown as it now does', () => {
    expect(seen([high(HOUR), low(10 * MIN, HOUR)], 30 * MIN)).toBe(50 * MIN);
    expect(seen([high(HOUR), low(2 * HOUR, 3 * HOUR)], 30 * MIN)).toBe(2 * HOUR + 40 * MIN);
    expect(seen([high(HOUR)], 30 * MIN)).toBeUndefined();
    expect(seen([low(0, HOUR)], 30 * MIN)).toBe(40 * MIN);
  });

  test('[R102] is made now at the earliest', () => {
    expect(seen([high(20 * MIN), low(0, HOUR)], 55 * MIN)).toBe(55 * MIN);
  });
});

describe('escalation', () => {
  const moved = (moves: readonly (readonly [string, number])[], tasks: Task[], starts?: string) => {
    const played = play(build({ incidents: [incident('storm', tasks)], scenario: { ladder: ladder(moves, starts) } }));
    return {
      rungs: played.all('EscalationMoved').map(({ at, rung, because }) => [at / MIN, rung, because]),
      highest: played.all('RunEnded')[0]?.measures.escalation,
    };
  };

  test('[R103] moves up and down a ladder with named endings of tasks', () => {
    const tasks = [work('jam', 10), work('talk', 20), work('goal', 30)];
    expect(
      moved(
        [
          ['jam', 2],
          ['talk', -1],
        ],
        tasks,
      ),
    ).toEqual({
      rungs: [
        [10, 'hot', 'jam'],
        [20, 'tense', 'talk'],
      ],
      highest: 3,
    });
  });

  test('[R103] moves once for each ending, and never off the ladder', () => {
    const tasks = [work('a', 10), work('b', 20), work('c', 30), work('goal', 40)];
    expect(
      moved(
        [
          ['a', 3],
          ['b', 1],
          ['c', -3],
          ['goal', -1],
        ],
        tasks,
      ),
    ).toEqual({
      rungs: [
        [10, 'hot', 'a'],
        [30, 'quiet', 'c'],
      ],
      highest: 3,
    });
    expect(
      moved(
        [
          ['a', -3],
          ['b', 1],
        ],
        tasks,
      ),
    ).toEqual({
      rungs: [
        [10, 'quiet', 'a'],
        [20, 'calm', 'b'],
      ],
      highest: 1,
    });
  });

  test('[R103] does not move for an ending that was another', () => {
    const tasks = [turn('let'), work('goal', 1)];
    expect(moved([['turn=go', 2]], tasks).rungs).toEqual([]);
    expect(moved([['turn=let', 1]], tasks).rungs).toEqual([[0, 'tense', 'turn=let']]);
  });
});

import { describe, expect, test } from 'vitest';
import type { Incident } from '../../../src/core/model/incident.ts';
import type { DecideTask, Task } from '../../../src/core/model/task.ts';
import { act, build, decide, exactly, HOUR, incident, MIN } from '../../support/build.ts';
import { option, promise } from '../../support/dealings.ts';
import { play } from '../../support/play.ts';

const work = (id: string, minutes: number, needs: string[] = []) =>
  act(id, { desk: 'none', takes: exactly(minutes * MIN), needs });
/** Chosen at once, in force after five minutes. */
const ask = (id: string, options: DecideTask['options'], over: Partial<DecideTask> = {}) =>
  decide(id, {
    options: [...options, option('no')],
    default: 'no',
    byTheBook: [{ holds: [], choose: options[0]?.id ?? 'no' }],
    ...over,
  });
const storm = (tasks: Task[], over: Partial<Incident> = {}, lasts = 12 * HOUR) =>
  play(build({ incidents: [incident('storm', [...tasks, work('goal', 300)], over)], scenario: { lasts } }));
const told = (minutes: number, within: number, over: Partial<Incident> = {}) => {
  const played = storm(
    [ask('ask', [option('yes', { promises: [promise('data', 'word', within * MIN)] })]), work('word', minutes)],
    over,
  );
  return {
    made: played.all('PromiseMade').map(({ at, due }) => [at / MIN, due / MIN]),
    settled: played.all('PromiseSettled').map(({ at, how }) => [at / MIN, how]),
    measures: ['promises-made', 'promises-kept', 'say-do-index'].map(
      (name) => played.all('RunEnded')[0]?.measures[name],
    ),
  };
};

describe('a promise', () => {
  test('[R114] is made when the choice that gives it comes into force, and kept when it comes true', () => {
    expect(told(30, 60)).toEqual({ made: [[5, 65]], settled: [[30, 'kept']], measures: [1, 1, 1000] });
  });

  test('[R114] is broken when its time is up, and what comes true afterwards changes nothing', () => {
    expect(told(90, 60)).toEqual({ made: [[5, 65]], settled: [[65, 'broken']], measures: [1, 0, 0] });
  });

  test('[R114] is kept by what comes true in the second in which it falls due', () => {
    expect(told(65, 60).settled).toEqual([[65, 'kept']]);
  });

  test('[R114] of what is true already is kept at once', () => {
    expect(told(5, 60).settled).toEqual([[5, 'kept']]);
    expect(told(1, 60).settled).toEqual([[5, 'kept']]);
  });

  test('[R114] of the choice itself is kept with it', () => {
    const played = storm([ask('ask', [option('yes', { promises: [promise('word', 'ask=yes', 0)] })])]);
    expect(played.all('PromiseSettled')).toMatchObject([{ at: 5 * MIN, how: 'kept' }]);
  });

  test('[R114] is dropped when a later choice takes it back, and then neither kept nor broken', () => {
    const later = ask('later', [option('back', { drops: ['data'] })], { needs: ['half'] });
    const first = ask('ask', [option('yes', { promises: [promise('data', 'word', 60 * MIN)] })]);
    for (const minutes of [50, 90]) {
      const played = storm([first, later, work('half', 30), work('word', minutes)]);
      expect(played.all('PromiseSettled')).toMatchObject([{ at: 35 * MIN, how: 'dropped' }]);
    }
  });

  test('[R114] that was settled, or never made, is not taken back', () => {
    const later = ask('later', [option('back', { drops: ['data'] })], { needs: ['long'] });
    const first = ask('ask', [option('yes', { promises: [promise('data', 'word', 60 * MIN)] })]);
    const settled = (word: number, choice: Partial<DecideTask> = {}) =>
      storm([{ ...first, ...choice }, later, work('long', 90), work('word', word)]).all('PromiseSettled');
    expect(settled(30)).toMatchObject([{ how: 'kept' }]);
    expect(settled(200)).toMatchObject([{ how: 'broken' }]);
    expect(settled(30, { byTheBook: [{ holds: [], choose: 'no' }] })).toEqual([]);
  });

  test('[R114] is not made by a choice that events overtook', () => {
    expect(told(30, 60, { horizon: 4 * MIN }).made).toEqual([]);
  });

  test('[R2] that fell due in the second in which a choice would take it back was dropped', () => {
    const later = ask('later', [option('back', { drops: ['data'] })], { needs: ['sixty'] });
    const first = ask('ask', [option('yes', { promises: [promise('data', 'word', 60 * MIN)] })]);
    const played = storm([first, later, work('sixty', 60), work('word', 200)]);
    expect(played.all('PromiseSettled')).toMatchObject([{ at: 65 * MIN, how: 'dropped' }]);
  });
});

describe('in the second in which a promise falls due', () => {
  test('[R2] a question that then falls to its default may still keep it', () => {
    const first = ask('ask', [option('yes', { promises: [promise('data', 'other=no', 55 * MIN)] })]);
    const other = decide('other', { seat: 'fr-seat', answerWithin: HOUR });
    const played = play(build({ incidents: [incident('storm', [first, other, work('goal', 300)])] }), {
      held: ['fr-seat'],
    });
    expect(played.all('PromiseMade')).toMatchObject([{ due: HOUR }]);
    expect(played.all('PromiseSettled')).toMatchObject([{ at: HOUR, how: 'kept' }]);
  });

  test('[R2] it is broken before a window closes', () => {
    const first = ask('ask', [option('yes', { promises: [promise('data', 'goal', 55 * MIN)] })]);
    const window = { closes: HOUR, because: 'physics says so', source: 'estimate', confidence: 'low' as const };
    const { facts } = storm([first], { window });
    const at = facts.filter((fact) => fact.at === HOUR).map(({ type }) => type);
    expect(at).toEqual(['PromiseSettled', 'WindowClosed']);
  });
});

describe('what was said and what was done', () => {
  const data = (id: string, that: string) => promise(id, that, HOUR);

  test('[M7] are the promises made and kept, and of those that came to an end the part that was kept', () => {
    const promises = [data('a', 'ten'), data('b', 'twenty'), data('c', 'late'), data('d', 'never')];
    const tasks = [
      ask('ask', [option('yes', { promises })]),
      ask('later', [option('back', { drops: ['d'] })], { needs: ['twenty'] }),
      work('ten', 10),
      work('twenty', 20),
      work('late', 100),
      work('never', 100, ['goal']),
    ];
    expect(storm(tasks).all('RunEnded')[0]?.measures).toMatchObject({
      'promises-made': 4,
      'promises-kept': 2,
      'say-do-index': 500,
    });
  });

  test('[M7] leave a promise out that was still open at the end, and are whole where none came to an end', () => {
    const tasks = [ask('ask', [option('yes', { promises: [data('a', 'late')] })]), work('late', 100)];
    expect(storm(tasks, {}, HOUR).all('RunEnded')[0]?.measures).toMatchObject({
      'promises-made': 1,
      'promises-kept': 0,
      'say-do-index': 1000,
    });
  });
});

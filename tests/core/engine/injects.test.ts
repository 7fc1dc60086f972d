import { describe, expect, test } from 'vitest';
import type { Inject } from '../../../src/core/model/scenario.ts';
import type { Task, WorkTask } from '../../../src/core/model/task.ts';
import { act, build, decide, exactly, HOUR, incident, MIN, track } from '../../support/build.ts';
import { branch, inject, option } from '../../support/dealings.ts';
import { play } from '../../support/play.ts';
import { Walker } from '../../support/walker.ts';

const work = (id: string, minutes: number, over: Partial<WorkTask> = {}) =>
  act(id, { desk: 'none', takes: exactly(minutes * MIN), ...over });
const lever = {
  title: 'Lever',
  owner: 'nobody',
  leadTime: 'none',
  cost: 'none',
  harm: 'none',
  expected: 'nothing',
  source: 'estimate',
  changes: [],
};

describe('an inject', () => {
  const delivered = (injects: Inject[]) =>
    play(build({ incidents: [incident('storm', [work('ten', 10), work('hour', 60), work('goal', 200)])], injects }))
      .all('InjectDelivered')
      .map(({ at, inject: id }) => [at / MIN, id]);

  test('[R38] comes at its time, or once all that it needs has happened if that is later', () => {
    expect(delivered([inject('a', 30 * MIN)])).toEqual([[30, 'a']]);
    expect(delivered([inject('a', 30 * MIN, { needs: ['ten'] })])).toEqual([[30, 'a']]);
    expect(delivered([inject('a', 30 * MIN, { needs: ['ten', 'hour'] })])).toEqual([[60, 'a']]);
  });

  test('[R38] does not come if what calls it off has happened by then', () => {
    expect(delivered([inject('a', 30 * MIN, { unless: ['ten'] })])).toEqual([]);
    expect(delivered([inject('a', 30 * MIN, { unless: ['hour'] })])).toEqual([[30, 'a']]);
    expect(delivered([inject('a', 30 * MIN, { needs: ['hour'], unless: ['hour'] })])).toEqual([]);
  });

  test('[R2] comes before the work that ends in its second, and so is not called off by it', () => {
    expect(delivered([inject('a', 10 * MIN, { unless: ['ten'] })])).toEqual([[10, 'a']]);
    expect(delivered([inject('a', 10 * MIN + 1, { unless: ['ten'] })])).toEqual([]);
  });

  test('[R31] that waited for something was enabled by it', () => {
    const definition = build({
      incidents: [
        incident('storm', [{ ...work('hour', 60), task: 'coordinate' }, work('goal', 5, { needs: ['call'] })]),
      ],
      injects: [inject('call', 30 * MIN, { needs: ['hour'] })],
    });
    const played = play(definition);
    expect(played.charged('storm')).toEqual({ coordination: HOUR, execution: 5 * MIN });
    expect(new Walker(definition, played.facts).charges('storm')).toEqual(played.charged('storm'));
  });
});

describe('a lever', () => {
  const ask = decide('ask', {
    options: [option('new', { under: ['reform', 'other'] }), option('old')],
    default: 'old',
    byTheBook: [
      { holds: [], choose: 'new' },
      { holds: [], choose: 'old' },
    ],
  });
  const run = (levers: string[], tasks: Task[]) => {
    const built = build({ incidents: [incident('storm', tasks)] });
    const policy = { ...built.policy, levers: levers.map((id) => ({ ...lever, id })) };
    return play({ ...built, policy });
  };
  const tasks = [work('cell', 5, { under: ['reform'] }), ask, work('goal', 20)];

  test('[R37] that is not in force begins nothing that hangs on it', () => {
    const began = (levers: string[]) =>
      run(levers, tasks)
        .all('TaskBegan')
        .map(({ task }) => task);
    expect(began(['reform'])).toContain('cell');
    expect(began(['other'])).not.toContain('cell');
    expect(began([])).not.toContain('cell');
  });

  test('[R37] opens options that hang on it, or on another that is in force', () => {
    const offered = (levers: string[]) => {
      const played = run(levers, tasks);
      return [played.all('DecisionOffered')[0]?.open, played.ended('ask').outcome];
    };
    expect(offered(['reform'])).toEqual([['new', 'old'], 'new']);
    expect(offered(['other'])).toEqual([['new', 'old'], 'new']);
    expect(offered([])).toEqual([['old'], 'old']);
  });

  test('[R37] not in force stops whatever needs what hangs on it', () => {
    const needed = [work('cell', 5, { under: ['reform'] }), work('goal', 20, { needs: ['cell'] })];
    expect(run([], needed).response('storm').status).toBe('never-observed');
    expect(run(['reform'], needed).response('storm').status).toBe('done');
  });
});

describe('work that may end in several ways', () => {
  const finds = (over: Partial<NonNullable<WorkTask['finds']>['ends'][number]>[] = [{}, {}]) => ({
    ends: [
      { outcome: 'attack', says: 'It is an attack', perMille: 300, gives: 'track', ...over[0] },
      { outcome: 'fault', says: 'It is a fault', perMille: 700, ...over[1] },
    ],
    source: 'estimate',
    confidence: 'low' as const,
  });
  const reading = (of: ReturnType<typeof finds>) => {
    const tasks = [work('read', 5, { finds: of }), work('react', 5, { needs: ['read=attack'] }), work('goal', 20)];
    const branches = [branch('near', 1000), branch('far', 0)];
    const definition = build({ incidents: [incident('storm', tasks, { branches })], products: [track] });
    return (seed: string) => play(definition, { seed });
  };
  const seeds = Array.from({ length: 300 }, (_, i) => `seed-${i}`);

  test('[R36] ends in each as often as the file says', () => {
    const read = reading(finds());
    const attacks = seeds.filter((seed) => read(seed).ended('read').outcome === 'attack').length;
    // Three standard deviations of 300 draws at 3 in 10.
    expect(Math.abs(attacks - 90)).toBeLessThan(24);
  });

  test('[R36] ends as often as the file says for the branch that the incident is on', () => {
    const sure = (attack: number, branchId: string) =>
      finds([{ inBranch: { [branchId]: attack } }, { inBranch: { [branchId]: 1000 - attack } }]);
    const ends = (of: ReturnType<typeof finds>) => {
      const read = reading(of);
      return new Set(seeds.slice(0, 30).map((seed) => read(seed).ended('read').outcome));
    };
    expect([...ends(sure(1000, 'near'))]).toEqual(['attack']);
    expect([...ends(sure(0, 'near'))]).toEqual(['fault']);
    expect(ends(sure(1000, 'far')).size).toBe(2);
  });

  test('[R36] gives the product of the way in which it ended', () => {
    const read = reading(finds());
    for (const seed of seeds.slice(0, 30)) {
      const played = read(seed);
      const attack = played.ended('read').outcome === 'attack';
      expect(played.all('ProductHeld').map(({ product, organisation }) => [product, organisation])).toEqual(
        attack ? [['track', 'us-ops']] : [],
      );
      expect(played.all('TaskBegan').some(({ task }) => task === 'react')).toBe(attack);
    }
  });

  test('[R21] ends otherwise when its odds change, and takes as long as it took', () => {
    const lasted = (of: ReturnType<typeof finds>) => {
      const read = reading(of);
      return seeds.slice(0, 20).map((seed) => read(seed).ended('read').at);
    };
    expect(lasted(finds([{ perMille: 900 }, { perMille: 100 }]))).toEqual(lasted(finds()));
  });
});

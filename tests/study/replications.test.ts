import { describe, expect, it } from 'vitest';
import { compile, replay } from '../../src/core/engine/index.ts';
import { column, replicate, seedOf } from '../../src/study/replications.ts';
import { act, between, build, HOUR, incident, MIN, sense } from '../support/build.ts';

const definition = build({
  incidents: [incident('a', [sense('see'), act('do', { needs: ['see'], takes: between(MIN, 30 * MIN, 3 * HOUR) })])],
});
const plan = compile(definition);
const wanted = { seed: 'study', from: 0, count: 40, standIn: 'by-the-book' } as const;

describe('replications', () => {
  it('the first twenty stay the same when there are forty', () => {
    const few = replicate(plan, { ...wanted, count: 20 });
    const many = replicate(plan, wanted);
    expect(many.rows.subarray(0, few.rows.length)).toEqual(few.rows);
  });

  it('a study in two halves gives the rows of one whole', () => {
    const whole = replicate(plan, wanted);
    const late = replicate(plan, { ...wanted, from: 25, count: 15 });
    expect(whole.rows.subarray(25 * plan.measures.length)).toEqual(late.rows);
  });

  it('a row is the run of its seed', () => {
    const { rows } = replicate(plan, wanted);
    const { facts } = replay(plan, { seed: seedOf('study', 7), held: [], standIn: 'by-the-book' }, []);
    const ended = facts.at(-1);
    expect(ended?.type === 'RunEnded' && Object.values(ended.measures)).toEqual([
      ...rows.subarray(7 * plan.measures.length, 8 * plan.measures.length),
    ]);
  });

  it('the mean of a triangular duration comes out within three standard errors', () => {
    const many = column(replicate(plan, { ...wanted, count: 2000 }), 'restricted.a');
    const mean = many.reduce((sum, value) => sum + value, 0) / many.length;
    const [low, mode, high] = [MIN, 30 * MIN, 3 * HOUR];
    const theory = 10 * MIN + (low + mode + high) / 3;
    const variance = (low ** 2 + mode ** 2 + high ** 2 - low * mode - low * high - mode * high) / 18;
    expect(Math.abs(mean - theory)).toBeLessThan(3 * Math.sqrt(variance / many.length));
  });

  it('a measure that there is not is an error', () => {
    expect(() => column(replicate(plan, { ...wanted, count: 1 }), 'nonsense')).toThrow('no measure nonsense');
  });
});

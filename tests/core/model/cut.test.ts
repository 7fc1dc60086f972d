import { describe, expect, it } from 'vitest';
import { compile, replay } from '../../../src/core/engine/index.ts';
import { cutDefinition } from '../../../src/core/model/cut.ts';
import type { Definition, Scenario } from '../../../src/core/model/scenario.ts';
import { build, exactly, HOUR, hand, incident, sense } from '../../support/build.ts';

const moves = (id: string): NonNullable<Scenario['moves']> => [
  { id, title: `Move ${id}`, until: 24 * HOUR, minutes: 30 },
];

/** Two incidents, one of which a cut leaves out. */
function twoIncidents(over: Partial<Scenario> = {}): Definition {
  const definition = build({
    incidents: [
      incident('drift', [sense('seen'), hand('give', { needs: ['seen'] })]),
      incident('noise', [sense('heard'), hand('pass', { needs: ['heard'] })]),
    ],
  });
  const cut = { id: 'short', title: 'The short way', playMinutes: 20, without: ['noise'], moves: moves('c1') };
  return { ...definition, scenario: { ...definition.scenario, moves: moves('m1'), cuts: [cut], ...over } };
}

const inject = (id: string, over: Partial<Scenario['injects'][number]> = {}): Scenario['injects'][number] => ({
  id,
  at: HOUR,
  to: ['us'],
  from: 'Somebody',
  method: 'call',
  text: 'Something has been heard.',
  expected: 'Listens.',
  objective: 'o1',
  ...over,
});

describe('a cut', () => {
  it('leaves out its incidents and keeps the others as they are', () => {
    const whole = twoIncidents();
    const { scenario } = cutDefinition(whole, 'short');
    expect(scenario.incidents).toEqual(whole.scenario.incidents.filter(({ id }) => id === 'drift'));
    expect({ id: scenario.id, version: scenario.version }).toEqual({
      id: whole.scenario.id,
      version: whole.scenario.version,
    });
  });

  it('brings its own moves and table time, and no cuts of its own', () => {
    const { scenario } = cutDefinition(twoIncidents(), 'short');
    expect(scenario.moves).toEqual(moves('c1'));
    expect(scenario.playMinutes).toBe(20);
    expect(scenario.cuts).toBeUndefined();
  });

  it('leaves out injects of what is gone and those that wait for it; one that it would have called off comes', () => {
    const whole = twoIncidents({
      injects: [
        inject('of-noise', { incident: 'noise' }),
        inject('of-drift', { incident: 'drift' }),
        inject('of-nothing'),
        inject('after-noise', { needs: ['pass'] }),
        inject('unless-noise', { unless: ['pass=delivered', 'give'] }),
        inject('unless-noise-only', { unless: ['heard'] }),
      ],
    });
    const { injects } = cutDefinition(whole, 'short').scenario;
    expect(injects.map(({ id, unless }) => [id, unless])).toEqual([
      ['of-drift', undefined],
      ['of-nothing', undefined],
      ['unless-noise', ['give']],
      ['unless-noise-only', undefined],
    ]);
  });

  it('leaves out products that only they used, and windows on objects that only they looked at', () => {
    const whole = twoIncidents();
    const only = { ...(whole.scenario.products[0] as Scenario['products'][number]), id: 'recording' };
    const noise = incident('noise', [
      { ...sense('heard'), object: 'jammer', gives: 'recording' },
      hand('pass', { needs: ['heard'] }),
    ]);
    const definition: Definition = {
      ...whole,
      access: {
        ...whole.access,
        windows: [...whole.access.windows, { sensor: 'ear', object: 'jammer', from: 0, until: HOUR }],
      },
      scenario: {
        ...whole.scenario,
        products: [...whole.scenario.products, only],
        incidents: [whole.scenario.incidents[0] as Scenario['incidents'][number], noise],
      },
    };
    const cut = cutDefinition(definition, 'short');
    expect(cut.scenario.products).toEqual(whole.scenario.products);
    expect(cut.access.windows).toEqual(whole.access.windows);
  });

  it('leaves out what moved the ladder and can no longer happen', () => {
    const ladder: NonNullable<Scenario['ladder']> = {
      rungs: [
        { id: 'calm', says: 'Calm' },
        { id: 'words', says: 'Words' },
      ],
      starts: 'calm',
      moves: [
        { when: 'give', by: 1, says: 'It is given' },
        { when: 'pass=denied', by: 1, says: 'It is refused' },
      ],
      ...exactly(0),
    };
    const { exactly: _, ...provenance } = exactly(0);
    const whole = twoIncidents({ ladder: { ...ladder, ...provenance } });
    expect(cutDefinition(whole, 'short').scenario.ladder?.moves.map(({ when }) => when)).toEqual(['give']);
  });

  it('runs, and what is left of it goes as it would have gone with nothing to compete with', () => {
    const cut = cutDefinition(twoIncidents(), 'short');
    const { facts } = replay(compile(cut), { seed: '1', held: [], standIn: 'by-the-book' }, []);
    const ended = facts.flatMap((fact) => (fact.type === 'ResponseEnded' ? [fact.incident] : []));
    expect(ended).toEqual(['drift']);
  });

  it('that the scenario lacks is refused by name', () => {
    expect(() => cutDefinition(twoIncidents(), 'long')).toThrow('no cut "long"; there are: short');
  });
});

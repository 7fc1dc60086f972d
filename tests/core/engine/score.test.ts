import { describe, expect, test } from 'vitest';
import { begin, compile, createRun, measureRow, runUntil } from '../../../src/core/engine/index.ts';
import type { Incident } from '../../../src/core/model/incident.ts';
import { measuresByName } from '../../../src/core/model/measures.ts';
import type { Access, Definition } from '../../../src/core/model/scenario.ts';
import type { Task } from '../../../src/core/model/task.ts';
import type { Built } from '../../support/build.ts';
import { act, build, decide, exactly, HOUR, hand, incident, MIN, sense, track } from '../../support/build.ts';
import { allies, branch, inject, ladder, option, seats, trusting } from '../../support/dealings.ts';
import { play } from '../../support/play.ts';

type Measures = Readonly<Record<string, number>>;
const work = (id: string, minutes: number, needs: string[] = [], over: Partial<Parameters<typeof act>[1]> = {}) =>
  act(id, { desk: 'none', takes: exactly(minutes * MIN), needs, ...over });
const estimate = { source: 'estimate', confidence: 'low' } as const;

/** What a run scored: the same from its facts as from a run that nobody listens to, in an arena that has run before. */
function measuresOf(definition: Definition): Measures {
  const told = play(definition).all('RunEnded')[0]?.measures ?? {};
  const plan = compile(definition);
  const arena = createRun(plan, { held: [], standIn: 'by-the-book' }, false);
  for (const seed of ['another', 'lively-otter-42']) {
    begin(arena, seed);
    runUntil(arena, plan.lasts);
  }
  expect(measuresByName(plan.measures, measureRow(arena))).toEqual(told);
  return told;
}
const storm = (tasks: Task[], over: Partial<Incident> = {}, more: Partial<Built> = {}): Measures =>
  measuresOf(build({ incidents: [incident('storm', tasks, over)], coalition: allies(), scenario: { seats }, ...more }));
const closing = (minutes: number) => ({ closes: minutes * MIN, because: 'physics says so', ...estimate });

const turnTo = (to: string, after: string) =>
  decide('turn', {
    options: [option('go', { branch: to }), option('no')],
    byTheBook: [{ holds: [], choose: 'go' }],
    needs: [after],
    staffTime: 0,
  });

describe('measures', () => {
  test('[M3] count until a nation has decided, and until there is a joint attribution', () => {
    const tasks = [work('ten', 10), work('twenty', 20), work('thirty', 30), work('goal', 40)];
    const told = storm(tasks, {
      decisions: { fr: ['thirty', 'twenty'], uk: ['goal'] },
      attribution: ['twenty', 'ten'],
      begins: HOUR,
    });
    expect([told['decided.storm.fr'], told['decided.storm.uk'], told['attributed.storm']]).toEqual([
      20 * MIN,
      40 * MIN,
      10 * MIN,
    ]);
    const never = storm([work('goal', 10), work('late', 1000)], { decisions: { fr: ['late'] }, attribution: ['late'] });
    expect([never['decided.storm.fr'], never['attributed.storm']]).toEqual([6 * HOUR, 6 * HOUR]);
  });

  test('[M8] count sources exposed and third-party rows, and trust in the lead at the end', () => {
    const told = storm(
      [work('goal', 1)],
      {},
      {
        coalition: allies(
          {},
          {
            trust: trusting([
              ['fr', 'us', 321],
              ['fr', 'uk', 900],
            ]),
          },
        ),
      },
    );
    expect(told).toMatchObject({
      'sources-exposed': 0,
      'third-party-breaches': 0,
      'trust.fr': 321,
      'trust.uk': 666,
      'trust.au': 666,
    });
    expect(told).not.toHaveProperty('trust.us');
  });

  test('[M8] leave an adversary out', () => {
    const told = storm(
      [work('goal', 1)],
      {},
      { coalition: allies({ au: { adversary: true } }, { trust: trusting() }) },
    );
    expect(told).not.toHaveProperty('trust.au');
    expect(told).not.toHaveProperty('decisive.au');
  });

  test('[M9] count what was said against the branch that it then was on, and what was done for nothing', () => {
    const branches = [branch('attack', 1000, { hostile: true }), branch('fault', 0)];
    const presumes = (id: string, minutes: number, what: 'hostile' | 'harmless', task: 'act' | 'announce') =>
      ({ ...work(id, minutes), task, presumes: what }) as Task;
    const tasks = (task: 'act' | 'announce') => [
      presumes('a', 10, 'hostile', task),
      presumes('b', 20, 'harmless', task),
      work('thirty', 30),
      turnTo('fault', 'thirty'),
      presumes('c', 40, 'hostile', task),
      presumes('d', 50, 'harmless', task),
      presumes('e', 55, 'hostile', task),
      work('goal', 60),
    ];
    expect(storm(tasks('announce'), { branches })).toMatchObject({
      'attributions-right': 2,
      'attributions-wrong': 3,
      'needless-acts': 0,
    });
    expect(storm(tasks('act'), { branches })).toMatchObject({
      'attributions-right': 0,
      'attributions-wrong': 0,
      'needless-acts': 3,
    });
  });

  test('[M10] count what consequences cost until somebody ended them', () => {
    const lost = (
      over: Partial<NonNullable<Incident['consequences']>[number]>,
      goal = 120,
      about: Partial<Incident> = {},
    ) => {
      const consequence = { says: 'Service is lost', from: HOUR, until: ['goal'], perHour: 10, ...estimate, ...over };
      return storm([work('half', 30), work('goal', goal)], { consequences: [consequence], begins: HOUR, ...about })[
        'service-hours-lost.storm'
      ];
    };
    expect(lost({})).toBe(10);
    expect(lost({ from: 0 })).toBe(20);
    expect(lost({ until: ['goal', 'half'], from: 0 })).toBe(5);
    expect(lost({ until: ['half'] })).toBe(0);
    expect(lost({}, 900)).toBe(50);
    expect(lost({}, 900, { horizon: 24 * HOUR })).toBe(100);
  });

  test('[M10] keep the highest rung reached, though it goes down again', () => {
    const moves = ladder([
      ['jam', 2],
      ['talk', -1],
    ]);
    const tasks = [work('jam', 10), work('talk', 20), work('goal', 30)];
    expect(storm(tasks, {}, { scenario: { seats, ladder: moves } }).escalation).toBe(3);
  });

  test('[M10] leave out what does not happen on the branch', () => {
    const consequence = { says: 'Service is lost', from: 0, until: ['goal'], perHour: 10, ...estimate };
    const lost = (branches: string[]) =>
      storm([work('goal', 60)], {
        branches: [branch('a', 1000), branch('b', 0)],
        consequences: [{ ...consequence, branches }],
      })['service-hours-lost'];
    expect([lost(['a']), lost(['b']), lost(['b', 'a'])]).toEqual([10, 0, 10]);
  });

  test('[M10] charge each branch for the time that the incident was on it', () => {
    const consequence = { says: 'Service is lost', from: 30 * MIN, until: ['goal'], perHour: 10, ...estimate };
    const lost = (...on: string[]) =>
      storm([work('hour', 60), turnTo('b', 'hour'), work('goal', 120)], {
        branches: [branch('a', 1000), branch('b', 0)],
        consequences: [{ ...consequence, branches: on }],
      })['service-hours-lost'];
    expect([lost('a'), lost('b'), lost('a', 'b')]).toEqual([5, 10, 15]);
  });

  test('[M11] count nations that acted or announced, each once', () => {
    const at = (id: string, where: string, task: 'act' | 'announce' | 'assess') =>
      ({ ...work(id, 10), at: where, task }) as Task;
    const tasks = [
      at('a', 'us-ops', 'act'),
      at('b', 'us-policy', 'announce'),
      at('c', 'fr-ops', 'announce'),
      at('d', 'uk-ops', 'assess'),
    ];
    expect(storm(tasks, { goal: 'a' })['depth.storm']).toBe(2);
  });

  test('[M11] count until each nation that could do something first did', () => {
    const acts = (id: string, minutes: number, where: string, needs: string[] = []) =>
      ({ ...work(id, minutes, needs), at: where }) as Task;
    const tasks = [acts('first', 10, 'us-ops'), acts('again', 5, 'us-policy', ['first']), acts('ally', 25, 'fr-ops')];
    const told = storm([...tasks, acts('late', 1000, 'uk-ops')], { goal: 'ally', begins: HOUR });
    expect([told['acted.storm.us'], told['acted.storm.fr'], told['acted.storm.uk']]).toEqual([
      10 * MIN,
      25 * MIN,
      6 * HOUR,
    ]);
    expect(told).not.toHaveProperty('acted.storm.au');
  });

  test('[M6] measure what exercise work took of the time that an organisation’s people are there', () => {
    const day = { scenario: { seats, lasts: 24 * HOUR } };
    const acts = [act('half', { takes: exactly(12 * HOUR) }), act('longer', { takes: exactly(30 * HOUR) })];
    const told = storm([...acts, work('goal', 1)], { horizon: 40 * HOUR }, day);
    // Fifty are at the watch around the clock; what is in hand at the end counts as far as it went.
    expect([told['desk-seconds'], told['load.us-ops']]).toEqual([36 * HOUR, 30]);
    expect(told).not.toHaveProperty('load.fr-ops');
  });

  const look = (id: string, sensor: string, needs: string[] = []) =>
    sense(id, { object: id, sensors: [sensor], dwell: exactly(10 * MIN), needs });
  const view = (sensor: string, object: string, from: number, until: number, trajectory?: string) =>
    ({
      sensor,
      object,
      from: from * MIN,
      until: until * MIN,
      ...(trajectory === undefined ? {} : { trajectory }),
    }) as Access['windows'][number];

  test('[M11] share out the observations on the walks back from what was done', () => {
    const windows = [view('us-eye', 'one', 0, 600), view('fr-eye', 'two', 0, 600), view('uk-eye', 'off', 0, 600)];
    const tasks = [
      look('one', 'us-eye'),
      look('two', 'fr-eye', ['one']),
      look('off', 'uk-eye'),
      work('goal', 1, ['two']),
    ];
    expect(storm(tasks, {}, { windows })).toMatchObject({ 'decisive.us': 500, 'decisive.fr': 500, 'decisive.uk': 0 });
    expect(storm([...tasks, work('late', 900)], { goal: 'late' }, { windows })['decisive.us']).toBe(0);
  });

  test('[M11] do not count an observation that was still to be made when the clock put the question', () => {
    const tasks = [look('never', 'us-eye'), act('goal', { needs: [{ any: ['never', 'call'] }] })];
    const more = { windows: [view('us-eye', 'never', 300, 600)], injects: [inject('call', HOUR)] };
    expect(storm(tasks, {}, more)['decisive.us']).toBe(0);
  });

  const passed = hand('pass', { from: 'fr-ops', to: 'us-ops' });
  const products = [{ ...track, owner: 'fr-ops' }];
  const custody = (tasks: Task[], windows: Access['windows'], over: Partial<Incident> = {}) => {
    const told = storm([...tasks, work('goal', 1)], { window: closing(200), ...over }, { windows, products });
    return [told['custody-alone.storm'], told['custody.storm']];
  };
  const both = sense('see', { object: 'thing', sensors: ['us-eye', 'fr-eye'], dwell: exactly(500 * MIN) });

  test('[M12] measure the part of the window in which the lead nation had the object in view', () => {
    const windows = [
      view('us-eye', 'thing', 0, 50),
      view('us-eye', 'thing', 100, 150),
      view('fr-eye', 'thing', 0, 400),
    ];
    expect(custody([both], windows)).toEqual([500, 500]);
    const touching = [view('us-eye', 'thing', 0, 50), view('us-eye', 'thing', 40, 100)];
    expect(custody([both], touching)).toEqual([500, 500]);
  });

  test('[M12] add the sights of nations whose tracks it held, from then on', () => {
    const windows = [view('us-eye', 'thing', 0, 50), view('fr-eye', 'thing', 0, 106)];
    // The track arrives after six minutes: by then the lead has the object in view itself.
    expect(custody([both, passed], windows)).toEqual([250, 530]);
    const late = [both, work('wait', 90), { ...passed, needs: ['wait'] }];
    expect(custody(late, windows)).toEqual([250, 300]);
    const spoken = { ...passed, form: 'oral' as const };
    expect(custody([both, spoken], windows)).toEqual([250, 250]);
  });

  test('[M12] count from the first observable moment, and only what is in view on the branch', () => {
    const windows = [view('us-eye', 'thing', 100, 150, 'high'), view('us-eye', 'thing', 0, 10, 'low')];
    const branches = [branch('a', 1000, { trajectories: { thing: 'high' } }), branch('b', 0)];
    expect(custody([both], windows, { branches })).toEqual([500, 500]);
    expect(custody([both], [])).toEqual([0, 0]);
  });

  test('[M12] go by the sights of each branch while the incident was on it', () => {
    const windows = [
      view('us-eye', 'thing', 0, 80, 'high'),
      view('us-eye', 'thing', 20, 40, 'low'),
      view('us-eye', 'thing', 100, 150, 'low'),
    ];
    const branches = [
      branch('a', 1000, { trajectories: { thing: 'high' } }),
      branch('b', 0, { trajectories: { thing: 'low' } }),
    ];
    // An hour of what the first branch shows, then what the second does.
    expect(custody([both, work('hour', 60), turnTo('b', 'hour')], windows, { branches })).toEqual([550, 550]);
  });
});

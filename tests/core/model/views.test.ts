import { describe, expect, test } from 'vitest';
import type { RunChoice } from '../../../src/core/engine/index.ts';
import type { Incident } from '../../../src/core/model/incident.ts';
import type { Notice } from '../../../src/core/model/notice.ts';
import type { Exercise } from '../../../src/exercise/exercise.ts';
import { beginExercise } from '../../../src/exercise/exercise.ts';
import type { Built } from '../../support/build.ts';
import {
  act,
  build,
  decide,
  desk,
  exactly,
  HOUR,
  hand,
  incident,
  MIN,
  organisation,
  pair,
  sense,
  share,
  track,
} from '../../support/build.ts';

type Tasks = Incident['response'];
const luck: RunChoice = { seed: 'lively-otter-42', held: [], standIn: 'by-the-book' };
const inject = (id: string, at: number, over: object = {}) => ({
  id,
  at,
  to: ['fr-seat'],
  from: 'A ministry',
  method: 'message' as const,
  text: 'Something has happened.',
  expected: 'Somebody acts.',
  objective: 'learn',
  ...over,
});

function exercise(tasks: Tasks, until: number, over: Partial<Built> = {}, held: string[] = []): Exercise {
  const begun = beginExercise(build({ ...over, incidents: over.incidents ?? [incident('storm', tasks)] }), {
    ...luck,
    held,
  });
  begun.advance(until);
  return begun;
}
const told = (of: Exercise, seat: string): Notice[] => [...of.viewFor(seat).inbox];
const types = (of: Exercise, seat: string) => told(of, seat).map(({ type }) => type);
const refusing = {
  pairs: [pair('us', 'fr', { release: { exceptionRefused: share(1000) } }), pair('fr', 'us')],
  delegations: [],
};

describe('a seat', () => {
  test('[V1] sees before anything happens what is public and its own brief', () => {
    const view = exercise([sense('see')], 0).viewFor('fr-seat');
    expect(view.card).toMatchObject({ seat: 'fr-seat', brief: 'You are France.' });
    expect([view.inbox, view.incidents, view.products, view.decisions, view.requests, view.works]).toEqual([
      [],
      [],
      [],
      [],
      [],
      [],
    ]);
    expect(view.theatre.organisations.map(({ id, own }) => [id, own])).toEqual([
      ['fr-ops', true],
      ['us-ops', false],
      ['us-policy', false],
    ]);
  });

  test('[V1] has references of its own, in the order in which it learned of things', () => {
    const second = incident('a-hidden', [act('secret')]);
    const storm = incident('storm', [hand('pass', { from: 'fr-ops', to: 'us-ops' }), act('own', { at: 'fr-ops' })]);
    const later = exercise([], HOUR, {
      incidents: [second, storm],
      injects: [inject('call', 30 * MIN, { incident: 'a-hidden' })],
    });
    expect(later.viewFor('fr-seat').incidents.map(({ ref }) => ref)).toEqual(['i1', 'i2']);
    expect(later.viewFor('fr-seat').incidents.map(({ title }) => title)).toEqual([
      'Report of storm',
      'Report of a-hidden',
    ]);
    expect(later.viewFor('us-seat').incidents.map(({ title }) => title)).toEqual([
      'Report of a-hidden',
      'Report of storm',
    ]);
  });

  test('[V2] is told of injects addressed to it and of no others', () => {
    const injects = [inject('call', 0), inject('secret', 0, { to: ['us-seat'], text: 'This is for another seat.' })];
    const view = exercise([sense('see', { object: 'nothing' })], HOUR, { injects });
    expect(told(view, 'fr-seat')).toMatchObject([
      { type: 'MessageReceived', text: 'Something has happened.', incident: null },
    ]);
  });

  test('[V2] is told of the beginning and end of its own organisations’ work, of observations and of products', () => {
    const tasks = [
      sense('see', { sensors: ['ear'], gives: 'track' }),
      act('own', { at: 'fr-ops', needs: ['see'] }),
      act('theirs', { needs: ['see'] }),
    ];
    const windows = [{ sensor: 'ear', object: 'thing', from: 0, until: HOUR }];
    const view = exercise(tasks, HOUR, { windows });
    expect(types(view, 'fr-seat')).toEqual([
      'IncidentKnown',
      'WorkFinished',
      'ProductReceived',
      'WorkStarted',
      'WorkFinished',
    ]);
    expect(types(view, 'us-seat')).toEqual(['IncidentKnown', 'WorkStarted', 'WorkFinished']);
  });

  test('[V2] is told what it was asked and how it answered', () => {
    expect(types(exercise([decide('ask')], HOUR), 'us-seat')).toEqual([
      'IncidentKnown',
      'DecisionOffered',
      'DecisionTaken',
    ]);
    expect(types(exercise([decide('ask')], HOUR), 'fr-seat')).toEqual([]);
  });

  test('[V2] is told of the good end of tasks that the scenario says it is told of, and of no bad one', () => {
    const tells = (coalition: Built['coalition']) =>
      types(
        exercise(
          [hand('pass', { from: 'us-ops', tells: ['fr-seat'], to: 'fr-ops' })],
          HOUR,
          coalition && { coalition },
        ),
        'fr-seat',
      );
    expect(tells({})).toContain('ToldOf');
    expect(tells(refusing)).toEqual([]);
    expect(types(exercise([act('fix', { tells: ['fr-seat'] })], 9 * MIN), 'fr-seat')).toEqual([]);
    expect(types(exercise([act('fix', { tells: ['fr-seat'] })], HOUR), 'fr-seat')).toEqual(['IncidentKnown', 'ToldOf']);
  });

  test('[V3] is told of its handovers that they were sent, acknowledged and ended, not where they wait', () => {
    const slow = { pairs: [pair('us', 'fr', { release: { review: exactly(30 * MIN) } }), pair('fr', 'us')] };
    const view = exercise([hand('pass')], HOUR, { coalition: slow });
    expect(
      told(view, 'us-seat')
        .slice(1)
        .map(({ at, type }) => [at / MIN, type]),
    ).toEqual([
      [0, 'RequestSent'],
      [2, 'ReceiptAcknowledged'],
      [35, 'RequestAnswered'],
    ]);
    expect(exercise([hand('pass')], MIN, { coalition: slow }).viewFor('us-seat').theatre.links).toMatchObject([
      { state: 'under-way', gates: [{ state: 'unknown' }, { state: 'unknown' }, { state: 'unknown' }] },
    ]);
  });

  test('[V14] can look up where a request stands that went by a door with numbers', () => {
    const hours = [
      {
        days: 'daily' as const,
        from: '1300',
        until: '1700',
        people: 1,
        source: 'estimate',
        confidence: 'low' as const,
      },
    ];
    const organisations = [
      organisation('us-ops', 'us', [
        ...(['watch', 'gateway', 'assessment', 'decision'] as const).map((role) => desk(role)),
        desk('disclosure', { hours }),
      ]),
      organisation('us-policy', 'us'),
      organisation('fr-ops', 'fr'),
    ];
    const numbered = (tracked: boolean) => ({
      pairs: [pair('us', 'fr', { frontDoor: { tracked, knock: exactly(90 * MIN) } }), pair('fr', 'us')],
      organisations,
    });
    const asked = (until: number, tracked = true) =>
      exercise([hand('pass')], until, { coalition: numbered(tracked) }).viewFor('us-seat');
    const stands = (until: number) => asked(until).requests[0]?.stands;
    expect(stands(30 * MIN)).toMatchObject([
      { gate: 'front-door', state: 'working', label: { key: 'truth.working', args: { since: MIN } } },
      {
        gate: 'release',
        state: 'closed',
        label: { key: 'truth.closed', args: { role: 'disclosure', place: 1, opensAt: HOUR } },
      },
    ]);
    expect(stands(61 * MIN)).toMatchObject([
      { state: 'working' },
      { state: 'working', label: { key: 'truth.working' } },
    ]);
    expect(stands(80 * MIN)).toMatchObject([{ state: 'working' }, { gate: 'release', state: 'passed', label: null }]);
    expect(stands(92 * MIN)).toMatchObject([
      { state: 'passed' },
      { state: 'passed' },
      { gate: 'carriage', state: 'working' },
    ]);
    expect(stands(5 * HOUR)).toEqual([]);
    expect(asked(30 * MIN).holding).toMatchObject([{ key: 'truth.closed', args: { title: 'Hand over pass' } }]);
    expect(asked(30 * MIN).theatre.links).toMatchObject([
      { gates: [{ state: 'working' }, { state: 'closed' }, { state: 'unknown' }] },
    ]);
    const untracked = asked(30 * MIN, false);
    expect(untracked.requests[0]?.stands).toEqual([]);
    expect(untracked.inbox.map(({ type }) => type)).toEqual(['IncidentKnown', 'RequestSent']);
    const recipient = exercise([hand('pass')], 30 * MIN, { coalition: numbered(true) }).viewFor('fr-seat');
    expect(recipient.inbox).toEqual([]);
  });

  test('is held up first by what belongs to the window that closes next, last by what is past it', () => {
    const slow = { pairs: [pair('us', 'fr', { carriage: { send: exactly(9 * HOUR) } }), pair('fr', 'us')] };
    const waiting = (id: string, hours: number | null) => {
      const closes = { ...incident('any', []).window, closes: (hours ?? 4) * HOUR };
      const told = act(`${id}-told`, { takes: exactly(MIN), reveals: hours === null ? [] : ['deadline'] });
      return incident(id, [told, hand(`${id}-pass`), act(`${id}-goal`, { takes: exactly(11 * HOUR) })], {
        window: closes,
      });
    };
    const incidents = [waiting('a-late', 3), waiting('b-unknown', null), waiting('c-soon', 2)];
    const heldUp = (hour: number) =>
      exercise([], hour * HOUR, { incidents, coalition: slow })
        .viewFor('us-seat')
        .holding.filter(({ key }) => key !== 'holding.working')
        .map(({ args }) => args.title);
    expect(heldUp(1)).toEqual(['Hand over c-soon-pass', 'Hand over a-late-pass', 'Hand over b-unknown-pass']);
    expect(heldUp(2.5)).toEqual(['Hand over a-late-pass', 'Hand over b-unknown-pass', 'Hand over c-soon-pass']);
  });

  test('[V4] is not told as a recipient of what was refused, lapsed or lost on the way', () => {
    expect(types(exercise([hand('pass')], HOUR, { coalition: refusing }), 'fr-seat')).toEqual([]);
    const lost = { pairs: [pair('us', 'fr', { carriage: { path: 'none' } }), pair('fr', 'us')] };
    expect(types(exercise([hand('pass')], HOUR, { coalition: lost }), 'fr-seat')).toEqual([]);
    expect(
      types(
        exercise([hand('pass')], 7 * HOUR, {
          coalition: { pairs: [pair('us', 'fr', { release: { review: exactly(9 * HOUR) } }), pair('fr', 'us')] },
        }),
        'fr-seat',
      ),
    ).toEqual([]);
    expect(types(exercise([hand('pass')], HOUR), 'fr-seat')).toEqual(['IncidentKnown', 'ProductReceived']);
  });

  test('[V5] calls an incident as it was reported until it has learned what it is', () => {
    const tasks = [act('look', { takes: exactly(HOUR), reveals: ['nature'] })];
    const card = (until: number) => exercise(tasks, until).viewFor('us-seat').incidents[0];
    expect(card(0)).toMatchObject({ title: 'Report of storm', natureKnown: false, kind: null });
    expect(card(HOUR)).toMatchObject({ title: 'Truth of storm', natureKnown: true, kind: 'unexplained-approach' });
  });

  test('[V6] learns a deadline, and why it is one, from a task that reveals it and that it is told of', () => {
    const tasks = [act('reckon', { takes: exactly(HOUR), reveals: ['deadline'], tells: ['fr-seat'] })];
    const card = (until: number, seat: string) => exercise(tasks, until).viewFor(seat).incidents[0];
    expect(card(0, 'us-seat')).toMatchObject({ closesAt: null, closesBecause: null });
    expect(card(HOUR, 'us-seat')).toMatchObject({ closesAt: 4 * HOUR, closesBecause: 'physics says so' });
    expect(card(HOUR, 'fr-seat')).toMatchObject({ closesAt: 4 * HOUR, natureKnown: false });
  });

  test('[V6] learns what its own decision reveals', () => {
    expect(exercise([decide('ask', { reveals: ['nature'] })], HOUR).viewFor('us-seat').incidents[0]).toMatchObject({
      natureKnown: true,
    });
  });

  test('[V7] is refused alike what is hidden from it and what does not exist', () => {
    const tasks = [decide('ask', { seat: 'us-seat' })];
    const begun = exercise(tasks, 0, {}, ['us-seat', 'fr-seat']);
    const refusal = (seat: string, ref: string, option = 'yes') =>
      JSON.stringify(begun.takeDecision(seat, ref, option, 'because'));
    const absent = refusal('fr-seat', 'd99');
    expect([
      refusal('fr-seat', 'd1'),
      refusal('fr-seat', 'ask'),
      refusal('us-seat', 'ask'),
      refusal('us-seat', 'd1', 'maybe'),
      refusal('nobody', 'd1'),
    ]).toEqual(Array.from({ length: 5 }, () => absent));
    expect(begun.facts.some(({ type }) => type === 'DecisionTaken')).toBe(false);
    expect(begun.takeDecision('us-seat', 'd1', 'yes', 'because')).toBeUndefined();
    expect(refusal('us-seat', 'd1')).toBe(absent);
  });

  test('[V8] sees what its own nation’s sensors have in view, of incidents that it knows of', () => {
    const windows = ['eye', 'ear'].map((sensor) => ({ sensor, object: 'thing', from: 0, until: HOUR }));
    const tasks = [sense('see', { sensors: ['eye', 'ear'] }), act('own', { at: 'fr-ops', needs: ['call'] })];
    const injects = [inject('call', 5 * MIN, { to: [] })];
    const sees = (until: number) =>
      Object.fromEntries(
        exercise(tasks, until, { windows, injects })
          .viewFor('fr-seat')
          .theatre.sensors.map(({ id, sees: objects }) => [id, objects]),
      );
    expect(sees(4 * MIN)).toEqual({ eye: [], ear: [] });
    expect(sees(5 * MIN)).toEqual({ eye: [], ear: ['thing'] });
    expect(sees(HOUR)).toEqual({ eye: [], ear: [] });
  });

  const satellite = (id: string, role: 'approaching' | 'threatened') => ({
    id,
    name: `Satellite ${id}`,
    regime: 'geo' as const,
    longitude: 10,
    drift: 24,
    role,
    fictional: true as const,
  });
  const scenario = { satellites: [satellite('thing', 'approaching'), satellite('ours', 'threatened')] };
  const placed = (begun: ReturnType<typeof exercise>, seat = 'fr-seat') =>
    Object.fromEntries(begun.viewFor(seat).theatre.satellites.map(({ id, longitude }) => [id, longitude]));

  test('[V8] sees an approaching satellite where its own sensors last had it in view, not before it knows of the incident', () => {
    const windows = [{ sensor: 'ear', object: 'thing', from: 2 * MIN, until: 30 * MIN }];
    const tasks = [sense('see', { sensors: ['ear'] }), act('own', { at: 'fr-ops', needs: ['call'] })];
    const at = (until: number) =>
      placed(exercise(tasks, until, { scenario, windows, injects: [inject('call', 5 * MIN, { to: [] })] }));
    expect(at(4 * MIN)).toEqual({ ours: 10.07 });
    expect(at(10 * MIN)).toEqual({ ours: 10.17, thing: 10.17 });
    expect(at(HOUR)).toEqual({ ours: 11, thing: 10.48 });
  });

  test('[V8] sees it where a track in writing had it, and not at all on a word', () => {
    const tasks = [
      sense('see', { gives: 'track' }),
      hand('word', { needs: ['see'], form: 'oral' }),
      hand('paper', { needs: ['call'] }),
    ];
    const at = (until: number) =>
      placed(exercise(tasks, until, { scenario, injects: [inject('call', HOUR, { to: [] })] }));
    expect(at(59 * MIN)).toEqual({ ours: 10.98 });
    expect(at(2 * HOUR)).toEqual({ ours: 12, thing: 11.1 });
  });

  test('[V9] holds what crossed under a marking that names it, a tear-line as less than the whole, a word as the least', () => {
    const secret = { ...track, quality: 4, marking: { ...track.marking, controls: ['intelligence-derived' as const] } };
    const held = (form: 'full' | 'tear-line' | 'oral') =>
      exercise([sense('see', { gives: 'track' }), hand('give', { needs: ['see'], form })], HOUR, { products: [secret] })
        .viewFor('fr-seat')
        .products.map(({ quality, marking }) => ({ quality, for: marking.releasableTo, controls: marking.controls }));
    expect(held('full')).toEqual([{ quality: 4, for: ['fr'], controls: ['intelligence-derived'] }]);
    expect(held('tear-line')).toEqual([{ quality: 3, for: ['fr'], controls: [] }]);
    expect(held('oral')).toEqual([{ quality: 1, for: ['fr'], controls: ['intelligence-derived'] }]);
  });

  test('[V2] is not told of a task that could only begin when its incident was past', () => {
    const tasks = [
      act('late', { at: 'fr-ops', needs: ['call'] }),
      hand('pass', { from: 'fr-ops', to: 'us-ops', needs: ['call'] }),
    ];
    expect(types(exercise(tasks, 8 * HOUR, { injects: [inject('call', 7 * HOUR, { to: [] })] }), 'fr-seat')).toEqual(
      [],
    );
  });
});

import { describe, expect, test } from 'vitest';
import type { Incident } from '../../../src/core/model/incident.ts';
import type { Access, Scenario } from '../../../src/core/model/scenario.ts';
import type { Task } from '../../../src/core/model/task.ts';
import type { SeatView } from '../../../src/core/model/view.ts';
import type { Exercise } from '../../../src/exercise/exercise.ts';
import { beginExercise } from '../../../src/exercise/exercise.ts';
import { act, build, decide, exactly, HOUR, incident, MIN, sense } from '../../support/build.ts';
import { align, allies, branch, consent, option, promise, seats, trusting } from '../../support/dealings.ts';

const work = (id: string, minutes: number, over: Partial<Parameters<typeof act>[1]> = {}) =>
  act(id, { desk: 'none', takes: exactly(minutes * MIN), ...over });
const yes = (id: string, over: Parameters<typeof option>[1], more: Parameters<typeof decide>[1] = {}) =>
  decide(id, { options: [option('yes', over), option('no')], byTheBook: [{ holds: [], choose: 'yes' }], ...more });

const stranger: Scenario['satellites'][number] = {
  id: 'thing',
  name: 'Object 1',
  regime: 'geo',
  longitude: 40,
  drift: 24,
  role: 'approaching',
  fictional: true,
};

function exercise(tasks: Task[], over: Partial<Incident> = {}, windows: Access['windows'] = []): Exercise {
  return beginExercise(
    build({
      incidents: [incident('storm', tasks, over)],
      windows,
      coalition: allies({}, { trust: trusting([['fr', 'us', 137]]) }),
      scenario: { seats, satellites: [stranger] },
    }),
    { seed: 'lively-otter-42', held: [], standIn: 'by-the-book' },
  );
}
const at = (of: Exercise, minute: number, seat: string): SeatView => {
  of.advance(minute * MIN);
  return of.viewFor(seat);
};

describe('a seat', () => {
  test('[V10] has its nation’s promises on the table, given and received', () => {
    const tasks = [yes('ask', { promises: [promise('data', 'word', HOUR)] }), work('word', 30), work('goal', 300)];
    for (const seat of ['us-seat', 'fr-seat']) {
      const storm = exercise(tasks);
      expect(at(storm, 4, seat).promises).toEqual([]);
      const [card] = at(storm, 5, seat).promises;
      expect(card).toMatchObject({
        says: 'You will have data',
        from: 'us',
        to: 'fr',
        madeAt: 5 * MIN,
        due: 65 * MIN,
        settled: null,
      });
      expect(at(storm, 30, seat).promises[0]?.settled).toEqual({ at: 30 * MIN, how: 'kept' });
    }
    expect(at(exercise(tasks), 60, 'uk-seat').promises).toEqual([]);
  });

  test('[V10] is told how a promise ended, kept, broken or taken back', () => {
    const how = (tasks: Task[]) => at(exercise(tasks), 200, 'fr-seat').promises[0]?.settled;
    const made = yes('ask', { promises: [promise('data', 'word', HOUR)] });
    expect(how([made, work('word', 90), work('goal', 300)])).toEqual({ at: 65 * MIN, how: 'broken' });
    const back = yes('back', { drops: ['data'] }, { needs: ['ask'] });
    expect(how([made, back, work('word', 90), work('goal', 300)])).toEqual({ at: 10 * MIN, how: 'dropped' });
  });

  const turn = (at_: string[]) =>
    decide('turn', {
      seat: 'au-seat',
      options: [option('go', { branch: 'far' }), option('no')],
      byTheBook: [{ holds: [], choose: 'go' }],
      needs: at_,
      staffTime: 0,
    });
  const branches = (closes: number) => [branch('near', 1000), branch('far', 0, { closes, hostile: true })];
  const told = work('ten', 10, { reveals: ['deadline', 'nature'] });

  test('[V11] learns the deadline that holds when it learns it, and is not told if it moves', () => {
    const tasks = [told, work('twenty', 20), turn(['twenty']), work('goal', 60)];
    const storm = exercise(tasks, { branches: branches(2 * HOUR) });
    expect(at(storm, 15, 'us-seat').incidents[0]?.closesAt).toBe(4 * HOUR);
    expect(at(storm, 25, 'us-seat').incidents[0]?.closesAt).toBe(4 * HOUR);
    const late = [
      work('twenty', 20),
      turn(['twenty']),
      work('thirty', 30, { reveals: ['deadline'] }),
      work('goal', 60),
    ];
    const later = exercise(late, { branches: branches(2 * HOUR) });
    expect(at(later, 40, 'us-seat').incidents[0]?.closesAt).toBe(2 * HOUR);
  });

  test('[V11] goes by the newest deadline that it was told, and reads which one it replaces', () => {
    const again = (id: string, minutes: number) => work(id, minutes, { reveals: ['deadline'] });
    const tasks = [
      told,
      work('twenty', 20),
      turn(['twenty']),
      again('thirty', 30),
      again('forty', 40),
      work('goal', 60),
    ];
    const storm = exercise(tasks, { branches: branches(2 * HOUR) });
    expect(at(storm, 25, 'us-seat').incidents[0]?.closesAt).toBe(4 * HOUR);
    const view = at(storm, 50, 'us-seat');
    expect(view.incidents[0]?.closesAt).toBe(2 * HOUR);
    const learnt = view.inbox.filter(({ type }) => type === 'DeadlineLearned');
    expect(learnt).toMatchObject([
      { at: 10 * MIN, closesAt: 4 * HOUR, was: null },
      { at: 30 * MIN, closesAt: 2 * HOUR, was: 4 * HOUR },
    ]);
  });

  test('[V11] is not told which branch an incident is on', () => {
    const still = exercise([told, work('goal', 60)], { branches: branches(4 * HOUR) });
    const turned = exercise([told, turn([]), work('goal', 60)], { branches: branches(4 * HOUR) });
    for (const minute of [0, 5, 15, 70])
      for (const seat of ['fr-seat', 'uk-seat', 'us-seat'])
        expect(JSON.stringify(at(turned, minute, seat))).toBe(JSON.stringify(at(still, minute, seat)));
    expect(JSON.stringify(at(turned, 80, 'us-seat'))).not.toContain('It goes the way');
    expect(turned.curtain().incidents[0]?.branch).toBe('It goes the way of far.');
  });

  test('[V8] sees an object where it flies on the branch, not where it would fly on another', () => {
    const windows = [
      { sensor: 'us-eye', object: 'thing', trajectory: 'high', from: 0, until: HOUR },
      { sensor: 'us-eye', object: 'thing', trajectory: 'low', from: 2 * HOUR, until: 3 * HOUR },
    ];
    const flown = [
      branch('near', 1000, { trajectories: { thing: 'high' } }),
      branch('far', 0, { trajectories: { thing: 'low' } }),
    ];
    const look = sense('look', { sensors: ['us-eye'], dwell: exactly(MIN) });
    const sees = (tasks: Task[], minute: number) =>
      at(
        exercise([look, ...tasks, work('goal', 300)], { branches: flown }, windows),
        minute,
        'us-seat',
      ).theatre.sensors.find(({ id }) => id === 'us-eye')?.sees;
    expect(sees([], 30)).toEqual(['thing']);
    expect(sees([], 150)).toEqual([]);
    expect(sees([work('twenty', 20), turn(['twenty'])], 30)).toEqual([]);
    expect(sees([work('twenty', 20), turn(['twenty'])], 150)).toEqual(['thing']);
  });

  test('[V8] sees an approaching satellite where it last had it in view, on whichever branch that was', () => {
    const windows = [
      { sensor: 'us-eye', object: 'thing', trajectory: 'high', from: 0, until: HOUR },
      { sensor: 'us-eye', object: 'thing', trajectory: 'low', from: 0, until: 70 * MIN },
      { sensor: 'us-eye', object: 'thing', trajectory: 'low', from: 100 * MIN, until: 2 * HOUR },
    ];
    const flown = [
      branch('near', 1000, { trajectories: { thing: 'high' } }),
      branch('far', 0, { trajectories: { thing: 'low' } }),
    ];
    const look = sense('look', { sensors: ['us-eye'], dwell: exactly(MIN) });
    const turning = [look, work('eighty', 80), turn(['eighty']), work('goal', 300)];
    const turned = exercise(turning, { branches: flown }, windows);
    const longitude = (minute: number) => at(turned, minute, 'us-seat').theatre.satellites[0]?.longitude;
    expect([30, 75, 90, 110].map(longitude)).toEqual([40.5, 40.98, 40.98, 41.83]);
  });

  test('[V12] never sees trust as a number', () => {
    const tasks = [yes('pass', { bypasses: ['fr'] }), consent('ask'), work('goal', 300)];
    const storm = exercise(tasks);
    for (const seat of ['us-seat', 'fr-seat', 'uk-seat']) {
      const text = JSON.stringify(at(storm, 100, seat));
      expect(text).not.toMatch(/trust|partnership|withholding/i);
      expect(text).not.toContain('137');
      expect(text).not.toContain(':57,');
    }
    expect(storm.facts.filter(({ type }) => type === 'TrustMoved')).toMatchObject([{ trust: 57 }]);
  });

  test('[V2] that is convened is told when it begins and how it ended', () => {
    const storm = exercise([align('meet', { with: ['fr-ops', 'uk-ops'] }), work('goal', 60)]);
    const types = (seat: string) => at(storm, 20, seat).inbox.map(({ type }) => type);
    for (const seat of ['us-seat', 'fr-seat', 'uk-seat'])
      expect(types(seat)).toEqual(expect.arrayContaining(['WorkStarted', 'WorkFinished']));
    expect(types('au-seat')).toEqual([]);
  });
});

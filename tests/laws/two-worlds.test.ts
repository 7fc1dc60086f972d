/** Law 7 by hand: two worlds that tell a seat the same at the same times. */
import { describe, expect, test } from 'vitest';
import type { Incident } from '../../src/core/model/incident.ts';
import type { Definition } from '../../src/core/model/scenario.ts';
import type { Task } from '../../src/core/model/task.ts';
import {
  act,
  build,
  decide,
  exactly,
  HOUR,
  hand,
  incident,
  MIN,
  organisation,
  pair,
  sense,
  share,
} from '../support/build.ts';
import { allies, branch, consent, option, promise, seats, trusting } from '../support/dealings.ts';
import { bytes } from '../support/seen.ts';

const two = (first: Definition, second: Definition, seat: string, held: string[] = []) =>
  [bytes(first, 'one', held, [seat]), bytes(second, 'one', held, [seat])] as const;
const storm = (
  tasks: Task[],
  over: Parameters<typeof build>[0]['coalition'] = {},
  more: Partial<Parameters<typeof build>[0]> = {},
) => build({ ...more, incidents: [incident('storm', tasks), ...(more.incidents ?? []), elsewhere], coalition: over });
/** Which sensors have a part is public (V13): so they are the same in any two worlds. This one begins after the end. */
const elsewhere = incident('z-elsewhere', [sense('z-look')], { begins: 13 * HOUR });

describe('two worlds that tell a seat the same at the same times', () => {
  const own = act('own', { at: 'fr-ops', takes: exactly(2 * HOUR) });

  test('look the same to it, whatever others hold', () => {
    const [without, withIt] = two(
      storm([own, sense('see')]),
      storm([own, sense('see', { gives: 'track' })]),
      'fr-seat',
    );
    expect(withIt).toEqual(without);
  });

  test('look the same to a recipient, whether a handover was refused, lost, never sent or is still on its way', () => {
    const crossing = (over: Parameters<typeof pair>[2]) => ({
      delegations: [],
      pairs: [pair('us', 'fr', over), pair('fr', 'us')],
    });
    const pass = hand('pass');
    const never = storm([own, sense('see')]);
    const worlds = [
      storm([own, pass], crossing({ release: { exceptionRefused: share(1000) } })),
      storm([own, pass], crossing({ carriage: { path: 'none' } })),
      storm([own, pass], crossing({ release: { weighException: exactly(11 * HOUR) } })),
      storm(
        [own, { ...pass, tells: ['fr-seat'], reveals: ['nature'] }],
        crossing({ release: { exceptionRefused: share(1000) } }),
      ),
    ];
    for (const world of worlds) expect(two(world, never, 'fr-seat')[0]).toEqual(two(world, never, 'fr-seat')[1]);
  });

  test('look the same to a sender, wherever its handover waits', () => {
    const crossing = (over: Parameters<typeof pair>[2]) => ({ pairs: [pair('us', 'fr', over), pair('fr', 'us')] });
    const review = storm([hand('pass')], crossing({ release: { review: exactly(HOUR) } }));
    const carried = storm([hand('pass')], crossing({ carriage: { send: exactly(HOUR) } }));
    // The review ends an hour and two minutes in and is carried in three; sent, it is three and an hour and two.
    const [one, other] = two(review, carried, 'us-seat');
    expect(other).toEqual(one);
  });

  test('look the same to it, whether its work waited in a queue at another’s desk or was long', () => {
    const queue = (people: number, knock: number) => {
      const doors = organisation('fr-ops', 'fr').desks.map((desk) =>
        desk.role === 'front-door'
          ? {
              ...desk,
              hours: desk.hours.map((shift) => ({ ...shift, people })),
              background: [
                { urgency: 'flash' as const, every: exactly(40 * HOUR), takes: exactly(10 * MIN), backlog: 1 },
              ],
            }
          : desk,
      );
      return storm([hand('pass')], {
        organisations: [
          organisation('us-ops', 'us'),
          organisation('us-policy', 'us'),
          { ...organisation('fr-ops', 'fr'), desks: doors },
        ],
        pairs: [pair('us', 'fr', { frontDoor: { seek: exactly(0), knock: exactly(knock) } }), pair('fr', 'us')],
      });
    };
    const [waited, worked] = two(queue(1, MIN), queue(2, 11 * MIN), 'us-seat');
    expect(worked).toEqual(waited);
  });

  test('look the same to it, whatever incidents it knows nothing of', () => {
    const hidden = incident('a-hidden', [sense('a-look'), act('a-secret', { needs: ['a-look'] }), decide('a-ask')]);
    const [without, withIt] = two(storm([own]), storm([own], {}, { incidents: [hidden] }), 'fr-seat');
    expect(withIt).toEqual(without);
  });

  test('look the same to it, whoever holds the other seats and however long they think', () => {
    const ask = decide('ask', { answerWithin: 9 * HOUR });
    const world = storm([own, ask]);
    expect(bytes(world, 'one', ['us-seat'], ['fr-seat'])).toEqual(bytes(world, 'one', [], ['fr-seat']));
  });

  const dealing = (tasks: Task[], over: Partial<Incident> = {}, more: Parameters<typeof allies>[1] = {}) =>
    build({
      incidents: [incident('storm', [own, ...tasks, act('goal', { desk: 'none', takes: exactly(5 * HOUR) })], over)],
      coalition: allies({}, more),
      scenario: { seats },
    });
  const quiet = dealing([]);
  const askedUs = (over: Parameters<typeof option>[1]) =>
    decide('ask', { options: [option('yes', over), option('no')], byTheBook: [{ holds: [], choose: 'yes' }] });

  test('look the same to it, whichever branch the incident is on and however often it turns', () => {
    const branches = [branch('near', 1000), branch('far', 0, { hostile: true, closes: HOUR })];
    const still = dealing([askedUs({})], { branches });
    for (const world of [dealing([askedUs({ branch: 'far' })], { branches }), dealing([askedUs({})])])
      expect(two(world, still, 'fr-seat')[0]).toEqual(two(world, still, 'fr-seat')[1]);
  });

  test('look the same to it, whatever others have promised each other', () => {
    const world = dealing([askedUs({ promises: [promise('data', 'goal', HOUR, { to: 'uk' })] })]);
    expect(two(world, quiet, 'fr-seat')[0]).toEqual(two(world, quiet, 'fr-seat')[1]);
  });

  test('look the same to it, whoever trusts whom, until work takes longer', () => {
    const trust = (level: number) =>
      trusting([
        ['fr', 'us', level],
        ['us', 'fr', level],
      ]);
    const tasks = [askedUs({ bypasses: ['fr'] }), consent('mind', { at: 'uk-ops' })];
    const worlds = [
      dealing(tasks, {}, { trust: trust(100) }),
      dealing(tasks, {}, { trust: trust(900) }),
      dealing(tasks),
    ];
    for (const world of worlds) expect(two(world, quiet, 'fr-seat')[0]).toEqual(two(world, quiet, 'fr-seat')[1]);
  });

  test('look the same to a recipient, whether a handover was withheld or never thought of', () => {
    const offer = hand('offer', {
      from: 'uk-ops',
      to: 'fr-ops',
      volunteered: true,
      tells: ['fr-seat'],
      reveals: ['nature'],
    });
    const world = dealing([offer], {}, { trust: trusting([['uk', 'fr', 0]]) });
    expect(two(world, quiet, 'fr-seat')[0]).toEqual(two(world, quiet, 'fr-seat')[1]);
  });
});

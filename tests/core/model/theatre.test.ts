import { describe, expect, test } from 'vitest';
import type { RunChoice } from '../../../src/core/engine/index.ts';
import type { Definition } from '../../../src/core/model/scenario.ts';
import type { Theatre } from '../../../src/core/model/view.ts';
import { beginExercise } from '../../../src/exercise/exercise.ts';
import { act, build, HOUR, hand, incident, organisation, sense } from '../../support/build.ts';
import { align, allies, seats } from '../../support/dealings.ts';

const other = { id: 'xx', name: 'The other side', code: 'XXX', adversary: true, source: 'estimate' } as const;
const standing = allies();
const eye = (id: string, nation: string) => ({
  ...(standing.sensors as Definition['coalition']['sensors'])[0],
  id,
  nation,
  operator: `${nation}-ops`,
});

/** Four allies and the other side, each with an eye; the second incident comes in the fifth hour and nobody is told of it before. */
const definition = build({
  incidents: [
    incident('storm', [sense('look', { sensors: ['us-eye'] }), hand('pass', { to: 'uk-capital' })]),
    incident(
      'later',
      [
        sense('glimpse', { sensors: ['xx-eye', 'au-eye'] }),
        act('stir', { at: 'xx-ops' }),
        align('meet', { with: ['de-ops'] }),
      ],
      { begins: 5 * HOUR },
    ),
  ],
  coalition: {
    ...standing,
    nations: [...(standing.nations ?? []), { ...other, exceptionsAt: 'xx-ops' }],
    organisations: [
      ...(standing.organisations ?? []),
      organisation('de-ops', 'fr'),
      organisation('de-idle', 'fr'),
      organisation('xx-ops', 'xx'),
    ],
    sensors: [...(standing.sensors ?? []), eye('xx-eye', 'xx')],
  } as Definition['coalition'],
  scenario: {
    seats: [
      ...seats.filter(({ nation }) => nation === 'us' || nation === 'fr'),
      { id: 'xx-seat', title: 'The other side', nation: 'xx', organisations: ['xx-ops'], brief: 'You are nobody.' },
    ],
    satellites: [
      {
        id: 'ours',
        name: 'Ours',
        nation: 'fr',
        regime: 'geo',
        longitude: 1,
        drift: 0,
        role: 'threatened',
        fictional: true,
      },
      {
        id: 'theirs',
        name: 'Theirs',
        nation: 'xx',
        regime: 'geo',
        longitude: 5,
        drift: 0,
        role: 'neutral',
        fictional: true,
      },
    ],
  },
});

const luck: RunChoice = { seed: 'lively-otter-42', held: [], standIn: 'by-the-book' };
const begun = () => beginExercise(definition, luck);
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).sort();
const owners = ({ satellites }: Theatre) => satellites.map(({ id, nation }) => [id, nation]);

describe('the picture', () => {
  test('[V13] has the organisations of seats and of tasks, and the sensors that some observation could be made by', () => {
    const { organisations, sensors } = begun().viewFor('us-seat').theatre;
    expect(ids(organisations)).toEqual(['de-ops', 'fr-capital', 'fr-ops', 'uk-capital', 'us-ops', 'us-policy']);
    expect(ids(sensors)).toEqual(['au-eye', 'us-eye']);
  });

  test('[V8] has a satellite that approaches on its owner’s map from the beginning, and on no other', () => {
    const { scenario } = definition;
    const satellites = scenario.satellites.map((one) => ({ ...one, role: 'approaching' as const }));
    const exercise = beginExercise({ ...definition, scenario: { ...scenario, satellites } }, luck);
    expect(ids(exercise.viewFor('xx-seat').theatre.satellites)).toEqual(['theirs']);
    expect(ids(exercise.viewFor('fr-seat').theatre.satellites)).toEqual(['ours']);
    expect(exercise.viewFor('us-seat').theatre.satellites).toEqual([]);
  });

  test('[V13] has the same places before an incident that names them and after it', () => {
    const exercise = begun();
    const places = () =>
      ['fr-seat', 'us-seat', 'xx-seat'].map((seat) => {
        const { organisations, sensors } = exercise.viewFor(seat).theatre;
        return [organisations, ids(sensors)];
      });
    const before = places();
    for (const hour of [1, 5, 6, 12]) {
      exercise.advance(hour * HOUR);
      expect(places()).toEqual(before);
    }
  });

  test('[V13] shows an adversary’s places and whose his satellites are to his own seat and to control alone', () => {
    const exercise = begun();
    for (const seat of ['us-seat', 'fr-seat']) {
      const { theatre } = exercise.viewFor(seat);
      expect(JSON.stringify(theatre)).not.toMatch(/"xx/);
      expect(owners(theatre)).toEqual([
        ['ours', 'fr'],
        ['theirs', null],
      ]);
    }
    for (const theatre of [exercise.viewFor('xx-seat').theatre, exercise.openTheatre()]) {
      expect(ids(theatre.organisations)).toContain('xx-ops');
      expect(ids(theatre.sensors)).toContain('xx-eye');
      expect(owners(theatre)).toEqual([
        ['ours', 'fr'],
        ['theirs', 'xx'],
      ]);
    }
  });
});

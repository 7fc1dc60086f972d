import { describe, expect, test } from 'vitest';
import type { Nation } from '../../../src/core/model/coalition.ts';
import type { AlignTask } from '../../../src/core/model/task.ts';
import { act, build, exactly, incident, MIN, share } from '../../support/build.ts';
import { align, aligning, allies } from '../../support/dealings.ts';
import { play } from '../../support/play.ts';

type Staff = Partial<NonNullable<Nation['coordination']>>;
type Staffs = Partial<Record<'au' | 'fr' | 'uk' | 'us', Staff>>;
const convened = (over: Partial<AlignTask>, staffs: Staffs = {}, matrix?: []) => {
  const own = Object.fromEntries(
    Object.entries(staffs).map(([id, staff]) => [id, { coordination: aligning(staff) }] as const),
  );
  const goal = act('goal', { needs: [{ any: ['meet', 'meet=apart'] }], desk: 'none', takes: exactly(MIN) });
  return play(
    build({
      incidents: [incident('storm', [align('meet', over), goal])],
      coalition: allies(own, matrix === undefined ? {} : { matrix }),
    }),
  );
};
const end = (over: Partial<AlignTask>, staffs: Staffs = {}) => {
  const { at, outcome } = convened(over, staffs).ended('meet');
  return [outcome, at / MIN];
};
/** One that never comes to one line, and when: after the first mending, or after the second. */
const broken = { splits: share(1000), broken: share(1000) };
const stubborn = { splits: share(1000) };
const two = { with: ['fr-ops', 'uk-ops'] };
const three = { with: ['fr-ops', 'uk-ops', 'au-ops'] };

describe('coming to one line', () => {
  test('[R92] is the convener’s work, then each partner’s', () => {
    const played = convened(two);
    expect(played.all('WorkBegan').map(({ desk, party }) => [desk, party])).toEqual([
      ['us-ops/coordination', 'fr-ops'],
      ['us-ops/coordination', 'uk-ops'],
      ['fr-ops/coordination', 'fr-ops'],
      ['uk-ops/coordination', 'uk-ops'],
    ]);
    expect(played.ended('meet')).toMatchObject({ at: 15 * MIN, outcome: 'agreed' });
    expect(played.charged('storm')).toEqual({ coordination: 15 * MIN, execution: MIN });
  });

  test('[R92] is done at the last of as many as the file asks for, all if it asks for none', () => {
    const slow = { uk: { align: exactly(60 * MIN) }, au: { align: exactly(30 * MIN) } };
    expect(end(three, slow)).toEqual(['agreed', 65]);
    expect(end({ ...three, atLeast: 3 }, slow)).toEqual(['agreed', 65]);
    expect(end({ ...three, atLeast: 2 }, slow)).toEqual(['agreed', 35]);
    expect(end({ ...three, atLeast: 1 }, slow)).toEqual(['agreed', 15]);
  });

  test('[R92] lets go of whoever was not needed', () => {
    const played = convened({ ...two, atLeast: 1 }, { uk: { align: exactly(60 * MIN) } });
    expect(played.all('FrictionMoved').filter(({ to }) => to === 'overtaken')).toMatchObject([
      { at: 15 * MIN, party: 'uk-ops' },
    ]);
    expect(played.all('StepEnded').filter(({ task, party }) => task === 'meet' && party === 'uk-ops').length).toBe(1);
    expect(played.all('RunEnded')[0]?.measures['desk-seconds']).toBe((5 + 5 + 10 + 10) * MIN);
  });

  test('[R92] mends a split twice at most, at the convener’s decision desk', () => {
    const played = convened({}, { fr: stubborn });
    expect(played.ended('meet')).toMatchObject({ at: (5 + 10 + 20 + 10 + 20 + 10) * MIN, outcome: 'apart' });
    const mending = played.all('WorkBegan').filter(({ work }) => work === 'coordination.mend');
    expect(mending.map(({ desk }) => desk)).toEqual(['us-ops/decision', 'us-ops/decision']);
  });

  test('[R92] is over when a split cannot be mended', () => {
    expect(end({}, { fr: broken })).toEqual(['apart', 35]);
  });

  test('[R92] has failed once so many no longer can, and not before', () => {
    const late = { fr: broken, uk: stubborn, au: { align: exactly(200 * MIN) } };
    expect(end({ ...three, atLeast: 1 }, late)).toEqual(['agreed', 205]);
    expect(end({ ...three, atLeast: 2 }, late)).toEqual(['apart', 75]);
    expect(end(three, late)).toEqual(['apart', 35]);
  });

  test('[R92] is done where the last one needed agrees in the second in which another fails', () => {
    const together = { au: broken, fr: { align: exactly(30 * MIN) } };
    expect(end({ ...three, atLeast: 2 }, together)).toEqual(['agreed', 35]);
    const otherwise = { uk: broken, au: { align: exactly(30 * MIN) } };
    expect(end({ ...three, atLeast: 2 }, otherwise)).toEqual(['agreed', 35]);
    expect(end(three, otherwise)).toEqual(['apart', 35]);
  });
});

describe('where the sharing matrix says nothing', () => {
  const unless = { fr: { splits: share(0), splitsUnlessAgreed: share(1000), broken: share(1000) } };

  test('[R93] splits are as likely as the file says for that case', () => {
    expect(convened({}, unless, []).ended('meet')).toMatchObject({ at: 35 * MIN, outcome: 'apart' });
    expect(convened({}, unless).ended('meet')).toMatchObject({ at: 15 * MIN, outcome: 'agreed' });
    const agreed = { fr: { splits: share(1000), splitsUnlessAgreed: share(0), broken: share(1000) } };
    expect(convened({}, agreed, []).ended('meet').outcome).toBe('agreed');
  });

  test('[R93] it says nothing about allies among themselves, and leaves nothing open there', () => {
    expect(convened({ at: 'uk-ops' }, unless, []).ended('meet').outcome).toBe('agreed');
    const lead = { us: unless.fr };
    expect(convened({ at: 'fr-ops', with: ['us-ops'] }, lead, []).ended('meet').outcome).toBe('apart');
    expect(convened({ at: 'fr-ops', with: ['us-ops'] }, lead).ended('meet').outcome).toBe('agreed');
  });

  test('[R93] mending them is charged to no agreed end state, the rest to coordination', () => {
    expect(convened({}, unless, []).charged('storm')).toEqual({
      coordination: 15 * MIN,
      'no-agreed-end-state': 20 * MIN,
      execution: MIN,
    });
    expect(convened({}, { fr: broken }).charged('storm')).toEqual({ coordination: 35 * MIN, execution: MIN });
  });
});

import { describe, expect, test } from 'vitest';
import type { Coalition } from '../../../src/core/model/coalition.ts';
import type { Product } from '../../../src/core/model/product.ts';
import type { ShareTask } from '../../../src/core/model/task.ts';
import type { PairOver } from '../../support/build.ts';
import { build, exactly, HOUR, hand, incident, MIN, pair, share, track } from '../../support/build.ts';
import { allies, seats, trusting } from '../../support/dealings.ts';
import type { Played } from '../../support/play.ts';
import { play } from '../../support/play.ts';

type Marking = Partial<Product['marking']>;
interface Case {
  readonly over?: Partial<ShareTask>;
  readonly marking?: Marking;
  readonly owner?: string;
  readonly pair?: PairOver & Partial<Pick<Coalition['pairs'][number], 'costs'>>;
  readonly coalition?: Partial<Coalition>;
}

/** One handover, from `us-ops` to `fr-ops` if the case says nothing else. */
function pass({ over = {}, marking = {}, owner = 'us-ops', pair: about = {}, coalition = {} }: Case = {}): Played {
  const { from = 'us-ops', to = 'fr-ops' } = over;
  const [here, there] = [from, to].map((id) => id.split('-')[0] as string) as [string, string];
  const plain = allies({}, { trust: trusting() });
  const pairs = (plain.pairs ?? []).map((row) =>
    row.from === here && row.to === there
      ? { ...pair(here, there, about), ...(about.costs === undefined ? {} : { costs: about.costs }) }
      : row,
  );
  return play(
    build({
      incidents: [incident('storm', [hand('other', { ...over, id: 'pass' })], { goal: 'pass' })],
      products: [{ ...track, owner, marking: { ...track.marking, ...marking } }],
      coalition: { ...plain, pairs, ...coalition },
      scenario: { seats },
    }),
  );
}
/** How it ended, after how many minutes, and the work of its release. */
function released(about: Case): readonly [string, number, string] {
  const played = pass(about);
  const { at, outcome } = played.ended('pass');
  const release = played.all('StepEnded').filter(({ work }) => work.startsWith('release.'));
  return [outcome, at / MIN, release.map(({ work, desk }) => `${work.slice(8)} ${desk?.split('/')[0]}`).join(', ')];
}
const oc: Marking = { controls: ['originator-controlled'] };
const derived: Marking = { controls: ['intelligence-derived'] };
const special: Marking = { controls: ['special-access'] };
const home = { from: 'us-ops', to: 'us-policy' };

describe('a handover', () => {
  test('[R80] of what somebody else controls needs the owner’s consent, and then the sender’s own rules', () => {
    const way = 'mark us-ops, askOriginator uk-ops, checkDelegation us-ops, review us-ops';
    for (const marking of [oc, derived]) {
      expect(released({ marking, owner: 'uk-ops' })).toEqual(['delivered', 7, way]);
      expect(released({ marking })[2]).toBe('mark us-ops, checkDelegation us-ops, review us-ops');
    }
    const refuses = { release: { originatorRefuses: share(1000) } };
    expect(released({ marking: derived, owner: 'uk-ops', pair: refuses })[0]).toBe('denied');
    expect(released({ marking: derived, pair: refuses })[0]).toBe('delivered');
  });

  test('[R80] of special access is weighed, whatever is delegated', () => {
    const refused = ['denied', 2, 'mark us-ops, weighException us-policy'];
    expect(released({ marking: special })).toEqual(refused);
    const some = { release: { specialAccessRefused: share(0), exceptionRefused: share(1000) } };
    expect(released({ marking: special, pair: some })).toEqual([
      'delivered',
      5,
      'mark us-ops, weighException us-policy',
    ]);
    expect(released({ marking: special, over: home })[0]).toBe('denied');
  });

  test('[R80] inside a nation of what another controls needs the owner’s consent too', () => {
    const way = 'mark us-ops, askOriginator uk-ops, checkDelegation us-ops, review us-ops';
    expect(released({ marking: oc, owner: 'uk-ops', over: home })).toEqual(['delivered', 7, way]);
    const refuses = { release: { originatorRefuses: share(1000) } };
    expect(released({ marking: oc, owner: 'uk-ops', over: home, pair: refuses })[0]).toBe('denied');
  });

  test('[R81] inside a nation goes by its marking alone', () => {
    expect(released({ over: home, coalition: { delegations: [] } })).toEqual(['delivered', 5, 'mark us-ops']);
    expect(released({ over: home, marking: oc })[2]).toBe('mark us-ops');
    expect(released({ over: home, owner: 'uk-ops' })[2]).toBe('mark us-ops');
  });

  test('[R81] inside a nation meets the front doors and networks of the nation’s own row', () => {
    const slow = { frontDoor: { seek: exactly(20 * MIN) }, carriage: { send: exactly(30 * MIN) } };
    expect(released({ over: home, pair: slow }).slice(0, 2)).toEqual(['delivered', 21 + 32]);
    expect(released({ over: home, pair: { carriage: { path: 'none' } } })[0]).toBe('failed');
  });

  test('[R82] is refused as often as the file says where the matrix says nothing', () => {
    const release = { exceptionRefused: share(0), exceptionRefusedUnlessAgreed: share(1000) };
    const weighed = (matrix: Partial<Coalition>) =>
      released({ pair: { release }, coalition: { delegations: [], ...matrix } });
    expect(weighed({})[0]).toBe('delivered');
    expect(weighed({ matrix: [] })[0]).toBe('denied');
    expect(released({ coalition: { delegations: [], matrix: [] } })[0]).toBe('delivered');
  });

  test('[R83] takes the path of its classification', () => {
    const path = { UNCLASSIFIED: 'automated', RESTRICTED: 'reviewed', SECRET: 'manual', 'TOP SECRET': 'none' } as const;
    const carried = (classification: keyof typeof path) => {
      const played = pass({ marking: { classification }, pair: { carriage: { path } } });
      return [played.ended('pass').outcome, played.all('RunEnded')[0]?.measures['manual-touches']];
    };
    expect(carried('UNCLASSIFIED')).toEqual(['delivered', 0]);
    expect(carried('RESTRICTED')).toEqual(['delivered', 0]);
    expect(carried('SECRET')).toEqual(['delivered', 1]);
    expect(carried('TOP SECRET')).toEqual(['failed', 0]);
    const reviewed = pass({ marking: { classification: 'RESTRICTED' }, pair: { carriage: { path } } });
    expect(reviewed.all('StepEnded').map(({ work }) => work)).toContain('carriage.humanReview');
  });

  test('[R83] as a tear-line travels one level lower than what it was written from, as far as there is one', () => {
    const path = { UNCLASSIFIED: 'automated', RESTRICTED: 'none', SECRET: 'manual', 'TOP SECRET': 'none' } as const;
    const carried = (classification: keyof typeof path) => {
      const played = pass({ over: { form: 'tear-line' }, marking: { classification }, pair: { carriage: { path } } });
      return [played.ended('pass').outcome, played.all('RunEnded')[0]?.measures['manual-touches']];
    };
    expect(carried('TOP SECRET')).toEqual(['tear-line', 1]);
    expect(carried('SECRET')).toEqual(['failed', 0]);
    expect(carried('RESTRICTED')).toEqual(['tear-line', 0]);
    expect(carried('UNCLASSIFIED')).toEqual(['tear-line', 0]);
  });

  test('[R49] by word of mouth may be misheard: then nothing has been told', () => {
    const over = { form: 'oral' } as const;
    const played = pass({ over, pair: { release: { misheard: share(1000) } } });
    expect(played.ended('pass')).toMatchObject({ at: 2 * MIN, outcome: 'failed' });
    expect(played.all('ProductHeld')).toEqual([]);
    expect(played.all('RunEnded')[0]?.measures['handovers-denied']).toBe(0);
    expect(pass({ over, pair: { release: { misheard: share(0) } } }).ended('pass').outcome).toBe('spoken');
    expect(pass({ over }).ended('pass').outcome).toBe('spoken');
  });
});

describe('what sharing costs', () => {
  const costs = (exposes: number, breaches: number) => ({
    costs: { exposes: share(exposes), breaches: share(breaches) },
  });
  const counted = (about: Case) => {
    const played = pass(about);
    const measures = played.all('RunEnded')[0]?.measures ?? {};
    const moves = played.all('TrustMoved').map(({ of, in: by, because }) => `${of} ${by} ${because}`);
    return [measures['sources-exposed'], measures['third-party-breaches'], ...moves];
  };
  const exposed = { marking: derived, pair: costs(1000, 0) };

  test('[R85] is a source exposed, of intelligence-derived products that leave the nation whole', () => {
    expect(counted(exposed)).toEqual([1, 0, 'us fr source-exposed']);
    expect(pass(exposed).all('SourceExposed')).toMatchObject([{ task: 'pass' }]);
    expect(counted({ ...exposed, marking: {} })).toEqual([0, 0]);
    expect(counted({ ...exposed, pair: costs(0, 0) })).toEqual([0, 0]);
    expect(counted({ ...exposed, over: home })).toEqual([0, 0]);
  });

  test('[R85] is no source exposed by a tear-line, a word, or what never arrived', () => {
    expect(counted({ ...exposed, over: { form: 'tear-line' } })).toEqual([0, 0]);
    expect(counted({ ...exposed, over: { form: 'oral' } })).toEqual([0, 0]);
    expect(counted({ ...exposed, pair: { ...costs(1000, 0), release: { needsTearLine: share(1000) } } })).toEqual([
      0, 0,
    ]);
    expect(counted({ ...exposed, pair: { ...costs(1000, 0), carriage: { path: 'none' } } })).toEqual([0, 0]);
  });

  test('[R85] is a row over the third-party rule, of a third nation’s products that arrive in writing', () => {
    const third = { owner: 'uk-ops', pair: costs(0, 1000) };
    expect(counted(third)).toEqual([0, 1, 'uk us third-party-breach']);
    expect(pass(third).all('ThirdPartyBreached')).toMatchObject([{ task: 'pass' }]);
    expect(counted({ ...third, over: { form: 'tear-line' } })).toEqual([0, 1, 'uk us third-party-breach']);
    expect(counted({ ...third, over: { form: 'oral' } })).toEqual([0, 0]);
    expect(counted({ ...third, owner: 'fr-ops' })).toEqual([0, 0]);
    expect(counted({ ...third, owner: 'us-policy' })).toEqual([0, 0]);
  });

  test('[R85] falls on the owner, when what is exposed was a third nation’s', () => {
    expect(counted({ ...exposed, owner: 'uk-ops', pair: costs(1000, 1000) })).toEqual([
      1,
      1,
      'uk fr source-exposed',
      'uk us third-party-breach',
    ]);
  });

  test('[R111] moves trust by as much as the file says', () => {
    const moved = pass(exposed).all('TrustMoved')[0];
    expect([moved?.at, moved?.trust]).toEqual([6 * MIN, 466]);
    expect(moved?.at).toBeLessThan(HOUR);
  });
});

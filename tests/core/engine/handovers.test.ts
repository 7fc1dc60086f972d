import { describe, expect, test } from 'vitest';
import type { Coalition } from '../../../src/core/model/coalition.ts';
import type { Product } from '../../../src/core/model/product.ts';
import type { ShareTask } from '../../../src/core/model/task.ts';
import type { PairOver } from '../../support/build.ts';
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
  share,
  track,
} from '../../support/build.ts';
import { allies, seats } from '../../support/dealings.ts';
import type { Played } from '../../support/play.ts';
import { play } from '../../support/play.ts';

interface Over {
  readonly pair?: PairOver;
  readonly share?: Partial<ShareTask>;
  readonly product?: Partial<Product>;
  readonly coalition?: Partial<Coalition>;
}

/** One handover from the United States to France, begun at StartEx, every piece of work a minute. */
function handOver(over: Over = {}): Played {
  const tasks = [hand('pass', over.share), act('use', { needs: ['pass'] })];
  return play(
    build({
      incidents: [incident('storm', tasks)],
      products: [{ ...track, ...over.product }],
      coalition: { pairs: [pair('us', 'fr', over.pair), pair('fr', 'us')], ...over.coalition },
    }),
  );
}

const states = (played: Played, machine: string) =>
  played
    .all('FrictionMoved')
    .filter((fact) => fact.machine === machine)
    .map(({ to }) => to);
const desks = (played: Played) => Object.fromEntries(played.all('WorkBegan').map(({ work, desk }) => [work, desk]));
const causes = (played: Played) => Object.fromEntries(played.all('StepEnded').map(({ work, cause }) => [work, cause]));
const always = share(1000);
const { marking } = track;
const originatorControlled = { marking: { ...marking, controls: ['originator-controlled' as const] } };

describe('a handover', () => {
  test('[R40] passes the front door and the release side by side, then carriage', () => {
    const played = handOver({ pair: { frontDoor: { seek: exactly(30 * MIN) } } });
    const moved = played.all('FrictionMoved').map(({ at, to }) => [at / MIN, to]);
    expect(moved).toEqual([
      [0, 'seeking'],
      [0, 'marking'],
      [1, 'checkingDelegation'],
      [2, 'underReview'],
      [3, 'cleared'],
      [30, 'knocking'],
      [31, 'received'],
      [31, 'choosingPath'],
      [32, 'sending'],
      [33, 'converting'],
      [34, 'ingested'],
    ]);
    expect(played.ended('pass')).toMatchObject({ at: 34 * MIN, outcome: 'delivered' });
  });
});

describe('the front door', () => {
  test('[R41] is sought by the sender’s watch and answers at the front door of the house whose roles are unclear', () => {
    expect(desks(handOver())).toMatchObject({
      'front-door.seek': 'us-ops/watch',
      'front-door.knock': 'fr-ops/front-door',
    });
    const ours = handOver({ coalition: { pairs: [{ ...pair('us', 'fr'), doorAt: 'from' }, pair('fr', 'us')] } });
    expect(desks(ours)['front-door.knock']).toBe('us-ops/front-door');
  });

  test('[R41] sends on twice, and the third wrong door goes up', () => {
    const played = handOver({ pair: { frontDoor: { misroute: always } } });
    expect(states(played, 'front-door')).toEqual([
      'seeking',
      'knocking',
      'misrouted',
      'knocking',
      'misrouted',
      'knocking',
      'escalated',
      'received',
    ]);
    expect(desks(played)['front-door.escalate']).toBe('fr-ops/decision');
  });

  test('[R41] has disputes settled at coordination or, when nobody owns the matter, by order from above', () => {
    const settled = handOver({ pair: { frontDoor: { dispute: always } } });
    expect(states(settled, 'front-door')).toEqual(['seeking', 'knocking', 'disputed', 'received']);
    expect(desks(settled)['front-door.settle']).toBe('fr-ops/coordination');
    const ordered = handOver({
      pair: { frontDoor: { dispute: always, nobody: always } },
      coalition: {
        pairs: [
          { ...pair('us', 'fr', { frontDoor: { dispute: always, nobody: always } }), doorAt: 'from' },
          pair('fr', 'us'),
        ],
      },
    });
    expect(states(ordered, 'front-door')).toEqual(['seeking', 'knocking', 'disputed', 'escalated', 'received']);
    expect(desks(ordered)['front-door.escalate']).toBe('us-policy/decision');
  });

  test('[R42] disputes as often as the file says for where the matrix is silent, and charges that to no agreed end state', () => {
    const unless = { frontDoor: { disputeUnlessAgreed: always, nobody: always } };
    const estimate = { source: 'estimate', confidence: 'low' } as const;
    const cell = { nation: 'fr', area: 'domain-awareness', level: 'undefined', ...estimate } as const;
    for (const matrix of [[], [cell], [{ ...cell, area: 'satcom' as const, level: 'share' as const }]]) {
      const silent = handOver({ pair: unless, coalition: { matrix } });
      expect(causes(silent)).toMatchObject({
        'front-door.seek': 'unclear-roles',
        'front-door.settle': 'no-agreed-end-state',
        'front-door.escalate': 'no-agreed-end-state',
      });
    }
    // The matrix leaves nothing open between allies, nor inside the lead nation's own house.
    const allied = build({
      incidents: [
        incident('storm', [hand('pass', { from: 'uk-ops', to: 'fr-ops' }), hand('home', { to: 'us-policy' })]),
      ],
      coalition: allies(
        {},
        {
          matrix: [],
          pairs: allies().pairs?.map((row) => ({ ...row, frontDoor: { ...row.frontDoor, ...unless.frontDoor } })) ?? [],
        },
      ),
      scenario: { seats },
    });
    expect(states(play(allied), 'front-door')).not.toContain('disputed');
    expect(states(handOver({ pair: unless }), 'front-door')).not.toContain('disputed');
    const agreed = handOver({ pair: { frontDoor: { dispute: always } } });
    expect(causes(agreed)['front-door.settle']).toBe('unclear-roles');
  });
});

describe('release', () => {
  const path = (over: Over) => states(handOver(over), 'release');

  test('[R43] clears what the marking lets the recipient have', () => {
    const played = handOver({ product: { marking: { ...marking, releasableTo: ['fr'] } } });
    expect(states(played, 'release')).toEqual(['marking', 'cleared']);
    expect(desks(played)['release.mark']).toBe('us-ops/watch');
  });

  test('[R43] asks whoever else controls it, who may refuse', () => {
    const controlled = { product: { owner: 'us-policy', ...originatorControlled } };
    const played = handOver(controlled);
    expect(states(played, 'release')).toEqual([
      'marking',
      'awaitingOriginator',
      'checkingDelegation',
      'underReview',
      'cleared',
    ]);
    expect(desks(played)['release.askOriginator']).toBe('us-policy/disclosure');
    expect(path({ ...controlled, pair: { release: { originatorRefuses: always } } })).toEqual([
      'marking',
      'awaitingOriginator',
      'denied',
    ]);
    expect(path({ product: { owner: 'us-ops', ...originatorControlled } })).not.toContain('awaitingOriginator');
  });

  test('[R43] has the disclosure desk review what the delegation covers', () => {
    const played = handOver();
    expect(states(played, 'release')).toEqual(['marking', 'checkingDelegation', 'underReview', 'cleared']);
    expect(desks(played)).toMatchObject({
      'release.checkDelegation': 'us-ops/disclosure',
      'release.review': 'us-ops/disclosure',
    });
  });

  test('[R43] sends what is flawed back twice and denies it the third time', () => {
    expect(path({ pair: { release: { flawed: always } } })).toEqual([
      'marking',
      'checkingDelegation',
      'underReview',
      'underReview',
      'underReview',
      'denied',
    ]);
  });

  test('[R43] clears what needs a tear-line once that is written', () => {
    const played = handOver({ pair: { release: { needsTearLine: always } } });
    expect(states(played, 'release')).toEqual([
      'marking',
      'checkingDelegation',
      'underReview',
      'makingTearLine',
      'cleared',
    ]);
    expect(played.ended('pass').outcome).toBe('tear-line');
    expect(played.all('ProductHeld')).toMatchObject([{ organisation: 'fr-ops', form: 'tear-line' }]);
    expect(desks(played)['release.makeTearLine']).toBe('us-ops/assessment');
  });

  test('[R43] weighs an exception where nothing covers it, where the sender’s nation decides such things', () => {
    const uncovered = { delegations: [] };
    const granted = handOver({ coalition: uncovered });
    expect(states(granted, 'release')).toEqual(['marking', 'checkingDelegation', 'exception', 'cleared']);
    expect(desks(granted)['release.weighException']).toBe('us-policy/disclosure');
    const refused = handOver({ coalition: uncovered, pair: { release: { exceptionRefused: always } } });
    expect(states(refused, 'release')).toEqual(['marking', 'checkingDelegation', 'exception', 'denied']);
    expect(path({ product: { kind: 'plan' } })).toContain('exception');
  });

  test('[R44] writes a tear-line that was asked for first, without the originator, and then asks the delegation', () => {
    const played = handOver({ share: { form: 'tear-line' }, product: { owner: 'us-policy', ...originatorControlled } });
    expect(states(played, 'release')).toEqual([
      'marking',
      'makingTearLine',
      'checkingDelegation',
      'underReview',
      'cleared',
    ]);
    expect(played.ended('pass').outcome).toBe('tear-line');
  });

  test('[R44] may be delegated for tear-lines only', () => {
    const tearLineOnly = {
      by: 'us',
      to: 'fr',
      kinds: ['track'],
      tearLineOnly: true,
      source: 'estimate',
      confidence: 'low',
    } as const;
    const delegations = [{ ...tearLineOnly, kinds: ['track' as const] }];
    expect(path({ coalition: { delegations } })).toContain('exception');
    expect(path({ coalition: { delegations }, share: { form: 'tear-line' } })).not.toContain('exception');
  });
});

describe('carriage', () => {
  const along = (over: Partial<ReturnType<typeof pair>['carriage']>) => handOver({ pair: { carriage: over } });

  test('[R45] goes by the path that there is: automated, looked over, by hand, or none', () => {
    expect(states(along({}), 'carriage')).toEqual(['choosingPath', 'sending', 'converting', 'ingested']);
    expect(states(along({ path: 'reviewed' }), 'carriage')).toEqual([
      'choosingPath',
      'humanReview',
      'sending',
      'converting',
      'ingested',
    ]);
    expect(states(along({ path: 'manual' }), 'carriage')).toEqual([
      'choosingPath',
      'sending',
      'rekeying',
      'converting',
      'ingested',
    ]);
    const none = along({ path: 'none' });
    expect(states(none, 'carriage')).toEqual(['choosingPath', 'failed']);
    expect(none.ended('pass').outcome).toBe('failed');
  });

  test('[R45] takes its people from the sender’s gateway, and at the other end from the recipient’s', () => {
    expect(desks(along({ path: 'manual' }))).toMatchObject({
      'carriage.choosePath': 'us-ops/gateway',
      'carriage.rekey': 'fr-ops/gateway',
      'carriage.convert': 'fr-ops/gateway',
    });
    expect(desks(along({ path: 'reviewed' }))['carriage.humanReview']).toBe('us-ops/gateway');
    expect(desks(along({}))).not.toHaveProperty('carriage.send');
  });

  test('[R45] sends what arrives garbled again, twice at most', () => {
    const played = along({ garbled: always });
    expect(states(played, 'carriage')).toEqual(['choosingPath', 'sending', 'sending', 'sending', 'failed']);
    expect(played.ended('pass')).toMatchObject({ outcome: 'failed', at: 3 * MIN + 4 * MIN });
  });

  test('[R45] by a path that is looked over may be returned', () => {
    const played = along({ path: 'reviewed', returned: always });
    expect(states(played, 'carriage')).toEqual(['choosingPath', 'humanReview', 'humanReview', 'humanReview', 'failed']);
  });
});

describe('a word', () => {
  test('[R46] needs no front door and no carriage, only the marking and the call', () => {
    const played = handOver({ share: { form: 'oral' } });
    expect(played.all('FrictionMoved').map(({ machine, to }) => [machine, to])).toEqual([
      ['release', 'marking'],
      ['release', 'oralOnly'],
      ['release', 'cleared'],
    ]);
    expect(played.ended('pass')).toMatchObject({ at: 2 * MIN, outcome: 'spoken' });
    expect(played.all('ProductHeld')).toMatchObject([{ organisation: 'fr-ops', form: 'oral' }]);
  });
});

describe('a handover that is refused', () => {
  const refused = {
    coalition: { delegations: [] },
    pair: { release: { exceptionRefused: always }, frontDoor: { seek: exactly(HOUR) } },
  };

  test('[R47] stops what is going on at its other gates', () => {
    const played = handOver(refused);
    expect(played.ended('pass')).toMatchObject({ at: 3 * MIN, outcome: 'denied' });
    expect(played.all('FrictionMoved').at(-1)).toMatchObject({ at: 3 * MIN, machine: 'front-door', to: 'lapsed' });
    expect(played.all('WorkBegan').map(({ work }) => work)).not.toContain('front-door.knock');
  });

  test('[R47] gives the people at its other gates back at once', () => {
    const one = {
      hours: [
        {
          days: 'daily' as const,
          from: '0000',
          until: '0000',
          people: 1,
          source: 'estimate',
          confidence: 'low' as const,
        },
      ],
    };
    const ops = organisation('us-ops', 'us');
    const busy = { ...ops, desks: ops.desks.map((desk) => (desk.role === 'front-door' ? { ...desk, ...one } : desk)) };
    const from = {
      ...pair('us', 'fr', {
        release: { exceptionRefused: always },
        frontDoor: { seek: exactly(0), knock: exactly(HOUR) },
      }),
      doorAt: 'from' as const,
    };
    const tasks = [
      hand('pass'),
      act('wait', { needs: ['ten'], desk: 'front-door' }),
      act('ten', { desk: 'none', takes: exactly(2 * MIN) }),
    ];
    const built = build({
      incidents: [incident('storm', tasks)],
      coalition: {
        delegations: [],
        pairs: [from, pair('fr', 'us')],
        organisations: [busy, organisation('us-policy', 'us'), organisation('fr-ops', 'fr')],
      },
    });
    expect(
      play(built)
        .all('WorkBegan')
        .find(({ task }) => task === 'wait')?.at,
    ).toBe(3 * MIN);
  });
});

describe('a verdict that is a seat’s', () => {
  const definition = (held: string[], option: 'granted' | 'refused') => {
    const options = ['granted', 'refused'].map((id) => ({ id, says: `It is ${id}`, planning: 'soon', needs: [] }));
    const verdict = decide('verdict', {
      options,
      default: 'refused',
      byTheBook: [{ holds: [], choose: option }],
      staffTime: 5 * MIN,
    });
    const tasks = [
      hand('pass', { authorities: { weighException: 'verdict' } }),
      verdict,
      act('use', { needs: ['pass'] }),
    ];
    const built = build({
      incidents: [incident('storm', tasks)],
      coalition: {
        delegations: [],
        pairs: [
          pair('us', 'fr', { release: { exceptionRefused: option === 'granted' ? always : share(0) } }),
          pair('fr', 'us'),
        ],
      },
    });
    return play(built, { held });
  };

  test('[R48] is that seat’s decision; the chart supplies the staff work only', () => {
    const granted = definition([], 'granted');
    expect(granted.all('DecisionOffered')).toMatchObject([{ at: 3 * MIN, decision: 'verdict' }]);
    expect(granted.all('FrictionMoved').filter(({ event }) => event === 'EXCEPTION_WEIGHED granted')).toMatchObject([
      { at: 8 * MIN },
    ]);
    expect(granted.ended('pass').outcome).toBe('delivered');
    expect(definition([], 'refused').ended('pass')).toMatchObject({ outcome: 'denied', at: 8 * MIN });
  });

  test('[R48] waits for whoever holds the seat', () => {
    const waited = definition(['us-seat'], 'granted');
    expect(waited.all('DecisionTaken')).toMatchObject([{ at: 3 * MIN + HOUR, by: 'default', option: 'refused' }]);
    expect(waited.ended('pass')).toMatchObject({ outcome: 'denied', at: 3 * MIN + HOUR });
  });
});

import { describe, expect, test } from 'vitest';
import type { TrustRules } from '../../../src/core/model/coalition.ts';
import type { Incident } from '../../../src/core/model/incident.ts';
import type { Task } from '../../../src/core/model/task.ts';
import type { Built } from '../../support/build.ts';
import { act, build, decide, exactly, HOUR, hand, incident, MIN, track } from '../../support/build.ts';
import { allies, consent, deciding, inject, option, promise, seats, trusting } from '../../support/dealings.ts';
import type { Played } from '../../support/play.ts';
import { play } from '../../support/play.ts';

const work = (id: string, minutes: number, needs: string[] = []) =>
  act(id, { desk: 'none', takes: exactly(minutes * MIN), needs });
interface Case {
  readonly about?: Partial<Incident>;
  readonly over?: Partial<Built>;
  readonly held?: string[];
}
const storm = (trust: TrustRules, tasks: Task[], { about = {}, over = {}, held = [] }: Case = {}): Played =>
  play(
    build({
      incidents: [incident('storm', tasks, about)],
      coalition: allies({}, { trust }),
      scenario: { seats },
      ...over,
    }),
    { held },
  );
const moves = (played: Played) =>
  played.all('TrustMoved').map(({ at, of, in: by, because, trust }) => [at / MIN, `${of} ${by}`, because, trust]);
const start = trusting([['fr', 'us', 700]]);
const goal = work('goal', 300);
const yes = (over: Parameters<typeof option>[1], id = 'ask') =>
  decide(id, {
    options: [option('yes', over), option('no')],
    byTheBook: [{ holds: [], choose: 'yes' }],
  });

describe('trust', () => {
  const ends = (trust: TrustRules, at = 'fr-ops') => storm(trust, [consent('ask', { at })]).ended('ask').at / MIN;

  test('[R110] begins as the file says', () => {
    expect(ends(trusting([['fr', 'us', 0]]))).toBe(80);
    expect(ends(trusting([['fr', 'us', 1000]]))).toBe(20);
    expect(ends(trusting([['fr', 'us', 333]]))).toBe(60);
  });

  test('[R110] begins where it plays no part, if the file says nothing', () => {
    expect(ends(trusting([['uk', 'us', 0]]))).toBe(40);
    expect(storm(trusting(), [consent('ask')]).all('RunEnded')[0]?.measures['trust.fr']).toBe(666);
  });

  test('[R110] never leaves its scale', () => {
    const down = trusting([['fr', 'us', 30]], { moves: { broken: -100 } });
    const up = trusting([['fr', 'us', 980]], { moves: { kept: 100 } });
    const tasks = [yes({ promises: [promise('data', 'word', HOUR)] }), work('word', 30), goal];
    const late = [yes({ promises: [promise('data', 'word', HOUR)] }), work('word', 90), goal];
    expect(moves(storm(down, late))).toEqual([[65, 'fr us', 'broken', 0]]);
    expect(moves(storm(up, tasks))).toEqual([[30, 'fr us', 'kept', 1000]]);
  });

  test('[R111] moves with promises kept, broken and taken back, in whoever gave them', () => {
    const made = yes({ promises: [promise('data', 'word', HOUR)] });
    expect(moves(storm(start, [made, work('word', 30), goal]))).toEqual([[30, 'fr us', 'kept', 740]]);
    expect(moves(storm(start, [made, work('word', 90), goal]))).toEqual([[65, 'fr us', 'broken', 580]]);
    const back = { ...yes({ drops: ['data'] }, 'back'), needs: ['half'] };
    expect(moves(storm(start, [made, back, work('half', 30), work('word', 90), goal]))).toEqual([
      [35, 'fr us', 'dropped', 670],
    ]);
  });

  test('[R111] moves when a nation is passed over', () => {
    expect(moves(storm(start, [yes({ bypasses: ['fr', 'uk'] }), goal]))).toEqual([
      [5, 'fr us', 'bypassed', 620],
      [5, 'uk us', 'bypassed', 586],
    ]);
  });

  test('[R111] moves when a nation is told later than it expects, or never', () => {
    const about = { awareness: { fr: ['word'] }, expects: { fr: HOUR } };
    const late = (minutes: number) => moves(storm(start, [work('word', minutes), goal], { about }));
    expect(late(60)).toEqual([]);
    expect(late(61)).toEqual([[61, 'fr us', 'told-late', 640]]);
    expect(late(1000)).toEqual([[360, 'fr us', 'told-late', 640]]);
    const short = { scenario: { seats, lasts: 2 * HOUR } };
    expect(moves(storm(start, [work('word', 1000), goal], { about, over: short }))).toEqual([
      [120, 'fr us', 'told-late', 640],
    ]);
    const soon = { scenario: { seats, lasts: HOUR } };
    expect(moves(storm(start, [work('word', 1000), goal], { about, over: soon }))).toEqual([]);
  });

  test('[R111] counts what a nation expects from the moment at which the incident could first be seen', () => {
    const about = { awareness: { fr: ['call'] }, expects: { fr: HOUR }, begins: 2 * HOUR };
    const early = { injects: [inject('call', 90 * MIN)], scenario: { seats } };
    expect(moves(storm(start, [goal], { about, over: early }))).toEqual([]);
    const later = { injects: [inject('call', 3 * HOUR + MIN)], scenario: { seats } };
    expect(moves(storm(start, [goal], { about, over: later }))).toEqual([[181, 'fr us', 'told-late', 640]]);
  });

  test('[R111] moves when a nation reads in the press what nobody has told it', () => {
    const about = { awareness: { fr: ['word'], uk: ['word'] } };
    const press = (at: number, over: Parameters<typeof inject>[2] = {}) => ({
      injects: [inject('press', at, { method: 'press', incident: 'storm', to: ['fr-seat'], ...over })],
    });
    const read = (over: Partial<Built>) => moves(storm(start, [work('word', 60), goal], { about, over }));
    expect(read(press(30 * MIN))).toEqual([[30, 'fr us', 'heard-from-the-press', 650]]);
    expect(read(press(61 * MIN))).toEqual([]);
    expect(read(press(30 * MIN, { method: 'call' }))).toEqual([]);
    expect(read(press(30 * MIN, { to: ['us-seat'] }))).toEqual([]);
  });

  test('[R111] moves by itself only, and not at all where the coalition says nothing of trust', () => {
    const tasks = [yes({ bypasses: ['fr', 'us'] }), goal];
    expect(moves(storm(start, tasks)).length).toBe(1);
    const plain = play(build({ incidents: [incident('storm', tasks)], coalition: allies(), scenario: { seats } }));
    expect(moves(plain)).toEqual([]);
    expect(plain.all('RunEnded')[0]?.measures).not.toHaveProperty('trust.fr');
  });
});

describe('a partnership', () => {
  /** Passed over so many times, each by so many points; then promises kept. */
  const path = (from: number, steps: readonly ('bypassed' | 'kept')[], by: number) => {
    const trust = trusting([['fr', 'us', from]], { moves: { bypassed: -by, kept: by } });
    const tasks = steps.map((step, i) => {
      const over = step === 'bypassed' ? { bypasses: ['fr'] } : { promises: [promise(`p${i}`, `ask-${i}=yes`, 0)] };
      return { ...yes(over, `ask-${i}`), ...(i === 0 ? {} : { needs: [`ask-${i - 1}`] }) };
    });
    return storm(trust, [...tasks, goal])
      .all('PartnershipMoved')
      .map(({ at, to }) => [at / MIN, to]);
  };

  test('[R112] falls by bands of trust', () => {
    expect(path(900, ['bypassed', 'bypassed', 'bypassed', 'bypassed'], 200)).toEqual(
      [
        [5, 'watchful'],
        [10, 'watchful'],
        [15, 'hedging'],
        [20, 'withholding'],
      ].filter(([at]) => at !== 10),
    );
  });

  test('[R112] falls to withholding at once where trust is lost at once', () => {
    expect(path(900, ['bypassed'], 700)).toEqual([[5, 'withholding']]);
  });

  test('[R112] takes more to come back than it took to leave', () => {
    // 450 is low: hedging. 600 is fair, where it left; only at 750 it is watchful again.
    expect(path(600, ['bypassed', 'kept', 'kept'], 150)).toEqual([
      [5, 'hedging'],
      [15, 'watchful'],
    ]);
    // 200 is lost. 300 and 400 are low, where it left; at 500 it hedges again.
    expect(path(300, ['bypassed', 'kept', 'kept', 'kept'], 100)).toEqual([
      [5, 'withholding'],
      [20, 'hedging'],
    ]);
  });
});

describe('trust in the lead nation', () => {
  const lost = trusting([
    ['fr', 'us', 0],
    ['fr', 'uk', 1000],
    ['us', 'fr', 0],
  ]);
  const lasted = (trust: TrustRules, tasks: Task[], about: Case = {}) =>
    storm(trust, tasks, about)
      .all('StepEnded')
      .map(({ work: name, working }) => [name.split('.')[1], working / MIN]);

  test('[R113] stretches assessing, deciding and the capital’s answer, never the lawyers’', () => {
    expect(lasted(lost, [consent('ask', { question: 'capital' })])).toEqual([
      ['assess', 20],
      ['review', 20],
      ['refer', 80],
    ]);
    expect(lasted(lost, [consent('ask', { question: 'legal' })])).toEqual([
      ['assess', 20],
      ['review', 20],
      ['decide', 60],
    ]);
  });

  test('[R113] stretches neither the lead’s own decisions nor what a person plays', () => {
    const plain = [
      ['assess', 10],
      ['decide', 30],
    ];
    expect(lasted(lost, [consent('ask', { at: 'us-ops' })])).toEqual(plain);
    expect(lasted(lost, [consent('ask')], { held: ['fr-seat'] })).toEqual(plain);
    expect(lasted(lost, [consent('ask')], { held: ['uk-seat', 'us-seat'] })).not.toEqual(plain);
  });

  test('[R113] stretches one person’s word no more than other work', () => {
    expect(storm(lost, [consent('ask', { takes: exactly(7 * MIN) })]).ended('ask').at).toBe(7 * MIN);
  });

  test('[R113] is read when a piece of work begins', () => {
    const fall = trusting([['fr', 'us', 1000]], { moves: { bypassed: -1000 } });
    const played = storm(fall, [consent('ask'), { ...yes({ bypasses: ['fr'] }, 'pass'), staffTime: MIN }]);
    expect(played.ended('ask').at).toBe((5 + 60) * MIN);
  });

  const seconds = (trust: number, takes: number) => {
    const decision = deciding({ assess: exactly(takes), decide: exactly(0) });
    const built = build({
      incidents: [incident('storm', [consent('ask')])],
      coalition: allies({ fr: { decision } }, { trust: trusting([['fr', 'us', trust]], { stretch: [1500, 750] }) }),
    });
    const { trustSeconds, elapsedSeconds } = play(built).response('storm');
    return [elapsedSeconds, trustSeconds];
  };

  test('[R78] has cost the seconds more, or fewer, than the same work takes where it plays no part', () => {
    expect(seconds(0, 600)).toEqual([900, 300]);
    expect(seconds(1000, 600)).toEqual([450, -150]);
    expect(seconds(0, 7)).toEqual([10, 3]);
    expect(seconds(0, 601)).toEqual([901, 300]);
  });

  test('[R78] is a part of working, not beside it', () => {
    const played = storm(lost, [consent('ask')]);
    expect(played.charged('storm')).toEqual({ 'national-decision': 80 * MIN });
    expect(played.response('storm')).toMatchObject({ trustSeconds: 40 * MIN });
    expect(played.all('RunEnded')[0]?.measures['charged.trust']).toBe(40 * MIN);
  });
});

describe('what nobody asked for', () => {
  const offered = hand('offer', { from: 'fr-ops', to: 'us-ops', volunteered: true });
  const products = [{ ...track, owner: 'fr-ops' }];
  const goalAfter = work('goal', 1, ['offer']);
  const told = (trust: TrustRules, over: Partial<Case> = {}, share = offered) => {
    const played = storm(trust, [share, goalAfter], { over: { products, scenario: { seats } }, ...over });
    return [played.ended('offer').outcome, played.all('RunEnded')[0]?.measures['handovers-begun']];
  };
  const withholding = trusting([['fr', 'us', 100]]);

  test('[R84] is not begun by a nation that withholds', () => {
    expect(told(withholding)).toEqual(['withheld', 0]);
    expect(told(trusting([['fr', 'us', 300]]))).toEqual(['delivered', 1]);
    expect(told(trusting([['fr', 'uk', 100]]))).toEqual(['delivered', 1]);
  });

  test('[R84] is begun where somebody asked for it, or where a person plays the sender', () => {
    expect(told(withholding, {}, { ...offered, volunteered: false })).toEqual(['delivered', 1]);
    expect(told(withholding, { held: ['fr-seat'] })).toEqual(['delivered', 1]);
    expect(told(withholding, { held: ['us-seat'] })).toEqual(['withheld', 0]);
  });

  test('[R84] and was withheld is charged, from then on, to national decision', () => {
    const played = storm(withholding, [work('ten', 10), { ...offered, needs: ['ten'] }, goalAfter], {
      over: { products, scenario: { seats } },
    });
    expect(played.charged('storm')).toEqual({ execution: 10 * MIN, 'national-decision': 6 * HOUR - 10 * MIN });
  });
});

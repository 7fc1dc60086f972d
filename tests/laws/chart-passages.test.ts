/**
 * Law 8: how long a chart takes from its beginning to its end, with nobody to wait for, is the time to absorption of a Markov
 * chain written here from R41 to R45. Each case runs many seeds and passes when the whole 99 % interval of the mean passage lies
 * within the margin around theory. Source of the theory: Kemeny and Snell, Finite Markov Chains (1960), chapter 3.
 */
import { describe, expect, test } from 'vitest';
import { compile, replay } from '../../src/core/engine/index.ts';
import type { FactOf } from '../../src/core/model/facts.ts';
import type { PairOver } from '../support/build.ts';
import { act, between, build, hand, incident, MIN, pair, sense, share, track } from '../support/build.ts';
import { DEEP, nobody } from '../support/generate.ts';

const SEEDS = DEEP ? 60_000 : 8_000;
/** Of theory. */
const MARGIN = DEEP ? 0.015 : 0.035;

/** Where a chain may go: a state, and with what chance. What is left over is the end. */
interface State {
  readonly takes: number;
  readonly goes: readonly (readonly [state: string, perMille: number])[];
}
type Chain = Readonly<Record<string, State>>;

/** Expected time to absorption from each state: the fixed point of t = takes + Σ p·t, found by sweeps until nothing moves. */
function timeFrom(chain: Chain, first: string): number {
  const times: Record<string, number> = {};
  for (let moved = true; moved; ) {
    moved = false;
    for (const [state, { takes, goes }] of Object.entries(chain)) {
      const time = takes + goes.reduce((sum, [next, perMille]) => sum + (perMille / 1000) * (times[next] ?? 0), 0);
      if (Math.abs(time - (times[state] ?? 0)) > 1e-9) moved = true;
      times[state] = time;
    }
  }
  return times[first] ?? Number.NaN;
}

type Machine = FactOf<'FrictionMoved'>['machine'];

/** Seconds from beginning to end of a chart, for each seed. */
function passages(machine: Machine, over: PairOver, releasable: boolean): number[] {
  const response = [sense('see'), hand('there', { needs: ['see'] }), act('goal', { needs: ['there'] })];
  const product = { ...track, marking: { ...track.marking, releasableTo: releasable ? ['fr'] : [] } };
  const plan = compile(
    build({
      incidents: [incident('storm', response)],
      products: [product],
      coalition: { pairs: [pair('us', 'fr', over), pair('fr', 'us')] },
    }),
  );
  return Array.from({ length: SEEDS }, (_, seed) => {
    const moves = replay(plan, nobody(`passage/${seed}`), []).facts.filter(
      (fact): fact is FactOf<'FrictionMoved'> => fact.type === 'FrictionMoved' && fact.machine === machine,
    );
    return (moves.at(-1)?.at ?? Number.NaN) - (moves[0]?.at ?? Number.NaN);
  });
}

function expectPassage(seconds: readonly number[], theory: number): void {
  const mean = seconds.reduce((sum, value) => sum + value, 0) / seconds.length;
  const squares = seconds.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const half = 2.576 * Math.sqrt(squares / (seconds.length - 1) / seconds.length);
  expect(Math.abs(mean / theory - 1) + half / theory).toBeLessThan(MARGIN);
}

const quick = between(MIN, 2 * MIN, 3 * MIN);
const slow = between(MIN, 5 * MIN, 12 * MIN);
const [QUICK, SLOW] = [2 * MIN, 6 * MIN];

describe('a chart takes as long as its Markov chain', () => {
  test('at the front door, after two wrong doors by order from above', () => {
    const frontDoor = { seek: quick, knock: slow, settle: slow, escalate: quick };
    const chances = { misroute: share(380), dispute: share(210), nobody: share(330) };
    const knock = (wrong: string): State => ({
      takes: SLOW,
      goes: [
        [wrong, 380],
        ['settle', 210],
      ],
    });
    const chain: Chain = {
      seek: { takes: QUICK, goes: [['knock', 1000]] },
      knock: knock('second seek'),
      'second seek': { takes: QUICK, goes: [['second knock', 1000]] },
      'second knock': knock('third seek'),
      'third seek': { takes: QUICK, goes: [['third knock', 1000]] },
      'third knock': knock('order'),
      settle: { takes: SLOW, goes: [['order', 330]] },
      order: { takes: QUICK, goes: [] },
    };
    expectPassage(passages('front-door', { frontDoor: { ...frontDoor, ...chances } }, true), timeFrom(chain, 'seek'));
  });

  test('at release, where the flawed goes back twice and a tear-line may be written', () => {
    const release = { mark: quick, checkDelegation: quick, review: slow, makeTearLine: slow };
    const chances = { flawed: share(420), needsTearLine: share(170) };
    const review = (back: readonly (readonly [string, number])[]): State => ({
      takes: SLOW,
      goes: [...back, ['tear-line', 170]],
    });
    const chain: Chain = {
      mark: { takes: QUICK, goes: [['check', 1000]] },
      check: { takes: QUICK, goes: [['review', 1000]] },
      review: review([['second review', 420]]),
      'second review': review([['third review', 420]]),
      'third review': review([]),
      'tear-line': { takes: SLOW, goes: [] },
    };
    expectPassage(passages('release', { release: { ...release, ...chances } }, false), timeFrom(chain, 'mark'));
  });

  test('on its way, where returns and garbled sendings share two tries', () => {
    const carriage = { path: 'reviewed' as const, choosePath: quick, humanReview: slow, send: quick, convert: slow };
    const chances = { returned: share(340), garbled: share(290) };
    const look = (tries: number): State => ({
      takes: SLOW,
      goes:
        tries < 2
          ? [
              [`send ${tries}`, 660],
              [`look ${tries + 1}`, 340],
            ]
          : [[`send ${tries}`, 660]],
    });
    const send = (tries: number): State => ({
      takes: QUICK,
      goes:
        tries < 2
          ? [
              ['convert', 710],
              [`send ${tries + 1}`, 290],
            ]
          : [['convert', 710]],
    });
    const chain: Chain = {
      choose: { takes: QUICK, goes: [['look 0', 1000]] },
      ...Object.fromEntries(
        [0, 1, 2].flatMap((tries) => [
          [`look ${tries}`, look(tries)],
          [`send ${tries}`, send(tries)],
        ]),
      ),
      convert: { takes: SLOW, goes: [] },
    };
    expectPassage(passages('carriage', { carriage: { ...carriage, ...chances } }, true), timeFrom(chain, 'choose'));
  });
});

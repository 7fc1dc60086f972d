/** Whatever happens in a run can be told: no gap in the words, no line too wide, every second of the walk accounted for. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compile, replay } from '../../src/core/engine/index.ts';
import type { Fact, FactOf } from '../../src/core/model/facts.ts';
import { settingOf } from '../../src/core/model/setting.ts';
import { emptyWorld, fold } from '../../src/core/model/world.ts';
import { listLibrary, loadDefinition } from '../../src/files/library.ts';
import { nodeReader } from '../../src/files/node-reader.ts';
import { seatHeading, seatStoryOf } from '../../src/report/seat-story.ts';
import { storyOf } from '../../src/report/story.ts';
import { storyText } from '../../src/report/story-text.ts';
import { stretchesOf, whyText } from '../../src/report/why-text.ts';

const reader = nodeReader(fileURLToPath(new URL('../../scenarios', import.meta.url)), 'scenarios');
const { scenarios, policies } = listLibrary(reader);
const deep = process.env.SAYDO_DEEP === '1';
/** Long exercises take long to tell: in a wide run under every policy, else as they are. */
const pairs = scenarios.flatMap((scenario) => {
  const told = deep || scenario === 'first-evening' ? policies : ['as-is-2023'];
  return told.map((policy) => [scenario, policy] as const);
});
const seeds = Array.from({ length: deep ? 100 : 3 }, (_, n) => `luck-${n}`);
/** Moments in a run at which it is told as far as it has come. */
const LOOKS = deep ? 96 : 12;
const WIDTH = 72;

const isEnd = (fact: Fact): fact is FactOf<'ResponseEnded'> => fact.type === 'ResponseEnded';

function expectLegible(text: string): void {
  expect(text).not.toMatch(/undefined|NaN|\{\{|\[object/);
  expect(text.split('\n').filter((line) => line.length > WIDTH)).toEqual([]);
}

describe.each(pairs)('%s under %s', (scenario, policy) => {
  const definition = loadDefinition(reader, scenario, policy);
  const plan = compile(definition);
  const setting = settingOf(definition);
  const seats = [...setting.seats.keys()];

  it('can be told, whoever holds which seat', () => {
    for (const [n, seed] of seeds.entries()) {
      const held = seats.filter((_, place) => ((n >> (place % 3)) & 1) === 1);
      const { facts } = replay(plan, { seed, held, standIn: 'by-the-book' }, []);
      const lines = storyOf(setting, facts);
      expectLegible(storyText(setting, { heading: [], lines, facts }, { width: WIDTH }));
      expect(lines.map(({ at }) => at)).toEqual(lines.map(({ at }) => at).sort((a, b) => a - b));
    }
  });

  it('can be told as far as it has come', () => {
    const { facts } = replay(plan, { seed: 'half', held: [], standIn: 'by-the-book' }, []);
    for (let look = 0; look <= LOOKS; look++) {
      const until = Math.floor((plan.lasts * look) / LOOKS);
      const so = facts.filter(({ at }) => at <= until);
      expectLegible(storyText(setting, { heading: [], lines: storyOf(setting, so), facts: so }, { width: WIDTH }));
    }
  });

  it('has a walk for each response, every second of it', () => {
    for (const seed of seeds) {
      const { facts } = replay(plan, { seed, held: [], standIn: 'by-the-book' }, []);
      for (const ended of facts.filter(isEnd)) {
        let at = ended.firstObservable;
        for (const { since, until } of stretchesOf(facts, ended)) {
          expect(since).toBe(at);
          at = until;
        }
        expect(at).toBe(ended.firstObservable + ended.elapsedSeconds);
        expectLegible(whyText(setting, facts, ended, { width: WIDTH }));
      }
    }
  });

  it('can be told to each seat', () => {
    const { facts } = replay(plan, { seed: 'seats', held: [], standIn: 'by-the-book' }, []);
    const world = fold(emptyWorld(setting), setting, facts, plan.lasts);
    for (const seat of seats) {
      const lines = seatStoryOf(setting, world.seats[seat]?.notices ?? []);
      const text = storyText(setting, { heading: seatHeading(setting, seat), lines, facts: [] }, { width: WIDTH });
      expectLegible(text);
      for (const { truth } of definition.scenario.incidents) expect(text).not.toContain(truth.slice(0, 30));
    }
  });
});

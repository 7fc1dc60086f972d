/** Laws 5 and 6: with nothing to wait for but work, longer work never finishes anything earlier; with no touch time, sensing and execution remain. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matrixLevels } from '../../src/core/model/coalition.ts';
import { areas } from '../../src/core/model/product.ts';
import type { Definition } from '../../src/core/model/scenario.ts';
import { exactly, MIN } from '../support/build.ts';
import { definitions, seeds, Tape, tapes, times } from '../support/generate.ts';
import { play } from '../support/play.ts';
import {
  certain,
  longest,
  mapNation,
  mapPair,
  plain,
  unlimited,
  withCoalition,
  withTasks,
} from '../support/variants.ts';

/** One kind of work, or one task's own, takes longer. */
function lengthened(definition: Definition, tape: Tape): Definition {
  const more = (1 + tape.upTo(200)) * MIN;
  const kinds = [
    'front-door.seek',
    'front-door.knock',
    'front-door.escalate',
    'release.mark',
    'release.review',
    'release.weighException',
    'carriage.send',
    'carriage.convert',
    'national-decision.assess',
    'national-decision.decide',
    'national-decision.legal',
    'coordination.convene',
    'coordination.align',
    'coordination.mend',
  ];
  const kind = tape.one(kinds);
  const longer = {
    spread: (spread: Parameters<typeof longest>[0], at: string) =>
      at === kind ? exactly(longest(spread) + more) : spread,
  };
  const pairs = definition.coalition.pairs.map((pair) => mapPair(pair, longer));
  const nations = definition.coalition.nations.map((nation) => mapNation(nation, longer));
  const tasks = definition.scenario.incidents.flatMap(({ response }) =>
    response.filter((task) => 'takes' in task).map(({ id }) => id),
  );
  const chosen = tasks.length === 0 ? '' : tape.one(tasks);
  return withTasks(tape.once(2) ? withCoalition(definition, { pairs, nations }) : definition, (task) =>
    'takes' in task && task.takes !== undefined && task.id === chosen
      ? { ...task, takes: exactly(longest(task.takes) + more) }
      : task,
  );
}

describe('with unlimited staff, open desks, no timers, alternatives, decisions or trust, and fixed verdicts', () => {
  test('longer work never finishes anything earlier', () => {
    let later = 0;
    fc.assert(
      fc.property(definitions(), seeds(), tapes(10), (drawn, seed, numbers) => {
        const definition = unlimited(certain(plain(drawn)));
        const ends = (of: Definition) =>
          new Map(
            play(of, { seed })
              .all('TaskEnded')
              .filter(({ outcome }) => outcome !== 'overtaken')
              .map(({ task, at }) => [task, at]),
          );
        const before = ends(definition);
        for (const [task, at] of ends(lengthened(definition, new Tape(numbers)))) {
          expect(at, task).toBeGreaterThanOrEqual(before.get(task) ?? Number.POSITIVE_INFINITY);
          if (at > (before.get(task) as number)) later++;
        }
      }),
      times(120),
    );
    expect(later).toBeGreaterThan(20);
  });
});

/** Touch times at zero, every desk open and unlimited, every matrix cell filled, nothing refused; things that are nobody's work stay. */
function frictionless(drawn: Definition): Definition {
  const free = withTasks(unlimited(drawn), (task) => {
    if (task.task === 'decide')
      return { ...task, staffTime: 0, byTheBook: task.byTheBook.map(({ waits: _, ...rule }) => rule) };
    const nobodys = 'takes' in task && task.desk === 'none' && task.task === 'act';
    return 'takes' in task && !nobodys ? { ...task, takes: exactly(0) } : task;
  });
  const allies = free.coalition.nations.map(({ id }) => id).filter((id) => id !== free.coalition.lead);
  const level = matrixLevels.at(-1) as 'integrate';
  const matrix = allies.flatMap((nation) =>
    areas.map((area) => ({ nation, area, level, source: 'estimate', confidence: 'low' as const })),
  );
  const pairs = free.coalition.pairs.map((pair) => {
    const eased = mapPair(pair, { spread: () => exactly(0), share: () => 0 });
    return { ...eased, carriage: { ...eased.carriage, path: 'automated' as const } };
  });
  const nations = free.coalition.nations.map((nation) =>
    mapNation(nation, { spread: () => exactly(0), share: () => 0 }),
  );
  return withCoalition(free, { matrix, pairs, nations });
}

describe('with touch times at zero, desks open and unlimited, and the matrix full', () => {
  test('a response is sensing and execution, and nothing else takes time', () => {
    let done = 0;
    fc.assert(
      fc.property(definitions(), seeds(), (drawn, seed) => {
        // No timers: where the clock puts a question, R77 charges the time before to what had not come.
        fc.pre(drawn.scenario.injects.every(({ at }) => at === 0));
        const played = play(frictionless(drawn), { seed });
        for (const { status, incident, elapsedSeconds } of played.all('ResponseEnded')) {
          if (status !== 'done') continue;
          done++;
          const { sensing = 0, execution = 0 } = played.charged(incident);
          expect(sensing + execution, incident).toBe(elapsedSeconds);
        }
        const began = new Map(played.all('TaskBegan').map(({ task, at }) => [task, at]));
        const crossed = new Set([
          ...played.all('FrictionMoved').map(({ task }) => task),
          ...played.all('DecisionOffered').map(({ decision }) => decision),
        ]);
        for (const { task, at, outcome } of played.all('TaskEnded'))
          if (crossed.has(task) && outcome !== 'overtaken') expect(at, task).toBe(began.get(task));
      }),
      times(100),
    );
    expect(done).toBeGreaterThan(20);
  });
});

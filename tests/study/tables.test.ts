import { describe, expect, test } from 'vitest';
import { compile, measureRow } from '../../src/core/engine/index.ts';
import type { Scenario } from '../../src/core/model/scenario.ts';
import type { Task } from '../../src/core/model/task.ts';
import { trySeats } from '../../src/study/dead-seats.ts';
import { exactShare } from '../../src/study/exact-share.ts';
import { bestOption, dominances, isSame, subjectsChanged, weightOf } from '../../src/study/findings.ts';
import type { Tried } from '../../src/study/forced-choices.ts';
import { tryOptions } from '../../src/study/forced-choices.ts';
import { asked } from '../../src/study/table-questions.ts';
import { windowsOf } from '../../src/study/table-windows.ts';
import { playTable, playTables, tableOf } from '../../src/study/tables.ts';
import { act, between, build, decide, exactly, HOUR, incident, MIN } from '../support/build.ts';
import { option } from '../support/dealings.ts';

const work = (id: string, minutes: number, needs: Task['needs'] = []) =>
  act(id, { desk: 'none', takes: exactly(minutes * MIN), needs });
const luck = act('luck', { desk: 'none', takes: between(10 * MIN, 40 * MIN, 3 * HOUR) });

/** What the States choose settles when the goal is reached; what France chooses settles nothing. */
const answer = decide('answer', {
  options: [option('quick'), option('slow'), option('as-slow'), option('never')],
  default: 'slow',
  byTheBook: [{ holds: [], choose: 'slow' }],
});
const chat = decide('chat', { seat: 'fr-seat' });
const storm: Task[] = [
  luck,
  answer,
  chat,
  work('quickly', 10, ['answer=quick', 'luck']),
  work('slowly', 120, [{ any: ['answer=slow', 'answer=as-slow'] }, 'luck']),
  work('goal', 1, [{ any: ['quickly', 'slowly'] }]),
];
const plan = (tasks: Task[] = storm, scenario: Partial<Scenario> = {}) =>
  compile(build({ incidents: [incident('storm', tasks, { goal: 'goal' })], scenario }));

function tried(decision: string, tasks: Task[] = storm, most = 20): Tried {
  const tables = playTables(plan(tasks), 'tables', most + 10);
  const [found] = tryOptions(tables, { most, only: ({ id }) => id === decision });
  return found as Tried;
}

describe('tables', () => {
  test('the first twenty are the same when there are forty', () => {
    const few = playTables(plan(), 'tables', 20);
    const many = playTables(plan(), 'tables', 40);
    expect(many.tables.slice(0, 20)).toEqual(few.tables);
    expect(many.rows.slice(0, 20)).toEqual(few.rows);
  });

  test('draw the temper of each seat by itself', () => {
    const built = plan();
    const pairs = Array.from({ length: 200 }, (_, i) => Object.values(tableOf(built, 'tables', i).tempers).join(' '));
    expect(new Set(pairs).size).toBe(9);
  });

  test('say when each decision was put, what it came to, and nothing of what never was', () => {
    const never = decide('late', { needs: ['quickly'] });
    const { decisions, put, chosen } = playTables(plan([...storm, never]), 'tables', 1);
    const told = decisions.map(({ id, options }, d) => [id, put[d], options[chosen[d] as number]]);
    expect(told).toEqual([
      ['answer', 0, 'slow'],
      ['chat', 0, 'yes'],
      ['late', -1, undefined],
    ]);
  });

  test('count the windows that they met', () => {
    const [met] = windowsOf(playTables(plan(), 'tables', 60));
    expect(met?.incident).toBe('storm');
    // Slow as all of them are, luck alone decides.
    expect(met?.count).toBeGreaterThan(10);
    expect(met?.count).toBeLessThan(60);
  });
});

describe('a choice that is forced', () => {
  const ask = (needs: string[]) =>
    decide('ask', {
      options: [option('yes', { needs }), option('no'), option('wait')],
      byTheBook: [{ holds: [], choose: 'no' }],
      answerWithin: 2 * HOUR,
    });
  const run = (needs: string[]) => {
    const built = plan([ask(needs), work('word', 30), work('lost', 1, ['ask=wait']), work('goal', 1)]);
    const task = built.tasks.findIndex(({ id }) => id === 'ask');
    const played = playTable(built, tableOf(built, 'tables', 0), { ask: 'yes' });
    return [built.tasks[task]?.decide?.options[played.chosen[task] as number], played.takenAt[task]];
  };

  test('is made at once if its option is open', () => {
    expect(run([])).toEqual(['yes', 0]);
  });

  test('waits for its option to open', () => {
    expect(run(['word'])).toEqual(['yes', 30 * MIN]);
  });

  test('is the default where its option never opens', () => {
    expect(run(['lost'])).toEqual(['no', 2 * HOUR]);
  });

  test('leaves the rest to whoever fills the seats', () => {
    const table = tableOf(plan(), 'tables', 0);
    const row = (forced: Record<string, string>) => measureRow(playTable(plan(), table, forced));
    expect(row({ chat: 'no' })).toEqual(row({}));
    expect(row({ answer: 'quick' })).not.toEqual(row({}));
  });

  test.each([{ ask: 'yes' }, { answer: 'perhaps' }])('is of the scenario: not %o', (forced) => {
    expect(() => playTable(plan(), tableOf(plan(), 'tables', 0), forced)).toThrow('no choice');
  });
});

describe('what hangs on a decision', () => {
  test('is nothing when no option changes anything', () => {
    expect(weightOf(tried('chat'))).toBe('nothing');
    expect(weightOf(tried('answer'))).toBe('outcome');
  });

  test('is effort when it only makes work', () => {
    const idle = act('idle', { needs: ['chat=yes'] });
    expect(weightOf(tried('chat', [...storm, idle]))).toBe('effort');
  });

  test('is chance when it is now better and now worse, and nobody could say which', () => {
    const way = (id: string) => act(id, { desk: 'none', needs: [`answer=${id}`], takes: between(MIN, 30 * MIN, HOUR) });
    const either = decide('answer', {
      options: [option('left'), option('right')],
      default: 'right',
      byTheBook: [{ holds: [], choose: 'left' }],
    });
    const tasks = [either, way('left'), way('right'), work('goal', 1, [{ any: ['left', 'right'] }])];
    expect(subjectsChanged(tried('answer', tasks, 100))).toContain('own');
    expect(weightOf(tried('answer', tasks, 100))).toBe('chance');
  });

  test('is the promise when one is made', () => {
    const made = { id: 'soon', to: 'us', says: 'You will have it soon', that: 'goal', within: MIN };
    const promising = decide('chat', {
      seat: 'fr-seat',
      options: [option('yes', { promises: [made] }), option('no')],
    });
    expect(subjectsChanged(tried('chat', [...storm.filter(({ id }) => id !== 'chat'), promising]))).toContain(
      'promises',
    );
  });

  test('is not told where it was never put', () => {
    expect(weightOf(tried('late', [...storm, decide('late', { needs: ['answer=never'] })]))).toBe('never-put');
  });
});

describe('options', () => {
  test('that come to the same are found', () => {
    const same = tried('answer').pairs.filter(isSame);
    expect(same.map(({ first, second }) => [first, second])).toEqual([['slow', 'as-slow']]);
  });

  test('that are worse than another are found, and on what', () => {
    const found = dominances(tried('answer')).map(({ better, worse, outright }) => [better, worse, outright]);
    expect(found).toContainEqual(['quick', 'slow', true]);
    expect(found).toContainEqual(['quick', 'never', true]);
    expect(found).not.toContainEqual(['slow', 'quick', true]);
    expect(bestOption(tried('answer'))).toBe('quick');
    expect(dominances(tried('answer'))[0]?.on).toContain('restricted.storm');
  });

  test('that cost something are not worse than those that do not', () => {
    const price = decide('answer', {
      options: [
        option('quick', { promises: [{ id: 'rash', to: 'fr', says: 'At once', that: 'goal', within: MIN }] }),
        option('slow'),
      ],
      default: 'slow',
      byTheBook: [{ holds: [], choose: 'slow' }],
    });
    const tasks = storm.map((task) => (task.id === 'answer' ? price : task));
    const without = tasks.map((task) => (task.id === 'slowly' ? work('slowly', 120, ['answer=slow', 'luck']) : task));
    expect(dominances(tried('answer', without))).toEqual([]);
  });
});

describe('a seat', () => {
  test('whose choices change the end of no incident is found', () => {
    const seats = trySeats(playTables(plan(), 'tables', 30), 30);
    const by = Object.fromEntries(seats.map(({ seat, turned, delayed }) => [seat, { turned, delayed }]));
    expect(by['fr-seat']).toEqual({ turned: 0, delayed: 0 });
    expect(by['us-seat']?.turned).toBeGreaterThan(20);
  });

  test('is counted as asked only in the move in which the question was put, and only by questions that matter', () => {
    const moves = [
      { id: 'early', title: 'Early', until: HOUR, minutes: 30 },
      { id: 'late', title: 'Late', until: 12 * HOUR, minutes: 15 },
    ];
    const later = decide('later', { needs: ['luck'] });
    const tables = playTables(plan([...storm, later], { moves }), 'tables', 40);
    const all = asked(tables, (id) => id !== 'chat');
    const of = (seat: string, stretch: string) => all.find((one) => one.seat === seat && one.stretch === stretch);
    expect(of('fr-seat', 'early')).toMatchObject({ owed: 2, enough: 0, median: 0 });
    expect(of('us-seat', 'early')?.enough).toBe(tables.put.filter((at, i) => i % 3 === 2 && at < HOUR).length);
    expect(of('us-seat', 'late')?.enough).toBe(tables.put.filter((at, i) => i % 3 === 2 && at >= HOUR).length);
    expect(of('us-seat', 'late')).toMatchObject({ owed: 1, tables: 40 });
  });
});

test.each([
  [0, 20, 0, 0.1684],
  [5, 20, 0.0866, 0.491],
  [10, 10, 0.6915, 1],
])('the exact interval of %i in %i is that of the tables', (count, of, from, to) => {
  const share = exactShare(count, of);
  expect(share.from).toBeCloseTo(from, 4);
  expect(share.to).toBeCloseTo(to, 4);
});

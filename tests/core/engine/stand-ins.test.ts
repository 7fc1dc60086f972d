import { describe, expect, test } from 'vitest';
import type { RunChoice } from '../../../src/core/engine/index.ts';
import type { DecideTask, Task } from '../../../src/core/model/task.ts';
import { act, build, decide, exactly, HOUR, incident, MIN, track } from '../../support/build.ts';
import { allies, option, seats } from '../../support/dealings.ts';
import { play } from '../../support/play.ts';

type Book = DecideTask['byTheBook'];
const work = (id: string, minutes: number, over: Partial<Parameters<typeof act>[1]> = {}) =>
  act(id, { desk: 'none', takes: exactly(minutes * MIN), ...over });
/** Makes the track after half an hour. */
const word = work('word', 30, { gives: 'track' });
const rule = (choose: string, over: Partial<Book[number]> = {}): Book[number] => ({ holds: [], choose, ...over });
const three = [
  option('bold', { lean: 'forward' }),
  option('careful', { lean: 'cautious' }),
  option('plain'),
  option('no'),
];

/** What was chosen, after how many minutes; asked at StartEx with two hours to answer. */
function chosen(
  standIn: RunChoice['standIn'],
  byTheBook: Book,
  { over = {}, tasks = [word], red = false }: { over?: Partial<DecideTask>; tasks?: Task[]; red?: boolean } = {},
): readonly [string, number, string] {
  const ask = decide('ask', {
    options: three,
    default: 'no',
    byTheBook,
    staffTime: 0,
    answerWithin: 2 * HOUR,
    seat: 'us-seat',
    ...over,
  });
  const coalition = allies(red ? { us: { adversary: true } } : {});
  const built = build({
    incidents: [incident('storm', [ask, ...tasks, work('goal', 300)])],
    products: [track],
    coalition: red ? { ...coalition, lead: 'fr' } : coalition,
    scenario: { seats },
  });
  const taken = play(built, { standIn }).all('DecisionTaken')[0];
  return [taken?.option ?? '', (taken?.at ?? -MIN) / MIN, taken?.by ?? ''];
}
const tracked = (choose: string, over: Partial<Book[number]> = {}) => rule(choose, { holds: ['track'], ...over });

describe('a stand-in by the book', () => {
  const book = (rules: Book, more: Parameters<typeof chosen>[2] = {}) => chosen('by-the-book', rules, more);

  test('[R56] follows a rule of whose tasks its seat has been told', () => {
    const rules = [rule('plain', { knows: ['word'] }), rule('careful')];
    expect(book(rules)).toEqual(['careful', 0, 'stand-in']);
    expect(book(rules, { over: { needs: ['word'] } })).toEqual(['plain', 30, 'stand-in']);
    const both = [rule('plain', { knows: ['word', 'later'] }), rule('careful')];
    expect(book(both, { over: { needs: ['word'] }, tasks: [word, work('later', 60)] })[0]).toBe('careful');
  });

  test('[R56] waits for a rule as long as the file says, and looks again when something comes', () => {
    expect(book([tracked('plain', { waits: HOUR }), rule('careful')])).toEqual(['plain', 30, 'stand-in']);
    expect(book([tracked('plain', { waits: 20 * MIN }), rule('careful')])).toEqual(['careful', 20, 'stand-in']);
    expect(book([rule('plain', { knows: ['word'], waits: HOUR }), rule('careful')])).toEqual(['plain', 30, 'stand-in']);
  });

  test('[R56] waits for an option to open, too', () => {
    const options = [option('plain', { needs: ['word'] }), option('careful'), option('no')];
    expect(book([rule('plain', { waits: HOUR }), rule('careful')], { over: { options } })).toEqual([
      'plain',
      30,
      'stand-in',
    ]);
    expect(book([rule('plain'), rule('careful')], { over: { options } })).toEqual(['careful', 0, 'stand-in']);
  });

  test('[R56] has given up before work that ends in the second in which its patience does', () => {
    expect(book([tracked('plain', { waits: 30 * MIN }), rule('careful')])).toEqual(['careful', 30, 'stand-in']);
    expect(book([tracked('plain', { waits: 30 * MIN + 1 }), rule('careful')])).toEqual(['plain', 30, 'stand-in']);
  });

  test('[R56] waits for its rules one after another', () => {
    const rules = [
      rule('bold', { knows: ['later'], waits: 20 * MIN }),
      tracked('plain', { waits: 40 * MIN }),
      rule('careful'),
    ];
    expect(book(rules, { tasks: [word, work('later', 60)] })).toEqual(['plain', 30, 'stand-in']);
    expect(book(rules, { tasks: [word, work('later', 10)] })).toEqual(['bold', 10, 'stand-in']);
    expect(book(rules, { tasks: [work('word', 90, { gives: 'track' }), work('later', 60)] })).toEqual([
      'careful',
      40,
      'stand-in',
    ]);
  });

  test('[R51] that waits longer than it has to answer lets the question lapse', () => {
    expect(book([tracked('plain', { waits: 9 * HOUR })], { over: { answerWithin: 20 * MIN } })).toEqual([
      'no',
      20,
      'default',
    ]);
  });
});

describe('a forward-leaning stand-in', () => {
  const bold = (rules: Book, more: Parameters<typeof chosen>[2] = {}) => chosen('forward-leaning', rules, more);

  test('[R57] takes the first bold option that is open', () => {
    expect(bold([rule('careful')])).toEqual(['bold', 0, 'stand-in']);
    const options = [
      option('bold', { lean: 'forward', needs: ['word'] }),
      option('bolder', { lean: 'forward' }),
      option('no'),
    ];
    expect(bold([rule('no')], { over: { options } })[0]).toBe('bolder');
  });

  test('[R57] else takes the first rule that applies now, and waits for nothing', () => {
    const options = [
      option('bold', { lean: 'forward', needs: ['word'] }),
      option('careful'),
      option('plain'),
      option('no'),
    ];
    const rules = [tracked('plain', { waits: HOUR }), rule('careful')];
    expect(bold(rules, { over: { options } })).toEqual(['careful', 0, 'stand-in']);
    expect(bold([tracked('plain', { waits: HOUR })], { over: { options } })).toEqual(['no', 0, 'stand-in']);
  });
});

describe('a cautious stand-in', () => {
  const wary = (rules: Book, more: Parameters<typeof chosen>[2] = {}) => chosen('cautious', rules, more);

  test('[R58] follows the first rule of the book that is not bold', () => {
    expect(wary([rule('bold'), rule('plain')])).toEqual(['plain', 0, 'stand-in']);
  });

  test('[R58] waits for it up to half the time to answer, or as long as the file says', () => {
    expect(wary([tracked('plain'), rule('no')])).toEqual(['plain', 30, 'stand-in']);
    const late = [work('word', 80, { gives: 'track' })];
    expect(wary([tracked('plain'), rule('no')], { tasks: late })).toEqual(['careful', 60, 'stand-in']);
    expect(wary([tracked('plain', { waits: 90 * MIN })], { tasks: late })).toEqual(['plain', 80, 'stand-in']);
  });

  test('[R58] does the careful thing then, else the default, and looks at no other rule', () => {
    const never = [work('word', 200, { gives: 'track' })];
    expect(wary([tracked('plain'), rule('plain')], { tasks: never })[0]).toBe('careful');
    const options = [option('bold', { lean: 'forward' }), option('plain'), option('no')];
    expect(wary([tracked('plain')], { tasks: never, over: { options } })).toEqual(['no', 60, 'stand-in']);
    expect(wary([rule('bold')])).toEqual(['careful', 0, 'stand-in']);
  });
});

describe('red', () => {
  const red = (rules: Book, more: Parameters<typeof chosen>[2] = {}) =>
    chosen('by-the-book', rules, { red: true, ...more });

  test('[R59] follows the first rule that hangs on something that he has been told of', () => {
    const rules = [rule('plain'), rule('careful', { knows: ['word'] })];
    expect(red(rules, { over: { needs: ['word'] } })).toEqual(['careful', 30, 'stand-in']);
    expect(red([rule('careful', { knows: ['word'], waits: HOUR })])).toEqual(['careful', 30, 'stand-in']);
  });

  test('[R59] else presses on, else follows the rest of the book', () => {
    const rules = [rule('plain'), rule('careful', { knows: ['word'] })];
    expect(red(rules)).toEqual(['bold', 0, 'stand-in']);
    const options = three.slice(1);
    expect(red(rules, { over: { options } })).toEqual(['plain', 0, 'stand-in']);
    expect(red([tracked('plain')], { over: { options } })).toEqual(['no', 0, 'stand-in']);
  });

  test('[R59] fills an adversary’s seat whatever stand-in fills the rest', () => {
    expect(chosen('cautious', [rule('plain')], { red: true })[0]).toBe('bold');
    expect(chosen('cautious', [rule('plain')])[0]).toBe('plain');
  });
});

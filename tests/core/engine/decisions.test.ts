import { describe, expect, test } from 'vitest';
import type { Input } from '../../../src/core/engine/index.ts';
import { compile, startRun } from '../../../src/core/engine/index.ts';
import type { Definition } from '../../../src/core/model/scenario.ts';
import type { DecideTask } from '../../../src/core/model/task.ts';
import { act, build, decide, exactly, HOUR, hand, incident, MIN, sense, track } from '../../support/build.ts';
import { play } from '../../support/play.ts';

const option = (id: string, needs: string[] = []) => ({ id, says: `Say ${id}`, planning: 'soon', needs });

/** A question at StartEx; `word` arrives after half an hour. */
function asked(over: Partial<DecideTask> = {}): Definition {
  const tasks = [
    decide('ask', over),
    act('word', { desk: 'none', takes: exactly(30 * MIN) }),
    act('goal', { needs: ['ask=yes'], takes: exactly(0) }),
  ];
  return build({ incidents: [incident('storm', tasks)] });
}
const held = { held: ['us-seat'] };
const answer = (at: number, choice: string, over: Partial<Extract<Input, { type: 'decide' }>> = {}): Input[] => [
  { type: 'advance', to: at },
  { type: 'decide', at, seat: 'us-seat', decision: 'ask', option: choice, reason: 'It seemed right.', ...over },
];
const late = { options: [option('yes', ['word']), option('no')] };

describe('a decision', () => {
  test('[R50] is put to its seat with options, a default and a deadline that runs from the offer', () => {
    const later = build({ incidents: [incident('storm', [sense('see'), decide('ask', { needs: ['see'] })])] });
    expect(play(later, held).all('DecisionOffered')).toMatchObject([
      { at: 10 * MIN, deadline: 10 * MIN + HOUR, open: ['yes', 'no'] },
    ]);
  });

  test('[R51] that lapses takes its default, at the deadline', () => {
    const played = play(asked(), held);
    expect(played.all('DecisionTaken')).toMatchObject([{ at: HOUR, option: 'no', by: 'default', inForceAt: HOUR }]);
    expect(played.ended('ask')).toMatchObject({ at: HOUR, outcome: 'no' });
  });

  test('[R52] takes effect after the staff time, for people and stand-ins alike', () => {
    expect(play(asked()).ended('ask').at).toBe(5 * MIN);
    expect(play(asked(), held, answer(20 * MIN, 'yes')).ended('ask').at).toBe(25 * MIN);
  });

  test('[R52] takes effect at the deadline if that comes before the staff work is done', () => {
    const played = play(asked(), held, answer(HOUR - MIN, 'yes'));
    expect(played.ended('ask')).toMatchObject({ at: HOUR, outcome: 'yes' });
    expect(played.all('DecisionTaken').length).toBe(1);
  });

  test('[R53] has options that cannot be chosen before their information is there', () => {
    const run = startRun(compile(asked(late)), { seed: 'one', standIn: 'by-the-book', ...held });
    run.give({ type: 'advance', to: 30 * MIN - 1 });
    const yes = (at: number) =>
      run.give({ type: 'decide', at, seat: 'us-seat', decision: 'ask', option: 'yes', reason: '' });
    expect(yes(30 * MIN - 1)).toEqual({ refused: 'not-open' });
    expect(run.give({ type: 'advance', to: 30 * MIN })).toContainEqual({
      at: 30 * MIN,
      type: 'OptionOpened',
      decision: 'ask',
      option: 'yes',
    });
    expect(yes(30 * MIN)).toMatchObject([{ type: 'DecisionTaken', option: 'yes', by: 'seat' }]);
  });

  test('[R53] was enabled by the later of the offer and the information that opened the option', () => {
    const steps = (definition: Definition, inputs: Input[]) => play(definition, held, inputs).all('StepEnded');
    const informed = steps(asked(late), answer(40 * MIN, 'yes'));
    const ask = informed.find(({ task }) => task === 'ask');
    expect(ask).toMatchObject({ since: 30 * MIN, waiting: 10 * MIN, working: 5 * MIN });
    expect(informed.find(({ step }) => step === ask?.after)?.task).toBe('word');
    const plain = steps(asked(late), answer(40 * MIN, 'no')).find(({ task }) => task === 'ask');
    expect(plain).toMatchObject({ since: 0, after: -1, waiting: 40 * MIN });
  });

  test('[R53] tells of an option that opens only while the question stands open', () => {
    expect(play(asked(late), held).all('OptionOpened')).toMatchObject([{ at: 30 * MIN, option: 'yes' }]);
    expect(play(asked(late)).all('OptionOpened')).toEqual([]);
    const both = [act('word', { desk: 'none' }), decide('ask', { needs: ['word'], options: late.options })];
    const together = play(build({ incidents: [incident('storm', both)] }), held);
    expect(together.all('DecisionOffered')).toMatchObject([{ open: ['yes', 'no'] }]);
    expect(together.all('OptionOpened')).toEqual([]);
  });

  test('[R3] that is put in the last second of the exercise is not waited for', () => {
    const tasks = [sense('see'), decide('ask', { needs: ['see'] })];
    const built = build({ incidents: [incident('storm', tasks)], scenario: { lasts: 10 * MIN } });
    const run = startRun(compile(built), { seed: 'one', standIn: 'by-the-book', ...held });
    const { input, facts } = run.toNextDecision(10 * MIN);
    expect([run.ended, facts.at(-1)?.type]).toEqual([true, 'RunEnded']);
    expect(play(built, held, [input]).facts).toEqual(facts);
  });

  test('[R54] stands once it is made', () => {
    const run = startRun(compile(asked()), { seed: 'one', standIn: 'by-the-book', ...held });
    const choose = (choice: string) =>
      run.give({ type: 'decide', at: 0, seat: 'us-seat', decision: 'ask', option: choice, reason: '' });
    run.give({ type: 'advance', to: 0 });
    expect(choose('yes')).toHaveLength(1);
    expect(choose('no')).toEqual({ refused: 'not-open' });
    run.give({ type: 'advance', to: HOUR });
    expect(choose('no')).toMatchObject({ refused: expect.anything() });
  });

  test('[R55] waits for the person who holds the seat; a stand-in answers when asked', () => {
    expect(play(asked()).all('DecisionTaken')).toMatchObject([{ at: 0, by: 'stand-in' }]);
    expect(play(asked(), held).all('DecisionTaken')).toMatchObject([{ at: HOUR, by: 'default' }]);
    expect(play(asked(), { held: ['fr-seat'] }).all('DecisionTaken')).toMatchObject([{ at: 0, by: 'stand-in' }]);
  });
});

describe('a stand-in by the book', () => {
  const book = [
    { holds: ['track'], choose: 'yes' },
    { holds: [], choose: 'wait' },
  ];
  const three = [option('yes'), option('no'), option('wait')];
  const french = { seat: 'fr-seat', options: three, byTheBook: book, default: 'no' };
  const chosen = (
    tasks: Definition['scenario']['incidents'][number]['response'],
    over: Parameters<typeof build>[0] = { incidents: [] },
  ) => play(build({ ...over, incidents: [incident('storm', tasks)] })).all('DecisionTaken')[0]?.option;

  test('[R56] follows the first rule whose products its seat holds in writing', () => {
    expect(chosen([hand('pass'), decide('ask', { needs: ['pass'], ...french })])).toBe('yes');
    expect(chosen([hand('pass', { form: 'tear-line' }), decide('ask', { needs: ['pass'], ...french })])).toBe('yes');
    expect(chosen([hand('pass', { form: 'oral' }), decide('ask', { needs: ['pass=spoken'], ...french })])).toBe('wait');
    expect(chosen([hand('pass'), decide('ask', french)])).toBe('wait');
  });

  test('[R55] sees only what its own seat has been told', () => {
    const seen = sense('see', { gives: 'track' });
    expect(chosen([seen, decide('ask', { needs: ['see'], ...french })])).toBe('wait');
    expect(chosen([seen, decide('ask', { needs: ['see'], ...french, seat: 'us-seat' })])).toBe('yes');
  });

  test('[R56] follows a rule only where its option is open, and else takes the default', () => {
    const closed = [option('yes', ['never']), option('no'), option('wait')];
    const never = act('never', { needs: ['ask=no'] });
    expect(
      chosen([decide('ask', { ...french, options: closed, byTheBook: [{ holds: [], choose: 'yes' }] }), never]),
    ).toBe('no');
    expect(
      chosen([
        decide('ask', {
          ...french,
          options: closed,
          byTheBook: [
            { holds: [], choose: 'yes' },
            { holds: [], choose: 'wait' },
          ],
        }),
        never,
      ]),
    ).toBe('wait');
    expect(
      chosen([decide('ask', { ...french, byTheBook: [{ holds: ['track'], choose: 'yes' }] })], {
        incidents: [],
        products: [track],
      }),
    ).toBe('no');
  });
});

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import { assign, createActor, createMachine, emit, initialTransition, raise, transition } from 'xstate';
import { machineNames, machines, tableOf } from '../../../src/core/friction/index.ts';
import type { Table } from '../../../src/core/friction/tabulate.ts';
import { eventName, tabulate } from '../../../src/core/friction/tabulate.ts';
import { dropWork, startWork } from '../../../src/core/friction/work.ts';
import { times } from '../../support/generate.ts';

type PlainEvent = { readonly type: string } & Readonly<Record<string, string>>;
const two: readonly PlainEvent[] = [{ type: 'GO' }, { type: 'BACK' }];
const table = (config: object, alphabet = two) => tabulate(createMachine(config as never) as AnyStateMachine, alphabet);
const flat = (a: object, b: object = {}) => ({ id: 'chart', initial: 'a', states: { a, b } });

describe('a table is refused', () => {
  const refused: readonly [string, object, RegExp][] = [
    ['for a timer', flat({ on: { GO: 'b' } }, { after: { 1000: 'a' } }), /timer of b/],
    ['for a timer in a state that nothing reaches', flat({}, { after: { 1000: 'a' } }), /timer of b/],
    ['for an invoked actor', flat({ invoke: { src: 'clock' } }), /what a invokes/],
    ['for any event, written *', flat({ on: { '*': 'b' } }), /wildcard \*/],
    ['for any event of a family, written GO.*', flat({ on: { 'GO.*': 'b' } }), /wildcard GO/],
    ['for any event at the root', { ...flat({}), on: { '*': '.b' } }, /wildcard \*/],
    ['for a transition without an event', flat({ on: { GO: 'b' } }, { always: 'a' }), /without an event/],
    ['for an event that is not in the alphabet', flat({ on: { OTHER: 'b' } }), /OTHER, which is not in the alphabet/],
    ['for parallel states', { id: 'chart', type: 'parallel', states: { a: {}, b: {} } }, /parallel/],
    ['for nested states', flat({}, { initial: 'c', states: { c: {} } }), /compound state b/],
    ['for a parallel state inside', flat({}, { type: 'parallel', states: { c: {}, d: {} } }), /parallel state b/],
    ['for a history state', flat({ on: { GO: 'b' } }, { type: 'history' }), /history state b/],
    ['for a raised event', flat({ on: { GO: { actions: raise({ type: 'BACK' }) } } }), /xstate.raise is not work/],
    ['for an emitted event', flat({ on: { GO: { actions: emit({ type: 'BACK' }) } } }), /xstate.emit is not work/],
    ['for an action of its own', flat({ on: { GO: { actions: () => {} } } }), /is not work/],
    ['for work without a name', flat({ entry: { type: 'startWork' } }), /startWork is not work/],
    ['for two pieces of work at once', flat({ entry: [startWork('x'), startWork('y')] }), /two pieces of work at once/],
    [
      'for work begun while other work is in hand',
      flat({ entry: startWork('x'), on: { GO: 'b' } }, { entry: startWork('y') }),
      /two pieces of work at once/,
    ],
  ];
  test.each(refused)('%s', (_, config, why) => {
    expect(() => table(config)).toThrow(why);
    expect(() => table(config)).toThrow(/^chart: /);
  });

  test('for an actor spawned by an assignment', () => {
    const other = createMachine({});
    const spawns = assign({ n: ({ spawn }) => spawn(other as never) as never });
    expect(() => table({ ...flat({ on: { GO: { actions: spawns } } }), context: { n: 0 } })).toThrow(/spawned/);
  });

  test('for more than 2000 pairs, and not for 2000', () => {
    const counter = (most: number) => ({
      ...flat({
        on: {
          GO: {
            guard: ({ context }: { context: { n: number } }) => context.n < most,
            actions: assign({ n: ({ context }) => context.n + 1 }),
          },
        },
      }),
      context: { n: 0 },
    });
    expect(table(counter(1999)).pairs.length).toBe(2000);
    expect(() => table(counter(2000))).toThrow('more than 2000 reachable pairs');
  });
});

/** What XState itself does on each event of each snapshot it can reach, stepped with nothing but its pure functions. */
function expectTableOf(machine: AnyStateMachine, alphabet: readonly PlainEvent[], told: Table): void {
  const at = new Map<AnyMachineSnapshot, number>();
  const key = (snapshot: AnyMachineSnapshot) => JSON.stringify([snapshot.value, sorted(snapshot.context)]);
  const places = new Map(
    told.pairs.map(({ state, context }, pair) => [JSON.stringify([state, sorted(context)]), pair]),
  );
  const workOf = (actions: readonly { type: string; params?: unknown }[], type: string) => {
    const named = actions.filter((action) => action.type === type).map(({ params }) => params as string);
    return named.length === 0 ? -1 : told.works.indexOf(named[0] as string);
  };
  const [first, firstActions] = initialTransition(machine);
  expect(places.get(key(first))).toBe(0);
  expect(told.firstWork).toBe(workOf(firstActions as never, 'startWork'));
  const queue: AnyMachineSnapshot[] = [first];
  const seen = new Set([key(first)]);
  for (const snapshot of queue) {
    const pair = places.get(key(snapshot)) as number;
    at.set(snapshot, pair);
    alphabet.forEach((event, e) => {
      const cell = pair * told.events.length + e;
      if (snapshot.status !== 'active') {
        // An actor that has come to its end hears nothing more.
        expect(told.next[cell]).toBe(-1);
        return;
      }
      const [next, actions] = transition(machine, snapshot, event);
      const moved = key(next) !== key(snapshot) || (actions as unknown[]).length > 0;
      if (told.next[cell] === -1) expect(moved).toBe(false);
      else {
        expect(told.pairs[told.next[cell] as number]).toEqual({
          state: next.value,
          context: next.context,
          final: next.status === 'done',
        });
        expect(told.starts[cell]).toBe(workOf(actions as never, 'startWork'));
        expect(told.drops[cell]).toBe(workOf(actions as never, 'dropWork'));
      }
      if (seen.has(key(next))) return;
      seen.add(key(next));
      queue.push(next);
    });
  }
  expect(queue.length).toBe(told.pairs.length);
  told.pairs.forEach(({ final }, pair) => {
    expect(told.finals[pair]).toBe(final ? 1 : 0);
  });
}

const sorted = (context: unknown): unknown =>
  Object.entries(context as object).toSorted(([a], [b]) => (a < b ? -1 : 1));

/** A random flat chart: its states start and drop work, its transitions are guarded by payload and by a small counter. */
const charts = fc
  .record({
    states: fc.integer({ min: 2, max: 6 }),
    range: fc.integer({ min: 1, max: 3 }),
    works: fc.array(fc.option(fc.constantFrom('dig', 'ask', 'send'), { nil: null }), { minLength: 6, maxLength: 6 }),
    finals: fc.array(fc.nat(4), { minLength: 6, maxLength: 6 }),
    moves: fc.array(
      fc.record({
        from: fc.nat(5),
        event: fc.constantFrom('A', 'B', 'C'),
        payload: fc.option(fc.constantFrom('x', 'y'), { nil: null }),
        below: fc.option(fc.nat(3), { nil: null }),
        to: fc.option(fc.nat(5), { nil: null }),
        reenter: fc.boolean(),
        counts: fc.boolean(),
      }),
      { maxLength: 14 },
    ),
    everywhere: fc.option(fc.nat(5), { nil: null }),
  })
  .map((drawn) => ({ config: chartOf(drawn), alphabet: randomAlphabet }));

const randomAlphabet: readonly PlainEvent[] = [
  { type: 'A', payload: 'x' },
  { type: 'A', payload: 'y' },
  { type: 'B', payload: 'x' },
  { type: 'C' },
  { type: 'STOP' },
];

interface Drawn {
  states: number;
  range: number;
  works: (string | null)[];
  finals: number[];
  moves: {
    from: number;
    event: string;
    payload: string | null;
    below: number | null;
    to: number | null;
    reenter: boolean;
    counts: boolean;
  }[];
  everywhere: number | null;
}

function chartOf({ states, range, works, finals, moves, everywhere }: Drawn): object {
  const name = (n: number) => `s${n % states}`;
  const count = assign({ n: ({ context }: { context: { n: number } }) => (context.n + 1) % (range + 1) });
  const stateAt = (n: number) => {
    if (n > 0 && finals[n] === 0) return { type: 'final' };
    const on: Record<string, object[]> = {};
    for (const { from, event, payload, below, to, reenter, counts } of moves) {
      if (from % states !== n) continue;
      on[event] ??= [];
      on[event].push({
        guard: ({ context, event: came }: { context: { n: number }; event: { payload?: string } }) =>
          (payload === null || came.payload === payload) && (below === null || context.n < below),
        ...(to === null ? {} : { target: name(to), reenter }),
        ...(counts ? { actions: count } : {}),
      });
    }
    const work = works[n];
    return { ...(work ? { entry: startWork(work), exit: dropWork(work) } : {}), on };
  };
  return {
    id: 'random',
    context: { n: 0 },
    initial: 's0',
    ...(everywhere === null ? {} : { on: { STOP: { target: `.${name(everywhere)}` } } }),
    states: Object.fromEntries(Array.from({ length: states }, (_, n) => [name(n), stateAt(n)])),
  };
}

describe('a table', () => {
  test.each(machineNames)('of %s equals the machine stepped, for every reachable pair and event', (name) => {
    const { machine, alphabet } = machines[name];
    expectTableOf(machine, alphabet as readonly PlainEvent[], tableOf(name));
  });

  test('of a random chart equals the chart stepped', () => {
    fc.assert(
      fc.property(charts, ({ config, alphabet }) => {
        const machine = createMachine(config as never) as AnyStateMachine;
        expectTableOf(machine, alphabet, tabulate(machine, alphabet));
      }),
      times(150),
    );
  });

  test('of a random chart leads where a live actor goes, through any events', () => {
    fc.assert(
      fc.property(charts, fc.array(fc.nat(4), { maxLength: 20 }), ({ config, alphabet }, events) => {
        const machine = createMachine(config as never) as AnyStateMachine;
        const told = tabulate(machine, alphabet);
        const actor = createActor(
          (machine as unknown as { provide(with_: object): AnyStateMachine }).provide({
            actions: { startWork: () => {}, dropWork: () => {} },
          }),
        ).start();
        let pair = 0;
        for (const e of events) {
          actor.send(alphabet[e] as PlainEvent);
          const next = told.next[pair * told.events.length + e] as number;
          if (next !== -1) pair = next;
          const snapshot = actor.getSnapshot() as AnyMachineSnapshot;
          expect([told.pairs[pair]?.state, told.pairs[pair]?.context]).toEqual([snapshot.value, snapshot.context]);
        }
        actor.stop();
      }),
      times(100),
    );
  });
});

test('an event is named by its type and payload', () => {
  expect(eventName({ type: 'REVIEWED', verdict: 'sound' })).toBe('REVIEWED sound');
});

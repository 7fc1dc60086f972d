import { describe, expect, test } from 'vitest';
import type { AnyStateMachine, EventObject } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import type { MachineName } from '../../../src/core/friction/index.ts';
import { machineNames, machines, tableOf } from '../../../src/core/friction/index.ts';

/** The work that each state asks for on being entered; `null` where it only waits. Reviewed by hand against RULES.md. */
const asksFor: Readonly<Record<MachineName, Readonly<Record<string, string | null>>>> = {
  'front-door': {
    seeking: 'seek',
    knocking: 'knock',
    misrouted: 'seek',
    disputed: 'settle',
    escalated: 'escalate',
    received: null,
    lapsed: null,
  },
  release: {
    marking: 'mark',
    awaitingOriginator: 'askOriginator',
    checkingDelegation: 'checkDelegation',
    underReview: 'review',
    exception: 'weighException',
    makingTearLine: 'makeTearLine',
    oralOnly: 'speak',
    cleared: null,
    denied: null,
    misheard: null,
    overtaken: null,
  },
  carriage: {
    choosingPath: 'choosePath',
    humanReview: 'humanReview',
    sending: 'send',
    rekeying: 'rekey',
    converting: 'convert',
    ingested: null,
    failed: null,
  },
  'national-decision': {
    assessing: 'assess',
    legalReview: 'review',
    withinAuthority: 'decide',
    referredToCapital: 'refer',
    consented: null,
    caveated: null,
    declined: null,
    overtaken: null,
  },
  coordination: { convening: 'convene', aligning: 'align', split: 'mend', agreed: null, apart: null, overtaken: null },
  partnership: { watchful: null, confident: null, hedging: null, withholding: null },
  response: {
    unseen: null,
    noticed: null,
    understood: null,
    decided: null,
    acting: null,
    closed: null,
    overtaken: null,
  },
};

/** The event types (or events, where a payload matters) that each state that is not final answers to, beside OVERTAKEN; all others are ignored. Reviewed by hand. */
const answersTo: Readonly<Record<MachineName, Readonly<Record<string, readonly string[]>>>> = {
  'front-door': {
    seeking: ['FOUND'],
    knocking: ['ANSWERED'],
    misrouted: ['FOUND'],
    disputed: ['SETTLED'],
    escalated: ['ORDERED'],
    received: [],
    lapsed: [],
  },
  release: {
    marking: ['MARKED'],
    awaitingOriginator: ['ORIGINATOR_ANSWERED'],
    checkingDelegation: ['DELEGATION_CHECKED'],
    underReview: ['REVIEWED'],
    exception: ['EXCEPTION_WEIGHED'],
    makingTearLine: ['TEAR_LINE_MADE'],
    oralOnly: ['SPOKEN'],
    cleared: [],
    denied: [],
    misheard: [],
    overtaken: [],
  },
  carriage: {
    choosingPath: ['PATH_CHOSEN'],
    humanReview: ['LOOKED_OVER'],
    sending: ['SENT'],
    rekeying: ['REKEYED'],
    converting: ['CONVERTED'],
    ingested: [],
    failed: [],
  },
  'national-decision': {
    assessing: ['ASSESSED'],
    legalReview: ['REVIEWED'],
    withinAuthority: ['DECIDED'],
    referredToCapital: ['DECIDED'],
    consented: [],
    caveated: [],
    declined: [],
    overtaken: [],
  },
  coordination: {
    convening: ['CONVENED'],
    aligning: ['ALIGNED'],
    split: ['MENDED'],
    agreed: [],
    apart: [],
    overtaken: [],
  },
  partnership: {
    watchful: ['TRUST high', 'TRUST low', 'TRUST lost'],
    confident: ['TRUST fair', 'TRUST low', 'TRUST lost'],
    hedging: ['TRUST high', 'TRUST lost'],
    withholding: ['TRUST high', 'TRUST fair'],
  },
  response: {
    unseen: ['NOTICED', 'UNDERSTOOD', 'DECIDED', 'ACTING', 'CLOSED'],
    noticed: ['UNDERSTOOD', 'DECIDED', 'ACTING', 'CLOSED'],
    understood: ['DECIDED', 'ACTING', 'CLOSED'],
    decided: ['ACTING', 'CLOSED'],
    acting: ['CLOSED'],
    closed: [],
    overtaken: [],
  },
};

const finals: Readonly<Record<MachineName, readonly string[]>> = {
  'front-door': ['lapsed', 'received'],
  release: ['cleared', 'denied', 'misheard', 'overtaken'],
  carriage: ['failed', 'ingested'],
  'national-decision': ['caveated', 'consented', 'declined', 'overtaken'],
  coordination: ['agreed', 'apart', 'overtaken'],
  partnership: [],
  response: ['closed', 'overtaken'],
};

const statesOf = (name: MachineName) => Object.keys((machines[name].machine as AnyStateMachine).states).sort();

describe.each(machineNames)('the %s machine', (name) => {
  const { machine, alphabet } = machines[name];
  const table = tableOf(name);

  test('reaches every state that it has', () => {
    const paths = getShortestPaths(machine as AnyStateMachine, { events: [...alphabet] as EventObject[] });
    expect([...new Set(paths.map(({ state }) => state.value as string))].sort()).toEqual(statesOf(name));
  });

  test('asks in each state for the work that the table above says', () => {
    const asked = new Map<string, Set<string | null>>();
    const note = (pair: number, work: number) => {
      const { state } = table.pairs[pair] as { state: string };
      asked.set(state, (asked.get(state) ?? new Set()).add(work === -1 ? null : (table.works[work] as string)));
    };
    note(0, table.firstWork);
    table.next.forEach((next, cell) => {
      if (next !== -1) note(next, table.starts[cell] as number);
    });
    const found = Object.fromEntries([...asked].map(([state, works]) => [state, [...works]]));
    const wanted = Object.fromEntries(Object.entries(asksFor[name]).map(([state, work]) => [state, [work]]));
    expect(found).toEqual(wanted);
  });

  test('drops on leaving a state the work that the state asked for', () => {
    table.next.forEach((next, cell) => {
      if (next === -1) return;
      const { state } = table.pairs[Math.floor(cell / table.events.length)] as { state: string };
      const dropped = table.drops[cell] as number;
      expect(dropped === -1 ? null : table.works[dropped]).toBe(asksFor[name][state]);
    });
  });

  test('ignores in each state exactly what the table above does not name', () => {
    const ignored = statesOf(name).flatMap((state) =>
      table.events
        .filter((event) => {
          const type = event.split(' ')[0] as string;
          const overtaken = type === 'OVERTAKEN' && !finals[name].includes(state);
          const answered = answersTo[name][state];
          return !overtaken && !answered?.includes(type) && !answered?.includes(event);
        })
        .map((event) => `${state} ${event}`),
    );
    expect(table.ignored.map(({ state, event }) => `${state} ${event}`).sort()).toEqual(ignored.sort());
  });

  test('ends where it should and can always be overtaken before', () => {
    const ends = table.pairs.filter(({ final }) => final).map(({ state }) => state);
    expect([...new Set(ends)].sort()).toEqual(finals[name]);
    const overtaken = table.events.indexOf('OVERTAKEN');
    // A partnership outlives every run: it has no end, and nothing overtakes it.
    if (overtaken === -1) expect(name).toBe('partnership');
    else
      table.pairs.forEach(({ final }, pair) => {
        const next = table.next[pair * table.events.length + overtaken] as number;
        expect(final ? next : (table.finals[next] as number)).toBe(final ? -1 : 1);
      });
  });

  test('names each event of its alphabet once', () => {
    expect(new Set(table.events).size).toBe(table.events.length);
  });
});

/** The states that a machine passes through on these events, from its beginning. */
function walk(name: MachineName, events: readonly string[]): string[] {
  const table = tableOf(name);
  let pair = 0;
  return [
    table.pairs[0]?.state as string,
    ...events.map((event) => {
      const next = table.next[pair * table.events.length + table.events.indexOf(event)] as number;
      if (next !== -1) pair = next;
      return table.pairs[pair]?.state as string;
    }),
  ];
}

describe('a walk', () => {
  test('to the third wrong door goes up the chain', () => {
    const wrong = ['FOUND', 'ANSWERED redirected'];
    expect(walk('front-door', [...wrong, ...wrong, ...wrong, 'ORDERED'])).toEqual([
      'seeking',
      'knocking',
      'misrouted',
      'knocking',
      'misrouted',
      'knocking',
      'escalated',
      'received',
    ]);
  });

  test('through a dispute that nobody owns goes up the chain', () => {
    expect(walk('front-door', ['FOUND', 'ANSWERED disputed', 'SETTLED nobody', 'ORDERED'])).toEqual([
      'seeking',
      'knocking',
      'disputed',
      'escalated',
      'received',
    ]);
  });

  test('of a product flawed for the third time ends in denial', () => {
    const flawed = 'REVIEWED flawed';
    expect(walk('release', ['MARKED restricted', 'DELEGATION_CHECKED covered', flawed, flawed, flawed])).toEqual([
      'marking',
      'checkingDelegation',
      'underReview',
      'underReview',
      'underReview',
      'denied',
    ]);
  });

  test('of a tear-line asked for meets the delegation once it is written', () => {
    expect(
      walk('release', ['MARKED tear-line', 'TEAR_LINE_MADE', 'DELEGATION_CHECKED covered', 'REVIEWED sound']),
    ).toEqual(['marking', 'makingTearLine', 'checkingDelegation', 'underReview', 'cleared']);
  });

  test('of what arrives garbled a third time ends in failure', () => {
    const garbled = 'SENT garbled';
    expect(walk('carriage', ['PATH_CHOSEN automated', garbled, garbled, garbled])).toEqual([
      'choosingPath',
      'sending',
      'sending',
      'sending',
      'failed',
    ]);
  });
});

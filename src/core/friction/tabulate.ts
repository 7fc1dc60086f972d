/**
 * The one door to XState: walks a machine once, every reachable (state, context) times its alphabet, through XState's own pure
 * `transition`, and writes the answers down as a table of small integers. The engine runs the table; panels show the machine.
 * A *pair* is one reachable (state, context). Refuses what a table cannot say: timers, invoked actors, effects, too many pairs.
 */
import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import { initialTransition, transition } from 'xstate';
import type { Json } from '../kernel/digest.ts';
import { canonicalJson } from '../kernel/digest.ts';

export interface TablePair {
  readonly state: string;
  readonly context: Readonly<Record<string, unknown>>;
  readonly final: boolean;
}

export interface Table {
  readonly machine: string;
  /** Events in the alphabet's order, as `TYPE` or `TYPE value`. */
  readonly events: readonly string[];
  readonly works: readonly string[];
  readonly pairs: readonly TablePair[];
  /** `next[pair * events.length + event]`: the pair after, or -1 where the event is ignored. */
  readonly next: Int16Array;
  /** 1 where the machine has come to its end in this pair. */
  readonly finals: Uint8Array;
  /** Work started on arriving by that event, -1 for none. Same shape as `next`. */
  readonly starts: Int16Array;
  /** Work dropped on leaving by that event, -1 for none. Same shape as `next`. */
  readonly drops: Int16Array;
  /** Work started at the very beginning, in pair 0. */
  readonly firstWork: number;
  /** (state, event) that the machine ignores. */
  readonly ignored: readonly { readonly state: string; readonly event: string }[];
}

type PlainEvent = { readonly type: string } & Readonly<Record<string, string>>;

const MOST_PAIRS = 2000;

/** `ANSWERED received`: the name of an event with its payload, as tables and facts write it. */
export const eventName = (event: PlainEvent): string => Object.values(event).join(' ');

interface Walk {
  readonly pairs: TablePair[];
  readonly snapshots: AnyMachineSnapshot[];
  readonly index: Map<string, number>;
  readonly works: string[];
  /** Work that may be in hand in each pair, -1 for none. */
  readonly inHand: number[];
}

function pairOf(walk: Walk, machine: string, snapshot: AnyMachineSnapshot): number {
  if (typeof snapshot.value !== 'string') throw new Error(`${machine}: nested or parallel states cannot be tabulated`);
  if (Object.keys(snapshot.children).length > 0) throw new Error(`${machine}: spawned actors cannot be tabulated`);
  const key = canonicalJson([snapshot.value, snapshot.context as Json]);
  const known = walk.index.get(key);
  if (known !== undefined) return known;
  const pair = walk.pairs.length;
  if (pair >= MOST_PAIRS)
    throw new Error(`${machine}: more than ${MOST_PAIRS} reachable pairs; give its context a smaller range`);
  walk.index.set(key, pair);
  walk.pairs.push({ state: snapshot.value, context: snapshot.context, final: snapshot.status === 'done' });
  walk.snapshots.push(snapshot);
  return pair;
}

/** The work that a step's actions start and drop. Anything else but an assignment is an effect, which machines must not have. */
function workOf(
  walk: Walk,
  machine: string,
  actions: readonly { type: string; params?: unknown }[],
): { starts: number; drops: number } {
  const found = { starts: -1, drops: -1 };
  for (const action of actions) {
    const slot = action.type === 'startWork' ? 'starts' : action.type === 'dropWork' ? 'drops' : undefined;
    if (slot === undefined || typeof action.params !== 'string')
      throw new Error(`${machine}: the action ${action.type} is not work`);
    if (found[slot] !== -1) throw new Error(`${machine}: two pieces of work at once`);
    let work = walk.works.indexOf(action.params);
    if (work === -1) work = walk.works.push(action.params) - 1;
    found[slot] = work;
  }
  return found;
}

/** Work in hand in a pair just found, after the step that found it; nothing when none was found. */
function inHandAfter(walk: Walk, machine: string, before: number, work: { starts: number; drops: number }): number[] {
  const had = walk.inHand[before] as number;
  const keeps = work.drops === had ? -1 : had;
  if (keeps !== -1 && work.starts !== -1) throw new Error(`${machine}: two pieces of work at once`);
  return walk.inHand.length < walk.pairs.length ? [work.starts === -1 ? keeps : work.starts] : [];
}

/** What a table cannot say, by looking at the machine alone: some of it never shows in a step. */
function refuseMoreThanShape(machine: AnyStateMachine, alphabet: readonly PlainEvent[]): void {
  const refuse = (what: string): never => {
    throw new Error(`${machine.id}: ${what} cannot be tabulated`);
  };
  const nodes = [machine.root, ...Object.values(machine.root.states)];
  if (machine.root.type !== 'compound') refuse(`a ${machine.root.type} machine`);
  for (const node of nodes) {
    const nested = node !== machine.root && node.type !== 'atomic' && node.type !== 'final';
    if (nested) refuse(`the ${node.type} state ${node.key}`);
    if (node.after.length > 0) refuse(`the timer of ${node.key}`);
    if (node.invoke.length > 0) refuse(`what ${node.key} invokes`);
    if (node.always !== undefined && node.always.length > 0) refuse(`the transition of ${node.key} without an event`);
    for (const event of node.ownEvents) {
      if (event.includes('*')) refuse(`the wildcard ${event} of ${node.key}`);
      if (!alphabet.some(({ type }) => type === event)) refuse(`the event ${event}, which is not in the alphabet,`);
    }
  }
}

/** Walks the machine. Throws, naming the machine, where it holds more than shape. */
export function tabulate(machine: AnyStateMachine, alphabet: readonly PlainEvent[]): Table {
  refuseMoreThanShape(machine, alphabet);
  const walk: Walk = { pairs: [], snapshots: [], index: new Map(), works: [], inHand: [] };
  const [first, firstActions] = initialTransition(machine);
  pairOf(walk, machine.id, first);
  const firstWork = workOf(walk, machine.id, firstActions).starts;
  walk.inHand.push(firstWork);
  const next: number[] = [];
  const starts: number[] = [];
  const drops: number[] = [];
  for (let pair = 0; pair < walk.pairs.length; pair++) {
    for (const event of alphabet) {
      const before = walk.snapshots[pair] as AnyMachineSnapshot;
      const handled = before.status === 'active' && before.can(event);
      const [after, actions] = handled ? transition(machine, before, event) : [before, []];
      const work = workOf(walk, machine.id, actions);
      next.push(handled ? pairOf(walk, machine.id, after) : -1);
      walk.inHand.push(...inHandAfter(walk, machine.id, pair, work));
      starts.push(work.starts);
      drops.push(work.drops);
    }
  }
  return {
    machine: machine.id,
    events: alphabet.map(eventName),
    works: walk.works,
    pairs: walk.pairs,
    next: Int16Array.from(next),
    finals: Uint8Array.from(walk.pairs, ({ final }) => (final ? 1 : 0)),
    starts: Int16Array.from(starts),
    drops: Int16Array.from(drops),
    firstWork,
    ignored: ignoredIn(walk.pairs, alphabet, next),
  };
}

function ignoredIn(
  pairs: readonly TablePair[],
  alphabet: readonly PlainEvent[],
  next: readonly number[],
): { state: string; event: string }[] {
  const seen = new Map<string, boolean>();
  pairs.forEach((pair, p) => {
    alphabet.forEach((event, e) => {
      const key = `${pair.state}\u001f${eventName(event)}`;
      seen.set(key, (seen.get(key) ?? true) && next[p * alphabet.length + e] === -1);
    });
  });
  return [...seen]
    .filter(([, ignored]) => ignored)
    .map(([key]) => {
      const [state, event] = key.split('\u001f') as [string, string];
      return { state, event };
    });
}

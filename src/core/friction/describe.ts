/** A machine's chart as plain values: its states, the work each asks for, and what leads where under which guard. */
import type { MachineName } from './index.ts';
import { machines, tableOf } from './index.ts';

export interface ChartState {
  readonly id: string;
  readonly final: boolean;
  /** The work that it asks for on entry, and drops on exit. */
  readonly work: string | null;
}

export interface ChartTransition {
  /** Null: from every state that is not final. */
  readonly from: string | null;
  readonly event: string;
  /** Null: none. Guards of one event are tried in order; the last may be what is left. */
  readonly guard: string | null;
  /** No guard of its own, after others that had one. */
  readonly otherwise: boolean;
  readonly to: string;
  /** Names of what it counts or notes down. */
  readonly does: readonly string[];
}

export interface Chart {
  readonly machine: MachineName;
  readonly initial: string;
  readonly context: Readonly<Record<string, unknown>>;
  readonly states: readonly ChartState[];
  readonly transitions: readonly ChartTransition[];
  /** Every event with every payload. */
  readonly events: readonly string[];
  readonly works: readonly string[];
  /** Reachable pairs of state and context. */
  readonly pairs: number;
  /** What a state does not react to. */
  readonly ignored: readonly { readonly state: string; readonly event: string }[];
}

/** A machine's definition as our machines write theirs. */
interface Written {
  readonly initial: string;
  readonly context?: Readonly<Record<string, unknown>>;
  readonly on?: WrittenEvents;
  readonly states: Readonly<Record<string, WrittenState>>;
}
interface WrittenState {
  readonly type?: string;
  readonly entry?: { readonly params: string };
  readonly on?: WrittenEvents;
}
type WrittenEvents = Readonly<Record<string, WrittenMove | readonly WrittenMove[]>>;
interface WrittenMove {
  readonly target: string;
  readonly guard?: string;
  readonly actions?: string | readonly string[];
}

function transitionsFrom(from: string | null, on: WrittenEvents = {}): ChartTransition[] {
  return Object.entries(on).flatMap(([event, written]) =>
    [written].flat().map(({ target, guard, actions }, i) => ({
      from,
      event,
      guard: guard ?? null,
      otherwise: guard === undefined && i > 0,
      to: target.replace(/^\./, ''),
      does: actions === undefined ? [] : [actions].flat(),
    })),
  );
}

/** The chart of a machine, from its definition and its table. */
export function chartOf(name: MachineName): Chart {
  const written = machines[name].machine.config as unknown as Written;
  const table = tableOf(name);
  return {
    machine: name,
    initial: written.initial,
    context: written.context ?? {},
    states: Object.entries(written.states).map(([id, { type, entry }]) => ({
      id,
      final: type === 'final',
      work: entry?.params ?? null,
    })),
    transitions: [
      ...Object.entries(written.states).flatMap(([id, { on }]) => transitionsFrom(id, on)),
      ...transitionsFrom(null, written.on),
    ],
    events: table.events,
    works: table.works,
    pairs: table.pairs.length,
    ignored: table.ignored,
  };
}

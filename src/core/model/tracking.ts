/**
 * Tracked requests: between some nations a front door gives out a number, and whoever asked can look up where the request stands. Which ones
 * hangs on the policy.
 */
import { applyPolicy } from './apply-policy.ts';
import type { FactOf } from './facts.ts';
import { handoverGates } from './facts.ts';
import type { Notice } from './notice.ts';
import { refer } from './refs.ts';
import type { Definition } from './scenario.ts';
import type { Setting } from './setting.ts';
import { known } from './setting.ts';
import type { ShareTask } from './task.ts';
import type { Told } from './telling.ts';
import { about } from './telling.ts';
import type { WorkInHand } from './work-in-hand.ts';

type Gate = (typeof handoverGates)[number];

/** `us fr`: what the first sends the second is tracked. A definition's never change, and finding them takes its policy. */
const trackedIn = new WeakMap<Definition, ReadonlySet<string>>();

function trackedOf(definition: Definition): ReadonlySet<string> {
  const found = trackedIn.get(definition);
  if (found !== undefined) return found;
  const { pairs } = applyPolicy(definition.coalition, definition.policy).coalition;
  const tracked = new Set(pairs.filter(({ frontDoor }) => frontDoor.tracked).map(({ from, to }) => `${from} ${to}`));
  trackedIn.set(definition, tracked);
  return tracked;
}

function isTracked(setting: Setting, { from, to }: ShareTask): boolean {
  const nationOf = (organisation: string) => known(setting.organisations, organisation).nation;
  return trackedOf(setting.definition).has(`${nationOf(from)} ${nationOf(to)}`);
}

type Asked = Extract<Notice, { type: 'RequestTracked' | 'GatePassed' }>;
type Untold<T> = T extends unknown ? Omit<T, 'at' | 'request'> : never;

/** Tells whoever sent it, where it is tracked. */
function toSender(setting: Setting, { at, task: id }: { at: number; task: string }, notice: Untold<Asked>): Told[] {
  const { task, incident } = known(setting.tasks, id);
  if (task.task !== 'share' || !isTracked(setting, task)) return [];
  return about(setting.seatOf.get(task.from), incident, at, (refs) => ({
    ...notice,
    at,
    request: refer(refs, 't', id),
  }));
}

const gateOf = (work: string): Gate | undefined => handoverGates.find((gate) => work.startsWith(`${gate}.`));

/** A request stands in a queue, or somebody is at it. */
export function tracked(setting: Setting, fact: FactOf<'WorkQueued' | 'WorkBegan'>): Told[] {
  const gate = gateOf(fact.work);
  if (gate === undefined) return [];
  const { at, work, desk } = fact;
  const hand: WorkInHand =
    fact.type === 'WorkBegan'
      ? { work, desk, queuedAt: null, ahead: 0, opensAt: null, begunAt: at, onCall: fact.onCall }
      : { work, desk, queuedAt: at, ahead: fact.ahead, opensAt: fact.opensAt, begunAt: null, onCall: false };
  return toSender(setting, fact, { type: 'RequestTracked', gate, hand });
}

/** The sender's own release is through. */
export const cleared = (setting: Setting, fact: FactOf<'FrictionMoved'>): Told[] =>
  toSender(setting, fact, { type: 'GatePassed', gate: 'release' });

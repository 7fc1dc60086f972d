/** Why a piece of work is not done yet, as a gate's state and in words. */
import type { Setting } from './setting.ts';
import type { GateState, Phrase } from './view.ts';
import type { WorkInHand } from './work-in-hand.ts';

/** The desk's organisation by its short name, and its role. */
function deskArgs(setting: Setting, desk: string): { organisation: string; role: string } {
  const [organisation, role] = desk.split('/') as [string, string];
  return { organisation: setting.organisations.get(organisation)?.short ?? organisation, role };
}

/** At work, waiting for a person, or behind a closed door. */
export function handState({ begunAt, opensAt }: WorkInHand): GateState {
  if (begunAt !== null) return 'working';
  return opensAt === null ? 'waiting' : 'closed';
}

/** Why one piece of work is not done yet. */
export function workPhrase(setting: Setting, work: WorkInHand): Phrase {
  const args = { work: work.work, ...deskArgs(setting, work.desk) };
  if (work.begunAt !== null)
    return { key: work.onCall ? 'truth.onCall' : 'truth.working', args: { ...args, since: work.begunAt } };
  const place = work.ahead + 1;
  if (work.opensAt !== null) return { key: 'truth.closed', args: { ...args, place, opensAt: work.opensAt } };
  return { key: 'truth.queued', args: { ...args, place, since: work.queuedAt ?? 0 } };
}

/** Trust while a run goes on: moved by what nations do to each other, read by national decisions and volunteers that nobody plays. */
import type { TrustMove } from '../model/trust-moves.ts';
import { trustMoves } from '../model/trust-moves.ts';
import type { Arena } from './arena.ts';
import { K } from './fact-rows.ts';
import type { SharePlan, TaskPlan } from './plan.ts';

/** Parts of a thousand at which trust plays no part. */
export const NEUTRAL = 1000;
const FULL = 1000;

/** Does a person play this organisation? */
const isPlayed = (a: Arena, organisation: number): boolean => {
  const seat = a.plan.seatOf[organisation] as number;
  return seat !== -1 && a.held[seat] === 1;
};

/** Parts of a thousand that trust makes of the length of a piece of work: never where a person plays the nation. */
export function stretchOf(a: Arena, row: number, task: number): number {
  const { trust, lead, nations, rows } = a.plan;
  const by = rows.stretchedBy(row);
  if (by === -1 || trust === null) return NEUTRAL;
  if (isPlayed(a, (a.plan.tasks[task] as TaskPlan).organisation)) return NEUTRAL;
  const now = a.trust[by * nations.names.length + lead] as number;
  if (now === trust.neutral) return NEUTRAL;
  return trust.atNone + Math.floor(((trust.atFull - trust.atNone) * now) / FULL);
}

/** Does an unplayed nation keep to itself what nobody asked it for? */
export function withholds(a: Arena, share: SharePlan, sender: number): boolean {
  if (share.volunteer === -1 || a.plan.trust === null || isPlayed(a, sender)) return false;
  const at = share.volunteer * a.plan.nations.names.length + share.recipient;
  return a.plan.partnership.pairs[a.partnership[at] as number]?.state === 'withholding';
}

function bandOf(a: Arena, trust: number): string {
  const [high, fair, low] = a.plan.trust?.bands ?? [0, 0, 0];
  if (trust >= high) return 'high';
  if (trust >= fair) return 'fair';
  return trust >= low ? 'low' : 'lost';
}

/** Sends the partnership of a pair the band in which its trust now is. */
function settlePartnership(a: Arena, at: number): boolean {
  const { partnership } = a.plan;
  const event = partnership.events.indexOf(`TRUST ${bandOf(a, a.trust[at] as number)}`);
  const next = partnership.next[(a.partnership[at] as number) * partnership.events.length + event] as number;
  if (next === -1) return false;
  a.partnership[at] = next;
  return true;
}

/** StartEx: everybody trusts as the file says. */
export function beginTrust(a: Arena): void {
  const { trust } = a.plan;
  if (trust === null) return;
  a.trust.set(trust.starts);
  a.partnership.fill(0);
  for (let at = 0; at < a.trust.length; at++) settlePartnership(a, at);
}

/** Something has been done to nation `of` by nation `by`. */
export function moveTrust(a: Arena, of: number, by: number, because: TrustMove): void {
  const { trust, nations } = a.plan;
  if (trust === null || of === by || of === -1 || by === -1) return;
  const at = of * nations.names.length + by;
  const move = trustMoves.indexOf(because);
  const moved = Math.min(FULL, Math.max(0, (a.trust[at] as number) + (trust.moves[move] as number)));
  a.trust[at] = moved;
  a.tell(K.TrustMoved, of, by, move, moved);
  if (settlePartnership(a, at)) a.tell(K.PartnershipMoved, of, by, a.partnership[at] as number);
}

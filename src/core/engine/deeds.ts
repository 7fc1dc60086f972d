/** What nations do, as it counts: who acted, whether it was called for, whether what was said was so, and how far it escalated. */
import { NEVER } from '../kernel/units.ts';
import type { Arena } from './arena.ts';
import { K } from './fact-rows.ts';
import type { TaskPlan } from './plan.ts';

/** Is it somebody's attack, as it now goes? */
const isHostile = (a: Arena, incident: number): boolean =>
  a.plan.incidents[incident]?.branches[a.branch[incident] as number]?.hostile === true;

/** An act or an announcement has ended well. */
export function countDeed(a: Arena, plan: TaskPlan): void {
  const at = plan.incident * a.plan.nations.names.length + plan.deedOf;
  if (a.actedAt[at] === NEVER) a.actedAt[at] = a.now;
  if (plan.presumes === -1) return;
  const right = isHostile(a, plan.incident) === (plan.presumes === 1);
  if (!plan.announces) a.tally.needlessActs += right ? 0 : 1;
  else if (right) a.tally.attributionsRight++;
  else a.tally.attributionsWrong++;
}

/** A named action moves escalation, up or down, never off the ladder. */
export function moveOnLadder(a: Arena, move: number): void {
  const { rungs, moves } = a.plan.ladder;
  const next = Math.max(0, Math.min(rungs.length - 1, a.rung + (moves[move] as number)));
  if (next === a.rung) return;
  a.rung = next;
  a.highestRung = Math.max(a.highestRung, next);
  a.tell(K.EscalationMoved, next, move);
}

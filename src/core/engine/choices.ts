/** Choices of a decision: which are open, and what enabled the one that was taken. */
import type { Arena } from './arena.ts';
import type { DecidePlan } from './plan.ts';

/** Can this option be chosen now? */
export function isOpen(a: Arena, plan: DecidePlan, option: number): boolean {
  const gate = plan.optionGates[option] as number;
  return gate === -1 || a.gateAt[gate] !== -1;
}

/** What enabled a decision: the offer, or the information that opened the option taken, whichever came later. */
export function enabledBy(
  a: Arena,
  task: number,
  plan: DecidePlan,
): { readonly since: number; readonly after: number } {
  const offered = { since: a.taskBegan[task] as number, after: a.taskAfter[task] as number };
  const option = a.chosen[task] as number;
  const gate = option === -1 ? -1 : (plan.optionGates[option] as number);
  if (gate === -1 || (a.gateAt[gate] as number) <= offered.since) return offered;
  return { since: a.gateAt[gate] as number, after: a.gateStep[gate] as number };
}

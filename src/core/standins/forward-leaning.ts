import type { StandIn } from './stand-in.ts';
import { applies, firstOpen, WAIT } from './stand-in.ts';

/** A bold officer: the first bold option that is open, else the first rule that applies now; waits for nothing. */
export const forwardLeaning: StandIn = (decision, glimpse) => {
  const bold = firstOpen(decision.forward, glimpse);
  if (bold !== WAIT) return bold;
  for (const rule of decision.book) if (applies(rule, glimpse)) return rule.option;
  return decision.fallback;
};

import type { StandIn } from './stand-in.ts';
import { applies, firstOpen, WAIT } from './stand-in.ts';

/**
 * A fictional adversary who presses on while nobody has said that he is seen: what the book says for what he has been told of; else the first
 * bold option; else the default.
 */
export const red: StandIn = (decision, glimpse) => {
  for (const rule of decision.book) {
    if (rule.knows.length > 0 && applies(rule, glimpse)) return rule.option;
    if (rule.knows.length > 0 && glimpse.elapsed < rule.waits) return WAIT;
  }
  const bold = firstOpen(decision.forward, glimpse);
  if (bold !== WAIT) return bold;
  for (const rule of decision.book) if (applies(rule, glimpse)) return rule.option;
  return decision.fallback;
};

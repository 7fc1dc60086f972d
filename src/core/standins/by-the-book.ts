import type { StandIn } from './stand-in.ts';
import { applies, WAIT } from './stand-in.ts';

/** A careful officer: the first rule of the book that applies, waiting for each as long as it says; else the default. */
export const byTheBook: StandIn = (decision, glimpse) => {
  for (const rule of decision.book) {
    if (applies(rule, glimpse)) return rule.option;
    if (glimpse.elapsed < rule.waits) return WAIT;
  }
  return decision.fallback;
};

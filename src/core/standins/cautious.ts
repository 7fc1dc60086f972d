import type { StandIn } from './stand-in.ts';
import { applies, firstOpen, patienceOf, WAIT } from './stand-in.ts';

/** A wary officer: what the book says if it is not bold, given time to come true; then the careful option; else the default. */
export const cautious: StandIn = (decision, glimpse) => {
  for (const rule of decision.book) {
    if (decision.forward.includes(rule.option)) continue;
    if (applies(rule, glimpse)) return rule.option;
    if (glimpse.elapsed < Math.max(rule.waits, patienceOf(decision))) return WAIT;
    break;
  }
  const careful = firstOpen(decision.cautious, glimpse);
  return careful === WAIT ? decision.fallback : careful;
};

import type { StandIn } from './stand-in.ts';

/** A careful officer: the first rule of the book whose products are in hand and whose option is open; else the default. */
export const byTheBook: StandIn = (decision, glimpse) => {
  for (const { holds, option } of decision.book) {
    if (!glimpse.isOpen(option)) continue;
    let all = true;
    for (const product of holds) all &&= glimpse.holds(product);
    if (all) return option;
  }
  return decision.fallback;
};

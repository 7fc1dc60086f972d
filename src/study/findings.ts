/** What trials of options say: which decisions change nothing, which options are the same, and which are better than another in every way. */
import type { OptionPair, Tried } from './forced-choices.ts';
import type { Subject } from './judged.ts';
import { subjects } from './judged.ts';

/** Of a hundred tables, so many must come out differently for a choice to have changed something. */
const ENOUGH = 1;

/** Of `subject`, does this pair change anything worth the name? */
export const changes = ({ differs, tables }: OptionPair, subject: Subject): boolean =>
  tables > 0 && differs[subject] * 100 >= ENOUGH * tables && differs[subject] > 0;

/** The subjects that some two options of a decision change. */
export const subjectsChanged = ({ pairs }: Tried): Subject[] =>
  subjects.filter((subject) => pairs.some((pair) => changes(pair, subject)));

/** Work at desks: an option that differs in nothing else has a price and buys nothing. */
const WORK = 'desk-seconds';

/** Does a measure other than work differ between two options, in the mean, by more than luck explains? */
const isFelt = ({ gains }: OptionPair): boolean =>
  gains.some(({ measure, mean, halfWidth }) => measure !== WORK && Math.abs(mean) > halfWidth);

/**
 * How much hangs on a decision: `outcome` if its own incident, trust, promises, escalation or harms do, and the side that decides would notice;
 * `chance` if they do, but now one way and now the other, as when a desk happens to be busy; `elsewhere` if only other incidents come out
 * differently; `effort` if only the work does.
 */
export const weights = ['outcome', 'chance', 'elsewhere', 'effort', 'nothing', 'never-put'] as const;
export type Weight = (typeof weights)[number];

export function weightOf(tried: Tried): Weight {
  if (tried.tables === 0) return 'never-put';
  const changed = subjectsChanged(tried);
  if (changed.some((subject) => subject !== 'elsewhere' && subject !== 'effort'))
    return tried.pairs.some(isFelt) ? 'outcome' : 'chance';
  if (changed.includes('elsewhere')) return 'elsewhere';
  return changed.includes('effort') ? 'effort' : 'nothing';
}

/** Two options that come to the same, in everything that is no mere effort. */
export const isSame = (pair: OptionPair): boolean =>
  pair.tables > 0 && subjects.every((subject) => subject === 'effort' || !changes(pair, subject));

export interface Dominance {
  readonly better: string;
  readonly worse: string;
  readonly tables: number;
  /** True if it is at least as good in the mean on every measure; false if it is only nowhere worse by more than luck explains. */
  readonly outright: boolean;
  /** Measures on which it is better by more than luck explains; none when all that it saves is work. */
  readonly on: readonly string[];
}

/** Fewer tables than these say nothing. */
const FEWEST = 10;

function dominanceOf({ first, second, gains, tables }: OptionPair, sign: 1 | -1): Dominance[] {
  if (tables < FEWEST) return [];
  const on = gains.filter(({ mean, halfWidth }) => sign * mean > halfWidth).map(({ measure }) => measure);
  const isWorse = gains.some(({ mean, halfWidth }) => -sign * mean > halfWidth);
  if (on.length === 0 || isWorse) return [];
  const [better, worse] = sign === 1 ? [first, second] : [second, first];
  const outright = gains.every(({ mean }) => sign * mean >= 0);
  return [{ better, worse, tables, outright, on: on.filter((measure) => measure !== WORK) }];
}

export const dominances = ({ pairs }: Tried): Dominance[] =>
  pairs.flatMap((pair) => [...dominanceOf(pair, 1), ...dominanceOf(pair, -1)]);

/** An option better than each of the others, however much by luck: nobody who knew it would take another. */
export function bestOption(tried: Tried): string | undefined {
  const found = dominances(tried);
  return tried.decision.options.find((option) =>
    tried.decision.options.every(
      (other) => other === option || found.some(({ better, worse }) => better === option && worse === other),
    ),
  );
}

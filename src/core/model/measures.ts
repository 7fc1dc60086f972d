/**
 * What a run scored, by name. A measure is one column of a study and one line of a review. Times are whole seconds; shares are parts of a
 * thousand. `docs/model/RULES.md` says each in words; `engine/score.ts` reads them off a run.
 */

/** A row of measures by name. */
export const measuresByName = (names: readonly string[], row: Float64Array): Record<string, number> =>
  Object.fromEntries(names.map((name, at) => [name, row[at] as number]));

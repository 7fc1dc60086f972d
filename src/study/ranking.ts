/** Packages side by side on the same luck: each against the first, pair by pair, with intervals; nothing is weighed into one score. */
import { compile } from '../core/engine/index.ts';
import type { Definition } from '../core/model/scenario.ts';
import type { Replications, Wanted } from './replications.ts';
import { column, replicate } from './replications.ts';

/** A mean with half the width of its 95 % interval (normal; the replication is the unit). */
export interface Estimate {
  readonly mean: number;
  readonly halfWidth: number;
}

export interface Arm {
  readonly policy: string;
  readonly rows: Replications;
}

const Z95 = 1.959964;

/** Mean and half-width of a column. */
export function estimateOf(values: Float64Array): Estimate {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  const variance = values.length < 2 ? 0 : squares / (values.length - 1);
  return { mean, halfWidth: Z95 * Math.sqrt(variance / values.length) };
}

/** Runs every definition on the same seeds. */
export const runArms = (definitions: readonly Definition[], wanted: Wanted): Arm[] =>
  definitions.map((definition) => ({ policy: definition.policy.id, rows: replicate(compile(definition), wanted) }));

/** One measure of an arm. */
export const measured = ({ rows }: Arm, measure: string): Estimate => estimateOf(column(rows, measure));

/** How much more of a measure an arm has than another, pair by pair. */
export function differenceOf(arm: Arm, from: Arm, measure: string): Estimate {
  const before = column(from.rows, measure);
  return estimateOf(column(arm.rows, measure).map((value, at) => value - (before[at] as number)));
}

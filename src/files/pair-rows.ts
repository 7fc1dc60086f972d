/**
 * What crossing costs, written once for several pairs of nations: `from` and `to` may be lists, and `within` names nations
 * inside which the row holds. Its `basis` is that of every number in it that gives none.
 */
import { z } from 'zod';
import type { Pair } from '../core/model/coalition.ts';
import { pairSchema } from '../core/model/coalition.ts';
import { idSchema } from '../core/model/quantities.ts';
import type { Finding } from './problems.ts';

const nationsSchema = z.union([idSchema, z.array(idSchema).min(1)]);

/** A row of "pairs" as a file writes it. */
export const pairRowSchema = pairSchema.extend({
  from: nationsSchema.optional(),
  to: nationsSchema.optional(),
  within: nationsSchema.optional(),
  basis: z.string().optional(),
});
export type PairRow = z.output<typeof pairRowSchema>;

const listOf = (nations: string | readonly string[] = []): readonly string[] =>
  typeof nations === 'string' ? [nations] : nations;

/** From each of the one to each of the other. A nation meets itself only where both are written plainly, or by `within`. */
function crossingsOf({ from, to, within }: PairRow): { readonly from: string; readonly to: string }[] {
  const plain = typeof from === 'string' && typeof to === 'string';
  const apart = listOf(from).flatMap((one) => listOf(to).map((other) => ({ from: one, to: other })));
  const inside = listOf(within).map((nation) => ({ from: nation, to: nation }));
  return [...apart.filter((pair) => plain || pair.from !== pair.to), ...inside];
}

/** Numbers that give no basis have the row's. */
function based<T>(held: T, basis: string): T {
  if (typeof held !== 'object' || held === null) return held;
  if ('source' in held) return 'basis' in held ? held : { ...held, basis };
  return Object.fromEntries(Object.entries(held).map(([key, inner]) => [key, based(inner, basis)])) as T;
}

/** The row once for each of its pairs. */
export function pairsOf(row: PairRow): Pair[] {
  const { from: _from, to: _to, within: _within, basis, ...numbers } = row;
  const shown = basis === undefined ? numbers : based(numbers, basis);
  return crossingsOf(row).map((crossing) => ({ ...crossing, ...shown }));
}

/** What is wrong with whom a row is for. */
export function rowFindings(row: PairRow): Omit<Finding, 'at'>[] {
  const { from, to, within } = row;
  const whole = within === undefined ? from !== undefined && to !== undefined : from === undefined && to === undefined;
  if (whole && crossingsOf(row).length > 0) return [];
  const keys = Object.entries({ from, to, within }).flatMap(([key, value]) =>
    value === undefined ? [] : [`"${key}"`],
  );
  const none = `no pair of nations: "from" and "to" name the same one`;
  return [
    {
      found: whole ? none : `a row of "pairs" with ${keys.length === 0 ? 'no nation' : keys.join(' and ')}`,
      expected:
        '"from" and "to", each a nation or a list of nations; or "within" instead, for what stays inside a nation',
      mend: whole
        ? 'write "within" instead of "from" and "to", if the nation itself is meant'
        : 'write the one or the other',
    },
  ];
}

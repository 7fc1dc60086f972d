/** Trust of a plan: who begins with how much in whom, and what moves it by how much. */
import type { Coalition } from '../model/coalition.ts';
import { trustMoves } from '../model/trust-moves.ts';
import type { Parts } from './compile-parts.ts';
import type { TrustPlan } from './plan.ts';

/** Trust at which the work of a national decision takes as long as the files say. */
export function neutralTrust({ atNone, atFull }: NonNullable<Coalition['trust']>['stretch']): number {
  return atNone === atFull ? 500 : Math.floor(((atNone - 1000) * 1000) / (atNone - atFull));
}

/** Null where the coalition says nothing of trust. */
export function trustPlan({ coalition, nations }: Pick<Parts, 'coalition' | 'nations'>): TrustPlan | null {
  const { trust } = coalition;
  if (trust === undefined) return null;
  const { length } = nations.names;
  const neutral = neutralTrust(trust.stretch);
  const starts = new Int32Array(length * length).fill(neutral);
  for (const row of trust.starts) {
    const of = nations.index.get(row.of);
    const at = nations.index.get(row.in);
    if (of !== undefined && at !== undefined) starts[of * length + at] = row.trust;
  }
  return {
    starts,
    moves: Int32Array.from(trustMoves, (move) => trust.moves[move].points),
    bands: [trust.bands.high.trust, trust.bands.fair.trust, trust.bands.low.trust],
    neutral,
    atNone: trust.stretch.atNone,
    atFull: trust.stretch.atFull,
  };
}

/** The order in which policies are offered. */
import { compareText } from '../core/kernel/ids.ts';

interface Offered {
  readonly id: string;
  readonly arrangement: string;
  readonly levers: readonly unknown[];
}

/**
 * The world as it is first, then policies by how many levers they pull, all of them last. Where two pull as many: the one for the
 * arrangement of the exercise's own year, if `startsAt` says which that is; then by arrangement and name.
 */
export function policiesInOrder<P extends Offered>(policies: readonly P[], startsAt = ''): readonly P[] {
  const year = startsAt.slice(0, 4);
  const isElsewhen = ({ arrangement }: P): number => (arrangement === year ? 0 : 1);
  return policies.toSorted(
    (a, b) =>
      a.levers.length - b.levers.length ||
      isElsewhen(a) - isElsewhen(b) ||
      compareText(a.arrangement, b.arrangement) ||
      compareText(a.id, b.id),
  );
}

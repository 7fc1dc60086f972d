/** What of a plan hangs on the coalition alone: which policy it is under, and how its parts are laid out. */
import { Memo } from '../kernel/memo.ts';
import { applyPolicy } from '../model/apply-policy.ts';
import type { Coalition } from '../model/coalition.ts';
import type { Definition } from '../model/scenario.ts';
import { remembered } from './compile-memory.ts';

/** Of all plans compiled so far: few levers change a layout. */
const layouts = new Memo<object>(1_000);

/**
 * Who belongs where: nations, sensors, desks, and who reaches back to whom. One object for all coalitions that are alike in this, so that
 * what hangs on it need be made only once.
 */
export function layoutOf({ organisations, nations, sensors, lead }: Coalition): object {
  const text = [
    lead,
    nations.map(({ id }) => id),
    sensors.map(({ id, nation, operator }) => [id, nation, operator]),
    organisations.map(({ id, nation, reachBack, desks }) => [id, nation, reachBack, desks.map(({ role }) => role)]),
  ];
  return layouts.of(JSON.stringify(text), () => ({}));
}

/** The coalition under a policy, lever by lever, so that one lever more leaves what the levers before it have made. */
export function underPolicy({ coalition, policy }: Definition): Coalition {
  return policy.levers.reduce(
    (before, lever) =>
      remembered(before, ['lever', lever.id, JSON.stringify(lever.changes)], () => {
        const { coalition: after, unmatched } = applyPolicy(before, { ...policy, levers: [lever] });
        if (unmatched.length > 0) throw new Error(`Impossible: lever ${lever.id} changes nothing`);
        return after;
      }),
    coalition,
  );
}

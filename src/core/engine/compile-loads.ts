/** What organisations have to give: the desks that exercise work can come to, and how long somebody is there. */
import type { DeskPlan } from '../kernel/desks.ts';
import type { Parts } from './compile-parts.ts';
import type { LoadPlan } from './plan.ts';

/** Person-seconds on shift until the end of the exercise. */
function staffed({ staffing }: DeskPlan, lasts: number): number {
  return staffing.reduce(
    (sum, { from, until, people }) => sum + people * Math.max(0, Math.min(until, lasts) - from),
    0,
  );
}

/** By organisation, in the order of their names; those that no work can come to are left out. Rows must be filled in. */
export function loadPlans({ rows, desks, definition }: Parts): LoadPlan[] {
  const used = new Set(rows.map((row) => row?.desk ?? -1));
  const found = new Map<string, { desks: number[]; seconds: number }>();
  desks.names.forEach((name, desk) => {
    if (!used.has(desk)) return;
    const [organisation] = name.split('/') as [string];
    const load = found.get(organisation) ?? { desks: [], seconds: 0 };
    load.desks.push(desk);
    load.seconds += staffed(desks.plans[desk] as DeskPlan, definition.scenario.lasts);
    found.set(organisation, load);
  });
  return [...found].map(([organisation, load]) => ({ organisation, ...load }));
}

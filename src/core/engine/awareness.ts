/** Who knows, and who should have been told before: awareness of nations, told late, and heard from the press. */
import type { Arena } from './arena.ts';
import type { IncidentPlan } from './plan.ts';
import { moveTrust } from './trust.ts';

type Aware = IncidentPlan['aware'][number];

const awareOf = (a: Arena, incident: number, place: number): Aware =>
  (a.plan.incidents[incident] as IncidentPlan).aware[place] as Aware;

const isLate = (a: Arena, incident: number, { late }: Aware): boolean =>
  late !== -1 && a.now > (a.firstObservable[incident] as number) + late;

/** A nation holds what makes it aware. What comes after the time it expected is late. */
export function becomeAware(a: Arena, incident: number, place: number): void {
  const aware = awareOf(a, incident, place);
  if (isLate(a, incident, aware)) moveTrust(a, aware.index, a.plan.lead, 'told-late');
}

/** The incident is past, or the exercise over: whoever was never told in all that time was told late. */
export function countNeverTold(a: Arena, incident: number): void {
  for (const aware of (a.plan.incidents[incident] as IncidentPlan).aware)
    if (a.gateAt[aware.gate] === -1 && isLate(a, incident, aware)) moveTrust(a, aware.index, a.plan.lead, 'told-late');
}

/** A nation reads of it before anybody told it. */
export function hearFromThePress(a: Arena, incident: number, place: number): void {
  const { gate, index } = awareOf(a, incident, place);
  if (a.gateAt[gate] === -1) moveTrust(a, index, a.plan.lead, 'heard-from-the-press');
}

/**
 * What of desks must stand in an agenda. A desk keeps its own time as long as nobody can see the difference: what happens there
 * by itself need be in the agenda only when somebody may take a ticket then, or when it happens in this very second.
 *
 * Three runs of slots, one slot a desk in each; of two things in one second the one with the lower slot comes first.
 */
import type { Agenda } from './agenda.ts';
import type { Desks } from './desks.ts';
import { ARRIVES, ENDS, SHIFTS } from './desks.ts';
import { NEVER } from './units.ts';

export interface DeskSlots {
  /** First slots: own work ends, people come or go, own work arrives. In this order, and no less than a slot a desk apart. */
  readonly own: number;
  readonly desk: number;
  readonly stream: number;
}

/**
 * Brings a desk to the present. `highest`: the highest slot taken from the agenda in this second so far. What stood in the
 * agenda of a second with a lower slot had its turn before that.
 */
export function reachDesk(desks: Desks, desk: number, now: number, at: { slots: DeskSlots; highest: number }): void {
  const { slots, highest } = at;
  if (highest <= slots.own + desk) desks.reach(desk, now, ENDS);
  else if (highest <= slots.desk + desk) desks.reach(desk, now, SHIFTS);
  else desks.reach(desk, now, highest <= slots.stream + desk ? ARRIVES : ARRIVES + 1);
}

/** Enters what the desk's next own events are, after anything has happened there. */
export function enterDesk(desks: Desks, desk: number, now: number, to: { slots: DeskSlots; agenda: Agenda }): void {
  const waited = desks.isWaitedAt(desk);
  const end = desks.nextEnd(desk);
  const arrival = desks.nextArrival(desk);
  const enters = waited || end === now || arrival === now;
  if (!enters && desks.entered[desk] === 0) return;
  desks.entered[desk] = enters ? 1 : 0;
  const { slots, agenda } = to;
  agenda.set(slots.own + desk, waited || end === now ? end : NEVER);
  agenda.set(slots.desk + desk, waited ? desks.nextShift(desk) : NEVER);
  agenda.set(slots.stream + desk, arrival === now ? arrival : NEVER);
}

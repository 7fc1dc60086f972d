/** How far a handover has come, as far as its view tells. */
import type { TheatreLink } from '../../core/model/view.ts';

/** The first gate not passed; -1 when there is none. */
export const standsAt = (link: TheatreLink): number => link.gates.findIndex((gate) => gate.state !== 'passed');

/** Over: nothing will move on it any more. */
export const isOver = (link: TheatreLink): boolean => link.state !== 'under-way' && link.state !== 'acknowledged';

/** The gate that holds the handover now, if it is under way and stands at one. */
export function holdingGate(link: TheatreLink): number {
  if (link.state === 'arrived' || link.state === 'lost') return -1;
  return standsAt(link);
}

/**
 * Where on its way the product stands, as a share. `gates` are the shares at which the gates stand, `margin` the share
 * that it keeps before a gate, and before the centre where it has arrived.
 */
export function productAt(link: TheatreLink, gates: readonly number[], margin: number): number {
  if (link.state === 'arrived') return 1 - Math.min(margin, 0.3);
  const index = standsAt(link);
  const gate = gates[index];
  if (gate !== undefined) return Math.max(gate - margin, 0.02);
  const last = gates[gates.length - 1] ?? 0;
  return (last + 1) / 2;
}

/** How a seat is told: a notice is written with the seat's own references, and the first about an incident makes it known to the seat. */

import type { Incident } from './incident.ts';
import type { Notice } from './notice.ts';
import { refer } from './refs.ts';

/** `incidents` as they now stand: when their windows close. */
type Tell = (
  refs: Record<string, string>,
  notices: Notice[],
  incidents: Readonly<Record<string, { readonly closesAt: number }>>,
) => void;
export interface Told {
  readonly seat: string;
  readonly tell: Tell;
}

/** A notice about an incident; the first one makes the incident known to the seat. */
export function about(
  seat: string | undefined,
  incident: Incident | null,
  at: number,
  make: (refs: Record<string, string>, incident: string) => Notice,
): Told[] {
  if (seat === undefined) return [];
  const tell: Tell = (refs, notices) => {
    const first = incident !== null && !(`i:${incident.id}` in refs);
    const ref = incident === null ? '' : refer(refs, 'i', incident.id);
    if (first) notices.push({ at, type: 'IncidentKnown', incident: ref, reportedAs: incident.reportedAs });
    notices.push(make(refs, ref));
  };
  return [{ seat, tell }];
}

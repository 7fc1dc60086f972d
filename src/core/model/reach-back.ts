/** Who does the work: an organisation's own desk, or the one it reaches back to. */
import type { Coalition, DeskRole, Organisation } from './coalition.ts';

/** The organisation whose desk does work of this role for `organisation`; undefined when nobody can. */
export function whoDoes(coalition: Coalition, organisation: Organisation, role: DeskRole): Organisation | undefined {
  const asked = new Set<string>();
  for (let at: Organisation | undefined = organisation; at !== undefined && !asked.has(at.id); ) {
    if (at.desks.some((desk) => desk.role === role)) return at;
    asked.add(at.id);
    const next: string | undefined = at.reachBack;
    at = coalition.organisations.find((other) => other.id === next);
  }
  return undefined;
}

/** The desk role of a work task that names none. */
export const defaultRole = {
  assess: 'assessment',
  consent: 'decision',
  coordinate: 'coordination',
  act: 'watch',
  announce: 'decision',
} as const;

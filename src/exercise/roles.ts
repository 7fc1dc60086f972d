/** Who may sit in a room, as view policies: what a role is shown and what it may ask for. A new kind of role is one row. */
import type { Definition } from '../core/model/scenario.ts';

export interface ViewPolicy {
  /** Sees what is really happening. */
  readonly truth: boolean;
  /** Leads the cycle, and may look over any seat's shoulder. */
  readonly leads: boolean;
  /** Answers the questions of its seat. */
  readonly decides: boolean;
}

export const viewPolicies = {
  control: { truth: true, leads: true, decides: false },
  /** A nation's. */
  cell: { truth: false, leads: false, decides: true },
  /** An adversary's: no more than a cell. */
  red: { truth: false, leads: false, decides: true },
  observer: { truth: true, leads: false, decides: false },
  /** A screen that the whole room reads. */
  wall: { truth: false, leads: false, decides: false },
} as const satisfies Record<string, ViewPolicy>;
export type RoleKind = keyof typeof viewPolicies;

export interface Role {
  readonly kind: RoleKind;
  /** The seat that it holds; null for a role without one. */
  readonly seat: string | null;
}

export const CONTROL: Role = { kind: 'control', seat: null };

export const policyOf = ({ kind }: Role): ViewPolicy => viewPolicies[kind];

export const roleName = ({ kind, seat }: Role): string => (seat === null ? kind : `${kind} ${seat}`);

/** Every role of an exercise in which these seats are held. */
export function rolesOf({ scenario, coalition }: Definition, held: readonly string[]): readonly Role[] {
  const red = new Set(coalition.nations.flatMap(({ id, adversary }) => (adversary === true ? [id] : [])));
  const seats = scenario.seats.filter(({ id }) => held.includes(id));
  return [
    CONTROL,
    ...seats.map(({ id, nation }): Role => ({ kind: red.has(nation) ? 'red' : 'cell', seat: id })),
    { kind: 'observer', seat: null },
    { kind: 'wall', seat: null },
  ];
}

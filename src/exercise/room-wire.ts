/**
 * What a room and a device say to each other, once the device has shown its token. Views only go out; only commands come in. Every message
 * in is answered, so that a device can send it again until it is.
 */
import type { Definition } from '../core/model/scenario.ts';
import type { Phrase } from '../core/model/view.ts';
import type { Role } from './roles.ts';
import type { SentCommand } from './room-command.ts';
import type { Answer, RoomView } from './room-view.ts';

/** Public before StartEx, the same for every role. */
export interface PublicSetting {
  readonly scenario: string;
  readonly marking: string;
  readonly startsAt: string;
  readonly ends: number;
  readonly policy: string;
  readonly nations: readonly { readonly id: string; readonly code: string; readonly name: string }[];
  readonly organisations: readonly {
    readonly id: string;
    readonly short: string;
    readonly name: string;
    readonly nation: string;
  }[];
  readonly seats: readonly { readonly id: string; readonly title: string; readonly nation: string }[];
  /** Without their titles: what a later move is called would tell what is to come. */
  readonly moves: readonly { readonly id: string; readonly until: number }[];
}

export function publicSetting({ scenario, coalition, policy }: Definition): PublicSetting {
  const { title, marking, startsAt, lasts, seats, moves = [] } = scenario;
  return {
    scenario: title,
    marking,
    startsAt,
    ends: lasts,
    policy: policy.title,
    nations: coalition.nations.map(({ id, code, name }) => ({ id, code, name })),
    organisations: coalition.organisations.map(({ id, short, name, nation }) => ({ id, short, name, nation })),
    seats: seats.map(({ id, title, nation }) => ({ id, title, nation })),
    moves: moves.map(({ until }, i) => ({ id: `${i + 1}`, until })),
  };
}

/** The way into a role. Control reads them out or hands them round. */
export interface Door {
  readonly role: Role;
  readonly code: string;
}

/** A device that has come in; the name is of its ticket and tells nothing of its secret. */
export interface Device {
  readonly ticket: string;
  readonly role: Role;
  readonly here: boolean;
}

export interface Welcome {
  readonly role: Role;
  readonly setting: PublicSetting;
  /** For a role that leads; empty for the others. */
  readonly doors: readonly Door[];
  /** Where others in the room join, for a role that leads; none where the host serves its own machine only. */
  readonly addresses: readonly string[];
}

export interface FromRoom {
  welcome: (welcome: Welcome) => void;
  /** `count` begins with 1 on every connection: what is missing would show. */
  view: (count: number, view: RoomView) => void;
  /** To roles that lead only. */
  devices: (devices: readonly Device[]) => void;
  /** The ticket was taken back. */
  dismissed: () => void;
  /** The room cannot go on in this program. */
  shut: (why: Phrase) => void;
}

export interface ToRoom {
  command: (sent: SentCommand, answer: (answer: Answer) => void) => void;
  /** Over a seat's shoulder, or no longer. For roles that lead. */
  look: (seat: string | null, done: () => void) => void;
  /** The whole truth so far, as a file; null for roles that do not lead. */
  record: (done: (text: string | null) => void) => void;
  /** Takes a device's ticket back. For roles that lead. */
  dismiss: (ticket: string, done: () => void) => void;
}

/** Answer to a code at the door. */
export interface Admitted {
  readonly token: string;
}

/** Answer to opening a room: the one who opened it is control. */
export interface Opened extends Admitted {
  readonly room: string;
}

/** What can be hosted. */
export interface HostShelf {
  readonly scenarios: readonly {
    readonly id: string;
    readonly title: string;
    /** Shorter ways through it. */
    readonly cuts: readonly { readonly id: string; readonly title: string; readonly playMinutes: number }[];
    readonly playMinutes: number;
    readonly seats: readonly {
      readonly id: string;
      readonly title: string;
      readonly nation: string;
      readonly adversary: boolean;
    }[];
  }[];
  readonly policies: readonly { readonly id: string; readonly title: string }[];
  /** The newest first; `madeAt` in milliseconds since 1970. */
  readonly rooms: readonly { readonly id: string; readonly title: string; readonly madeAt: number }[];
}

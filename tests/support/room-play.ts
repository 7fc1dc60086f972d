/** How a room is played through in tests: control goes on as soon as it can, seats take the first option that is open. */

import type { Role } from '../../src/exercise/roles.ts';
import { rolesOf } from '../../src/exercise/roles.ts';
import type { Entry, Opening } from '../../src/exercise/room.ts';
import { Room } from '../../src/exercise/room.ts';
import type { RoomCommand } from '../../src/exercise/room-command.ts';
import type { RoomView } from '../../src/exercise/room-view.ts';
import { wholeDefinition } from './whole-library.ts';

export const openingOf = (definition = wholeDefinition(), seed = 'lively-otter-42'): Opening => ({
  definition,
  choice: { seed, held: definition.scenario.seats.map(({ id }) => id), standIn: 'by-the-book' },
});

/** What control does next; null when all is done. */
export function nextForControl({ stage, control }: RoomView): RoomCommand | null {
  switch (stage.phase) {
    case 'setUp':
      return { type: 'brief' };
    case 'briefing':
      return { type: 'deliberate' };
    case 'deliberation':
      return { type: 'resolve', until: 'nextQuestion' };
    case 'review':
      return control?.moreMoves === true ? { type: 'brief' } : { type: 'hotWash' };
    case 'hotWash':
      return { type: 'close' };
    default:
      return null;
  }
}

/** What a seat answers to the first thing that it is asked; null where nothing waits. */
export function nextForSeat({ stage, seat }: RoomView): RoomCommand | null {
  const decision = seat?.decisions[0];
  const option = decision?.options.find(({ open }) => open);
  if (stage.phase !== 'deliberation' || decision === undefined || option === undefined) return null;
  return { type: 'decide', at: stage.now, decision: decision.ref, option: option.id, reason: 'first that is open' };
}

/** A room with its journal, and who is in it. */
export class PlayedRoom {
  readonly room: Room;
  readonly journal: Entry[] = [];
  readonly control: Role;
  readonly seats: readonly Role[];
  readonly everybody: readonly Role[];

  constructor(opening = openingOf()) {
    this.room = new Room(opening);
    this.everybody = rolesOf(opening.definition, opening.choice.held);
    this.control = this.everybody[0] as Role;
    this.seats = this.everybody.filter(({ seat }) => seat !== null);
  }

  /** Undefined when it was accepted, else why not. */
  give(role: Role, command: RoomCommand): string | undefined {
    const entry = { role, id: `command-${this.journal.length}`, command };
    const answer = this.room.take(entry);
    if (answer.type === 'accepted') this.journal.push(entry);
    return answer.type === 'refused' ? answer.why.key : undefined;
  }

  /** The same room once more, from its journal. */
  again(): Room {
    return new Room(this.room.opening, this.journal);
  }

  /** One step: an answer of a seat if one waits, else control's next. False when all is done. */
  step(): boolean {
    for (const seat of this.seats) {
      const command = nextForSeat(this.room.viewFor(seat));
      if (command !== null) return this.must(seat, command);
    }
    const command = nextForControl(this.room.viewFor(this.control));
    return command !== null && this.must(this.control, command);
  }

  /** Steps on until the room is in a phase. */
  until(phase: RoomView['stage']['phase']): void {
    while (this.room.viewFor(this.control).stage.phase !== phase) {
      if (!this.step()) throw new Error(`the room never came to ${phase}`);
    }
  }

  private must(role: Role, command: RoomCommand): true {
    const refused = this.give(role, command);
    if (refused !== undefined) throw new Error(`${JSON.stringify(command)} was refused: ${refused}`);
    return true;
  }
}

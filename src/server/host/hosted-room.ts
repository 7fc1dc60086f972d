/**
 * A room with its journal: obey, journal, answer. A command that throws is refused and not journalled; the room is then built anew from its
 * journal and paused, and no other room notices. One that cannot be built is shut, with the reason.
 */
import { engineVersion } from '../../core/engine/index.ts';
import type { Phrase } from '../../core/model/view.ts';
import type { Role } from '../../exercise/roles.ts';
import { CONTROL } from '../../exercise/roles.ts';
import { Room } from '../../exercise/room.ts';
import type { SentCommand } from '../../exercise/room-command.ts';
import type { Answer, RoomView } from '../../exercise/room-view.ts';
import { say } from '../../words/index.ts';
import type { RoomRow, Store } from './store.ts';

export interface Given {
  readonly answer: Answer;
  /** Whether anybody's view may have changed. */
  readonly changed: boolean;
}

const broken: Answer = { type: 'refused', why: { key: 'room.refused.broken', args: {} } };
const byFault: Phrase = { key: 'room.shut.fault', args: {} };

export class HostedRoom {
  readonly row: RoomRow;
  private readonly store: Store;
  private readonly onFault: (fault: unknown) => void;
  private room: Room | null = null;
  private reason = byFault;
  private length = 0;

  constructor(store: Store, row: RoomRow, onFault: (fault: unknown) => void) {
    this.row = row;
    this.store = store;
    this.onFault = onFault;
    this.build();
  }

  /** Why nobody can go on here; null while the room is open. */
  get shut(): Phrase | null {
    return this.room === null ? this.reason : null;
  }

  give(role: Role, sent: SentCommand): Given {
    if (this.room === null) return { answer: { type: 'refused', why: this.reason }, changed: false };
    try {
      const answer = this.obey(this.room, role, sent);
      return { answer, changed: answer.type === 'accepted' };
    } catch (fault) {
      this.onFault(fault);
      this.recover();
      return { answer: broken, changed: true };
    }
  }

  /** Undefined while the room is shut. */
  viewFor(role: Role, shoulder: string | null): RoomView | undefined {
    try {
      return this.room?.viewFor(role, shoulder);
    } catch (fault) {
      this.onFault(fault);
      this.close(byFault);
      return undefined;
    }
  }

  /** Undefined while the room is shut. */
  recordText(): string | undefined {
    return this.room?.recordText();
  }

  private obey(room: Room, role: Role, sent: SentCommand): Answer {
    const entry = { role, ...sent };
    const answer = room.take(entry);
    if (answer.type === 'accepted') {
      this.store.append(this.row.id, this.length + 1, { entry, digest: room.digest });
      this.length += 1;
    }
    return answer;
  }

  private recover(): void {
    this.build();
    if (this.room === null) return;
    const command = { type: 'pause', reason: say('room.faultMet') } as const;
    try {
      this.obey(this.room, CONTROL, { id: `fault-${this.length + 1}`, command });
    } catch (fault) {
      this.onFault(fault);
      this.close(byFault);
    }
  }

  private close(reason: Phrase): void {
    this.room = null;
    this.reason = reason;
  }

  private build(): void {
    const { opening, engine } = this.row;
    this.close(byFault);
    if (engine !== engineVersion) {
      this.close({ key: 'room.shut.engine', args: { engine } });
      return;
    }
    try {
      const journal = this.store.journalOf(this.row.id);
      const room = new Room(
        opening,
        journal.map(({ entry }) => entry),
      );
      if (journal.length > 0 && journal.at(-1)?.digest !== room.digest) throw new Error('its journal leads elsewhere');
      this.length = journal.length;
      this.room = room;
    } catch (fault) {
      this.onFault(fault);
    }
  }
}

/** One device in a room: what it was last shown, and how fast it may speak. */
import type { Socket } from 'socket.io';
import type { Role } from '../../exercise/roles.ts';
import type { RoomView } from '../../exercise/room-view.ts';
import type { FromRoom, ToRoom } from '../../exercise/room-wire.ts';
import type { TicketRow } from './store.ts';

export interface Ticketed {
  ticket: TicketRow;
}
export type RoomSocket = Socket<ToRoom, FromRoom, Record<string, never>, Ticketed>;

/** So many messages at once, and so many a second after that. */
const BURST = 40;
const PER_SECOND = 10;

export class Link {
  readonly socket: RoomSocket;
  readonly ticket: string;
  readonly role: Role;
  /** The seat over whose shoulder it looks. */
  shoulder: string | null = null;
  private shown = '';
  private count = 0;
  private allowance = BURST;
  private heardAt = Date.now();

  constructor(socket: RoomSocket, { id, role }: TicketRow) {
    this.socket = socket;
    this.ticket = id;
    this.role = role;
  }

  /** Sends a view unless it is the one that is there; `text` is the view as JSON. */
  show(view: RoomView, text: string): void {
    if (text === this.shown) return;
    this.shown = text;
    this.count += 1;
    this.socket.emit('view', this.count, view);
  }

  /** False when it speaks too fast. */
  maySpeak(): boolean {
    const now = Date.now();
    this.allowance = Math.min(BURST, this.allowance + ((now - this.heardAt) / 1000) * PER_SECOND);
    this.heardAt = now;
    if (this.allowance < 1) return false;
    this.allowance -= 1;
    return true;
  }
}

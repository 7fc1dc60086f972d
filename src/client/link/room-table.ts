/**
 * A place in a room of a host: comes in, shows what it is sent, sends what the person asks for. A command is sent again until the host has
 * answered, under the same name, so that it is obeyed once. Knows no exercise: views come in, commands go out.
 */
import { signal } from '@preact/signals';
import type { Socket } from 'socket.io-client';
import { io } from 'socket.io-client';
import type { Phrase } from '../../core/model/view.ts';
import type { RoomCommand } from '../../exercise/room-command.ts';
import type { RoomView } from '../../exercise/room-view.ts';
import type { Admitted, Device, FromRoom, ToRoom, Welcome } from '../../exercise/room-wire.ts';
import { say, sayPhrase } from '../../words/index.ts';
import { newRunId } from './luck.ts';
import type { RoomLinkCard } from './room-cards.ts';
import type { Asked } from './room-door.ts';
import type { TicketKeeper } from './room-ticket.ts';

const ANSWER_WITHIN_MS = 4_000;
const AGAIN_AFTER_MS = 1_000;

export class RoomTable {
  readonly here = signal(false);
  /** The truth about the connection. */
  readonly state = signal<RoomLinkCard['state']>('connecting');
  readonly welcome = signal<Welcome | null>(null);
  readonly view = signal<RoomView | null>(null);
  readonly devices = signal<readonly Device[]>([]);
  /** Commands on their way that the host has not answered yet. */
  readonly sending = signal(0);
  /** Why something was refused, or why this window is outside again; empty where nothing is. */
  readonly complaint = signal('');
  /** Game time of the look before this one. */
  readonly lookedAt = signal(-1);
  private readonly origin: string;
  private readonly ticket: TicketKeeper;
  private socket: Socket<FromRoom, ToRoom> | null = null;

  constructor(origin: string, ticket: TicketKeeper) {
    this.origin = origin;
    this.ticket = ticket;
    const token = ticket.get();
    if (token !== null) this.enter(token);
  }

  /** In by whatever door: a code, a room that was opened, control taken over. */
  async comeIn(asked: Promise<Asked<Admitted>>): Promise<void> {
    const answer = await asked;
    this.complaint.value = 'why' in answer ? answer.why : '';
    if ('why' in answer) return;
    this.ticket.put(answer.got.token);
    this.enter(answer.got.token);
  }

  /** A phrase when it is plain already that the host would refuse; else it is on its way. */
  decide(decision: string, option: string, reason: string): Phrase | undefined {
    const stage = this.view.value?.stage;
    const why =
      this.welcome.value?.role.seat == null
        ? 'notYours'
        : stage?.paused != null
          ? 'paused'
          : stage?.phase !== 'deliberation'
            ? 'notNow'
            : null;
    if (why !== null) return { key: `room.refused.${why}`, args: {} };
    this.give({ type: 'decide', at: stage?.now ?? 0, decision, option, reason });
    return undefined;
  }

  give(command: RoomCommand): void {
    const { socket } = this;
    if (socket === null) return;
    this.sending.value += 1;
    this.complaint.value = '';
    const settle = (complaint: string): void => {
      if (this.socket !== socket) return;
      this.sending.value -= 1;
      this.complaint.value = complaint;
    };
    socket.emitWithAck('command', { id: newRunId().padEnd(8, '0'), command }).then(
      (answer) => settle(answer.type === 'refused' ? sayPhrase(answer.why) : ''),
      () => settle(say('join.unreachable')),
    );
  }

  /** The whole truth so far; null where this role may not have it. */
  record(): Promise<string | null> {
    return this.socket?.emitWithAck('record') ?? Promise.resolve(null);
  }

  look(seat: string | null): void {
    this.socket?.emit('look', seat, () => {});
  }

  dismiss(ticket: string): void {
    this.socket?.emit('dismiss', ticket, () => {});
  }

  leave(why = ''): void {
    this.ticket.forget();
    this.hangUp();
    this.here.value = false;
    this.welcome.value = null;
    this.view.value = null;
    this.devices.value = [];
    this.complaint.value = why;
  }

  /** What was on its way is given up. */
  private hangUp(): void {
    const left = this.socket;
    this.socket = null;
    left?.disconnect();
    this.sending.value = 0;
  }

  private enter(token: string): void {
    this.hangUp();
    this.here.value = true;
    this.state.value = 'connecting';
    this.lookedAt.value = -1;
    const socket: Socket<FromRoom, ToRoom> = io(`${this.origin}/room`, {
      auth: { token },
      transports: ['websocket'],
      forceNew: true,
      retries: Number.MAX_SAFE_INTEGER,
      ackTimeout: ANSWER_WITHIN_MS,
    });
    this.socket = socket;
    this.followLink(socket);
    socket.on('welcome', (welcome) => {
      this.state.value = 'live';
      this.welcome.value = welcome;
    });
    socket.on('view', (_, view) => {
      const before = this.view.value?.stage.now;
      if (before !== undefined && before !== view.stage.now) this.lookedAt.value = before;
      this.view.value = view;
    });
    socket.on('devices', (devices) => {
      this.devices.value = devices;
    });
  }

  private followLink(socket: Socket<FromRoom, ToRoom>): void {
    socket.on('connect_error', () => {
      // The host was reached and does not know the ticket; otherwise the socket tries again by itself.
      if (!socket.active) this.leave(say('join.unknown'));
      else this.state.value = 'lost';
    });
    socket.on('disconnect', (reason) => {
      if (this.socket !== socket) return;
      this.state.value = 'lost';
      // Sent away by a host that stops: it may come again.
      if (reason === 'io server disconnect')
        setTimeout(() => this.socket === socket && socket.connect(), AGAIN_AFTER_MS);
    });
    socket.on('dismissed', () => this.leave(say('join.dismissed')));
    socket.on('shut', (why) => {
      this.complaint.value = sayPhrase(why);
    });
  }
}

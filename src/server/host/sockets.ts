/** Devices in rooms. A token leads to a role, the role to its view; after each command every device whose view has changed gets the new one. */
import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { Server } from 'socket.io';
import type { FromRoom, ToRoom } from '../../exercise/room-wire.ts';
import type { Host, HostLog } from './host.ts';
import type { RoomSocket, Ticketed } from './link.ts';
import { Link } from './link.ts';
import { RoomLinks } from './room-links.ts';

/** More than the longest reason anybody may give. */
const MESSAGE_BYTES = 8_192;

export class Sockets {
  private readonly io: Server<ToRoom, FromRoom, Record<string, never>, Ticketed>;
  private readonly host: Host;
  private readonly log: HostLog;
  private readonly rooms = new Map<string, RoomLinks>();

  constructor(server: HttpServer, host: Host, log: HostLog) {
    this.host = host;
    this.log = log;
    this.io = new Server(server, {
      serveClient: false,
      transports: ['websocket'],
      maxHttpBufferSize: MESSAGE_BYTES,
      allowRequest: (request, allow) => allow(null, isFromHere(request)),
    });
    const rooms = this.io.of('/room');
    rooms.use((socket, next) => this.check(socket).then(() => next(), next));
    rooms.on('connection', (socket) => {
      this.enter(socket).catch((fault: unknown) => {
        this.log.error({ fault: String(fault) }, 'a device could not come in');
        socket.disconnect(true);
      });
    });
  }

  close(): void {
    this.io.disconnectSockets(true);
    this.io.engine.close();
  }

  private async check(socket: RoomSocket): Promise<void> {
    const ticket = await this.host.ticketOf(socket.handshake.auth.token);
    if (ticket === undefined) throw new Error('refused');
    socket.data.ticket = ticket;
  }

  private async enter(socket: RoomSocket): Promise<void> {
    const { ticket } = socket.data;
    const store = await this.host.store();
    const room = await this.host.roomOf(ticket.room);
    // It may have been taken back, or the device gone, while the room was being built.
    const holds = socket.connected && store.ticket(ticket.id)?.revoked === false;
    if (room === undefined || !holds) return void socket.disconnect(true);
    const links = this.rooms.get(ticket.room) ?? new RoomLinks(room, store, () => this.host.addresses());
    this.rooms.set(ticket.room, links);
    links.add(new Link(socket, ticket));
  }
}

/** A page of another host has no business here; what is no page sends no origin. */
function isFromHere({ headers: { origin, host } }: IncomingMessage): boolean {
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

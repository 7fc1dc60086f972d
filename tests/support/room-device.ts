/** A device in a room, over a real socket: what it was shown, what it was told, and every byte that reached it. */
import type { Socket } from 'socket.io-client';
import { io } from 'socket.io-client';
import type { RoomCommand, SentCommand } from '../../src/exercise/room-command.ts';
import type { Answer, RoomView } from '../../src/exercise/room-view.ts';
import type { Device as DeviceCard, FromRoom, ToRoom, Welcome } from '../../src/exercise/room-wire.ts';

const PATIENCE_MS = 10_000;
let made = 0;

export class TestDevice {
  readonly token: string;
  readonly views: RoomView[] = [];
  readonly counts: number[] = [];
  /** Everything that came over the wire, as it came. */
  readonly traffic: string[] = [];
  devices: readonly DeviceCard[] = [];
  welcome: Welcome | null = null;
  dismissed = false;
  /** Why the room cannot go on; empty while it can. */
  shut = '';
  private readonly socket: Socket<FromRoom, ToRoom>;

  private constructor(url: string, token: string, headers: Record<string, string>) {
    this.token = token;
    this.socket = io(`${url}/room`, {
      auth: { token },
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      extraHeaders: headers,
    });
    this.socket.io.on('open', () => {
      this.socket.io.engine.on('packet', ({ data }) => this.traffic.push(String(data ?? '')));
    });
    this.socket.on('welcome', (welcome) => {
      this.welcome = welcome;
    });
    this.socket.on('view', (count, view) => {
      this.counts.push(count);
      this.views.push(view);
    });
    this.socket.on('devices', (devices) => {
      this.devices = devices;
    });
    this.socket.on('shut', (why) => {
      this.shut = why.key;
    });
    this.socket.on('dismissed', () => {
      this.dismissed = true;
    });
  }

  /** Comes in and has its first view; rejects with the host's own word when it may not. */
  static async come(url: string, token: string, headers: Record<string, string> = {}): Promise<TestDevice> {
    const device = new TestDevice(url, token, headers);
    await new Promise<void>((come, refuse) => {
      device.socket.once('view', () => come());
      device.socket.once('shut', () => come());
      device.socket.once('connect_error', (why) => refuse(why));
    });
    return device;
  }

  get view(): RoomView {
    return this.views.at(-1) as RoomView;
  }

  get isHere(): boolean {
    return this.socket.connected;
  }

  /** Undefined when it was accepted, else why not. Rejects when no answer comes. */
  async give(command: RoomCommand, id = `test-command-${made++}`): Promise<string | undefined> {
    const answer = await this.send({ id, command });
    return answer.type === 'refused' ? answer.why.key : undefined;
  }

  /** Anything at all, for what the host must refuse. */
  send(message: unknown): Promise<Answer> {
    return this.socket.timeout(PATIENCE_MS).emitWithAck('command', message as SentCommand);
  }

  look(seat: string | null): void {
    this.socket.emit('look', seat, () => {});
  }

  record(): Promise<string | null> {
    return this.socket.timeout(PATIENCE_MS).emitWithAck('record');
  }

  dismiss(ticket: string): void {
    this.socket.emit('dismiss', ticket, () => {});
  }

  /** Waits until what it was shown or told is as wanted. */
  async until(wanted: (device: this) => boolean): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    while (!wanted(this)) {
      if (Date.now() > deadline) throw new Error(`waited in vain: ${JSON.stringify(this.views.at(-1)?.stage)}`);
      await new Promise((go) => setTimeout(go, 5));
    }
  }

  leave(): void {
    this.socket.disconnect();
  }
}

/** The devices in one room, and what passes between them and it. */

import { policyOf, roleName } from '../../exercise/roles.ts';
import { sentCommandSchema } from '../../exercise/room-command.ts';
import type { Answer, RoomView } from '../../exercise/room-view.ts';
import type { Device } from '../../exercise/room-wire.ts';
import { publicSetting } from '../../exercise/room-wire.ts';
import type { HostedRoom } from './hosted-room.ts';
import type { Link } from './link.ts';
import type { Store } from './store.ts';

const refused = (why: 'malformed' | 'tooFast'): Answer => ({
  type: 'refused',
  why: { key: `room.refused.${why}`, args: {} },
});

const MOST_WINDOWS = 8;

export class RoomLinks {
  private readonly room: HostedRoom;
  private readonly store: Store;
  private readonly addresses: () => readonly string[];
  private readonly links = new Set<Link>();

  constructor(room: HostedRoom, store: Store, addresses: () => readonly string[]) {
    this.room = room;
    this.store = store;
    this.addresses = addresses;
  }

  add(link: Link): void {
    const { socket, role } = link;
    const { leads } = policyOf(role);
    this.links.add(link);
    this.crowd(link.ticket);
    socket.on('disconnect', () => {
      this.links.delete(link);
      this.showDevices();
    });
    socket.on('command', (sent, answer) => this.hear(link, sent, answer));
    socket.on('record', (done) => this.hand(link, done));
    socket.on('look', (seat, done) => this.serve(link, done, () => this.look(link, seat)));
    socket.on('dismiss', (ticket, done) => this.serve(link, done, () => this.dismiss(link, ticket)));
    socket.emit('welcome', {
      role,
      setting: publicSetting(this.room.row.opening.definition),
      doors: leads ? this.store.doorsOf(this.room.row.id) : [],
      addresses: leads ? this.addresses() : [],
    });
    this.showTo([link]);
    this.showDevices();
  }

  /** One ticket is for one person: of too many windows the oldest go. */
  private crowd(ticket: string): void {
    const windows = [...this.links].filter((link) => link.ticket === ticket);
    for (const link of windows.slice(0, -MOST_WINDOWS)) link.socket.disconnect(true);
  }

  /** Whatever came over the wire: nothing about it is known. */
  private hear(link: Link, sent: unknown, answer: unknown): void {
    const tell = typeof answer === 'function' ? (answer as (answer: Answer) => void) : () => {};
    if (!link.maySpeak()) return void tell(refused('tooFast'));
    const command = sentCommandSchema.safeParse(sent);
    if (!command.success) return void tell(refused('malformed'));
    const given = this.room.give(link.role, command.data);
    tell(given.answer);
    if (given.changed) this.showTo(this.links);
  }

  /** Answered alike, whether it was for this role to ask or not. */
  private serve(link: Link, done: unknown, act: () => void): void {
    if (link.maySpeak() && policyOf(link.role).leads) act();
    if (typeof done === 'function') done();
  }

  private hand(link: Link, done: unknown): void {
    if (typeof done !== 'function') return;
    const may = link.maySpeak() && policyOf(link.role).leads;
    done((may ? this.room.recordText() : undefined) ?? null);
  }

  private look(link: Link, seat: unknown): void {
    const { held } = this.room.row.opening.choice;
    link.shoulder = typeof seat === 'string' && held.includes(seat) ? seat : null;
    this.showTo([link]);
  }

  /** Takes the ticket back first, so that a device that comes again at once finds the door shut. */
  private dismiss(by: Link, ticket: unknown): void {
    if (ticket === by.ticket) return;
    const known = this.store.ticketsOf(this.room.row.id).find(({ id }) => id === ticket);
    if (known === undefined) return;
    this.store.revoke(known.id);
    for (const link of this.links) {
      if (link.ticket !== known.id) continue;
      link.socket.emit('dismissed');
      link.socket.disconnect(true);
    }
    this.showDevices();
  }

  /** Roles are looked up once each, however many devices share one. */
  private showTo(links: Iterable<Link>): void {
    const views = new Map<string, { readonly view: RoomView; readonly text: string } | undefined>();
    for (const link of links) {
      const name = `${roleName(link.role)} ${link.shoulder ?? ''}`;
      if (!views.has(name)) {
        const view = this.room.viewFor(link.role, link.shoulder);
        views.set(name, view && { view, text: JSON.stringify(view) });
      }
      const shown = views.get(name);
      if (shown !== undefined) link.show(shown.view, shown.text);
      else if (this.room.shut !== null) link.socket.emit('shut', this.room.shut);
    }
  }

  private showDevices(): void {
    const leading = [...this.links].filter(({ role }) => policyOf(role).leads);
    if (leading.length === 0) return;
    const here = new Set([...this.links].map(({ ticket }) => ticket));
    const devices = this.store
      .ticketsOf(this.room.row.id)
      .filter(({ revoked }) => !revoked)
      .map(({ id, role }): Device => ({ ticket: id, role, here: here.has(id) }));
    for (const link of leading) link.socket.emit('devices', devices);
  }
}

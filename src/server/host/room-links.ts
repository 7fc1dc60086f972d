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

export class RoomLinks {
  private readonly room: HostedRoom;
  private readonly store: Store;
  private readonly links = new Set<Link>();

  constructor(room: HostedRoom, store: Store) {
    this.room = room;
    this.store = store;
  }

  add(link: Link): void {
    const { socket, role } = link;
    const { leads } = policyOf(role);
    this.links.add(link);
    socket.on('disconnect', () => {
      this.links.delete(link);
      this.showDevices();
    });
    socket.on('command', (sent, answer) => this.hear(link, sent, answer));
    socket.on('look', (seat, done) => this.serve(link, done, () => this.look(link, seat)));
    socket.on('dismiss', (ticket, done) => this.serve(link, done, () => this.dismiss(link, ticket)));
    socket.emit('welcome', {
      role,
      setting: publicSetting(this.room.row.opening.definition),
      doors: leads ? this.store.doorsOf(this.room.row.id) : [],
    });
    this.showTo([link]);
    this.showDevices();
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
      if (shown === undefined) link.socket.emit('shut');
      else link.show(shown.view, shown.text);
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

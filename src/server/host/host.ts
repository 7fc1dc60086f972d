/** Rooms that this process keeps, and who may come in. The file is made when the first room is opened. */
import { existsSync } from 'node:fs';
import { engineVersion } from '../../core/engine/index.ts';
import { cutDefinition } from '../../core/model/cut.ts';
import type { Definition } from '../../core/model/scenario.ts';
import type { Role } from '../../exercise/roles.ts';
import { CONTROL, roleName, rolesOf } from '../../exercise/roles.ts';
import type { Door, HostShelf, Opened } from '../../exercise/room-wire.ts';
import type { Library } from '../../files/bundle.ts';
import { definitionOf } from '../../files/bundle.ts';
import { policiesInOrder } from '../../files/policy-order.ts';
import { HostedRoom } from './hosted-room.ts';
import type { Store, TicketRow } from './store.ts';
import { openStore } from './store.ts';
import { codeOf, isSame, issueTicket, newCode, newName, newSecret, ticketOf } from './tickets.ts';

export interface HostParts {
  /** The file that everything is kept in. */
  readonly data: string;
  readonly library: () => Library;
  /** Where others reach this host, once it listens. */
  readonly addresses?: () => readonly string[];
}

/** Where a host says what goes on: never a token, a code, or anything that people wrote. */
export interface HostLog {
  info(what: object, says: string): void;
  error(what: object, says: string): void;
}

export interface RoomWish {
  readonly scenario: string;
  /** A shorter way through it. */
  readonly cut: string | null;
  readonly policy: string;
  readonly seed: string;
  readonly held: readonly string[];
}

export class Host {
  /** Who has it may open rooms; made afresh at every start. */
  readonly key = newSecret();
  private readonly parts: HostParts;
  private readonly log: HostLog;
  private readonly rooms = new Map<string, HostedRoom>();
  private opened: Promise<Store> | null = null;

  constructor(parts: HostParts, log: HostLog) {
    this.parts = parts;
    this.log = log;
  }

  addresses(): readonly string[] {
    return this.parts.addresses?.() ?? [];
  }

  mayHost(given: string): boolean {
    return isSame(given, this.key);
  }

  /** Makes no file. */
  async shelf(): Promise<HostShelf> {
    const { scenarios, policies, coalitions } = this.parts.library();
    const store = await this.storeIfAny();
    const red = new Set(coalitions.flatMap(({ nations }) => nations.filter(isAdversary).map(({ id }) => id)));
    return {
      scenarios: scenarios.map(({ scenario: { id, title, playMinutes, seats, cuts = [] } }) => ({
        id,
        title,
        playMinutes,
        cuts: cuts.map((cut) => ({ id: cut.id, title: cut.title, playMinutes: cut.playMinutes })),
        seats: seats.map((seat) => ({
          id: seat.id,
          title: seat.title,
          nation: seat.nation,
          adversary: red.has(seat.nation),
        })),
      })),
      policies: policiesInOrder(policies).map(({ id, title }) => ({ id, title })),
      rooms: store?.rooms() ?? [],
    };
  }

  /** @throws a RangeError on a scenario, policy or seat that there is none of. */
  async open({ scenario, cut, policy, seed, held }: RoomWish): Promise<Opened> {
    const whole = definitionOf(this.parts.library(), scenario, policy);
    const definition = cut === null ? whole : cutDefinition(whole, cut);
    for (const seat of held)
      if (!definition.scenario.seats.some(({ id }) => id === seat)) throw new RangeError(`no seat "${seat}"`);
    const store = await this.store();
    const id = newName();
    const opening = { definition, choice: { seed, held: [...held].sort(), standIn: 'by-the-book' as const } };
    store.addRoom({ id, engine: engineVersion, opening }, doorsFor(definition, held, store));
    this.log.info({ room: id, scenario, policy }, 'a room was opened');
    return { room: id, token: issueTicket(store, id, CONTROL) };
  }

  /** A token of control's for a room that is there already. */
  async takeControl(room: string): Promise<string | undefined> {
    const store = await this.store();
    return store.room(room) === undefined ? undefined : issueTicket(store, room, CONTROL);
  }

  /** A token for whoever has the code. */
  async admit(written: string): Promise<string | undefined> {
    const store = await this.storeIfAny();
    const behind = store?.behind(codeOf(written));
    if (store === undefined || behind === undefined) return undefined;
    this.log.info({ room: behind.room, role: roleName(behind.role) }, 'a device came in');
    return issueTicket(store, behind.room, behind.role);
  }

  async ticketOf(token: unknown): Promise<TicketRow | undefined> {
    const store = await this.storeIfAny();
    return store && ticketOf(store, token);
  }

  async roomOf(id: string): Promise<HostedRoom | undefined> {
    const store = await this.store();
    const known = this.rooms.get(id);
    if (known !== undefined) return known;
    const row = store.room(id);
    if (row === undefined) return undefined;
    const onFault = (fault: unknown) => this.log.error({ room: id, fault: String(fault) }, 'a room met a fault');
    const room = new HostedRoom(store, row, onFault);
    this.rooms.set(id, room);
    return room;
  }

  async store(): Promise<Store> {
    this.opened ??= openStore(this.parts.data, () => Date.now());
    return this.opened;
  }

  async close(): Promise<void> {
    (await this.opened)?.close();
    this.opened = null;
  }

  private async storeIfAny(): Promise<Store | undefined> {
    return this.opened === null && !existsSync(this.parts.data) ? undefined : this.store();
  }
}

const isAdversary = ({ adversary }: Definition['coalition']['nations'][number]): boolean => adversary === true;

/** One for each role but control's own, which is entered with the key. */
function doorsFor(definition: Definition, held: readonly string[], store: Store): Door[] {
  const roles: readonly Role[] = rolesOf(definition, held).filter(({ kind }) => kind !== 'control');
  const codes = new Set<string>();
  while (codes.size < roles.length) {
    const code = newCode();
    if (store.behind(code) === undefined) codes.add(code);
  }
  return [...codes].map((code, i) => ({ role: roles[i] as Role, code }));
}

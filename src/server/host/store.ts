/**
 * One file for everything a host must not forget: rooms, the ways into them, and the journal of each. What `append` has returned from is on
 * disk: write-ahead log, synchronous full. libsql is loaded when a store is opened and not before: solo play does without it.
 */

import type { Role } from '../../exercise/roles.ts';
import type { Entry, Opening } from '../../exercise/room.ts';
import type { Door } from '../../exercise/room-wire.ts';

/** Grows with every change to the tables. */
const FORMAT = 1;

const TABLES = `
  create table rooms (id text primary key, made_at integer not null, engine text not null, opening text not null) strict;
  create table doors (code text primary key, room text not null, role text not null) strict;
  create table tickets (
    id text primary key, room text not null, role text not null, secret text not null,
    made_at integer not null, revoked_at integer
  ) strict;
  create table journal (
    room text not null, n integer not null, at integer not null, entry text not null, digest text not null,
    primary key (room, n)
  ) strict, without rowid;
`;

export interface RoomRow {
  readonly id: string;
  /** Milliseconds since 1970, as all wall times here. */
  readonly madeAt: number;
  readonly engine: string;
  readonly opening: Opening;
}

export interface Journalled {
  readonly entry: Entry;
  /** The run's digest once the entry was obeyed. */
  readonly digest: string;
}

export interface TicketRow {
  readonly id: string;
  readonly room: string;
  readonly role: Role;
  /** SHA-256 of the secret, in hexadecimal. */
  readonly secret: string;
  readonly revoked: boolean;
}

type Database = import('libsql').Database;
type Value = string | number;
interface Statement {
  run(...values: Value[]): unknown;
  all(...values: Value[]): unknown[];
}

interface RawTicket {
  readonly id: string;
  readonly room: string;
  readonly role: string;
  readonly secret: string;
  readonly revoked_at: number | null;
}

const parsed = <T>(text: string): T => JSON.parse(text) as T;

const ticketOf = ({ id, room, role, secret, revoked_at }: RawTicket): TicketRow => ({
  id,
  room,
  role: parsed(role),
  secret,
  revoked: revoked_at !== null,
});

/** Opens the file, making it where there is none. @throws a sentence when a newer Say-Do made it. */
export async function openStore(path: string, wallClock: () => number): Promise<Store> {
  const { default: Libsql } = await import('libsql');
  const db = new Libsql(path);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  const { user_version: format } = db.prepare('pragma user_version').get() as { user_version: number };
  if (format > FORMAT) {
    db.close();
    throw new Error(`${path} was made by a newer Say-Do. Open it with that one, or give --data another file.`);
  }
  if (format === 0) db.exec(`begin; ${TABLES} pragma user_version = ${FORMAT}; commit;`);
  return new Store(db, wallClock);
}

export class Store {
  private readonly db: Database;
  private readonly wallClock: () => number;
  private readonly statements = new Map<string, Statement>();

  constructor(db: Database, wallClock: () => number) {
    this.db = db;
    this.wallClock = wallClock;
  }

  /** A room with its doors, or neither. */
  addRoom({ id, engine, opening }: Omit<RoomRow, 'madeAt'>, doors: readonly Door[]): void {
    this.db.transaction(() => {
      this.run('insert into rooms values (?, ?, ?, ?)', id, this.wallClock(), engine, JSON.stringify(opening));
      for (const { code, role } of doors)
        this.run('insert into doors values (?, ?, ?)', code, id, JSON.stringify(role));
    })();
  }

  room(id: string): RoomRow | undefined {
    const row = this.all<{ made_at: number; engine: string; opening: string }>(
      'select * from rooms where id = ?',
      id,
    )[0];
    return row && { id, madeAt: row.made_at, engine: row.engine, opening: parsed(row.opening) };
  }

  /** The newest first. */
  rooms(): readonly { readonly id: string; readonly title: string; readonly madeAt: number }[] {
    const title = `json_extract(opening, '$.definition.scenario.title') as title`;
    const rows = this.all<{ id: string; title: string; made_at: number }>(
      `select id, ${title}, made_at from rooms order by made_at desc, id`,
    );
    return rows.map(({ id, title, made_at }) => ({ id, title, madeAt: made_at }));
  }

  doorsOf(room: string): readonly Door[] {
    const rows = this.all<{ role: string; code: string }>(
      'select role, code from doors where room = ? order by rowid',
      room,
    );
    return rows.map(({ role, code }) => ({ role: parsed<Role>(role), code }));
  }

  behind(code: string): { readonly room: string; readonly role: Role } | undefined {
    const row = this.all<{ room: string; role: string }>('select room, role from doors where code = ?', code)[0];
    return row && { room: row.room, role: parsed(row.role) };
  }

  journalOf(room: string): readonly Journalled[] {
    const rows = this.all<{ entry: string; digest: string }>(
      'select entry, digest from journal where room = ? order by n',
      room,
    );
    return rows.map(({ entry, digest }) => ({ entry: parsed<Entry>(entry), digest }));
  }

  /** `n` counts from 1 in each room; a number given twice throws. */
  append(room: string, n: number, { entry, digest }: Journalled): void {
    this.run('insert into journal values (?, ?, ?, ?, ?)', room, n, this.wallClock(), JSON.stringify(entry), digest);
  }

  addTicket({ id, room, role, secret }: Omit<TicketRow, 'revoked'>): void {
    const row = [id, room, JSON.stringify(role), secret, this.wallClock()] as const;
    this.run('insert into tickets values (?, ?, ?, ?, ?, null)', ...row);
  }

  ticket(id: string): TicketRow | undefined {
    return this.all<RawTicket>('select * from tickets where id = ?', id).map(ticketOf)[0];
  }

  ticketsOf(room: string): readonly TicketRow[] {
    return this.all<RawTicket>('select * from tickets where room = ? order by made_at, id', room).map(ticketOf);
  }

  revoke(ticket: string): void {
    this.run('update tickets set revoked_at = ? where id = ? and revoked_at is null', this.wallClock(), ticket);
  }

  close(): void {
    this.db.close();
  }

  private run(sql: string, ...values: Value[]): void {
    this.prepared(sql).run(...values);
  }

  private all<T>(sql: string, ...values: Value[]): T[] {
    return this.prepared(sql).all(...values) as T[];
  }

  private prepared(sql: string): Statement {
    const known = this.statements.get(sql) ?? (this.db.prepare(sql) as Statement);
    this.statements.set(sql, known);
    return known;
  }
}

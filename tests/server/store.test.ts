/** The file of a host: what was appended is there, in order, and what does not belong to this program is refused. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { CONTROL } from '../../src/exercise/roles.ts';
import type { Entry } from '../../src/exercise/room.ts';
import { Room } from '../../src/exercise/room.ts';
import { openStore } from '../../src/server/host/store.ts';
import { freshFolder } from '../support/hosted.ts';
import { openingOf, PlayedRoom } from '../support/room-play.ts';

const folder = freshFolder();
afterAll(() => folder.remove());
const wallClock = () => 1_700_000_000_000;
const open = (name: string) => openStore(join(folder.path, name), wallClock);

const played = new PlayedRoom();
while (played.step());

test('a room comes out as it went in, and its journal leads to the same digest', async () => {
  const store = await open('kept.db');
  store.addRoom({ id: 'one', engine: 'e', opening: played.room.opening }, [{ code: 'AAAAAA', role: CONTROL }]);
  for (const [i, entry] of played.journal.entries()) store.append('one', i + 1, { entry, digest: `${i}` });
  store.close();
  const again = await open('kept.db');
  const room = again.room('one');
  expect(room).toEqual({ id: 'one', madeAt: wallClock(), engine: 'e', opening: played.room.opening });
  const journal = again.journalOf('one').map(({ entry }) => entry);
  expect(new Room(room?.opening ?? openingOf(), journal).digest).toBe(played.room.digest);
  expect(again.behind('AAAAAA')).toEqual({ room: 'one', role: CONTROL });
  expect(again.behind('BBBBBB')).toBeUndefined();
  again.close();
});

test('a number in a journal is given once', async () => {
  const store = await open('twice.db');
  const entry = played.journal[0] as Entry;
  store.append('one', 1, { entry, digest: '' });
  expect(() => store.append('one', 1, { entry, digest: '' })).toThrow();
  store.close();
});

test('with its write-ahead log cut short anywhere, what is left is a journal from the first entry on, without a gap', async () => {
  const store = await open('whole.db');
  for (const [i, entry] of played.journal.entries()) store.append('one', i + 1, { entry, digest: '' });
  const log = readFileSync(join(folder.path, 'whole.db-wal'));
  const lengths = new Set<number>();
  for (let cut = 0; cut <= 40; cut++) {
    copyFileSync(join(folder.path, 'whole.db'), join(folder.path, `cut${cut}.db`));
    writeFileSync(join(folder.path, `cut${cut}.db-wal`), log.subarray(0, Math.floor((log.length * cut) / 40)));
    const short = await open(`cut${cut}.db`);
    const left = short.journalOf('one').map(({ entry }) => entry);
    short.close();
    expect(left).toEqual(played.journal.slice(0, left.length));
    lengths.add(left.length);
  }
  expect(lengths.size).toBeGreaterThan(10);
  expect(lengths).toContain(played.journal.length);
  store.close();
});

test('a file of a newer Say-Do is refused in words, and not touched', async () => {
  const path = join(folder.path, 'newer.db');
  const { default: Libsql } = await import('libsql');
  const newer = new Libsql(path);
  newer.exec('create table rooms (id text); pragma user_version = 99');
  newer.close();
  await expect(open('newer.db')).rejects.toThrow('was made by a newer Say-Do');
  const after = new Libsql(path);
  expect(after.prepare('pragma user_version').get()).toMatchObject({ user_version: 99 });
  after.close();
});

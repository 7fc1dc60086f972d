/** A host killed at any moment while people play: what was acknowledged is there when it comes again, and nothing is there twice. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Entry } from '../../src/exercise/room.ts';
import { Room } from '../../src/exercise/room.ts';
import { openStore } from '../../src/server/host/store.ts';
import { HostChild } from '../support/host-process.ts';
import { codeFor, comeIn, freshFolder, openRoom } from '../support/hosted.ts';
import { TestDevice } from '../support/room-device.ts';
import { nextForControl, nextForSeat } from '../support/room-play.ts';
import { wholeDefinition } from '../support/whole-library.ts';

const KILLS = process.env.SAYDO_DEEP === '1' ? 200 : 4;
/** Fewer than a room takes to be played out. */
const KILLS_A_ROOM = 4;
const definition = wholeDefinition();
const held = definition.scenario.seats.map(({ id }) => id).sort();
const opening = { definition, choice: { seed: 'lively-otter-42', held, standIn: 'by-the-book' } } as const;
const folder = freshFolder();
writeFileSync(join(folder.path, 'definition.json'), JSON.stringify(definition));

const host = new HostChild(folder.path);
afterAll(async () => {
  await host.kill();
  folder.remove();
});

const sleep = (milliseconds: number): Promise<void> => new Promise((go) => setTimeout(go, milliseconds));

/** A room with control and every seat in it: their tokens. */
async function seated({ url, key }: HostChild): Promise<{ room: string; tokens: string[] }> {
  const { room, token } = await openRoom(url, key, definition);
  const control = await TestDevice.come(url, token);
  const tokens = [token];
  for (const seat of held) tokens.push((await comeIn(url, codeFor(control.welcome?.doors ?? [], seat))).token);
  control.leave();
  return { room, tokens };
}

/** What one device does until its host is gone: its next step with pauses before it, or its answers. Notes what was acknowledged. */
async function playOn(device: TestDevice, acknowledged: Set<string>, name: string): Promise<void> {
  for (let n = 0; device.isHere; n++) {
    const { view } = device;
    const leads = view.control !== null;
    const idle = { type: 'pause', reason: `${n}` } as const;
    const command =
      view.stage.paused !== null && leads
        ? ({ type: 'resume' } as const)
        : leads
          ? n % 8 === 0 && nextForControl(view) !== null
            ? nextForControl(view)
            : idle
          : nextForSeat(view);
    const id = `${name}-${n}-${acknowledged.size}`;
    if (command !== null && (await device.give(command, id).catch(() => 'gone')) === undefined) acknowledged.add(id);
    await sleep(3);
  }
}

const journal = async (room: string): Promise<Entry[]> => {
  const store = await openStore(join(folder.path, 'rooms.db'), Date.now);
  const entries = store.journalOf(room).map(({ entry }) => entry);
  store.close();
  return entries;
};

test(`killed ${KILLS} times, it resumes with all that was acknowledged, at the same digest and views`, {
  timeout: 600_000,
}, async () => {
  await host.start();
  let room = '';
  let tokens: string[] = [];
  let acknowledged = new Set<string>();
  let before = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    if (kill % KILLS_A_ROOM === 0) {
      ({ room, tokens } = await seated(host));
      acknowledged = new Set();
      before = 0;
    }
    const devices = await Promise.all(tokens.map((one) => TestDevice.come(host.url, one)));
    const playing = devices.map((device, i) => playOn(device, acknowledged, `kill${kill}-device${i}`));
    const enough = before + 1 + ((kill * 7919) % 23);
    while (acknowledged.size < enough) await sleep(1);
    await sleep((kill * 104_729) % 17);
    await host.kill();
    await Promise.all(playing);

    const entries = await journal(room);
    const kept = entries.map(({ id }) => id);
    expect(new Set(kept).size).toBe(kept.length);
    expect([...acknowledged].filter((id) => !kept.includes(id))).toEqual([]);
    // At most one command of each device was in flight when it was killed, each time.
    expect(kept.length - acknowledged.size).toBeLessThanOrEqual(devices.length * ((kill % KILLS_A_ROOM) + 1));
    before = acknowledged.size;

    await host.start();
    const again = await TestDevice.come(host.url, tokens[0] as string);
    const rebuilt = new Room(opening, entries);
    expect(again.view).toEqual(JSON.parse(JSON.stringify(rebuilt.viewFor({ kind: 'control', seat: null }))));
    again.leave();
  }
  const log = readFileSync(join(folder.path, 'host.log'), 'utf8');
  for (const secret of [...tokens, host.key]) expect(log).not.toContain(secret);
  expect(log).toContain('a device came in');
});

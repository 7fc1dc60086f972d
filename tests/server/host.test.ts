/** A room over real sockets: who gets in, who is shown what, and what is refused. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Definition } from '../../src/core/model/scenario.ts';
import { policyOf } from '../../src/exercise/roles.ts';
import { verifyRecord } from '../../src/files/verify.ts';
import type { Served } from '../../src/server/serve.ts';
import { serve } from '../../src/server/serve.ts';
import { codeFor, comeIn, freshFolder, libraryOf, openRoom, post } from '../support/hosted.ts';
import { TestDevice } from '../support/room-device.ts';
import { nextForControl, nextForSeat, PlayedRoom } from '../support/room-play.ts';
import { marked, marksIn, Told } from '../support/told.ts';
import { wholeDefinition } from '../support/whole-library.ts';

const definition = marked(wholeDefinition());
const seats = definition.scenario.seats.map(({ id }) => id);
/** A message that names an incident there is none of: the engine meets it when the message is due. */
const faulty: Definition = {
  ...definition,
  scenario: {
    ...definition.scenario,
    id: 'faulty',
    injects: definition.scenario.injects.map(({ needs: _, unless: __, ...inject }) => ({
      ...inject,
      incident: 'nowhere',
    })),
  },
};
const folder = freshFolder();
const data = join(folder.path, 'rooms.db');
let served: Served;
let key: string;
const here: TestDevice[] = [];

beforeAll(async () => {
  const hosting = { data, library: () => libraryOf(definition, faulty) };
  served = await serve({ directory: folder.path, host: '127.0.0.1', port: 0, hosting });
  key = served.key as string;
});
afterAll(async () => {
  await served.close();
  folder.remove();
});
afterEach(() => {
  for (const device of here.splice(0)) device.leave();
});

async function come(token: string): Promise<TestDevice> {
  const device = await TestDevice.come(served.url, token);
  here.push(device);
  return device;
}

async function opened(
  played = definition,
): Promise<{ control: TestDevice; enter: (role: string) => Promise<TestDevice> }> {
  const control = await come((await openRoom(served.url, key, played)).token);
  const doors = control.welcome?.doors ?? [];
  return { control, enter: async (role) => come((await comeIn(served.url, codeFor(doors, role))).token) };
}

test('keeps no file until the first room is opened', async () => {
  expect((await post(`${served.url}/api/join`, { code: 'ABCDEF' })).status).toBe(404);
  await expect(TestDevice.come(served.url, 'no.token')).rejects.toThrow('refused');
  expect(existsSync(data)).toBe(false);
  expect(await (await fetch(`${served.url}/api/health`)).json()).toEqual({ ok: true });
});

describe('coming in', () => {
  test('a code leads to its own seat, written as people write', async () => {
    const { control } = await opened();
    const code = codeFor(control.welcome?.doors ?? [], 'japanese');
    const { token } = await comeIn(served.url, ` ${code.slice(0, 3).toLowerCase()}-${code.slice(3)} `);
    const device = await come(token);
    expect(device.welcome?.role).toEqual({ kind: 'cell', seat: 'japanese' });
    expect(device.welcome?.doors).toEqual([]);
    expect(device.view.seat?.card.seat).toBe('japanese');
    expect(device.view.control).toBeNull();
  });

  test('an adversary’s seat is red’s, and there are doors for an observer and a wall', async () => {
    const { control, enter } = await opened();
    expect(control.welcome?.doors.map(({ role }) => role.kind)).toEqual(['cell', 'cell', 'red', 'observer', 'wall']);
    const wall = await enter('wall');
    expect(wall.view).toMatchObject({ seat: null, curtain: null, control: null });
    const observer = await enter('observer');
    expect(observer.view.curtain).not.toBeNull();
    expect(observer.view.control).toBeNull();
  });

  test('a token that is taken back opens nothing any more, and says so to the device', async () => {
    const { control, enter } = await opened();
    const seat = await enter('american');
    await control.until(({ devices }) => devices.some(({ role, here }) => role.seat === 'american' && here));
    control.dismiss(control.devices.find(({ role }) => role.seat === 'american')?.ticket ?? '');
    await seat.until(({ isHere }) => !isHere);
    expect(seat.dismissed).toBe(true);
    await expect(TestDevice.come(served.url, seat.token)).rejects.toThrow('refused');
  });

  test('a token with anything changed in it opens nothing', async () => {
    const { control } = await opened();
    const [name = '', secret = ''] = control.token.split('.');
    const wrong = [
      '',
      name,
      `${name}.`,
      `.${secret}`,
      `${name}.${secret}x`,
      `${name}.${secret.slice(1)}`,
      `x.${secret}`,
    ];
    for (const token of [...wrong, `${control.token}`.repeat(9)])
      await expect(TestDevice.come(served.url, token)).rejects.toThrow('refused');
  });

  test('a page of another host is turned away at the door', async () => {
    const { control } = await opened();
    await expect(TestDevice.come(served.url, control.token, { origin: 'http://elsewhere.test' })).rejects.toThrow();
    const own = await TestDevice.come(served.url, control.token, { origin: served.url });
    here.push(own);
    expect(own.isHere).toBe(true);
  });

  test('more than a request may hold is refused', async () => {
    expect((await post(`${served.url}/api/join`, { code: 'x'.repeat(5_000) })).status).toBe(413);
    expect((await post(`${served.url}/api/host`, { seed: 'x'.repeat(5_000) }, key)).status).toBe(413);
  });

  test('without the key no room is opened or listed, and nobody takes control', async () => {
    const { scenario, policy } = definition;
    const wish = { scenario: scenario.id, policy: policy.id, seed: 'x', held: seats };
    expect((await post(`${served.url}/api/host`, wish)).status).toBe(401);
    expect((await post(`${served.url}/api/host`, wish, 'not-the-key')).status).toBe(401);
    expect((await fetch(`${served.url}/api/host`)).status).toBe(401);
    expect((await post(`${served.url}/api/host/any`, {}, 'not-the-key')).status).toBe(401);
    for (const bad of [{}, { ...wish, held: [] }, { ...wish, held: ['nobody'] }, { ...wish, scenario: 'none' }, [wish]])
      expect((await post(`${served.url}/api/host`, bad, key)).status).toBe(400);
  });
});

test('whoever tries codes is stopped', async () => {
  const hosting = { data, library: () => libraryOf(definition) };
  const other = await serve({ directory: folder.path, host: '127.0.0.1', port: 0, hosting });
  const statuses: number[] = [];
  for (let i = 0; i < 80 && !statuses.includes(429); i++)
    statuses.push((await post(`${other.url}/api/join`, { code: `TRY${i}` })).status);
  await other.close();
  expect([...new Set(statuses)]).toEqual([404, 429]);
});

/** Control and every seat, played until the room is closed; each shown what it must be before it goes on. */
async function playOut(control: TestDevice, cells: readonly TestDevice[]): Promise<void> {
  const together = (device: TestDevice) =>
    device.view.stage.phase === control.view.stage.phase && device.view.stage.now === control.view.stage.now;
  for (let step = nextForControl(control.view); step !== null; step = nextForControl(control.view)) {
    for (const cell of cells) {
      await cell.until(together);
      for (let answer = nextForSeat(cell.view); answer !== null; answer = nextForSeat(cell.view)) {
        const asked = cell.view.seat?.decisions.length ?? 0;
        expect(await cell.give(answer)).toBeUndefined();
        await cell.until(({ view }) => (view.seat?.decisions.length ?? 0) < asked);
      }
    }
    const shown = control.views.length;
    expect(await control.give(step)).toBeUndefined();
    await control.until(({ views }) => views.length > shown);
  }
}

describe('a room played over sockets', () => {
  let control: TestDevice;
  let cells: TestDevice[];

  beforeEach(async () => {
    const room = await opened();
    control = room.control;
    cells = await Promise.all(seats.map(room.enter));
  });

  test('comes to the same digest as the same room without any transport', async () => {
    await playOut(control, cells);
    const alone = new PlayedRoom({
      definition,
      choice: { seed: 'lively-otter-42', held: [...seats].sort(), standIn: 'by-the-book' },
    });
    while (alone.step());
    expect(control.view.control?.digest).toBe(alone.room.digest);
    for (const device of [control, ...cells]) expect(device.counts).toEqual(device.counts.map((_, i) => i + 1));
  });

  test('no byte that reaches a seat carries a mark of what that seat was not told, nor seed or digest', async () => {
    await playOut(control, cells);
    const alone = new PlayedRoom({
      definition,
      choice: { seed: 'lively-otter-42', held: [...seats].sort(), standIn: 'by-the-book' },
    });
    while (alone.step());
    const facts = alone.room
      .recordText()
      .split('\n')
      .flatMap((line) => (line.startsWith('{"fact"') ? [JSON.parse(line).fact] : []));
    for (const [i, seat] of seats.entries()) {
      const told = new Told(definition, seat);
      for (const fact of facts) told.hear(fact);
      const traffic = (cells[i] as TestDevice).traffic.join('\n');
      const marks = marksIn(traffic);
      expect(marks.size).toBeGreaterThan(1);
      for (const mark of marks) expect(told.marks, seat).toContain(mark);
      expect(traffic).not.toContain('lively-otter-42');
      for (const view of control.views) expect(traffic).not.toContain(view.control?.digest);
      for (const door of control.welcome?.doors ?? []) expect(traffic).not.toContain(door.code);
    }
    // What nobody but control may read is there to be found.
    expect([...marksIn(control.traffic.join(''))].some((mark) => mark.endsWith(':truth»'))).toBe(true);
  });

  test('control has the record, which verifies, and no seat has', async () => {
    await playOut(control, cells);
    const verified = verifyRecord((await control.record()) ?? '', 'room.saydo');
    expect(verified.verdict).toBe('same');
    expect(verified.record.digest).toBe(control.view.control?.digest);
    expect(await Promise.all(cells.map((cell) => cell.record()))).toEqual(cells.map(() => null));
  });

  test('an answer of one seat reaches control, and no other seat', async () => {
    let asked: TestDevice | undefined;
    while (asked === undefined) {
      expect(await control.give(nextForControl(control.view) as never)).toBeUndefined();
      for (const cell of cells) await cell.until(({ view }) => view.stage.now === control.view.stage.now);
      asked = cells.find(({ view }) => nextForSeat(view) !== null);
    }
    const others = cells.filter((cell) => cell !== asked);
    const heard = others.map(({ traffic }) => traffic.length);
    const shown = control.views.length;
    expect(await asked.give(nextForSeat(asked.view) as never)).toBeUndefined();
    await control.until(({ views }) => views.length > shown);
    // A round trip of their own: whatever was on its way to them has come.
    for (const other of others) expect(await other.give({ type: 'close' })).toBe('room.refused.notYours');
    expect(others.map(({ traffic }, i) => traffic.length - (heard[i] as number))).toEqual(others.map(() => 1));
  });

  test('control looks over a shoulder and sees what that seat sees; a seat that tries sees its own', async () => {
    await control.give({ type: 'brief' });
    control.look('japanese');
    await control.until(({ view }) => view.seat !== null);
    const japanese = cells[seats.indexOf('japanese')] as TestDevice;
    expect(control.view.seat).toEqual(japanese.view.seat);
    japanese.look('american');
    expect(await japanese.give({ type: 'close' })).toBe('room.refused.notYours');
    expect(japanese.view.seat?.card.seat).toBe('japanese');
    expect(policyOf({ kind: 'cell', seat: 'japanese' }).leads).toBe(false);
    control.look(null);
    await control.until(({ view }) => view.seat === null);
  });

  test('whatever is malformed is refused and changes nothing', async () => {
    const shown = control.views.length;
    const good = { id: 'long-enough', command: { type: 'brief' } };
    const bad: unknown[] = [
      null,
      'brief',
      [],
      {},
      { ...good, id: 'short' },
      { ...good, id: '../../etc' },
      { ...good, role: { kind: 'control', seat: null } },
      { ...good, command: { type: 'give-me-everything' } },
      { ...good, command: { type: 'brief', at: 0 } },
      { ...good, command: { type: 'resolve', until: 999 } },
      { ...good, command: { type: 'pause', reason: 'x'.repeat(601) } },
      { ...good, command: { type: 'decide', at: -1, decision: 'd1', option: 'x', reason: '' } },
      { ...good, command: { type: '__proto__' } },
    ];
    for (const message of bad)
      expect(await control.send(message)).toEqual({
        type: 'refused',
        why: { key: 'room.refused.malformed', args: {} },
      });
    expect(control.views.length).toBe(shown);
    expect(await control.give(good.command as never, good.id)).toBeUndefined();
  });

  test('a flood is refused, and the others play on', async () => {
    const [flooding, other] = cells as [TestDevice, TestDevice];
    const answers = await Promise.all(Array.from({ length: 120 }, () => flooding.give({ type: 'brief' })));
    expect(new Set(answers)).toEqual(new Set(['room.refused.notYours', 'room.refused.tooFast']));
    expect(await control.give({ type: 'brief' })).toBeUndefined();
    await other.until(({ view }) => view.stage.phase === 'briefing');
  });

  test('more than a message may hold ends the connection, and nobody else’s', async () => {
    const [huge, other] = cells as [TestDevice, TestDevice];
    await expect(huge.send({ id: 'x'.repeat(20_000) })).rejects.toThrow();
    await huge.until(({ isHere }) => !isHere);
    expect(await control.give({ type: 'brief' })).toBeUndefined();
    await other.until(({ view }) => view.stage.phase === 'briefing');
  });

  test('whoever comes again, or in a second window, is shown the present moment', async () => {
    await control.give({ type: 'brief' });
    await control.give({ type: 'deliberate' });
    const [first] = cells as [TestDevice];
    first.leave();
    const [again, second] = [await come(first.token), await come(first.token)];
    expect(again.view.stage.phase).toBe('deliberation');
    expect(second.view).toEqual(again.view);
    expect(again.counts).toEqual([1]);
  });
});

test('a room that was begun with another engine stays shut, and says which way out', async () => {
  const { room, token } = await openRoom(served.url, key, definition);
  const { default: Libsql } = await import('libsql');
  const file = new Libsql(data);
  file.prepare("update rooms set engine = 'older' where id = ?").run(room);
  file.close();
  const control = await come(token);
  expect(control.shut).toBe('room.shut.engine');
  expect(control.views).toEqual([]);
  expect(await control.give({ type: 'brief' })).toBe('room.shut.engine');
});

test('of too many windows with one ticket the oldest go', async () => {
  const { token } = await openRoom(served.url, key, definition);
  const windows: TestDevice[] = [];
  for (let i = 0; i < 9; i++) windows.push(await come(token));
  await windows[0]?.until(({ isHere }) => !isHere);
  expect(windows.map(({ isHere }) => isHere)).toEqual([false, ...Array(8).fill(true)]);
});

test('a fault of the program is refused, pauses that room only, and nothing that was accepted is lost', async () => {
  const broken = await opened(faulty);
  const sound = await opened();
  const seat = await broken.enter('american');
  for (const { control } of [broken, sound]) {
    expect(await control.give({ type: 'brief' })).toBeUndefined();
    expect(await control.give({ type: 'deliberate' })).toBeUndefined();
  }
  const { digest } = broken.control.view.control as NonNullable<TestDevice['view']['control']>;
  const { control } = broken;
  expect(await control.give({ type: 'resolve', until: 'moveEnd' })).toBe('room.refused.broken');
  await seat.until(({ view }) => view.stage.paused !== null);
  expect(control.view.stage).toMatchObject({ phase: 'deliberation', now: 0 });
  expect(control.view.control?.digest).toBe(digest);
  expect(await control.give({ type: 'resume' })).toBeUndefined();
  expect(await sound.control.give({ type: 'resolve', until: 'moveEnd' })).toBeUndefined();
  expect(sound.control.view.stage.paused).toBeNull();
});

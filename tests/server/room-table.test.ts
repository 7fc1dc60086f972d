/** A place in a room as the client keeps it, against a real host that comes and goes. */
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { RoomDoor } from '../../src/client/link/room-door.ts';
import { RoomHost } from '../../src/client/link/room-host.ts';
import { RoomTable } from '../../src/client/link/room-table.ts';
import type { TicketKeeper } from '../../src/client/link/room-ticket.ts';
import type { Served } from '../../src/server/serve.ts';
import { serve } from '../../src/server/serve.ts';
import { codeFor, freshFolder, libraryOf } from '../support/hosted.ts';
import { nextForSeat } from '../support/room-play.ts';
import { wholeDefinition } from '../support/whole-library.ts';

const definition = wholeDefinition();
const folder = freshFolder();
let served: Served;
let port = 0;
const tables: RoomTable[] = [];

async function start(): Promise<void> {
  const hosting = { data: join(folder.path, 'rooms.db'), library: () => libraryOf(definition) };
  served = await serve({ directory: folder.path, host: '127.0.0.1', port, hosting });
  port = Number(new URL(served.url).port);
}

beforeAll(start);
afterEach(() => {
  for (const table of tables.splice(0)) table.leave();
});
afterAll(async () => {
  await served.close();
  folder.remove();
});

function ticketKeeper(): TicketKeeper {
  let held: string | null = null;
  return {
    get: () => held,
    put: (token) => {
      held = token;
    },
    forget: () => {
      held = null;
    },
  };
}

function place(ticket = ticketKeeper()): RoomTable {
  const table = new RoomTable(served.url, ticket);
  tables.push(table);
  return table;
}

async function until(wanted: () => boolean): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!wanted()) {
    if (Date.now() > deadline) throw new Error('waited in vain');
    await new Promise((go) => setTimeout(go, 10));
  }
}

/** Control of a fresh room in which every seat is held. */
async function hosted(): Promise<RoomTable> {
  const control = place();
  const host = new RoomHost(new RoomDoor(served.url), control, served.key as string);
  await host.read();
  host.choose({ held: definition.scenario.seats.map(({ id }) => id) });
  await host.open();
  expect(host.complaint.value).toBe('');
  await until(() => control.view.value !== null);
  return control;
}

async function enter(control: RoomTable, role: string, ticket = ticketKeeper()): Promise<RoomTable> {
  const table = place(ticket);
  const code = codeFor(control.welcome.value?.doors ?? [], role);
  await table.comeIn(new RoomDoor(served.url).join(code));
  await until(() => table.view.value !== null);
  return table;
}

test('what is answered while the host is away goes when it is back, and once', async () => {
  const control = await hosted();
  const seats = await Promise.all(definition.scenario.seats.map(({ id }) => enter(control, id)));
  const phaseIs = (phase: string) => () => control.view.value?.stage.phase === phase && control.sending.value === 0;
  control.give({ type: 'brief' });
  await until(phaseIs('briefing'));
  control.give({ type: 'deliberate' });
  await until(phaseIs('deliberation'));
  const waiting = (table: RoomTable) => table.view.value !== null && nextForSeat(table.view.value) !== null;
  while (!seats.some(waiting)) {
    const now = control.view.value?.stage.now;
    control.give({ type: 'resolve', until: 'nextQuestion' });
    await until(() => control.sending.value === 0 && control.view.value?.stage.now !== now);
    await until(() => seats.every((seat) => seat.view.value?.stage.now === control.view.value?.stage.now));
  }
  const seat = seats.find(waiting) as RoomTable;
  const decision = seat.view.value?.seat?.decisions[0];
  const option = decision?.options.find(({ open }) => open)?.id ?? '';

  await served.close();
  await until(() => seat.state.value === 'lost');
  expect(seat.decide(decision?.ref ?? '', option, 'while nobody listens')).toBeUndefined();
  expect(seat.sending.value).toBe(1);
  await start();
  await until(() => seat.state.value === 'live' && seat.sending.value === 0);
  expect(seat.complaint.value).toBe('');
  await until(() => seat.view.value?.seat?.taken.length === 1);
  expect(seat.view.value?.seat?.taken[0]).toMatchObject({ title: decision?.title, by: 'seat' });
});

test('what is plain to be refused is not sent', async () => {
  const control = await hosted();
  const seat = await enter(control, 'american');
  expect(seat.decide('d1', 'any', '')?.key).toBe('room.refused.notNow');
  expect(control.decide('d1', 'any', '')?.key).toBe('room.refused.notYours');
  control.give({ type: 'pause', reason: 'Coffee' });
  await until(() => seat.view.value?.stage.paused === 'Coffee');
  expect(seat.decide('d1', 'any', '')?.key).toBe('room.refused.paused');
  expect([seat.sending.value, control.sending.value]).toEqual([0, 0]);
});

test('a refusal is told in words, and the next thing asked for clears it', async () => {
  const seat = await enter(await hosted(), 'american');
  seat.give({ type: 'close' });
  await until(() => seat.sending.value === 0);
  expect(seat.complaint.value).toBe('That is not yours to ask');
});

test('a window that is opened again with its ticket is in its seat; one whose ticket was taken back is outside, and is told', async () => {
  const control = await hosted();
  const ticket = ticketKeeper();
  await enter(control, 'japanese', ticket);
  const again = place(ticket);
  await until(() => again.view.value?.seat?.card.seat === 'japanese');
  await until(() => control.devices.value.some(({ role, here }) => role.seat === 'japanese' && here));
  control.dismiss(control.devices.value.find(({ role }) => role.seat === 'japanese')?.ticket ?? '');
  await until(() => !again.here.value);
  expect(again.complaint.value).toContain('taken this device’s ticket back');
  expect(ticket.get()).toBeNull();
});

test('a ticket that the host does not know leads back to the door', async () => {
  const ticket = ticketKeeper();
  ticket.put('never.given');
  const table = place(ticket);
  await until(() => !table.here.value);
  expect(table.complaint.value).toContain('not known here any more');
  await table.comeIn(new RoomDoor(served.url).join('NOSUCH'));
  expect(table.complaint.value).toBe('No exercise has that code. Ask control for the code of your seat.');
  await table.comeIn(new RoomDoor('http://127.0.0.1:9').join('NOSUCH'));
  expect(table.complaint.value).toContain('does not answer');
});

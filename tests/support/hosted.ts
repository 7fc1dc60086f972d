/** A host for tests: a room of a definition opened over plain requests, and devices sent to its doors. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Definition } from '../../src/core/model/scenario.ts';
import type { Admitted, Door, Opened } from '../../src/exercise/room-wire.ts';
import type { Library } from '../../src/files/bundle.ts';

/** Definitions that share their coalition and policy. */
export const libraryOf = (first: Definition, ...others: readonly Definition[]): Library => ({
  scenarios: [first, ...others].map(({ scenario, access }) => ({ scenario, access })),
  coalitions: [first.coalition],
  policies: [first.policy],
});

/** A folder of its own, to be thrown away. */
export function freshFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'say-do-host-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export const post = (url: string, body: unknown, key?: string): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key === undefined ? {} : { authorization: `Bearer ${key}` }) },
    body: JSON.stringify(body),
  });

async function posted<T>(url: string, body: unknown, key?: string): Promise<T> {
  const response = await post(url, body, key);
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}

/** Opens a room in which every seat is held. */
export const openRoom = (url: string, key: string, { scenario, policy }: Definition): Promise<Opened> => {
  const held = scenario.seats.map(({ id }) => id);
  return posted(`${url}/api/host`, { scenario: scenario.id, policy: policy.id, seed: 'lively-otter-42', held }, key);
};

export const comeIn = (url: string, code: string): Promise<Admitted> => posted(`${url}/api/join`, { code });

/** The code of a seat, or of a role without one. */
export function codeFor(doors: readonly Door[], wanted: string): string {
  const door = doors.find(({ role }) => role.seat === wanted || role.kind === wanted);
  if (door === undefined) throw new Error(`no door for ${wanted}`);
  return door.code;
}

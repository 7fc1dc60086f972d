/** Ways in, over plain requests: by a code, or by the key that the host printed when it started. */
import type { Admitted, HostShelf, Opened } from '../../exercise/room-wire.ts';
import { say } from '../../words/index.ts';

export interface RoomWish {
  readonly scenario: string;
  /** A shorter way through it. */
  readonly cut: string | null;
  readonly policy: string;
  readonly seed: string;
  readonly held: readonly string[];
}

/** What was asked for, or why not, in words. */
export type Asked<T> = { readonly got: T } | { readonly why: string };

export class RoomDoor {
  /** Where the host is; nothing stands at its end. */
  private readonly origin: string;

  constructor(origin: string) {
    this.origin = origin;
  }

  join(code: string): Promise<Asked<Admitted>> {
    return this.ask('/api/join', { body: { code } });
  }

  shelf(key: string): Promise<Asked<HostShelf>> {
    return this.ask('/api/host', { key });
  }

  open(key: string, wish: RoomWish): Promise<Asked<Opened>> {
    return this.ask('/api/host', { key, body: wish });
  }

  takeControl(key: string, room: string): Promise<Asked<Admitted>> {
    return this.ask(`/api/host/${encodeURIComponent(room)}`, { key, body: {} });
  }

  private async ask<T>(path: string, { key, body }: { key?: string; body?: object }): Promise<Asked<T>> {
    try {
      const response = await fetch(this.origin + path, {
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const answer = (await response.json()) as T & { readonly why?: string };
      if (response.ok) return { got: answer };
      return { why: answer.why ?? say(response.status === 429 ? 'room.refused.tooFast' : 'join.unreachable') };
    } catch {
      return { why: say('join.unreachable') };
    }
  }
}

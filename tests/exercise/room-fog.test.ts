/** Law 7 for a room: for as long as two worlds show a seat the same, everything that leaves the room for it is the same bytes. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Definition } from '../../src/core/model/scenario.ts';
import type { Role } from '../../src/exercise/roles.ts';
import { CONTROL } from '../../src/exercise/roles.ts';
import { Room } from '../../src/exercise/room.ts';
import type { RoomCommand } from '../../src/exercise/room-command.ts';
import { publicSetting } from '../../src/exercise/room-wire.ts';
import { definitions, nobody, seeds, Tape, tapes, times } from '../support/generate.ts';
import { seatIds } from '../support/generate-tasks.ts';
import { otherwise } from '../support/variants-hidden.ts';

const MOVES = 4;

const inMoves = (definition: Definition): Definition => ({
  ...definition,
  scenario: {
    ...definition.scenario,
    moves: Array.from({ length: MOVES }, (_, i) => ({
      id: `m${i}`,
      title: `Move ${i}`,
      until: Math.floor((definition.scenario.lasts * (i + 1)) / MOVES),
      minutes: 10,
    })),
  },
});

interface Sent {
  /** What the seat's own view is made of. */
  readonly seat: string;
  /** Everything that leaves for it at this step, answers included. */
  readonly left: string;
}

/** The same commands in the same order, whatever the world: what each seat is sent. */
function sent(definition: Definition, seed: string): ReadonlyMap<string, readonly Sent[]> {
  const room = new Room({ definition, choice: { ...nobody(seed), held: [...seatIds] } });
  const cells = seatIds.map((seat) => ({ role: { kind: 'cell', seat } as Role, seat, log: [] as Sent[] }));
  let n = 0;
  const give = (role: Role, command: RoomCommand) => room.take({ role, id: `command-${n++}`, command });
  const note = (answers: ReadonlyMap<string, string>): void => {
    for (const { role, seat, log } of cells) {
      const view = room.viewFor(role);
      const left = JSON.stringify([publicSetting(definition), view, answers.get(seat)]);
      log.push({ seat: JSON.stringify(view.seat), left });
    }
  };
  for (let move = 0; move < MOVES; move++) {
    give(CONTROL, { type: 'brief' });
    give(CONTROL, { type: 'deliberate' });
    const at = room.viewFor(CONTROL).stage.now;
    const answers = cells.map(({ role, seat }) => {
      const tries = ['d1', 'd2', 'd3', 'd999'].map((decision) =>
        give(role, { type: 'decide', at, decision, option: 'no', reason: '' }),
      );
      return [seat, JSON.stringify(tries)] as const;
    });
    note(new Map(answers));
    give(CONTROL, { type: 'resolve', until: 'moveEnd' });
    note(new Map());
  }
  return new Map(cells.map(({ seat, log }) => [seat, log]));
}

test('a seat is sent the same for as long as it sees the same, however else the world goes', () => {
  let same = 0;
  let apart = 0;
  fc.assert(
    fc.property(definitions(), seeds(), tapes(400), (drawn, seed, numbers) => {
      const definition = inMoves(drawn);
      const [other, { seed: otherSeed }] = otherwise(definition, nobody(seed), new Tape(numbers));
      const [here, there] = [sent(definition, seed), sent(other, otherSeed)];
      for (const seat of seatIds) {
        for (const [i, one] of (here.get(seat) as readonly Sent[]).entries()) {
          const two = there.get(seat)?.[i] as Sent;
          if (one.seat !== two.seat) {
            apart++;
            break;
          }
          expect(two.left, `${seat} at step ${i}`).toBe(one.left);
          same++;
        }
      }
    }),
    times(25, 800),
  );
  expect(same).toBeGreaterThan(200);
  expect(apart).toBeGreaterThan(5);
});

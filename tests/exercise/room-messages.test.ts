/** Whatever is sent to a room, by whomever: it is obeyed, or it is refused and has changed nothing; it never throws. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Role } from '../../src/exercise/roles.ts';
import type { SentCommand } from '../../src/exercise/room-command.ts';
import { sentCommandSchema } from '../../src/exercise/room-command.ts';
import { times } from '../support/generate.ts';
import { PlayedRoom } from '../support/room-play.ts';

const played = new PlayedRoom();
played.until('deliberation');
while (played.seats.every((seat) => played.room.viewFor(seat).seat?.decisions.length === 0))
  played.give(played.control, { type: 'resolve', until: 'nextQuestion' });

const types = [
  'brief',
  'deliberate',
  'resolve',
  'hotWash',
  'close',
  'pause',
  'resume',
  'decide',
  'constructor',
  'look',
];
const options = played.seats.flatMap((seat) =>
  (played.room.viewFor(seat).seat?.decisions ?? []).flatMap((decision) => decision.options.map(({ id }) => id)),
);
/** Of the right shape now and then, with something wrong in it most of the time. */
const command = fc.record(
  {
    type: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...types) }, fc.string()),
    until: fc.oneof(fc.constantFrom('moveEnd', 'nextQuestion'), fc.anything()),
    at: fc.oneof(fc.constant(played.room.viewFor(played.control).stage.now), fc.integer(), fc.double()),
    decision: fc.oneof(fc.constantFrom('d0', 'd1', 'd2', 'd999', '__proto__'), fc.string()),
    option: fc.oneof(fc.constantFrom(...options, 'toString'), fc.string()),
    reason: fc.oneof(fc.constant('<script>alert(1)</script>'), fc.string({ maxLength: 700 })),
    seat: fc.string(),
  },
  { requiredKeys: ['type'] },
);
const message = fc.oneof(
  fc.anything(),
  fc.record({ id: fc.oneof(fc.stringMatching(/^[\w-]{8,40}$/), fc.string()), command: fc.oneof(command, tidied()) }),
);

/** Only what its type asks for, so that it is well-formed. */
function tidied(): fc.Arbitrary<object> {
  return command.map(({ type, until, at, decision, option, reason }) => {
    if (type === 'resolve') return { type, until };
    if (type === 'pause') return { type, reason };
    return type === 'decide' ? { type, at, decision, option, reason } : { type };
  });
}

test('a message of any kind from any role is obeyed, or refused without a trace', () => {
  const roles: readonly Role[] = played.everybody;
  const became = { malformed: 0, refused: 0, accepted: 0 };
  const everything = (room: PlayedRoom['room']): string =>
    JSON.stringify([room.viewFor({ kind: 'control', seat: null }), ...played.seats.map((seat) => room.viewFor(seat))]);
  let room = played.room;
  let before = everything(room);
  fc.assert(
    fc.property(message, fc.constantFrom(...roles), (sent, role) => {
      const parsed = sentCommandSchema.safeParse(sent);
      if (!parsed.success) {
        became.malformed++;
        return;
      }
      const { type } = room.take({ role, ...(parsed.data as SentCommand) });
      if (type === 'refused') {
        became.refused++;
        expect(everything(room)).toBe(before);
        return;
      }
      became.accepted++;
      // Played on from the same moment, so that there is always something to refuse.
      room = played.again();
      before = everything(room);
    }),
    times(2_000, 100_000),
  );
  expect(became.malformed).toBeGreaterThan(300);
  expect(became.refused).toBeGreaterThan(100);
  expect(became.accepted).toBeGreaterThan(5);
});

/** A room without any transport: who may do what and when, and that its journal is all there is to it. */
import { describe, expect, test } from 'vitest';
import { cycleAlphabet } from '../../src/exercise/cycle.machine.ts';
import type { Phase } from '../../src/exercise/cycle.ts';
import { phaseAfter } from '../../src/exercise/cycle.ts';
import type { Role } from '../../src/exercise/roles.ts';
import { Room } from '../../src/exercise/room.ts';
import type { RoomCommand } from '../../src/exercise/room-command.ts';
import { nextForSeat, openingOf, PlayedRoom } from '../support/room-play.ts';

const answerOf = (played: PlayedRoom, seat: Role): RoomCommand => {
  const command = nextForSeat(played.room.viewFor(seat));
  if (command === null) throw new Error('nothing waits for that seat');
  return command;
};

/** A room in deliberation with a question waiting, and the seat that it waits for. */
function asked(): { played: PlayedRoom; seat: Role; other: Role } {
  const played = new PlayedRoom();
  played.until('deliberation');
  for (;;) {
    const seat = played.seats.find((one) => nextForSeat(played.room.viewFor(one)) !== null);
    const other = played.seats.find((one) => one !== seat);
    if (seat !== undefined && other !== undefined) return { played, seat, other };
    if (played.give(played.control, { type: 'resolve', until: 'nextQuestion' }) !== undefined) throw new Error('stuck');
  }
}

test('the cycle goes from move to move and ends in the hot-wash', () => {
  const phases: Phase[] = ['setUp', 'briefing', 'deliberation', 'resolution', 'review', 'hotWash', 'closed'];
  const ways = phases.flatMap((phase) =>
    cycleAlphabet.flatMap(({ type }) => {
      const next = phaseAfter(phase, type);
      return next === undefined ? [] : [`${phase} ${type} ${next}`];
    }),
  );
  expect(ways).toEqual([
    'setUp BRIEF briefing',
    'setUp CLOSE closed',
    'briefing DELIBERATE deliberation',
    'briefing HOT_WASH hotWash',
    'deliberation RESOLVE resolution',
    'deliberation HOT_WASH hotWash',
    'resolution ASKED deliberation',
    'resolution MOVE_ENDED review',
    'review BRIEF briefing',
    'review HOT_WASH hotWash',
    'hotWash CLOSE closed',
  ]);
});

describe('a room played through', () => {
  const played = new PlayedRoom();
  const moves: string[] = [];
  while (played.step()) {
    const { stage } = played.room.viewFor(played.control);
    if (stage.phase === 'review') moves.push(`${stage.move?.number} of ${stage.move?.of} at ${stage.now}`);
  }

  test('goes through its moves, each to its end', () => {
    expect(moves).toEqual(['1 of 2 at 28800', '2 of 2 at 86400']);
    expect(played.room.viewFor(played.control).stage).toMatchObject({ phase: 'closed', ended: true });
  });

  test('waited for the answer of a held seat to every question', () => {
    const taken = played.seats.flatMap((seat) => played.room.viewFor(seat).seat?.taken ?? []);
    expect(taken.length).toBeGreaterThan(2);
    expect(taken.filter(({ by }) => by !== 'seat')).toEqual([]);
  });

  test('is built anew from its journal, as far as that goes, to the same digest and views', () => {
    const again = new PlayedRoom();
    const views = () => again.everybody.map((role) => again.room.viewFor(role));
    for (const [i, entry] of played.journal.entries()) {
      again.room.take(entry);
      if (i % 4 !== 0 && i !== played.journal.length - 1) continue;
      const rebuilt = new Room(openingOf(), played.journal.slice(0, i + 1));
      expect(rebuilt.digest).toBe(again.room.digest);
      expect(again.everybody.map((role) => rebuilt.viewFor(role))).toEqual(views());
    }
    expect(again.room.digest).toBe(played.room.digest);
  });

  test('will not be built from a journal that does not fit it', () => {
    const [, ...rest] = played.journal;
    expect(() => new Room(openingOf(), rest)).toThrow('entry 1 of');
  });
});

describe('a seat', () => {
  test('is refused what is hidden as it is refused what there is not', () => {
    const { played, seat, other } = asked();
    const own = answerOf(played, seat);
    const before = played.room.digest;
    const tries = [
      played.give(other, own),
      played.give(other, { ...own, decision: 'd999' } as RoomCommand),
      played.give(other, { ...own, decision: 'whom-to-tell' } as RoomCommand),
      played.give(seat, { ...own, option: 'no-such-option' } as RoomCommand),
    ];
    expect(tries).toEqual(Array(4).fill('refused.not-open'));
    expect(played.room.digest).toBe(before);
  });

  test('may not lead, and control may not answer for it', () => {
    const { played, seat } = asked();
    const lead: RoomCommand[] = [
      { type: 'brief' },
      { type: 'deliberate' },
      { type: 'resolve', until: 'moveEnd' },
      { type: 'hotWash' },
      { type: 'close' },
      { type: 'pause', reason: 'mine' },
      { type: 'resume' },
    ];
    for (const command of lead) expect(played.give(seat, command)).toBe('room.refused.notYours');
    expect(played.give(played.control, answerOf(played, seat))).toBe('room.refused.notYours');
  });

  test('answers in deliberation only, and to the clock that it was looking at', () => {
    const { played, seat } = asked();
    const own = answerOf(played, seat);
    expect(played.give(seat, { ...own, at: 1 } as RoomCommand)).toBe('room.refused.clockMoved');
    expect(played.give(seat, own)).toBeUndefined();
    expect(played.give(seat, own)).toBe('refused.not-open');
    played.until('review');
    expect(played.give(seat, own)).toBe('room.refused.notNow');
  });

  test('is shown its own view and what is public, and nothing of control’s', () => {
    const { played, seat, other } = asked();
    const { stage, ...rest } = played.room.viewFor(other);
    expect(rest).toEqual({ seat: played.room.viewFor(played.control, other.seat).seat, curtain: null, control: null });
    expect(Object.keys(stage).sort()).toEqual(['ended', 'move', 'now', 'paused', 'phase']);
    expect(played.room.viewFor(other, seat.seat)).toEqual(played.room.viewFor(other));
  });
});

test('while a room is paused nothing goes on, and everybody is told why', () => {
  const { played, seat } = asked();
  expect(played.give(played.control, { type: 'pause', reason: 'Coffee' })).toBeUndefined();
  expect(played.everybody.map((role) => played.room.viewFor(role).stage.paused)).toEqual(
    played.everybody.map(() => 'Coffee'),
  );
  expect(played.give(seat, answerOf(played, seat))).toBe('room.refused.paused');
  expect(played.give(played.control, { type: 'resolve', until: 'moveEnd' })).toBe('room.refused.paused');
  expect(played.give(played.control, { type: 'pause', reason: 'Again' })).toBe('room.refused.paused');
  expect(played.give(played.control, { type: 'resume' })).toBeUndefined();
  expect(played.give(played.control, { type: 'resume' })).toBe('room.refused.notNow');
  expect(played.give(seat, answerOf(played, seat))).toBeUndefined();
});

test('a command that comes twice is obeyed once, and the same name from another role is another command', () => {
  const { played, seat } = asked();
  const entry = { role: seat, id: 'once-only', command: answerOf(played, seat) };
  expect(played.room.take(entry).type).toBe('accepted');
  expect(new Room(openingOf(), [...played.journal, entry]).take(entry).type).toBe('repeated');
  const after = played.room.digest;
  expect(played.room.take(entry).type).toBe('repeated');
  expect(played.room.digest).toBe(after);
  expect(played.room.take({ ...entry, role: played.control, command: { type: 'hotWash' } }).type).toBe('accepted');
});

test('the end of a move can be gone to past open questions, which then take their defaults', () => {
  const { played, seat } = asked();
  const title = played.room.viewFor(seat).seat?.decisions[0]?.title;
  expect(played.give(played.control, { type: 'resolve', until: 'moveEnd' })).toBeUndefined();
  const { stage, seat: view } = played.room.viewFor(seat);
  expect(stage).toMatchObject({ phase: 'review', now: 28_800 });
  expect(view?.taken.find((one) => one.title === title)?.by).toBe('default');
});

/** The cycle of an exercise, as control leads it: a move is briefed, thought over, resolved and looked back on, then the next; last comes the hot-wash. */
import { setup } from 'xstate';

export const cycleAlphabet = [
  { type: 'BRIEF' },
  { type: 'DELIBERATE' },
  { type: 'RESOLVE' },
  { type: 'ASKED' },
  { type: 'MOVE_ENDED' },
  { type: 'HOT_WASH' },
  { type: 'CLOSE' },
] as const;
export type CycleEvent = (typeof cycleAlphabet)[number];

/** Game time passes in `resolution` and nowhere else. */
export const cycleMachine = setup({ types: { events: {} as CycleEvent } }).createMachine({
  id: 'exercise',
  initial: 'setUp',
  states: {
    setUp: { on: { BRIEF: 'briefing', CLOSE: 'closed' } },
    briefing: { on: { DELIBERATE: 'deliberation', HOT_WASH: 'hotWash' } },
    deliberation: { on: { RESOLVE: 'resolution', HOT_WASH: 'hotWash' } },
    /** Stopped short, because a seat was asked something, or gone to the move's end. */
    resolution: { on: { ASKED: 'deliberation', MOVE_ENDED: 'review' } },
    review: { on: { BRIEF: 'briefing', HOT_WASH: 'hotWash' } },
    hotWash: { on: { CLOSE: 'closed' } },
    closed: { type: 'final' },
  },
});

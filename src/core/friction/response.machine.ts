/** How far the coalition's answer to one incident has come: a summary, moved by the milestones of its task graph. */
import { setup } from 'xstate';

export const responseAlphabet = [
  { type: 'NOTICED' },
  { type: 'UNDERSTOOD' },
  { type: 'DECIDED' },
  { type: 'ACTING' },
  { type: 'CLOSED' },
  { type: 'OVERTAKEN' },
] as const;
export type ResponseEvent = (typeof responseAlphabet)[number];

/** A later milestone may be reached first: somebody acts before anybody understands. An earlier one then changes nothing. */
export const responseMachine = setup({ types: { events: {} as ResponseEvent } }).createMachine({
  id: 'response',
  initial: 'unseen',
  on: { CLOSED: { target: '.closed' }, OVERTAKEN: { target: '.overtaken' } },
  states: {
    unseen: {
      on: {
        NOTICED: { target: 'noticed' },
        UNDERSTOOD: { target: 'understood' },
        DECIDED: { target: 'decided' },
        ACTING: { target: 'acting' },
      },
    },
    noticed: {
      on: { UNDERSTOOD: { target: 'understood' }, DECIDED: { target: 'decided' }, ACTING: { target: 'acting' } },
    },
    understood: { on: { DECIDED: { target: 'decided' }, ACTING: { target: 'acting' } } },
    decided: { on: { ACTING: { target: 'acting' } } },
    acting: {},
    closed: { type: 'final' },
    overtaken: { type: 'final' },
  },
});

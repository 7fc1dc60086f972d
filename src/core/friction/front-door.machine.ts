/** Whose job is it? A request or a product seeks the desk that owns it, in a house where several desks nearly do. */
import { assign, setup } from 'xstate';
import { dropWork, startWork } from './work.ts';

/** Every event with every payload. */
export const frontDoorAlphabet = [
  { type: 'FOUND' },
  { type: 'ANSWERED', reply: 'received' },
  { type: 'ANSWERED', reply: 'redirected' },
  { type: 'ANSWERED', reply: 'disputed' },
  { type: 'SETTLED', owner: 'somebody' },
  { type: 'SETTLED', owner: 'nobody' },
  { type: 'ORDERED' },
  { type: 'OVERTAKEN' },
] as const;
export type FrontDoorEvent = (typeof frontDoorAlphabet)[number];
export type FrontDoorWork = 'seek' | 'knock' | 'settle' | 'escalate';

/** After this many wrong doors somebody takes it up the chain. */
const PATIENCE = 2;

export const frontDoorMachine = setup({
  types: { context: {} as { misroutes: number }, events: {} as FrontDoorEvent },
  actions: {
    startWork: (_, _work: FrontDoorWork) => {},
    dropWork: (_, _work: FrontDoorWork) => {},
    countMisroute: assign({ misroutes: ({ context }) => context.misroutes + 1 }),
  },
  guards: {
    isReceived: ({ event }) => event.type === 'ANSWERED' && event.reply === 'received',
    isDisputed: ({ event }) => event.type === 'ANSWERED' && event.reply === 'disputed',
    isOwned: ({ event }) => event.type === 'SETTLED' && event.owner === 'somebody',
    hasPatience: ({ context }) => context.misroutes < PATIENCE,
  },
}).createMachine({
  id: 'front-door',
  context: { misroutes: 0 },
  initial: 'seeking',
  on: { OVERTAKEN: { target: '.lapsed' } },
  states: {
    seeking: { entry: startWork('seek'), exit: dropWork('seek'), on: { FOUND: { target: 'knocking' } } },
    knocking: {
      entry: startWork('knock'),
      exit: dropWork('knock'),
      on: {
        ANSWERED: [
          { guard: 'isReceived', target: 'received' },
          { guard: 'isDisputed', target: 'disputed' },
          { guard: 'hasPatience', target: 'misrouted', actions: 'countMisroute' },
          { target: 'escalated' },
        ],
      },
    },
    misrouted: { entry: startWork('seek'), exit: dropWork('seek'), on: { FOUND: { target: 'knocking' } } },
    disputed: {
      entry: startWork('settle'),
      exit: dropWork('settle'),
      on: { SETTLED: [{ guard: 'isOwned', target: 'received' }, { target: 'escalated' }] },
    },
    escalated: { entry: startWork('escalate'), exit: dropWork('escalate'), on: { ORDERED: { target: 'received' } } },
    received: { type: 'final' },
    lapsed: { type: 'final' },
  },
});

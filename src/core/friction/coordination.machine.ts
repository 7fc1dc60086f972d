/** Are we saying the same thing? One staff brings another to one line, and mends it when it splits. */
import { assign, setup } from 'xstate';
import { dropWork, startWork } from './work.ts';

export const coordinationAlphabet = [
  { type: 'CONVENED' },
  { type: 'ALIGNED', result: 'agreed' },
  { type: 'ALIGNED', result: 'split' },
  { type: 'MENDED', result: 'mended' },
  { type: 'MENDED', result: 'broken' },
  { type: 'OVERTAKEN' },
] as const;
export type CoordinationEvent = (typeof coordinationAlphabet)[number];
export type CoordinationWork = 'convene' | 'align' | 'mend';

/** Splits that are taken up again; after the next one nobody tries. */
const ROUNDS = 2;

export const coordinationMachine = setup({
  types: { context: {} as { splits: number }, events: {} as CoordinationEvent },
  actions: {
    startWork: (_, _work: CoordinationWork) => {},
    dropWork: (_, _work: CoordinationWork) => {},
    countSplit: assign({ splits: ({ context }) => context.splits + 1 }),
  },
  guards: {
    isAgreed: ({ event }) => event.type === 'ALIGNED' && event.result === 'agreed',
    isMended: ({ event }) => event.type === 'MENDED' && event.result === 'mended',
    mayMend: ({ context }) => context.splits < ROUNDS,
  },
}).createMachine({
  id: 'coordination',
  context: { splits: 0 },
  initial: 'convening',
  on: { OVERTAKEN: { target: '.overtaken' } },
  states: {
    convening: { entry: startWork('convene'), exit: dropWork('convene'), on: { CONVENED: { target: 'aligning' } } },
    aligning: {
      entry: startWork('align'),
      exit: dropWork('align'),
      on: {
        ALIGNED: [
          { guard: 'isAgreed', target: 'agreed' },
          { guard: 'mayMend', target: 'split', actions: 'countSplit' },
          { target: 'apart' },
        ],
      },
    },
    split: {
      entry: startWork('mend'),
      exit: dropWork('mend'),
      on: { MENDED: [{ guard: 'isMended', target: 'aligning' }, { target: 'apart' }] },
    },
    agreed: { type: 'final' },
    apart: { type: 'final' },
    overtaken: { type: 'final' },
  },
});

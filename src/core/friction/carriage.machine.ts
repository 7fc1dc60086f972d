/** Can it get there? A path between networks that may not meet, people who look at it or type it in again, and a format at the end. */
import { assign, setup } from 'xstate';
import { dropWork, startWork } from './work.ts';

export const carriageAlphabet = [
  { type: 'PATH_CHOSEN', path: 'automated' },
  { type: 'PATH_CHOSEN', path: 'reviewed' },
  { type: 'PATH_CHOSEN', path: 'manual' },
  { type: 'PATH_CHOSEN', path: 'none' },
  { type: 'LOOKED_OVER', verdict: 'passed' },
  { type: 'LOOKED_OVER', verdict: 'returned' },
  { type: 'SENT', arrival: 'whole' },
  { type: 'SENT', arrival: 'garbled' },
  { type: 'REKEYED' },
  { type: 'CONVERTED' },
  { type: 'OVERTAKEN' },
] as const;
export type CarriageEvent = (typeof carriageAlphabet)[number];
export type CarriageWork = 'choosePath' | 'humanReview' | 'send' | 'rekey' | 'convert';

/** So many times is it sent again before the path is given up. */
const RETRIES = 2;

export const carriageMachine = setup({
  types: { context: {} as { retries: number; byHand: boolean }, events: {} as CarriageEvent },
  actions: {
    startWork: (_, _work: CarriageWork) => {},
    dropWork: (_, _work: CarriageWork) => {},
    countRetry: assign({ retries: ({ context }) => context.retries + 1 }),
    goByHand: assign({ byHand: true }),
  },
  guards: {
    isAutomated: ({ event }) => event.type === 'PATH_CHOSEN' && event.path === 'automated',
    isReviewed: ({ event }) => event.type === 'PATH_CHOSEN' && event.path === 'reviewed',
    isManual: ({ event }) => event.type === 'PATH_CHOSEN' && event.path === 'manual',
    hasPassed: ({ event }) => event.type === 'LOOKED_OVER' && event.verdict === 'passed',
    isWholeByHand: ({ event, context }) => event.type === 'SENT' && event.arrival === 'whole' && context.byHand,
    isWhole: ({ event }) => event.type === 'SENT' && event.arrival === 'whole',
    mayRetry: ({ context }) => context.retries < RETRIES,
  },
}).createMachine({
  id: 'carriage',
  context: { retries: 0, byHand: false },
  initial: 'choosingPath',
  on: { OVERTAKEN: { target: '.failed' } },
  states: {
    choosingPath: {
      entry: startWork('choosePath'),
      exit: dropWork('choosePath'),
      on: {
        PATH_CHOSEN: [
          { guard: 'isAutomated', target: 'sending' },
          { guard: 'isReviewed', target: 'humanReview' },
          { guard: 'isManual', target: 'sending', actions: 'goByHand' },
          { target: 'failed' },
        ],
      },
    },
    humanReview: {
      entry: startWork('humanReview'),
      exit: dropWork('humanReview'),
      on: {
        LOOKED_OVER: [
          { guard: 'hasPassed', target: 'sending' },
          { guard: 'mayRetry', target: 'humanReview', reenter: true, actions: 'countRetry' },
          { target: 'failed' },
        ],
      },
    },
    sending: {
      entry: startWork('send'),
      exit: dropWork('send'),
      on: {
        SENT: [
          { guard: 'isWholeByHand', target: 'rekeying' },
          { guard: 'isWhole', target: 'converting' },
          { guard: 'mayRetry', target: 'sending', reenter: true, actions: 'countRetry' },
          { target: 'failed' },
        ],
      },
    },
    rekeying: { entry: startWork('rekey'), exit: dropWork('rekey'), on: { REKEYED: { target: 'converting' } } },
    converting: { entry: startWork('convert'), exit: dropWork('convert'), on: { CONVERTED: { target: 'ingested' } } },
    ingested: { type: 'final' },
    failed: { type: 'final' },
  },
});

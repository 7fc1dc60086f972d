/**
 * How far one nation relies on another, as its trust rises and falls. It takes more to come back than it took to leave:
 * each state is left downwards at one band and upwards only at the band above the next.
 */
import { setup } from 'xstate';

export const partnershipAlphabet = [
  { type: 'TRUST', band: 'high' },
  { type: 'TRUST', band: 'fair' },
  { type: 'TRUST', band: 'low' },
  { type: 'TRUST', band: 'lost' },
] as const;
export type PartnershipEvent = (typeof partnershipAlphabet)[number];

export const partnershipMachine = setup({
  types: { events: {} as PartnershipEvent },
  guards: {
    isHigh: ({ event }) => event.band === 'high',
    isFair: ({ event }) => event.band === 'fair',
    isLow: ({ event }) => event.band === 'low',
    isLost: ({ event }) => event.band === 'lost',
    isFairOrHigh: ({ event }) => event.band === 'fair' || event.band === 'high',
  },
}).createMachine({
  id: 'partnership',
  initial: 'watchful',
  states: {
    confident: {
      on: {
        TRUST: [
          { guard: 'isLost', target: 'withholding' },
          { guard: 'isLow', target: 'hedging' },
          { guard: 'isFair', target: 'watchful' },
        ],
      },
    },
    watchful: {
      on: {
        TRUST: [
          { guard: 'isLost', target: 'withholding' },
          { guard: 'isLow', target: 'hedging' },
          { guard: 'isHigh', target: 'confident' },
        ],
      },
    },
    hedging: {
      on: {
        TRUST: [
          { guard: 'isLost', target: 'withholding' },
          { guard: 'isHigh', target: 'watchful' },
        ],
      },
    },
    withholding: { on: { TRUST: [{ guard: 'isFairOrHigh', target: 'hedging' }] } },
  },
});

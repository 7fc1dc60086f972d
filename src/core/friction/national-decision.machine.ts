/** May we? What an ally's staff, lawyers and capital do with a question before their nation says yes, yes but, or no. */
import { assign, setup } from 'xstate';
import { dropWork, startWork } from './work.ts';

export const nationalDecisionAlphabet = [
  { type: 'ASSESSED', authority: 'within' },
  { type: 'ASSESSED', authority: 'legal' },
  { type: 'ASSESSED', authority: 'capital' },
  { type: 'REVIEWED', finding: 'lawful' },
  { type: 'REVIEWED', finding: 'unlawful' },
  { type: 'DECIDED', answer: 'consented' },
  { type: 'DECIDED', answer: 'caveated' },
  { type: 'DECIDED', answer: 'declined' },
  { type: 'OVERTAKEN' },
] as const;
export type NationalDecisionEvent = (typeof nationalDecisionAlphabet)[number];
export type NationalDecisionWork = 'assess' | 'review' | 'decide' | 'refer';

export const nationalDecisionMachine = setup({
  types: { context: {} as { beyond: boolean }, events: {} as NationalDecisionEvent },
  actions: {
    startWork: (_, _work: NationalDecisionWork) => {},
    dropWork: (_, _work: NationalDecisionWork) => {},
    goBeyond: assign({ beyond: true }),
  },
  guards: {
    isWithin: ({ event }) => event.type === 'ASSESSED' && event.authority === 'within',
    isForLawyers: ({ event }) => event.type === 'ASSESSED' && event.authority === 'legal',
    isBeyond: ({ context }) => context.beyond,
    isUnlawful: ({ event }) => event.type === 'REVIEWED' && event.finding === 'unlawful',
    isConsent: ({ event }) => event.type === 'DECIDED' && event.answer === 'consented',
    isCaveat: ({ event }) => event.type === 'DECIDED' && event.answer === 'caveated',
  },
}).createMachine({
  id: 'national-decision',
  context: { beyond: false },
  initial: 'assessing',
  on: { OVERTAKEN: { target: '.overtaken' } },
  states: {
    assessing: {
      entry: startWork('assess'),
      exit: dropWork('assess'),
      on: {
        ASSESSED: [
          { guard: 'isWithin', target: 'withinAuthority' },
          { guard: 'isForLawyers', target: 'legalReview' },
          // What only the capital may say, the lawyers see first.
          { target: 'legalReview', actions: 'goBeyond' },
        ],
      },
    },
    legalReview: {
      entry: startWork('review'),
      exit: dropWork('review'),
      on: {
        REVIEWED: [
          { guard: 'isUnlawful', target: 'declined' },
          { guard: 'isBeyond', target: 'referredToCapital' },
          { target: 'withinAuthority' },
        ],
      },
    },
    withinAuthority: {
      entry: startWork('decide'),
      exit: dropWork('decide'),
      on: {
        DECIDED: [
          { guard: 'isConsent', target: 'consented' },
          { guard: 'isCaveat', target: 'caveated' },
          { target: 'declined' },
        ],
      },
    },
    referredToCapital: {
      entry: startWork('refer'),
      exit: dropWork('refer'),
      on: {
        DECIDED: [
          { guard: 'isConsent', target: 'consented' },
          { guard: 'isCaveat', target: 'caveated' },
          { target: 'declined' },
        ],
      },
    },
    consented: { type: 'final' },
    caveated: { type: 'final' },
    declined: { type: 'final' },
    overtaken: { type: 'final' },
  },
});

/** May they have it? From marking, through delegation, originator and exception, to cleared, spoken or denied. */
import { assign, setup } from 'xstate';
import { dropWork, startWork } from './work.ts';

export const releaseAlphabet = [
  { type: 'MARKED', reach: 'releasable' },
  { type: 'MARKED', reach: 'restricted' },
  { type: 'MARKED', reach: 'originator' },
  { type: 'MARKED', reach: 'tear-line' },
  { type: 'MARKED', reach: 'oral' },
  { type: 'MARKED', reach: 'special-access' },
  { type: 'ORIGINATOR_ANSWERED', answer: 'agreed' },
  { type: 'ORIGINATOR_ANSWERED', answer: 'refused' },
  { type: 'DELEGATION_CHECKED', cover: 'covered' },
  { type: 'DELEGATION_CHECKED', cover: 'uncovered' },
  { type: 'REVIEWED', verdict: 'sound' },
  { type: 'REVIEWED', verdict: 'flawed' },
  { type: 'REVIEWED', verdict: 'tear-line' },
  { type: 'EXCEPTION_WEIGHED', verdict: 'granted' },
  { type: 'EXCEPTION_WEIGHED', verdict: 'refused' },
  { type: 'TEAR_LINE_MADE' },
  { type: 'SPOKEN', hearing: 'understood' },
  { type: 'SPOKEN', hearing: 'misheard' },
  { type: 'OVERTAKEN' },
] as const;
export type ReleaseEvent = (typeof releaseAlphabet)[number];
export type ReleaseWork =
  | 'mark'
  | 'askOriginator'
  | 'checkDelegation'
  | 'review'
  | 'weighException'
  | 'makeTearLine'
  | 'speak';

/** A flawed product goes back so often before it is refused. */
const RETURNS = 2;

export const releaseMachine = setup({
  types: { context: {} as { returns: number; form: 'full' | 'tear-line' | 'oral' }, events: {} as ReleaseEvent },
  actions: {
    startWork: (_, _work: ReleaseWork) => {},
    dropWork: (_, _work: ReleaseWork) => {},
    countReturn: assign({ returns: ({ context }) => context.returns + 1 }),
    becomeTearLine: assign({ form: 'tear-line' }),
    becomeOral: assign({ form: 'oral' }),
  },
  guards: {
    isReleasable: ({ event }) => event.type === 'MARKED' && event.reach === 'releasable',
    isForTearLine: ({ event }) => event.type === 'MARKED' && event.reach === 'tear-line',
    isTearLineAlready: ({ context }) => context.form === 'tear-line',
    isOral: ({ event }) => event.type === 'MARKED' && event.reach === 'oral',
    isSpecial: ({ event }) => event.type === 'MARKED' && event.reach === 'special-access',
    isUnderstood: ({ event }) => event.type === 'SPOKEN' && event.hearing === 'understood',
    isOriginators: ({ event }) => event.type === 'MARKED' && event.reach === 'originator',
    isAgreed: ({ event }) => event.type === 'ORIGINATOR_ANSWERED' && event.answer === 'agreed',
    isCovered: ({ event }) => event.type === 'DELEGATION_CHECKED' && event.cover === 'covered',
    isSound: ({ event }) => event.type === 'REVIEWED' && event.verdict === 'sound',
    wantsTearLine: ({ event }) => event.type === 'REVIEWED' && event.verdict === 'tear-line',
    isGranted: ({ event }) => event.type === 'EXCEPTION_WEIGHED' && event.verdict === 'granted',
    mayReturn: ({ context }) => context.returns < RETURNS,
  },
}).createMachine({
  id: 'release',
  context: { returns: 0, form: 'full' },
  initial: 'marking',
  on: { OVERTAKEN: { target: '.overtaken' } },
  states: {
    marking: {
      entry: startWork('mark'),
      exit: dropWork('mark'),
      on: {
        MARKED: [
          { guard: 'isReleasable', target: 'cleared' },
          { guard: 'isForTearLine', target: 'makingTearLine', actions: 'becomeTearLine' },
          { guard: 'isOral', target: 'oralOnly', actions: 'becomeOral' },
          { guard: 'isOriginators', target: 'awaitingOriginator' },
          // No delegation reaches it: only whoever holds the programme may except it.
          { guard: 'isSpecial', target: 'exception' },
          { target: 'checkingDelegation' },
        ],
      },
    },
    awaitingOriginator: {
      entry: startWork('askOriginator'),
      exit: dropWork('askOriginator'),
      on: { ORIGINATOR_ANSWERED: [{ guard: 'isAgreed', target: 'checkingDelegation' }, { target: 'denied' }] },
    },
    checkingDelegation: {
      entry: startWork('checkDelegation'),
      exit: dropWork('checkDelegation'),
      on: { DELEGATION_CHECKED: [{ guard: 'isCovered', target: 'underReview' }, { target: 'exception' }] },
    },
    underReview: {
      entry: startWork('review'),
      exit: dropWork('review'),
      on: {
        REVIEWED: [
          { guard: 'isSound', target: 'cleared' },
          { guard: 'wantsTearLine', target: 'makingTearLine' },
          { guard: 'mayReturn', target: 'underReview', reenter: true, actions: 'countReturn' },
          { target: 'denied' },
        ],
      },
    },
    exception: {
      entry: startWork('weighException'),
      exit: dropWork('weighException'),
      on: { EXCEPTION_WEIGHED: [{ guard: 'isGranted', target: 'cleared' }, { target: 'denied' }] },
    },
    makingTearLine: {
      entry: startWork('makeTearLine'),
      exit: dropWork('makeTearLine'),
      on: {
        TEAR_LINE_MADE: [
          { guard: 'isTearLineAlready', target: 'checkingDelegation' },
          { target: 'cleared', actions: 'becomeTearLine' },
        ],
      },
    },
    oralOnly: {
      entry: startWork('speak'),
      exit: dropWork('speak'),
      on: { SPOKEN: [{ guard: 'isUnderstood', target: 'cleared' }, { target: 'misheard' }] },
    },
    cleared: { type: 'final' },
    denied: { type: 'final' },
    misheard: { type: 'final' },
    overtaken: { type: 'final' },
  },
});

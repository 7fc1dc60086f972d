/** How long each piece of carriage takes, whose desk it needs, and how it may end. All of it is charged to interoperability. */
import type { CarriageEvent, CarriageWork } from './carriage.machine.ts';
import type { SmoothEnds, WorkTable } from './work.ts';
import { always, unless, workCharged } from './work.ts';

const work = workCharged<CarriageEvent>('interoperability');

export const carriageWork: WorkTable<CarriageWork, CarriageEvent> = ({ pair, from, to, classification }) => {
  const { path: paths, choosePath, send, humanReview, rekey, convert, garbled, returned } = pair.carriage;
  const path = typeof paths === 'string' ? paths : paths[classification];
  const looked = unless<CarriageEvent>(
    { type: 'LOOKED_OVER', verdict: 'passed' },
    { type: 'LOOKED_OVER', verdict: 'returned' },
    returned,
  );
  return {
    choosePath: work(from, 'gateway', choosePath, always({ type: 'PATH_CHOSEN', path })),
    humanReview: work(from, 'gateway', humanReview, looked),
    // On its way it is nobody's work.
    send: {
      cause: 'interoperability',
      at: null,
      takes: send,
      ends: unless({ type: 'SENT', arrival: 'whole' }, { type: 'SENT', arrival: 'garbled' }, garbled),
    },
    rekey: work(to, 'gateway', rekey, always({ type: 'REKEYED' })),
    convert: work(to, 'gateway', convert, always({ type: 'CONVERTED' })),
  };
};

export const carriageSmooth: SmoothEnds<CarriageWork, CarriageEvent> = {
  choosePath: { type: 'PATH_CHOSEN', path: 'automated' },
  humanReview: { type: 'LOOKED_OVER', verdict: 'passed' },
  send: { type: 'SENT', arrival: 'whole' },
  rekey: { type: 'REKEYED' },
  convert: { type: 'CONVERTED' },
};

/** How long each piece of carriage takes, whose desk it needs, and how it may end. All of it is charged to interoperability. */
import type { CarriageEvent, CarriageWork } from './carriage.machine.ts';
import type { WorkTable } from './work.ts';
import { always } from './work.ts';

export const carriageWork: WorkTable<CarriageWork, CarriageEvent> = ({ pair, from, to }) => {
  const { path, choosePath, send, humanReview, rekey, convert, garbled, returned } = pair.carriage;
  const meeting = { cause: 'interoperability' } as const;
  return {
    choosePath: {
      ...meeting,
      at: { organisation: from, role: 'gateway' },
      takes: choosePath,
      ends: always({ type: 'PATH_CHOSEN', path }),
    },
    humanReview: {
      ...meeting,
      at: { organisation: from, role: 'gateway' },
      takes: humanReview,
      ends: [
        { event: { type: 'LOOKED_OVER', verdict: 'passed' }, perMille: 1000 - returned.perMille },
        { event: { type: 'LOOKED_OVER', verdict: 'returned' }, perMille: returned.perMille },
      ],
    },
    send: {
      ...meeting,
      at: null,
      takes: send,
      ends: [
        { event: { type: 'SENT', arrival: 'whole' }, perMille: 1000 - garbled.perMille },
        { event: { type: 'SENT', arrival: 'garbled' }, perMille: garbled.perMille },
      ],
    },
    rekey: { ...meeting, at: { organisation: to, role: 'gateway' }, takes: rekey, ends: always({ type: 'REKEYED' }) },
    convert: {
      ...meeting,
      at: { organisation: to, role: 'gateway' },
      takes: convert,
      ends: always({ type: 'CONVERTED' }),
    },
  };
};

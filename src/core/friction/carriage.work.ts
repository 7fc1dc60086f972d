/** How long each piece of carriage takes, whose desk it needs, and how it may end. All of it is charged to interoperability. */
import type { CarriageEvent, CarriageWork } from './carriage.machine.ts';
import type { WorkTable } from './work.ts';
import { always, unless } from './work.ts';

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
      ends: unless({ type: 'LOOKED_OVER', verdict: 'passed' }, { type: 'LOOKED_OVER', verdict: 'returned' }, returned),
    },
    send: {
      ...meeting,
      at: null,
      takes: send,
      ends: unless({ type: 'SENT', arrival: 'whole' }, { type: 'SENT', arrival: 'garbled' }, garbled),
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

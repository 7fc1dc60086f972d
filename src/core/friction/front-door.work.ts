/** How long each piece of work at the front door takes, whose desk it needs, and how it may end. */
import type { FrontDoorEvent, FrontDoorWork } from './front-door.machine.ts';
import type { SmoothEnds, WorkTable } from './work.ts';
import { always, unless } from './work.ts';

export const frontDoorWork: WorkTable<FrontDoorWork, FrontDoorEvent> = ({
  pair,
  from,
  door,
  doorAuthority,
  agreed,
}) => {
  const { seek, knock, settle, escalate, misroute, dispute, disputeUnlessAgreed, nobody } = pair.frontDoor;
  const disputed = (agreed ? dispute : disputeUnlessAgreed).perMille;
  const disagreement = agreed ? 'unclear-roles' : 'no-agreed-end-state';
  return {
    seek: {
      at: { organisation: from, role: 'watch' },
      takes: seek,
      cause: 'unclear-roles',
      ends: always({ type: 'FOUND' }),
    },
    knock: {
      at: { organisation: door, role: 'front-door' },
      takes: knock,
      cause: 'unclear-roles',
      // What is left over stands in the middle: a higher chance of one of the others takes from it alone.
      ends: [
        { event: { type: 'ANSWERED', reply: 'redirected' }, perMille: misroute.perMille },
        { event: { type: 'ANSWERED', reply: 'received' }, perMille: 1000 - misroute.perMille - disputed },
        { event: { type: 'ANSWERED', reply: 'disputed' }, perMille: disputed },
      ],
    },
    settle: {
      at: { organisation: door, role: 'coordination' },
      takes: settle,
      cause: disagreement,
      ends: unless({ type: 'SETTLED', owner: 'somebody' }, { type: 'SETTLED', owner: 'nobody' }, nobody),
    },
    escalate: {
      at: { organisation: doorAuthority, role: 'decision' },
      takes: escalate,
      cause: disagreement,
      ends: always({ type: 'ORDERED' }),
    },
  };
};

export const frontDoorSmooth: SmoothEnds<FrontDoorWork, FrontDoorEvent> = {
  seek: { type: 'FOUND' },
  knock: { type: 'ANSWERED', reply: 'received' },
  settle: { type: 'SETTLED', owner: 'somebody' },
  escalate: { type: 'ORDERED' },
};

/**
 * How long each piece of coming to one line takes, whose desk it needs, and how it may end. Where the sharing matrix says nothing about the
 * partner, splits are as likely as the file says for that case, and mending them is charged to *no agreed end state*.
 */
import type { CoordinationEvent, CoordinationWork } from './coordination.machine.ts';
import type { Meeting, SmoothEnds, WorkTable } from './work.ts';
import { always, unless, workCharged } from './work.ts';

const work = workCharged<CoordinationEvent>('coordination');

export const coordinationWork: WorkTable<CoordinationWork, CoordinationEvent, Meeting> = (of) => {
  const { convener, partner, numbers, agreed } = of;
  const mending = agreed ? work : workCharged<CoordinationEvent>('no-agreed-end-state');
  return {
    convene: work(convener, 'coordination', numbers.convene, always({ type: 'CONVENED' })),
    align: work(
      partner,
      'coordination',
      numbers.align,
      unless<CoordinationEvent>(
        { type: 'ALIGNED', result: 'agreed' },
        { type: 'ALIGNED', result: 'split' },
        agreed ? numbers.splits : numbers.splitsUnlessAgreed,
      ),
    ),
    mend: mending(
      convener,
      'decision',
      numbers.mend,
      unless<CoordinationEvent>(
        { type: 'MENDED', result: 'mended' },
        { type: 'MENDED', result: 'broken' },
        numbers.broken,
      ),
    ),
  };
};

export const coordinationSmooth: SmoothEnds<CoordinationWork, CoordinationEvent> = {
  convene: { type: 'CONVENED' },
  align: { type: 'ALIGNED', result: 'agreed' },
  mend: { type: 'MENDED', result: 'mended' },
};

/** How long each piece of release work takes, whose desk it needs, and how it may end. All of it is charged to regulation. */
import type { ReleaseEvent, ReleaseWork } from './release.machine.ts';
import type { WorkTable } from './work.ts';
import { always, unless } from './work.ts';

export const releaseWork: WorkTable<ReleaseWork, ReleaseEvent> = (crossing) => {
  const { pair, from, exceptionAuthority, originator, covered, reach } = crossing;
  const { release } = pair;
  // What is a tear-line already is not written down twice.
  const tearLine = reach === 'tear-line' ? 0 : release.needsTearLine.perMille;
  const regulation = { cause: 'regulation' } as const;
  return {
    mark: {
      ...regulation,
      at: { organisation: from, role: 'watch' },
      takes: release.mark,
      ends: always({ type: 'MARKED', reach }),
    },
    askOriginator: {
      ...regulation,
      at: { organisation: originator, role: 'disclosure' },
      takes: release.askOriginator,
      ends: unless(
        { type: 'ORIGINATOR_ANSWERED', answer: 'agreed' },
        { type: 'ORIGINATOR_ANSWERED', answer: 'refused' },
        release.originatorRefuses,
      ),
    },
    checkDelegation: {
      ...regulation,
      at: { organisation: from, role: 'disclosure' },
      takes: release.checkDelegation,
      ends: always({ type: 'DELEGATION_CHECKED', cover: covered ? 'covered' : 'uncovered' }),
    },
    review: {
      ...regulation,
      at: { organisation: from, role: 'disclosure' },
      takes: release.review,
      ends: [
        { event: { type: 'REVIEWED', verdict: 'flawed' }, perMille: release.flawed.perMille },
        { event: { type: 'REVIEWED', verdict: 'sound' }, perMille: 1000 - release.flawed.perMille - tearLine },
        { event: { type: 'REVIEWED', verdict: 'tear-line' }, perMille: tearLine },
      ],
    },
    weighException: {
      ...regulation,
      at: { organisation: exceptionAuthority, role: 'disclosure' },
      takes: release.weighException,
      ends: unless(
        { type: 'EXCEPTION_WEIGHED', verdict: 'granted' },
        { type: 'EXCEPTION_WEIGHED', verdict: 'refused' },
        release.exceptionRefused,
      ),
    },
    makeTearLine: {
      ...regulation,
      at: { organisation: from, role: 'assessment' },
      takes: release.makeTearLine,
      ends: always({ type: 'TEAR_LINE_MADE' }),
    },
    speak: {
      ...regulation,
      at: { organisation: from, role: 'watch' },
      takes: release.speak,
      ends: always({ type: 'SPOKEN' }),
    },
  };
};

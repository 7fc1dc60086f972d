/** How long each piece of release work takes, whose desk it needs, and how it may end. All of it is charged to regulation. */
import type { ReleaseEvent, ReleaseWork } from './release.machine.ts';
import type { Crossing, SmoothEnds, WorkTable } from './work.ts';
import { always, unless, workCharged } from './work.ts';

const work = workCharged<ReleaseEvent>('regulation');

/** How often the authority says no: it has a yardstick, or none, or it is asked for what nobody may see. */
function refusals({ pair, agreed, reach }: Crossing): { readonly perMille: number } {
  const { exceptionRefused, exceptionRefusedUnlessAgreed, specialAccessRefused } = pair.release;
  if (reach === 'special-access') return specialAccessRefused ?? { perMille: 1000 };
  return agreed ? exceptionRefused : (exceptionRefusedUnlessAgreed ?? exceptionRefused);
}

export const releaseWork: WorkTable<ReleaseWork, ReleaseEvent> = (crossing) => {
  const { pair, from, exceptionAuthority, originator, covered, reach } = crossing;
  const { release } = pair;
  // What is a tear-line already is not written down twice.
  const tearLine = reach === 'tear-line' ? 0 : release.needsTearLine.perMille;
  const originatorAnswer = unless<ReleaseEvent>(
    { type: 'ORIGINATOR_ANSWERED', answer: 'agreed' },
    { type: 'ORIGINATOR_ANSWERED', answer: 'refused' },
    release.originatorRefuses,
  );
  const exception = unless<ReleaseEvent>(
    { type: 'EXCEPTION_WEIGHED', verdict: 'granted' },
    { type: 'EXCEPTION_WEIGHED', verdict: 'refused' },
    refusals(crossing),
  );
  const spoken = unless<ReleaseEvent>(
    { type: 'SPOKEN', hearing: 'understood' },
    { type: 'SPOKEN', hearing: 'misheard' },
    release.misheard ?? { perMille: 0 },
  );
  const cover = always<ReleaseEvent>({ type: 'DELEGATION_CHECKED', cover: covered ? 'covered' : 'uncovered' });
  return {
    mark: work(from, 'watch', release.mark, always({ type: 'MARKED', reach })),
    askOriginator: work(originator, 'disclosure', release.askOriginator, originatorAnswer),
    checkDelegation: work(from, 'disclosure', release.checkDelegation, cover),
    // What is left over stands in the middle: a higher chance of one of the others takes from it alone.
    review: work(from, 'disclosure', release.review, [
      { event: { type: 'REVIEWED', verdict: 'flawed' }, perMille: release.flawed.perMille },
      { event: { type: 'REVIEWED', verdict: 'sound' }, perMille: 1000 - release.flawed.perMille - tearLine },
      { event: { type: 'REVIEWED', verdict: 'tear-line' }, perMille: tearLine },
    ]),
    weighException: work(exceptionAuthority, 'disclosure', release.weighException, exception),
    makeTearLine: work(from, 'assessment', release.makeTearLine, always({ type: 'TEAR_LINE_MADE' })),
    speak: work(from, 'watch', release.speak, spoken),
  };
};

export const releaseSmooth: SmoothEnds<ReleaseWork, ReleaseEvent> = {
  mark: { type: 'MARKED', reach: 'releasable' },
  askOriginator: { type: 'ORIGINATOR_ANSWERED', answer: 'agreed' },
  checkDelegation: { type: 'DELEGATION_CHECKED', cover: 'covered' },
  review: { type: 'REVIEWED', verdict: 'sound' },
  weighException: { type: 'EXCEPTION_WEIGHED', verdict: 'granted' },
  makeTearLine: { type: 'TEAR_LINE_MADE' },
  speak: { type: 'SPOKEN', hearing: 'understood' },
};

/** How long each piece of a national decision takes, whose desk it needs, and how it may end. All of it is charged to national decision. */
import type { NationalDecisionEvent, NationalDecisionWork } from './national-decision.machine.ts';
import type { NationalQuestion, SmoothEnds, WorkRow, WorkTable } from './work.ts';
import { always, workCharged } from './work.ts';

const work = workCharged<NationalDecisionEvent>('national-decision');

/** Who must say it: the question's own kind sets the least; the staff may send it higher. */
function assessedEnds({ question, numbers }: NationalQuestion): WorkRow<NationalDecisionEvent>['ends'] {
  if (question === 'capital') return always({ type: 'ASSESSED', authority: 'capital' });
  const referred = numbers.referred.perMille;
  const legal = question === 'legal' ? 1000 - referred : numbers.legalAsked.perMille;
  // What is left over stands in the middle: a higher chance of one of the others takes from it alone.
  return [
    { event: { type: 'ASSESSED', authority: 'capital' }, perMille: referred },
    { event: { type: 'ASSESSED', authority: 'within' }, perMille: 1000 - referred - legal },
    { event: { type: 'ASSESSED', authority: 'legal' }, perMille: legal },
  ];
}

export const nationalDecisionWork: WorkTable<NationalDecisionWork, NationalDecisionEvent, NationalQuestion> = (of) => {
  const { asked, capital, numbers } = of;
  const { assess, decide, refer, legal, unlawful, caveated, declined } = numbers;
  const answers: WorkRow<NationalDecisionEvent>['ends'] = [
    { event: { type: 'DECIDED', answer: 'declined' }, perMille: declined.perMille },
    { event: { type: 'DECIDED', answer: 'consented' }, perMille: 1000 - declined.perMille - caveated.perMille },
    { event: { type: 'DECIDED', answer: 'caveated' }, perMille: caveated.perMille },
  ];
  return {
    assess: { ...work(asked, 'assessment', assess, assessedEnds(of)), stretched: true },
    review: work(asked, 'legal', legal, [
      { event: { type: 'REVIEWED', finding: 'lawful' }, perMille: 1000 - unlawful.perMille },
      { event: { type: 'REVIEWED', finding: 'unlawful' }, perMille: unlawful.perMille },
    ]),
    decide: { ...work(asked, 'decision', decide, answers), stretched: true },
    refer: { ...work(capital, 'decision', refer, answers), stretched: true },
  };
};

export const nationalDecisionSmooth: SmoothEnds<NationalDecisionWork, NationalDecisionEvent> = {
  assess: { type: 'ASSESSED', authority: 'within' },
  review: { type: 'REVIEWED', finding: 'lawful' },
  decide: { type: 'DECIDED', answer: 'consented' },
  refer: { type: 'DECIDED', answer: 'consented' },
};

/** Decisions: briefly when a person is asked, in full when one is taken. */
import type { Fact, FactOf } from '../core/model/facts.ts';
import { known } from '../core/model/setting.ts';
import type { DecideTask } from '../core/model/task.ts';
import { say } from '../words/index.ts';
import type { Clause, Tale } from './tale.ts';
import { momentOf, seatName } from './tale.ts';

type DecisionFact = FactOf<'DecisionOffered' | 'OptionOpened' | 'DecisionTaken' | 'DecisionWithdrawn'>;

/** A stand-in answers in the very second in which it is asked: then the answer alone is told. */
function answeredAtOnce(tale: Tale, { decision, at }: FactOf<'DecisionOffered'>): boolean {
  return tale.facts.some(
    (fact: Fact) =>
      fact.type === 'DecisionTaken' && fact.decision === decision && fact.at === at && fact.by === 'stand-in',
  );
}

/** A stand-in that waits before it answers is asked like anybody: where much is told, its answer alone is. */
const isStandInsMatter = (tale: Tale, decision: string): boolean =>
  tale.facts.some((fact) => fact.type === 'DecisionTaken' && fact.decision === decision && fact.by === 'stand-in');

function says(tale: Tale, fact: DecisionFact, task: DecideTask): string {
  const { title, question } = task;
  const optionOf = (id: string) => (task.options.find((option) => option.id === id)?.says ?? id).replace(/\.$/, '');
  switch (fact.type) {
    case 'DecisionOffered':
      return say('story.decision.offered', { title, question, deadline: momentOf(tale, fact.deadline) });
    case 'OptionOpened':
      return say('story.decision.opened', { title, option: optionOf(fact.option) });
    case 'DecisionWithdrawn':
      return say('story.decision.withdrawn', { title });
    default: {
      const args = { title, option: optionOf(fact.option), inForceAt: momentOf(tale, fact.inForceAt) };
      const isBrief = tale.worth.turnsOnly && fact.by === 'stand-in';
      const taken = say(isBrief ? 'story.decision.stand-in-briefly' : `story.decision.${fact.by}`, args);
      return fact.reason === '' ? taken : `${taken}; ${say('story.decision.reason', { reason: fact.reason })}`;
    }
  }
}

export function decisionTale(tale: Tale, fact: DecisionFact): Clause[] {
  const { task } = known(tale.setting.tasks, fact.decision);
  if (task.task !== 'decide') return [];
  if (fact.type === 'DecisionOffered' && answeredAtOnce(tale, fact)) return [];
  if (tale.worth.turnsOnly && fact.type !== 'DecisionTaken' && isStandInsMatter(tale, fact.decision)) return [];
  const tone = fact.type === 'DecisionTaken' ? 'decision' : 'plain';
  return [{ who: seatName(tale.setting, task.seat), says: says(tale, fact, task), tone, about: fact.decision }];
}

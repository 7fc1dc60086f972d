/** Decisions: briefly when a person is asked, in full when one is taken. */
import type { FactOf } from '../core/model/facts.ts';
import { known } from '../core/model/setting.ts';
import type { DecideTask } from '../core/model/task.ts';
import { say } from '../words/index.ts';
import type { Clause, Tale } from './tale.ts';
import { inIncident, momentOf, seatName } from './tale.ts';

type DecisionFact = FactOf<'DecisionOffered' | 'OptionOpened' | 'DecisionTaken' | 'DecisionWithdrawn'>;

/** When a stand-in answers: in the very second in which it is asked, or after waiting for something. */
function standInsAnswer(tale: Tale, decision: string): number | undefined {
  const taken = tale.taken.get(decision);
  return taken?.by === 'stand-in' ? taken.at : undefined;
}

function says(tale: Tale, fact: DecisionFact, task: DecideTask): string {
  const { title, question } = task;
  const incident = inIncident(tale.setting, known(tale.setting.tasks, task.id).incident.id);
  const optionOf = (id: string) => (task.options.find((option) => option.id === id)?.says ?? id).replace(/\.$/, '');
  switch (fact.type) {
    case 'DecisionOffered':
      return say('story.decision.offered', { title, incident, question, deadline: momentOf(tale, fact.deadline) });
    case 'OptionOpened':
      return say('story.decision.opened', { title, incident, option: optionOf(fact.option) });
    case 'DecisionWithdrawn':
      return say('story.decision.withdrawn', { title, incident });
    default: {
      const args = { title, incident, option: optionOf(fact.option), inForceAt: momentOf(tale, fact.inForceAt) };
      const isBrief = tale.worth.turnsOnly && fact.by === 'stand-in';
      const taken = say(isBrief ? 'story.decision.stand-in-briefly' : `story.decision.${fact.by}`, args);
      return fact.reason === '' ? taken : `${taken}; ${say('story.decision.reason', { reason: fact.reason })}`;
    }
  }
}

export function decisionTale(tale: Tale, fact: DecisionFact): Clause[] {
  const { task } = known(tale.setting.tasks, fact.decision);
  if (task.task !== 'decide') return [];
  const answered = fact.type === 'DecisionTaken' ? undefined : standInsAnswer(tale, fact.decision);
  // Asked and answered in one second, or where only turns are told: the answer alone is told.
  if (fact.type === 'DecisionOffered' && answered === fact.at) return [];
  if (tale.worth.turnsOnly && answered !== undefined) return [];
  const tone = fact.type === 'DecisionTaken' ? 'decision' : 'plain';
  return [{ who: seatName(tale.setting, task.seat), says: says(tale, fact, task), tone, about: fact.decision }];
}

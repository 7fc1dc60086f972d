/**
 * The story of a run: its facts as a watch log that somebody can read aloud. Work that is taken up at once and passes is not told; what
 * waits, goes wrong, arrives or is decided is. From the facts alone, so an opened record tells the same story as the run that made it.
 */
import type { Fact } from '../core/model/facts.ts';
import type { Setting } from '../core/model/setting.ts';
import { dealingTale } from './story-dealings.ts';
import { decisionTale } from './story-decisions.ts';
import { frictionTale } from './story-frictions.ts';
import { incidentTale } from './story-incidents.ts';
import { taskTale } from './story-tasks.ts';
import { queuedTale } from './story-waits.ts';
import type { Clause, StoryLine } from './tale.ts';
import { beginTale } from './tale.ts';

export type { StoryLine, Tone } from './tale.ts';

/** What one fact adds: lines of its own, or a clause of the line before it. */
function told(tale: ReturnType<typeof beginTale>, fact: Fact, place: number): Clause[] {
  switch (fact.type) {
    case 'TaskBegan':
    case 'TaskEnded':
      return taskTale(tale, fact, place);
    case 'FrictionMoved':
      return frictionTale(tale, fact, place);
    case 'WorkQueued':
      return queuedTale(tale, fact, place);
    case 'DecisionOffered':
    case 'OptionOpened':
    case 'DecisionTaken':
    case 'DecisionWithdrawn':
      return decisionTale(tale, fact);
    case 'BranchTaken':
    case 'PromiseMade':
    case 'PromiseSettled':
    case 'PartnershipMoved':
    case 'SourceExposed':
    case 'ThirdPartyBreached':
    case 'EscalationMoved':
      return dealingTale(tale, fact);
    case 'TrustMoved':
    case 'ProductHeld':
    case 'WorkBegan':
    case 'StepEnded':
      return [];
    default:
      return incidentTale(tale, fact);
  }
}

/** Ends a sentence where it has no end yet. */
const closed = (text: string): string => (/[.!?…]”?$/.test(text) ? text : `${text}.`);

/** The lines of a run's story, in the order in which things happened; of the facts that are asked for. */
export function storyOf(setting: Setting, facts: readonly Fact[], tells = (_: Fact): boolean => true): StoryLine[] {
  const tale = beginTale(setting, facts);
  const lines: { at: number; who: string; says: string; tone: StoryLine['tone']; about: string }[] = [];
  facts.forEach((fact, place) => {
    for (const clause of tells(fact) ? told(tale, fact, place) : []) {
      const before = lines.at(-1);
      if (clause.joins && before?.about === clause.about && before.at === fact.at)
        before.says = `${before.says}; ${clause.joins}`;
      else lines.push({ at: fact.at, who: clause.who, says: clause.says, tone: clause.tone, about: clause.about });
    }
  });
  return lines.map(({ at, who, says, tone }) => ({ at, who, says: closed(says), tone }));
}

/** What nations do to each other beside the task graph: promises, trust, sources, escalation; and which way an incident goes. */
import type { Fact } from '../core/model/facts.ts';
import { known } from '../core/model/setting.ts';
import { say } from '../words/index.ts';
import type { Clause, Tale, Tone } from './tale.ts';
import { momentOf, nationName } from './tale.ts';

function line(says: string, tone: Tone, about: string, who = say('story.who.coalition')): Clause[] {
  return [{ who, says, tone, about }];
}

/** Names of who gave a promise to whom, and what it was. */
function promiseArgs(tale: Tale, promise: string) {
  const { from, to, says } = known(tale.setting.promises, promise);
  return { from: nationName(tale.setting, from), to: nationName(tale.setting, to), says: says.replace(/\.$/, '') };
}

/** Trust itself is a number and no line: what it makes of a partnership is. */
export function dealingTale(tale: Tale, fact: Fact): Clause[] {
  switch (fact.type) {
    case 'BranchTaken': {
      const { title, branches } = known(tale.setting.incidents, fact.incident);
      const says = branches?.find(({ id }) => id === fact.branch)?.says ?? fact.branch;
      return line(say('story.dealing.branch', { title, says }), 'world', fact.incident, say('story.who.truth'));
    }
    case 'PromiseMade': {
      const args = { ...promiseArgs(tale, fact.promise), due: momentOf(tale, fact.due) };
      return line(say('story.dealing.promise', args), 'decision', fact.promise);
    }
    case 'PromiseSettled': {
      const says = say(`story.dealing.${fact.how}`, promiseArgs(tale, fact.promise));
      return line(says, fact.how === 'kept' ? 'arrival' : 'trouble', fact.promise);
    }
    case 'PartnershipMoved': {
      const says = say(`story.dealing.${fact.to}`, {
        of: nationName(tale.setting, fact.of),
        in: nationName(tale.setting, fact.in),
      });
      return line(says, fact.to === 'confident' ? 'plain' : 'trouble', fact.of);
    }
    case 'SourceExposed':
    case 'ThirdPartyBreached': {
      const { title } = known(tale.setting.tasks, fact.task).task;
      const key = fact.type === 'SourceExposed' ? 'story.dealing.exposed' : 'story.dealing.breached';
      return line(say(key, { title }), 'trouble', fact.task);
    }
    case 'EscalationMoved': {
      const rungs = tale.setting.definition.scenario.ladder?.rungs;
      const rung = rungs?.find(({ id }) => id === fact.rung)?.says ?? fact.rung;
      return line(say('story.dealing.rung', { rung }), 'world', fact.rung);
    }
    default:
      return [];
  }
}

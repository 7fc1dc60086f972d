/**
 * The same choices again under another plan: what people chose is chosen again, each at its new offer plus the time it took them. A choice
 * that is never offered again, or that never opens, is not made; its question then goes to its default.
 */
import type { Plan, RunChoice } from '../core/engine/index.ts';
import { startRun } from '../core/engine/index.ts';
import type { Fact } from '../core/model/facts.ts';

interface Chosen {
  readonly seat: string;
  readonly option: string;
  readonly reason: string;
  /** Seconds between the offer and the answer. */
  readonly after: number;
}

export interface Again {
  readonly facts: readonly Fact[];
  /** Choices of people made again, and those that found no place. */
  readonly matched: number;
  readonly dropped: number;
}

/** What people chose in a run, by decision. */
function choicesOf(plan: Plan, facts: readonly Fact[]): ReadonlyMap<string, Chosen> {
  const offered = new Map<string, number>();
  const chosen = new Map<string, Chosen>();
  const seats = new Map(plan.tasks.map(({ id, source }) => [id, 'seat' in source ? source.seat : '']));
  for (const fact of facts) {
    if (fact.type === 'DecisionOffered') offered.set(fact.decision, fact.at);
    else if (fact.type === 'DecisionTaken' && fact.by === 'seat') {
      const { decision, option, reason, at } = fact;
      const after = at - (offered.get(decision) ?? at);
      chosen.set(decision, { seat: seats.get(decision) ?? '', option, reason, after });
    }
  }
  return chosen;
}

/** Plays the run whose facts are given once more, on the same luck, under `plan`. */
export function playAgain(plan: Plan, choice: RunChoice, before: readonly Fact[]): Again {
  const choices = choicesOf(plan, before);
  const run = startRun(plan, choice);
  const facts: Fact[] = [];
  const due = new Map<string, number>();
  let matched = 0;
  const note = (more: readonly Fact[]) => {
    for (const fact of more) {
      facts.push(fact);
      if (fact.type === 'DecisionOffered') {
        const made = choices.get(fact.decision);
        if (made !== undefined) due.set(fact.decision, fact.at + made.after);
      } else if (fact.type === 'DecisionWithdrawn' || fact.type === 'DecisionTaken') due.delete(fact.decision);
      else if (fact.type === 'OptionOpened' && choices.get(fact.decision)?.option === fact.option)
        due.set(fact.decision, Math.max(fact.at, due.get(fact.decision) ?? fact.at));
    }
  };
  while (!run.ended) {
    note(run.toNextDecision(Math.min(plan.lasts, ...due.values())).facts);
    for (const [decision, at] of [...due]) {
      if (at > run.now || run.ended) continue;
      const { seat, option, reason } = choices.get(decision) as Chosen;
      const given = run.give({ type: 'decide', at: run.now, seat, decision, option, reason });
      if ('refused' in given) {
        // Its information has not come yet: it is made in the second in which it does.
        due.set(decision, run.now + 1);
        continue;
      }
      due.delete(decision);
      matched++;
      note(given);
    }
  }
  return { facts, matched, dropped: choices.size - matched };
}

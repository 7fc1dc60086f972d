/** Playing a definition in one line, and reading what came of it. */
import type { Input, RunChoice } from '../../src/core/engine/index.ts';
import { replay } from '../../src/core/engine/index.ts';
import type { Cause, Fact, FactOf } from '../../src/core/model/facts.ts';
import { totalOf } from '../../src/core/model/ledger.ts';
import type { Definition } from '../../src/core/model/scenario.ts';
import { planOf } from './plan-of.ts';

export interface Played {
  readonly facts: readonly Fact[];
  all<T extends Fact['type']>(type: T): FactOf<T>[];
  /** When a task ended, and how. */
  ended(task: string): FactOf<'TaskEnded'>;
  response(incident: string): FactOf<'ResponseEnded'>;
  /** Seconds charged to each cause of an incident. */
  charged(incident: string): Partial<Record<Cause, number>>;
}

export function play(definition: Definition, over: Partial<RunChoice> = {}, inputs: readonly Input[] = []): Played {
  const { facts, refused } = replay(
    planOf(definition),
    { seed: 'lively-otter-42', held: [], standIn: 'by-the-book', ...over },
    inputs,
  );
  if (refused !== -1) throw new Error(`input ${refused} was refused`);
  const all = <T extends Fact['type']>(type: T) => facts.filter((fact): fact is FactOf<T> => fact.type === type);
  const only = <T>(found: readonly T[], what: string): T => {
    if (found.length !== 1) throw new Error(`${what}: ${found.length} facts`);
    return found[0] as T;
  };
  return {
    facts,
    all,
    ended: (task) =>
      only(
        all('TaskEnded').filter((fact) => fact.task === task),
        task,
      ),
    response: (incident) =>
      only(
        all('ResponseEnded').filter((fact) => fact.incident === incident),
        incident,
      ),
    charged: (incident) => {
      const { charges } = only(
        all('ResponseEnded').filter((fact) => fact.incident === incident),
        incident,
      );
      return Object.fromEntries(Object.entries(charges).map(([cause, split]) => [cause, totalOf(split)]));
    },
  };
}

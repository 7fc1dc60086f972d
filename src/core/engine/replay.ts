/** A run that reports facts, step by step or all at once from its inputs. */
import type { Fact } from '../model/facts.ts';
import type { Arena } from './arena.ts';
import type { Input, RunChoice } from './inputs.ts';
import type { Plan } from './plan.ts';
import { begin, createRun, runUntil, takeDecision } from './run.ts';
import { tellFacts } from './tell.ts';

/** What is hidden and what does not exist are refused alike. */
export interface Refused {
  readonly refused: 'not-open' | 'bad-time';
}

export interface LiveRun {
  readonly plan: Plan;
  readonly choice: RunChoice;
  readonly now: number;
  readonly ended: boolean;
  /** Gives the run an input; the facts that followed, or why not: then nothing has changed. */
  give(input: Input): readonly Fact[] | Refused;
  /** Runs on to the next second in which a held seat is asked, at most to `limit`. Recorded as time passing. */
  toNextDecision(limit: number): { readonly input: Input; readonly facts: readonly Fact[] };
}

class Live implements LiveRun {
  readonly plan: Plan;
  readonly choice: RunChoice;
  private readonly arena: Arena;

  constructor(plan: Plan, choice: RunChoice) {
    this.plan = plan;
    this.choice = choice;
    this.arena = createRun(plan, choice, true);
    begin(this.arena, choice.seed);
  }

  get now(): number {
    return this.arena.now;
  }

  get ended(): boolean {
    return this.arena.ended;
  }

  give(input: Input): readonly Fact[] | Refused {
    const { arena, plan } = this;
    if (input.type === 'advance') {
      if (!Number.isInteger(input.to) || input.to < arena.now || input.to > plan.lasts) return { refused: 'bad-time' };
      runUntil(arena, input.to);
      return tellFacts(arena);
    }
    if (input.at !== arena.now) return { refused: 'bad-time' };
    const task = plan.tasks.findIndex(({ id }) => id === input.decision);
    const option = plan.tasks[task]?.decide?.options.indexOf(input.option) ?? -1;
    const seat = plan.seats.index.get(input.seat) ?? -1;
    if (seat === -1 || option === -1 || !takeDecision(arena, task, { seat, option, reason: input.reason }))
      return { refused: 'not-open' };
    return tellFacts(arena);
  }

  toNextDecision(limit: number): { input: Input; facts: readonly Fact[] } {
    runUntil(this.arena, limit, true);
    return { input: { type: 'advance', to: this.arena.now }, facts: tellFacts(this.arena) };
  }
}

/** A run at StartEx. */
export function startRun(plan: Plan, choice: RunChoice): LiveRun {
  for (const seat of choice.held)
    if (!plan.seats.index.has(seat)) throw new RangeError(`no seat ${seat} in ${plan.definition.scenario.id}`);
  return new Live(plan, choice);
}

/** Plays a whole run from its inputs, to the end of the last input; with `toEnd`, on to the end of the exercise. */
export function replay(
  plan: Plan,
  choice: RunChoice,
  inputs: readonly Input[],
  toEnd = true,
): { run: LiveRun; facts: Fact[]; refused: number } {
  const run = startRun(plan, choice);
  const facts: Fact[] = [];
  for (let i = 0; i < inputs.length; i++) {
    const given = run.give(inputs[i] as Input);
    if ('refused' in given) return { run, facts, refused: i };
    facts.push(...given);
  }
  if (toEnd && !run.ended) facts.push(...(run.give({ type: 'advance', to: plan.lasts }) as readonly Fact[]));
  return { run, facts, refused: -1 };
}

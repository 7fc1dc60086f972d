/** What the designer promises of the evening, held over many stand-in tables. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/core/engine/index.ts';
import { compile, replay, startRun } from '../../src/core/engine/index.ts';
import { createDice, keyFromSeed } from '../../src/core/kernel/chance.ts';
import type { Fact } from '../../src/core/model/facts.ts';
import { loadDefinition } from '../../src/files/library.ts';
import { nodeReader } from '../../src/files/node-reader.ts';

const reader = nodeReader(fileURLToPath(new URL('../../scenarios', import.meta.url)), 'scenarios');
const policies = ['as-is-2023', 'clear-words'] as const;
const plans = new Map(policies.map((policy) => [policy, compile(loadDefinition(reader, 'first-evening', policy))]));
const planOf = (policy: (typeof policies)[number]): Plan => plans.get(policy) as Plan;
const tables = process.env.SAYDO_DEEP === '1' ? 1000 : 25;

const played = (plan: Plan, seed: string): readonly Fact[] =>
  replay(plan, { seed, held: [], standIn: 'by-the-book' }, []).facts;

/** Seconds of game time that fifteen minutes of play stand for. */
const quarterHour = (plan: Plan): number => (plan.lasts / plan.definition.scenario.playMinutes) * 15;

/** Moments at which each seat was asked something. */
function offers(plan: Plan, facts: readonly Fact[]): Map<string, number[]> {
  const seats = new Map<string, number[]>(plan.seats.names.map((seat) => [seat, []]));
  for (const fact of facts) {
    if (fact.type !== 'DecisionOffered') continue;
    const seat = plan.tasks.find(({ id }) => id === fact.decision)?.decide?.seat as number;
    seats.get(plan.seats.names[seat] as string)?.push(fact.at);
  }
  return seats;
}

describe.each(policies)('first-evening under %s', (policy) => {
  const plan = planOf(policy);

  it('asks every seat for a choice at least every fifteen minutes of play, at every table', () => {
    const longest = quarterHour(plan);
    const late: string[] = [];
    for (let table = 0; table < tables; table++) {
      for (const [seat, moments] of offers(plan, played(plan, `table/${table}`))) {
        const gaps = [...moments, plan.lasts].map((at, i) => at - (moments[i - 1] ?? 0));
        if (Math.max(...gaps) > longest)
          late.push(`table ${table}: ${seat} waits ${Math.round(Math.max(...gaps) / 60)} min of game`);
      }
    }
    expect(late).toEqual([]);
  });

  it('has no window that every table meets, and none that none does', () => {
    const met = new Map<string, number>(plan.incidents.map(({ id }) => [id, 0]));
    for (let table = 0; table < tables; table++) {
      for (const fact of played(plan, `table/${table}`)) {
        if (fact.type === 'ResponseEnded' && fact.windowMet)
          met.set(fact.incident, (met.get(fact.incident) as number) + 1);
      }
    }
    for (const [incident, times] of met) expect([incident, times > 0 && times < tables]).toEqual([incident, true]);
  });
});

describe('every option of every decision', () => {
  const plan = planOf('as-is-2023');
  const decisions = plan.tasks.flatMap((task) => (task.decide === null ? [] : [{ ...task, decide: task.decide }]));
  const optionsOf = (id: string) => decisions.find((task) => task.id === id)?.decide.options ?? [];

  /** One table at which every seat takes some open option, or waits, as the dice have it. Returns what was taken. */
  function wanderingTable(seed: string): string[] {
    const dice = createDice(keyFromSeed(seed));
    let rolled = 0;
    const roll = (sides: number) => {
      dice.roll(0, rolled >> 8, rolled & 255);
      rolled++;
      return dice.first % sides;
    };
    const run = startRun(plan, { seed, held: plan.seats.names, standIn: 'by-the-book' });
    const open = new Map<string, { seat: string; options: string[] }>();
    const taken: string[] = [];
    const learn = (facts: readonly Fact[]) => {
      for (const fact of facts) {
        if (fact.type === 'DecisionOffered') {
          const seat = plan.seats.names[
            decisions.find(({ id }) => id === fact.decision)?.decide.seat as number
          ] as string;
          open.set(fact.decision, { seat, options: [...fact.open] });
        } else if (fact.type === 'OptionOpened') open.get(fact.decision)?.options.push(fact.option);
        else if (fact.type === 'DecisionTaken' || fact.type === 'DecisionWithdrawn') open.delete(fact.decision);
      }
    };
    while (!run.ended) {
      learn(run.toNextDecision(Math.min(plan.lasts, run.now + 600)).facts);
      for (const [decision, { seat, options }] of [...open]) {
        if (roll(4) === 0) continue;
        const option = options[roll(options.length)] as string;
        const given = run.give({ type: 'decide', at: run.now, seat, decision, option, reason: '' });
        if ('refused' in given) throw new Error(`${decision}=${option} was refused`);
        taken.push(`${decision}=${option}`);
        learn(given);
      }
    }
    return taken;
  }

  it('can be taken at some table', () => {
    const taken = new Set<string>();
    for (let table = 0; table < tables * 4; table++)
      for (const choice of wanderingTable(`wander/${table}`)) taken.add(choice);
    const never = decisions
      .flatMap(({ id }) => optionsOf(id).map((option) => `${id}=${option}`))
      .filter((choice) => !taken.has(choice));
    expect(never).toEqual([]);
  });

  it('makes a difference: for all but one of a question something waits, and that one leaves things as they are', () => {
    const idle = decisions
      .filter(({ decide }) => decide.process === -1)
      .map(({ id, literal, decide }) => ({
        id,
        idle: decide.options.filter((_, at) => plan.watchFrom[literal + at] === plan.watchFrom[literal + at + 1]),
      }));
    expect(idle.filter((decision) => decision.idle.length > 1)).toEqual([]);
  });
});

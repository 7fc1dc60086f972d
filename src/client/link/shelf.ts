/** What can be played: scenarios and policies as cards, and the definition a choice of both makes. */
import type { Definition } from '../../core/model/scenario.ts';
import type { PolicyCard, ScenarioCard, Setting } from './cards.ts';

export interface Shelf {
  readonly scenarios: readonly ScenarioCard[];
  readonly policies: readonly PolicyCard[];
  definition(scenario: string, policy: string): Definition;
}

export function scenarioCard(scenario: Definition['scenario']): ScenarioCard {
  const { id, title, summary, brief, startsAt, lasts, playMinutes, seats, objectives } = scenario;
  return {
    id,
    title,
    summary,
    brief,
    startsAt,
    lasts,
    playMinutes,
    seats,
    objectives: objectives.map(({ says }) => says),
  };
}

export function policyCard({ id, title, summary, levers }: Definition['policy']): PolicyCard {
  return { id, title, summary, levers: levers.map((lever) => lever.title) };
}

export function settingOf({ scenario, coalition, policy }: Definition, seed: string): Setting {
  return {
    scenario: scenario.title,
    marking: scenario.marking,
    startsAt: scenario.startsAt,
    ends: scenario.lasts,
    policy: policy.title,
    seed,
    nations: coalition.nations,
    organisations: coalition.organisations,
    seats: scenario.seats,
    moves: scenario.moves ?? [],
  };
}

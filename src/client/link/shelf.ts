/** What can be played: scenarios and policies as cards, and the definition a choice of both makes. */
import type { Definition } from '../../core/model/scenario.ts';
import type { Outline, PolicyOutline, ScenarioOutline } from '../../files/bundle.ts';
import type { PolicyCard, ScenarioCard, Setting } from './cards.ts';

/** What is to be played. */
export interface Wanted {
  readonly scenario: string;
  readonly policy: string;
  /** A shorter way through the scenario, or null for the whole of it. */
  readonly cut: string | null;
}

export interface Shelf {
  readonly scenarios: readonly ScenarioCard[];
  /** As they are offered. */
  readonly policies: readonly PolicyCard[];
  /** Rejects with Unfetched where it cannot be had now. The same choice is the same value. */
  definition(wanted: Wanted): Promise<Definition>;
}

export function scenarioCard(scenario: ScenarioOutline, nations: Outline['nations']): ScenarioCard {
  const { id, title, summary, marking, brief, startsAt, lasts, playMinutes, seats, objectives } = scenario;
  return {
    id,
    title,
    summary,
    marking,
    brief,
    startsAt,
    lasts,
    playMinutes,
    seats,
    nations,
    playing: scenario.nations,
    objectives: objectives.map(({ says }) => says),
    moves: scenario.moves ?? [],
    cuts: scenario.cuts ?? [],
  };
}

export function policyCard({ id, title, summary, arrangement, levers }: PolicyOutline): PolicyCard {
  return { id, title, summary, arrangement, levers: levers.map((lever) => lever.title) };
}

/** What panels know of a scenario that nobody has begun to play. */
export function settingBefore({ title, marking, startsAt, lasts, nations, seats, moves }: ScenarioCard): Setting {
  return {
    scenario: title,
    marking,
    startsAt,
    ends: lasts,
    policy: '',
    seed: '',
    nations,
    organisations: [],
    seats,
    moves,
  };
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

/** A solo table on a fake exercise, for looking at places and keys without the engine. */
import type { Shelf } from '../../src/client/link/shelf.ts';
import { policyCard, scenarioCard } from '../../src/client/link/shelf.ts';
import type { SoloTableParts } from '../../src/client/link/solo-table.ts';
import { SoloTable } from '../../src/client/link/solo-table.ts';
import type { StartDeskParts } from '../../src/client/link/start-desk.ts';
import { FakeExercise } from './fake-exercise.ts';
import { memoryRuns } from './memory-runs.ts';
import { sampleDefinition } from './sample-definition.ts';
import { sampleTheatre } from './sample-view.ts';

const { nations } = sampleDefinition.coalition;
const outline = { ...sampleDefinition.scenario, nations: nations.map(({ id }) => id) };
const asIs = policyCard(sampleDefinition.policy);
const clearWords = { ...asIs, id: 'clear-words', title: 'Clear words', levers: ['A published sharing matrix'] };

export const sampleShelf: Shelf = {
  scenarios: [scenarioCard(outline, nations)],
  policies: [asIs, clearWords],
  definition: async () => sampleDefinition,
};

export function sampleParts(parts: Partial<SoloTableParts> = {}): SoloTableParts & StartDeskParts {
  let clock = 0;
  return {
    shelf: sampleShelf,
    stage: () => sampleTheatre,
    runs: memoryRuns(),
    begin: (definition, choice, inputs) => new FakeExercise(definition, choice, inputs),
    wallClock: () => ++clock,
    ...parts,
  };
}

export const sampleChoice = {
  scenario: 'first-evening',
  policy: 'as-is-2023',
  cut: null,
  held: ['gb-watch', 'us-ops'],
  seed: 'lively-otter-42',
  curtain: false,
};

export function sampleTable(parts: Partial<SoloTableParts> = {}): SoloTable {
  return new SoloTable(sampleParts(parts));
}

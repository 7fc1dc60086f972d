import { describe, expect, it } from 'vitest';
import { compile, replay } from '../../src/core/engine/index.ts';
import type { Definition } from '../../src/core/model/scenario.ts';
import { deadlineFindings } from '../../src/files/checks/deadlines.ts';
import { loadDefinition } from '../../src/files/library.ts';
import { nodeReader } from '../../src/files/node-reader.ts';
import { nobody } from '../support/generate.ts';
import { tinyDefinition } from '../support/tiny-library.ts';
import { wholeDefinition } from '../support/whole-library.ts';

/** Seconds after its beginning at which each incident was answered in a run, by incident. */
function answered(definition: Definition, seed: string): Map<string, number> {
  const begins = new Map(definition.scenario.incidents.map((incident) => [incident.id, incident.begins]));
  const { facts } = replay(compile(definition), nobody(seed), []);
  return new Map(
    facts.flatMap((fact) =>
      fact.type === 'ResponseEnded' && fact.status === 'done'
        ? [[fact.incident, fact.at - (begins.get(fact.incident) ?? 0)] as const]
        : [],
    ),
  );
}

/** The definition with windows that close when these incidents were answered, and no others. */
function closingThen({ scenario, access, coalition }: Definition, answers: ReadonlyMap<string, number>) {
  const incidents = scenario.incidents.flatMap((incident) => {
    const closes = answers.get(incident.id) ?? scenario.lasts;
    const branches = incident.branches?.map(({ closes: _, ...branch }) => branch);
    const window = { ...incident.window, closes };
    return [{ ...incident, window, ...(branches === undefined ? {} : { branches }) }];
  });
  return { scenario: { ...scenario, incidents }, access, coalition, levers: new Set<string>() };
}

const scenarios = nodeReader('scenarios');

describe('a window', () => {
  it.each<[string, () => Definition, number]>([
    ['tiny', () => tinyDefinition(), 20],
    ['whole', () => wholeDefinition(), 20],
    ['first-evening', () => loadDefinition(scenarios, 'first-evening', 'as-is-2023'), 20],
    ['slow-approach', () => loadDefinition(scenarios, 'slow-approach', 'as-is-2023'), 10],
  ])('that a run has met is never said to be one that cannot be met: %s', { timeout: 60_000 }, (_, load, runs) => {
    const definition = load();
    let met = 0;
    for (let run = 0; run < runs; run++) {
      const answers = answered(definition, `run-${run}`);
      met += answers.size;
      const found = [...deadlineFindings(closingThen(definition, answers))].map((finding) => finding.found);
      expect(found).toEqual([]);
    }
    expect(met).toBeGreaterThan(runs / 2);
  });
});

/** Whether a scenario's access file was made from the orbits and sensors that now stand beside it. */
import { accessSchema } from '../core/model/scenario.ts';
import { readPart } from '../files/parts.ts';
import type { Finding, Problem } from '../files/problems.ts';
import { MalformedError } from '../files/problems.ts';
import type { Reader } from '../files/reader.ts';
import { digestOfInputs } from './access-windows.ts';
import { orbitsPath, readOrbits } from './read-orbits.ts';

const shortened = (digest: string): string => `${digest.slice(0, 12)}…`;

function staleFinding(scenario: string, made: string | undefined, now: string): Finding {
  const found =
    made === undefined
      ? 'no digest of what the windows were computed from'
      : `windows computed from other orbits, sensors or times (${shortened(made)})`;
  return {
    at: made === undefined ? [] : ['inputs'],
    found,
    expected: `windows computed from what now stands in the files (${shortened(now)})`,
    mend: `run "saydo access ${scenario}"`,
  };
}

/** What is wrong with its orbits, or else with windows that are not theirs. Nothing where windows are written by hand. */
export function accessProblems(reader: Reader, scenario: string): readonly Problem[] {
  if (reader.read(orbitsPath(scenario)) === undefined) return [];
  const { value, locate } = readPart(reader, `${scenario}/access.yaml`, accessSchema, (access) => ({
    value: access,
    findings: [],
  }));
  try {
    const now = digestOfInputs(readOrbits(reader, scenario));
    return value === undefined || value.inputs === now ? [] : [locate(staleFinding(scenario, value.inputs, now))];
  } catch (error) {
    if (error instanceof MalformedError) return error.problems;
    throw error;
  }
}

/** A scenario's orbits.yaml, with what of the scenario and the coalition its windows hang on. */
import { parseInstant } from '../core/kernel/calendar.ts';
import type { Sensor } from '../core/model/coalition.ts';
import { readCoalition } from '../files/coalition-files.ts';
import type { Part } from '../files/parts.ts';
import { readPart } from '../files/parts.ts';
import { MalformedError, sortProblems } from '../files/problems.ts';
import type { Reader } from '../files/reader.ts';
import { orbitsFindings } from './checks.ts';
import type { Orbits } from './orbits-file.ts';
import { orbitsSchema, periodSchema } from './orbits-file.ts';

export interface OrbitInputs {
  readonly scenario: string;
  /** StartEx as the scenario writes it, and in seconds since 1970. */
  readonly startEx: string;
  readonly startsAt: number;
  /** Seconds. */
  readonly lasts: number;
  /** Those that the orbits mention. */
  readonly sensors: readonly Sensor[];
  readonly orbits: Orbits;
}

const asRead = <T>(value: T) => ({ value, findings: [] });

function mentioned({ limits, given }: Orbits): Set<string> {
  return new Set([...limits.flatMap(({ sensors }) => sensors), ...given.map(({ sensor }) => sensor)]);
}

export const orbitsPath = (scenario: string): string => `${scenario}/orbits.yaml`;

function soundly<T>(part: Part<T>): T {
  if (part.value === undefined) throw new MalformedError(part.problems);
  return part.value;
}

/** Throws a MalformedError with all that is wrong with the orbits, or with what they lean on. */
export function readOrbits(reader: Reader, scenario: string): OrbitInputs {
  const period = soundly(readPart(reader, `${scenario}/scenario.yaml`, periodSchema, asRead));
  const { sensors, sources } = soundly(readCoalition(reader));
  const file = readPart(reader, orbitsPath(scenario), orbitsSchema, asRead);
  const orbits = soundly(file);
  const startsAt = parseInstant(period.startsAt);
  if (startsAt === undefined) throw new Error(`Impossible: StartEx is not an instant: ${period.startsAt}`);
  const { lasts } = period;
  const around = { scenario, startsAt, lasts, sensors, sources: sources.map(({ id }) => id) };
  const problems = orbitsFindings(orbits, around).map(file.locate);
  if (problems.length > 0) throw new MalformedError(sortProblems(problems));
  const named = mentioned(orbits);
  const used = sensors.filter(({ id }) => named.has(id));
  return { scenario, startEx: period.startsAt, startsAt, lasts, sensors: used, orbits };
}

/** Every number that a scenario is played with, file section by file section: who says so, how sure, and how old that is. */
import type { Coalition } from '../core/model/coalition.ts';
import type { Policy } from '../core/model/policy.ts';
import type { Definition } from '../core/model/scenario.ts';
import type { SourcedValue } from './provenance.ts';
import { sourcedValues } from './provenance.ts';
import { usedCoalition } from './used-coalition.ts';

export const numberSections = ['coalition', 'policy', 'scenario', 'orbits', 'access'] as const;

export interface SourcedNumber {
  readonly section: (typeof numberSections)[number];
  /** What of the section: a pair of nations, an organisation, a lever, an incident. */
  readonly part: string;
  /** Where in that part. */
  readonly path: string;
  readonly value: string;
  /** `estimate`: ours. */
  readonly source: string;
  readonly title: string;
  /** `high`, `medium`, `low`; empty where the file does not say. */
  readonly confidence: string;
  readonly basis: string;
  /** Of the source; null where nothing says when it was written, and for estimates. */
  readonly year: number | null;
  /** Whole years from then to now; null as above. */
  readonly age: number | null;
}

export interface NumberSetting {
  readonly definition: Omit<Definition, 'policy'> & { readonly policy: Policy | null };
  /** What orbits.yaml says, where the access windows were computed from one. */
  readonly orbits: unknown;
  /** The year from which ages are reckoned. */
  readonly now: number;
}

type Source = Coalition['sources'][number];

/** The latest year that a text names. */
function yearIn(text: string, now: number): number | null {
  const years = [...text.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)]
    .map(([year]) => Number(year))
    .filter((year) => year <= now);
  return years.length === 0 ? null : Math.max(...years);
}

/** When a source was written: as its title says, else its name, its address, or what was read of it. */
export function yearOf({ title, id, address = '', read }: Source, now: number): number | null {
  for (const text of [title, id, address, read]) {
    const year = yearIn(text, now);
    if (year !== null) return year;
  }
  return null;
}

/** How many of the leading steps name the part: `pairs / us → fr`, `incidents / visitor`, `trust`. */
function partLength(section: SourcedNumber['section'], steps: readonly string[]): number {
  if (section === 'access' || steps[0] === 'trust' || steps[0] === 'ladder') return 1;
  return section === 'policy' ? 1 : 2;
}

function sectionOf(
  section: SourcedNumber['section'],
  values: readonly SourcedValue[],
  sources: readonly Source[],
  now: number,
) {
  const byId = new Map(sources.map((source) => [source.id, source]));
  return values.map(({ steps, value, source, confidence, basis }): SourcedNumber => {
    const listed = byId.get(source);
    const year = listed === undefined ? null : yearOf(listed, now);
    const whole = partLength(section, steps);
    // What has one number only stands with its like: all zones together, all sensors.
    const length = steps.length === whole && whole > 1 ? whole - 1 : whole;
    return {
      section,
      part: steps.slice(0, length).join(' / '),
      path: steps.slice(length).join(' / '),
      value,
      source,
      title: listed?.title ?? source,
      confidence,
      basis,
      year,
      age: year === null ? null : now - year,
    };
  });
}

/** The access file has no sources of its own: who made it, and from what. */
function accessValue({ access }: Pick<Definition, 'access'>): SourcedValue {
  const { windows, madeBy, inputs } = access;
  const value = String(windows.length);
  return { steps: ['windows'], value, source: madeBy, confidence: '', basis: inputs ?? '' };
}

/** All of them, in the order of sections and, within each, of the files. */
export function sourcedNumbers({ definition, orbits, now }: NumberSetting): SourcedNumber[] {
  const { scenario, coalition, policy } = definition;
  const { sources } = coalition;
  const changes = Object.fromEntries((policy?.levers ?? []).map(({ id, changes }) => [id, changes]));
  const { incidents, ladder } = scenario;
  const values = {
    coalition: sourcedValues(usedCoalition(scenario, coalition)),
    policy: sourcedValues(changes),
    scenario: sourcedValues({ incidents, ...(ladder === undefined ? {} : { ladder }) }),
    orbits: sourcedValues(orbits),
    access: [accessValue(definition)],
  };
  return numberSections.flatMap((section) => sectionOf(section, values[section], sources, now));
}

/** How often a source is leaned on, and how far it is trusted. */
export interface SourceCount {
  readonly source: string;
  readonly title: string;
  readonly age: number | null;
  readonly count: number;
  readonly high: number;
  readonly medium: number;
  readonly low: number;
  readonly unsaid: number;
}

/** Counts by source, the most leaned on first. */
export function sourceCounts(numbers: readonly SourcedNumber[]): SourceCount[] {
  const names = [...new Set(numbers.map(({ source }) => source))];
  const counts = names.map((source): SourceCount => {
    const own = numbers.filter((one) => one.source === source);
    const rated = (confidence: string) => own.filter((one) => one.confidence === confidence).length;
    const { title = source, age = null } = own[0] ?? {};
    const ratings = { high: rated('high'), medium: rated('medium'), low: rated('low'), unsaid: rated('') };
    return { source, title, age, count: own.length, ...ratings };
  });
  return counts.toSorted((a, b) => b.count - a.count || (a.source < b.source ? -1 : 1));
}

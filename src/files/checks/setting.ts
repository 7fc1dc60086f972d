/**
 * What cross-checks look at, and the findings that most of them make. Paths begin with the part: `['scenario',
 * 'seats', 0]`.
 */
import type { Coalition, Nation } from '../../core/model/coalition.ts';
import type { Access, Inject, Scenario } from '../../core/model/scenario.ts';
import type { Task } from '../../core/model/task.ts';
import { listed, mendWord } from '../nearest.ts';
import type { Finding, Path } from '../problems.ts';

/** Where new entries of a scenario and of the coalition are written, for a sentence. */
export const HERE = 'the scenario';
export const COALITION = 'the coalition files';

/** A scenario in its coalition, in the order in which the files list things. */
export interface Setting {
  readonly scenario: Scenario;
  readonly access: Access;
  readonly coalition: Coalition;
  /** All levers that some policy of the library has. */
  readonly levers: ReadonlySet<string>;
}

/** Things that can be named: what they are called, and where new ones would be written. */
export interface Roster {
  readonly noun: string;
  readonly ids: ReadonlySet<string>;
  readonly home: string;
}

export function rosterOf(noun: string, list: readonly { readonly id: string }[], home: string): Roster {
  return { noun, ids: new Set(list.map(({ id }) => id)), home };
}

/** "a seat", "an inject". */
export function withArticle(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** A name that stands for nothing. Nothing is said of a name that is not given. */
export function* resolve(at: Path, id: string | undefined, roster: Roster): Generator<Finding> {
  if (id === undefined || roster.ids.has(id)) return;
  yield {
    at,
    found: `"${id}", which is no ${roster.noun}`,
    expected: `${withArticle(roster.noun)}: ${listed(roster.ids)}`,
    mend: mendWord(id, roster.ids, `write one of those, or add "${id}" to ${roster.home}`),
  };
}

/** Every name of a list that stands for nothing, and every one that is there twice. */
export function* resolveAll(at: Path, ids: readonly string[], roster: Roster): Generator<Finding> {
  for (const [i, id] of ids.entries()) {
    yield* resolve([...at, i], id, roster);
    const first = ids.indexOf(id);
    if (first < i) yield twice([...at, i], [...at, first], `"${id}"`, 'in this list');
  }
}

/** The second of two things that bear one name. `first` is where the other stands. */
export function twice(at: Path, first: Path, what: string, where: string): Finding {
  return {
    at,
    first,
    found: `${what} a second time`,
    expected: `${what} once ${where}`,
    mend: 'take one of the two out, or rename it',
  };
}

/** Entries of a list that have the same name. `nameOf` gives what must not come twice. */
export function* distinct<T>(at: Path, list: readonly T[], nameOf: (entry: T) => string): Generator<Finding> {
  const seen = new Map<string, number>();
  for (const [i, entry] of list.entries()) {
    const name = nameOf(entry);
    const first = seen.get(name);
    if (first === undefined) seen.set(name, i);
    else yield twice([...at, i], [...at, first], `"${name}"`, 'in this list');
  }
}

/** What is asked of the same scenario over and over is found once. */
function oncePer<T>(find: (scenario: Scenario) => T): (scenario: Scenario) => T {
  const found = new WeakMap<Scenario, T>();
  return (scenario) => {
    const known = found.get(scenario) ?? find(scenario);
    found.set(scenario, known);
    return known;
  };
}

/** What a need can name. */
export type Needable = Task | (Inject & { readonly task: 'inject' });

/** A task, where it stands, and in which incident. */
export interface PlacedTask {
  readonly task: Task;
  readonly at: Path;
  readonly incident: number;
}

export const placedTasks = oncePer((scenario): readonly PlacedTask[] =>
  scenario.incidents.flatMap(({ response }, incident) =>
    response.map((task, i) => ({ task, at: ['scenario', 'incidents', incident, 'response', i], incident })),
  ),
);

/** A decision whose option is the verdict of some work: under which key it is named, and what its options must be. */
export interface AskedVerdict {
  readonly key: 'weighException' | 'decide';
  readonly decision: string;
  readonly options: readonly string[];
}

const verdictOptions = {
  weighException: ['granted', 'refused'],
  decide: ['consented', 'caveated', 'declined'],
} as const;

/** Verdicts that a task leaves to decisions. */
export function verdictsAskedBy(task: Task): AskedVerdict[] {
  if (task.task !== 'share' && task.task !== 'consent') return [];
  const named = Object.entries(task.authorities) as [AskedVerdict['key'], string | undefined][];
  return named.flatMap(([key, decision]) =>
    decision === undefined ? [] : [{ key, decision, options: verdictOptions[key] }],
  );
}

/** The nation of an organisation; undefined when either is not there. */
export function nationAt({ coalition }: Pick<Setting, 'coalition'>, organisation: string): Nation | undefined {
  const home = coalition.organisations.find(({ id }) => id === organisation)?.nation;
  return coalition.nations.find(({ id }) => id === home);
}

/** Products that a task's end may give, whichever end it comes to. A share gives nothing: it brings. */
export function givenBy(task: Task): string[] {
  const own = 'gives' in task && task.gives !== undefined ? [task.gives] : [];
  const found = 'finds' in task ? (task.finds?.ends ?? []) : [];
  return [...own, ...found.flatMap(({ gives }) => (gives === undefined ? [] : [gives]))];
}

/** What a need can name, by its id; of those with the same id the first. */
export const needables = oncePer((scenario): ReadonlyMap<string, Needable> => {
  const all = [
    ...scenario.injects.map((inject) => ({ ...inject, task: 'inject' as const })),
    ...scenario.incidents.flatMap(({ response }) => response),
  ];
  return new Map(all.reverse().map((one) => [one.id, one]));
});

/** The task and the outcome that a literal names. */
export function readLiteral(literal: string): { readonly id: string; readonly outcome: string | undefined } {
  const [id = '', outcome] = literal.split('=');
  return { id, outcome };
}

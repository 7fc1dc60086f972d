/** What options do to trust: promises given and taken back, and nations passed over. */
import { formatDuration } from '../../core/kernel/units.ts';
import type { Scenario } from '../../core/model/scenario.ts';
import type { DecideTask } from '../../core/model/task.ts';
import type { Finding, Path } from '../problems.ts';
import { isAdversary, resolveAlly } from './allies.ts';
import type { Setting } from './setting.ts';
import { placedTasks, resolve, resolveAll, rosterOf, twice } from './setting.ts';

type Option = DecideTask['options'][number];

interface PlacedOption {
  readonly option: Option;
  readonly at: Path;
  /** Of the seat that decides; undefined when there is no such seat. */
  readonly nation: string | undefined;
}

function optionsOf(scenario: Scenario): PlacedOption[] {
  const nations = new Map(scenario.seats.map(({ id, nation }) => [id, nation]));
  return placedTasks(scenario).flatMap(({ task, at }) => {
    if (task.task !== 'decide') return [];
    return task.options.map((option, i) => ({ option, at: [...at, 'options', i], nation: nations.get(task.seat) }));
  });
}

function ownNation(at: Path, nation: string): Finding {
  return {
    at,
    found: `"${nation}", which is the seat's own nation`,
    expected: 'another nation',
    mend: 'name another nation, or take it out',
  };
}

/** Promises are given to those who sit at the table. */
function* recipientFindings({ scenario, coalition }: Setting, at: Path, to: string): Generator<Finding> {
  const unknown = [...resolveAlly(at, to, coalition)];
  yield* unknown;
  if (unknown.length > 0) return;
  const seated = new Set(
    scenario.seats.map(({ nation }) => nation).filter((nation) => !isAdversary(coalition, nation)),
  );
  yield* resolve(at, to, { noun: 'nation at the table', ids: seated, home: 'the seats' });
}

function* promiseFindings(setting: Setting, { option, at, nation }: PlacedOption): Generator<Finding> {
  const { lasts } = setting.scenario;
  for (const [i, { to, within }] of (option.promises ?? []).entries()) {
    const place: Path = [...at, 'promises', i];
    if (to === nation) yield ownNation([...place, 'to'], to);
    else yield* recipientFindings(setting, [...place, 'to'], to);
    if (within <= lasts) continue;
    yield {
      at: [...place, 'within'],
      found: `a promise to be kept within ${formatDuration(within)}`,
      expected: `at most ${formatDuration(lasts)}, as long as the exercise lasts`,
      mend: 'write a shorter time',
    };
  }
}

/** A promise is taken back by the nation that gave it. */
function* dropFindings(options: readonly PlacedOption[], { option, at, nation }: PlacedOption): Generator<Finding> {
  const own = options.filter((other) => other.nation === nation).flatMap((other) => other.option.promises ?? []);
  const given = rosterOf(`promise of ${nation ?? 'this seat'}`, own, 'the "promises" of an option');
  yield* resolveAll([...at, 'drops'], option.drops ?? [], given);
}

function* bypassFindings({ coalition }: Setting, { option, at, nation }: PlacedOption): Generator<Finding> {
  for (const [i, bypassed] of (option.bypasses ?? []).entries()) {
    const place: Path = [...at, 'bypasses', i];
    if (bypassed === nation) yield ownNation(place, bypassed);
    else yield* resolveAlly(place, bypassed, coalition);
  }
}

export function* promisesFindings(setting: Setting): Generator<Finding> {
  const options = optionsOf(setting.scenario);
  const seen = new Map<string, Path>();
  for (const placed of options) {
    yield* promiseFindings(setting, placed);
    yield* dropFindings(options, placed);
    yield* bypassFindings(setting, placed);
    for (const [i, { id }] of (placed.option.promises ?? []).entries()) {
      const place: Path = [...placed.at, 'promises', i];
      const first = seen.get(id);
      if (first === undefined) seen.set(id, place);
      else yield twice(place, first, `the promise "${id}"`, 'in the scenario');
    }
  }
}

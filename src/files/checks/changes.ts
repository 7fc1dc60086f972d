/** Changes to a coalition: every one finds its place, and what comes out is as sound as what went in. */
import { formatDuration } from '../../core/kernel/units.ts';
import { applyChanges, durationKeys } from '../../core/model/apply-policy.ts';
import type { Coalition } from '../../core/model/coalition.ts';
import { coalitionSchema } from '../../core/model/coalition.ts';
import type { Change } from '../../core/model/policy.ts';
import { valueAt } from '../expectations.ts';
import type { Finding, Path } from '../problems.ts';
import { readAgainst } from '../schema-findings.ts';
import { accessFindings } from './access.ts';
import { bookFindings } from './book.ts';
import { coalitionFindings } from './coalition.ts';
import { decisionFindings } from './decisions.ts';
import { nationFindings } from './nations.ts';
import { scenarioFindings } from './scenario.ts';
import type { Setting } from './setting.ts';
import { taskFindings } from './tasks.ts';

/** A change, and where it stands. */
export interface PlacedChange {
  readonly change: Change;
  readonly at: Path;
}

function unmatchedFinding({ change, at }: PlacedChange): Finding {
  const scaling = change.scale !== undefined;
  return {
    at: [...at, 'at'],
    found: `the path "${change.at}", at which the coalition has ${scaling ? 'no duration or share' : 'nothing'}`,
    expected: scaling
      ? 'the path of a duration, a share, or something that holds some'
      : 'a path that leads to at least one place',
    mend: 'compare the names in the path with those in the coalition files',
  };
}

/** A coalition as files would write it: durations as text. */
function asWritten(value: unknown, key = ''): unknown {
  if (typeof value === 'number' && durationKeys.has(key))
    return Number.isSafeInteger(value) && value >= 0 ? formatDuration(value) : value;
  if (Array.isArray(value)) return value.map((entry) => asWritten(entry));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([inner, part]) => [inner, asWritten(part, inner)]));
}

/** Something wrong after a change, and where: the part's name and the place as a change's path would name it. */
interface Consequence {
  readonly finding: Finding;
  readonly where: string;
}

function consequencesIn(name: string, findings: Iterable<Finding>, roots: object): Consequence[] {
  return [...findings].map((finding) => ({
    finding,
    where: `${name}: ${selectorPath(roots, finding.at).split('/').slice(1).join('/')}`,
  }));
}

/**
 * What is wrong with a coalition and with the scenarios in it; of several layers the first, since the others lean on
 * it.
 */
function consequences(coalition: Coalition, settings: readonly Setting[], known: ReadonlySet<string>): Consequence[] {
  const checks = [scenarioFindings, nationFindings, taskFindings, decisionFindings, bookFindings, accessFindings];
  const inSetting = (setting: Setting) => {
    const changed = { ...setting, coalition };
    return consequencesIn(
      setting.scenario.id,
      checks.flatMap((check) => [...check(changed)]),
      changed,
    );
  };
  const layers: readonly (() => Consequence[])[] = [
    () =>
      consequencesIn('coalition', readAgainst(coalitionSchema, asWritten(coalition), ['coalition']).findings, {
        coalition,
      }),
    () => consequencesIn('coalition', coalitionFindings(coalition), { coalition }),
    () => settings.flatMap(inSetting),
  ];
  for (const layer of layers) {
    const found = layer().filter((one) => !known.has(nameOf(one)));
    if (found.length > 0) return found;
  }
  return [];
}

function nameOf({ where, finding }: Consequence): string {
  return `${where} ${finding.found}`;
}

const naming = ['id', 'role', 'from', 'to', 'by', 'nation', 'area', 'sensor', 'object'];

/** A place as a change's path would name it: `pairs/from=us&to=france/carriage`. */
function selectorPath(root: object, path: Path): string {
  const steps = path.map((step, i) => {
    const value = valueAt(root, path.slice(0, i + 1));
    if (typeof step === 'string' || typeof value !== 'object' || value === null) return String(step);
    const given = Object.entries(value).filter(([key, text]) => naming.includes(key) && typeof text === 'string');
    const own = given.some(([key]) => key === 'id') ? given.filter(([key]) => key === 'id') : given;
    return own.length === 0 ? String(step) : own.map(([key, text]) => `${key}=${text}`).join('&');
  });
  return steps.join('/');
}

/** The names of all that is wrong before any change, layer by layer. */
function namesOfAll(coalition: Coalition, settings: readonly Setting[]): Set<string> {
  const names = new Set<string>();
  for (;;) {
    const found = consequences(coalition, settings, names);
    if (found.length === 0) return names;
    for (const consequence of found) names.add(nameOf(consequence));
  }
}

/** What changes break, each thing with the first change that breaks it. */
function* effectFindings(
  coalition: Coalition,
  placed: readonly PlacedChange[],
  settings: readonly Setting[],
): Generator<Finding> {
  const changes = placed.map(({ change }) => change);
  if (consequences(applyChanges(coalition, changes).coalition, settings, new Set()).length === 0) return;
  const before = namesOfAll(coalition, settings);
  const told = new Set<string>();
  for (const [i, { at }] of placed.entries()) {
    const { coalition: changed } = applyChanges(coalition, changes.slice(0, i + 1));
    for (const consequence of consequences(changed, settings, before)) {
      if (told.has(nameOf(consequence))) continue;
      told.add(nameOf(consequence));
      const { found, expected, mend } = consequence.finding;
      yield { at, found: `a change that leads to ${found} (${consequence.where})`, expected, mend };
    }
  }
}

/** All that is wrong with changes to a coalition, and with the scenarios that are played in what comes out. */
export function* changeFindings(
  coalition: Coalition,
  placed: readonly PlacedChange[],
  settings: readonly Setting[],
): Generator<Finding> {
  const { unmatched } = applyChanges(
    coalition,
    placed.map(({ change }) => change),
  );
  for (const i of unmatched) yield unmatchedFinding(placed[i] as PlacedChange);
  if (unmatched.length === 0) yield* effectFindings(coalition, placed, settings);
}

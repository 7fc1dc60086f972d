/**
 * Ranks policies on a scenario: `npm run rank -- slow-approach [--replications 1000] [--seed first] [--bought 200]`. Prints Markdown: windows met,
 * restricted times, harms and where the time went, each arm against the first on the same luck; and what each cause's absence would buy
 * back. `--levers` ranks each lever of the packages by itself instead, `--less clear-words` a package without each of its levers.
 * Deterministic but for the time that it takes.
 */
import { parseArgs } from 'node:util';
import { causes } from '../src/core/model/facts.ts';
import type { Definition } from '../src/core/model/scenario.ts';
import { loadDefinition } from '../src/files/library.ts';
import { listLibrary } from '../src/files/library-parts.ts';
import { nodeReader } from '../src/files/node-reader.ts';
import { boughtBackOver } from '../src/study/bought-back.ts';
import type { Arm, Estimate } from '../src/study/ranking.ts';
import { differenceOf, measured, runArms } from '../src/study/ranking.ts';
import { column } from '../src/study/replications.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    replications: { type: 'string', default: '1000' },
    bought: { type: 'string', default: '200' },
    seed: { type: 'string', default: 'first' },
    policies: { type: 'string' },
    levers: { type: 'boolean', default: false },
    less: { type: 'string' },
  },
});
const scenario = positionals[0] ?? 'slow-approach';
const reader = nodeReader('scenarios');
const known = listLibrary(reader).policies;
const asked = values.policies?.split(',') ?? ['as-is-2023', ...known.filter((name) => name !== 'as-is-2023')];
const packages = (names: readonly string[]): Definition[] =>
  names.map((policy) => loadDefinition(reader, scenario, policy));

/** Each lever of the packages by itself, in the arrangement of 2023. */
function alone(): Definition[] {
  const all = packages(known);
  const asIs = all.find(({ policy }) => policy.id === 'as-is-2023') as Definition;
  const levers = new Map(all.flatMap(({ policy }) => policy.levers.map((lever) => [lever.id, lever] as const)));
  const each = [...levers.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return [asIs, ...each.map((lever) => ({ ...asIs, policy: { ...asIs.policy, id: lever.id, levers: [lever] } }))];
}

/** A package, and the same without each of its levers. */
function less(name: string): Definition[] {
  const whole = loadDefinition(reader, scenario, name);
  const without = ({ id }: { readonly id: string }): Definition => ({
    ...whole,
    policy: { ...whole.policy, id: `without ${id}`, levers: whole.policy.levers.filter((lever) => lever.id !== id) },
  });
  return [whole, ...whole.policy.levers.map(without)];
}

const definitions = values.less !== undefined ? less(values.less) : values.levers ? alone() : packages(asked);
const wanted = { seed: values.seed, from: 0, count: Number(values.replications), standIn: 'by-the-book' } as const;

const HOUR = 3600;
const say = (line = '') => process.stdout.write(`${line}\n`);
const row = (cells: readonly string[]) => say(`| ${cells.join(' | ')} |`);
const head = (cells: readonly string[]) => {
  row(cells);
  row(cells.map(() => '---'));
};
const shown = ({ mean, halfWidth }: Estimate, unit = 1, digits = 2): string =>
  `${(mean / unit).toFixed(digits)} ± ${(halfWidth / unit).toFixed(digits)}`;

function table(
  title: string,
  arms: readonly Arm[],
  measures: readonly (readonly [string, string, number?, number?])[],
) {
  say(`\n### ${title}\n`);
  head(['policy', ...measures.map(([, label]) => label)]);
  arms.forEach((arm, at) => {
    const cells = measures.map(([measure, , unit = 1, digits = 2]) =>
      at === 0
        ? shown(measured(arm, measure), unit, digits)
        : `${shown(differenceOf(arm, arms[0] as Arm, measure), unit, digits)}`,
    );
    row([at === 0 ? `${arm.policy} (level)` : arm.policy, ...cells]);
  });
}

/** What each cause's absence would buy back of the first arm. */
function showBought(definition: Definition, incidents: readonly string[]) {
  say(`\n### What each cause's absence would buy back (${definition.policy.id}, ${values.bought} replications)\n`);
  head(['without', ...incidents]);
  const bought = boughtBackOver(definition, { ...wanted, count: Number(values.bought) });
  for (const cause of causes) {
    const cells = incidents.map((id) => {
      const one = bought.find((entry) => entry.cause === cause && entry.incident === id);
      if (one === undefined) return '';
      return `${(one.meanSeconds / HOUR).toFixed(1)} ± ${(one.halfWidth / HOUR).toFixed(1)} h; ${one.metAsIs} → ${one.metWithout} ‰`;
    });
    row([cause, ...cells]);
  }
}

/** In how many replications each answer was over sooner than in the first arm, and in how many later. */
function showPairs([first, ...others]: readonly Arm[], incidents: readonly string[]) {
  say(`\n### Sooner and later than the first, of ${wanted.count}\n`);
  head(['policy', ...incidents]);
  for (const arm of others)
    row([
      arm.policy,
      ...incidents.map((id) => {
        const before = column((first as Arm).rows, `restricted.${id}`);
        const after = column(arm.rows, `restricted.${id}`);
        const count = (is: (now: number, then: number) => boolean) =>
          after.filter((now, at) => is(now, before[at] as number)).length;
        return `${count((now, then) => now < then)}, ${count((now, then) => now > then)}`;
      }),
    ]);
}

const SUMMED = ['restricted', 'aware'];

/** An arm with two more measures: the restricted seconds of all its incidents, and those to every nation's awareness of each. */
function withSums({ policy, rows }: Arm): Arm {
  const width = rows.measures.length;
  const parts = SUMMED.map((sum) => rows.measures.flatMap((name, at) => (name.startsWith(`${sum}.`) ? [at] : [])));
  const wider = new Float64Array((rows.rows.length / width) * (width + parts.length));
  for (let from = 0, to = 0; from < rows.rows.length; from += width, to += width + parts.length) {
    const one = rows.rows.subarray(from, from + width);
    wider.set(one, to);
    for (const [i, part] of parts.entries())
      wider[to + width + i] = part.reduce((sum, at) => sum + (one[at] as number), 0);
  }
  return { policy, rows: { measures: [...rows.measures, ...SUMMED], rows: wider } };
}

const began = performance.now();
const arms = runArms(definitions, wanted).map(withSums);
const incidents = (definitions[0] as Definition).scenario.incidents.map(({ id }) => id).sort();
const allies = (definitions[0] as Definition).coalition.nations
  .filter(({ id, adversary }) => id !== 'us' && adversary !== true)
  .map(({ id }) => id);
say(
  `Scenario ${scenario}, ${wanted.count} replications an arm on the same seeds (${wanted.seed}/0 …), every seat by the book. The first row is the level;`,
);
say('every other is the paired difference from it, with 95 % intervals (unadjusted for how many there are).');
table('Windows met', arms, [['windows-met', 'of all'], ...incidents.map((id) => [`window.${id}`, id] as const)]);
table('Hours to the end of the answer (restricted)', arms, [
  ['restricted', 'of all', HOUR, 1],
  ...incidents.map((id) => [`restricted.${id}`, id, HOUR, 1] as const),
  ['aware', 'to awareness, all nations', HOUR, 1],
]);
showPairs(arms, incidents);
table('Where the time went, hours on the walks of all incidents', arms, [
  ...causes.map((cause) => [`charged.${cause}`, cause, HOUR, 1] as const),
  ['charged.trust', 'of it trust', HOUR, 2],
]);
table('Price and harm', arms, [
  ['desk-seconds', 'desk hours', HOUR, 1],
  ['handovers-begun', 'handovers'],
  ['handovers-denied', 'refused'],
  ['misroutes', 'wrong doors'],
  ['manual-touches', 'typed again'],
  ['on-time-share', 'on time ‰', 1, 0],
  ['sources-exposed', 'sources exposed'],
  ['third-party-breaches', 'breaches'],
  ['needless-acts', 'needless acts'],
  ['attributions-right', 'right attributions'],
  ['attributions-wrong', 'wrong attributions'],
  ['escalation', 'top rung'],
  ['service-hours-lost', 'service-hours lost', 1, 0],
  ['say-do-index', 'say-do ‰', 1, 0],
]);
table(
  'Trust in the lead nation at the end',
  arms,
  allies.map((id) => [`trust.${id}`, id, 1, 0] as const),
);
table(
  'Load by the exercise, parts of a thousand of the time on shift',
  arms,
  (arms[0] as Arm).rows.measures
    .filter((measure) => measure.startsWith('load.'))
    .map((measure) => [measure, measure.slice('load.'.length), 1, 0] as const),
);
if (Number(values.bought) > 0) showBought(definitions[0] as Definition, incidents);
process.stderr.write(`${((performance.now() - began) / 1000).toFixed(0)} s\n`);

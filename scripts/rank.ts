/**
 * Ranks policies on a scenario: `npm run rank -- slow-approach [--replications 1000] [--seed first] [--bought 200]`. Prints Markdown: windows met,
 * restricted times, harms and where the time went, each arm against the first on the same luck; and what each cause's absence would buy
 * back. Deterministic but for the time that it takes.
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

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    replications: { type: 'string', default: '1000' },
    bought: { type: 'string', default: '200' },
    seed: { type: 'string', default: 'first' },
    policies: { type: 'string' },
  },
});
const scenario = positionals[0] ?? 'slow-approach';
const reader = nodeReader('scenarios');
const known = listLibrary(reader).policies;
const asked = values.policies?.split(',') ?? ['as-is-2023', ...known.filter((name) => name !== 'as-is-2023')];
const definitions = asked.map((policy): Definition => loadDefinition(reader, scenario, policy));
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

const began = performance.now();
const arms = runArms(definitions, wanted);
const incidents = (definitions[0] as Definition).scenario.incidents.map(({ id }) => id).sort();
const allies = (definitions[0] as Definition).coalition.nations
  .filter(({ id, adversary }) => id !== 'us' && adversary !== true)
  .map(({ id }) => id);
say(
  `Scenario ${scenario}, ${wanted.count} replications an arm on the same seeds (${wanted.seed}/0 …), every seat by the book. The first row is the level;`,
);
say('every other is the paired difference from it, with 95 % intervals (unadjusted for how many there are).');
table('Windows met', arms, [['windows-met', 'of all'], ...incidents.map((id) => [`window.${id}`, id] as const)]);
table(
  'Hours to the end of the answer (restricted)',
  arms,
  incidents.map((id) => [`restricted.${id}`, id, HOUR, 1] as const),
);
table('Where the time went, hours on the walks of all incidents', arms, [
  ...causes.map((cause) => [`charged.${cause}`, cause, HOUR, 1] as const),
  ['charged.trust', 'of it trust', HOUR, 2],
]);
table('Price and harm', arms, [
  ['desk-seconds', 'desk hours', HOUR, 1],
  ['handovers-denied', 'refused'],
  ['on-time-share', 'on time ‰', 1, 0],
  ['sources-exposed', 'sources exposed'],
  ['third-party-breaches', 'breaches'],
  ['needless-acts', 'needless acts'],
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
say(`\n### What each cause's absence would buy back (as-is, ${values.bought} replications)\n`);
head(['without', ...incidents]);
const bought = boughtBackOver(definitions[0] as Definition, { ...wanted, count: Number(values.bought) });
for (const cause of causes) {
  const cells = incidents.map((id) => {
    const one = bought.find((entry) => entry.cause === cause && entry.incident === id);
    if (one === undefined) return '';
    return `${(one.meanSeconds / HOUR).toFixed(1)} ± ${(one.halfWidth / HOUR).toFixed(1)} h; ${one.metAsIs} → ${one.metWithout} ‰`;
  });
  row([cause, ...cells]);
}
process.stderr.write(`${((performance.now() - began) / 1000).toFixed(0)} s\n`);

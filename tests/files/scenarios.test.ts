import { expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { scenarioDigestOf } from '../../src/core/engine/index.ts';
import { checkAll, loadDefinition } from '../../src/files/library.ts';
import { nodeReader } from '../../src/files/node-reader.ts';
import { leversIn } from '../../src/files/policy-files.ts';
import { formatProblems } from '../../src/files/problems.ts';
import type { Reader } from '../../src/files/reader.ts';

it('the scenarios, policies and coalition of this repository have nothing wrong with them', { timeout: 60_000 }, () => {
  expect(formatProblems(checkAll(nodeReader('scenarios')))).toBe('');
});

it('no lever is left that no package pulls', () => {
  const reader = nodeReader('scenarios');
  const nameOf = (file: string) => file.replace('.yaml', '');
  const packages = reader.list('policies').filter((name) => name.endsWith('.yaml'));
  const pulled = new Set(packages.flatMap((file) => leversIn(reader, nameOf(file))));
  const levers = reader.list('policies/levers').map(nameOf);
  expect(levers.length).toBeGreaterThan(20);
  expect(levers.filter((lever) => !pulled.has(lever))).toEqual([]);
});

/** The texts of a scenario's files, with its incidents in scenario.yaml as if it had never had files of its own for them. */
function inOneFile(scenario: string): Reader {
  const reader = nodeReader('scenarios');
  const main = parse(reader.read(`${scenario}/scenario.yaml`) ?? '');
  const files = reader
    .list(`${scenario}/incidents`)
    .map((name) => parse(reader.read(`${scenario}/incidents/${name}`) ?? ''));
  const whole = {
    ...main,
    incidents: [...main.incidents, ...files.map(({ incident }) => incident)],
    products: [...main.products, ...files.flatMap(({ products = [] }) => products)],
    injects: [...main.injects, ...files.flatMap(({ injects = [] }) => injects)],
    ladder: { ...main.ladder, moves: [...main.ladder.moves, ...files.flatMap(({ ladder = [] }) => ladder)] },
  };
  const text = stringify(whole, { aliasDuplicateObjects: false });
  return {
    ...reader,
    list: (folder) => (folder === `${scenario}/incidents` ? [] : reader.list(folder)),
    read: (path) => (path === `${scenario}/scenario.yaml` ? text : reader.read(path)),
  };
}

it('the slow approach is the same in one file as in one for each incident', { timeout: 60_000 }, () => {
  const digestOf = (reader: Reader) => scenarioDigestOf(loadDefinition(reader, 'slow-approach', 'as-is-2023'));
  expect(digestOf(inOneFile('slow-approach'))).toBe(digestOf(nodeReader('scenarios')));
});

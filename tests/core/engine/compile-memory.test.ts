import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { compile, replay } from '../../../src/core/engine/index.ts';
import type { Cause } from '../../../src/core/model/facts.ts';
import type { Definition } from '../../../src/core/model/scenario.ts';
import { loadDefinition } from '../../../src/files/library.ts';
import { nodeReader } from '../../../src/files/node-reader.ts';

const reader = nodeReader(fileURLToPath(new URL('../../../scenarios', import.meta.url)), 'scenarios');
const all = loadDefinition(reader, 'first-evening', 'all-reforms');

const under = (levers: Definition['policy']['levers']): Definition => ({ ...all, policy: { ...all.policy, levers } });

const told = (definition: Definition, without: Cause | null) =>
  replay(compile(definition, without), { seed: 'again', held: [], standIn: 'by-the-book' }, []).facts;

test('a definition compiled after others that it shares its parts with runs as one that nothing is remembered of', () => {
  const { levers } = all.policy;
  const settings: [Definition, Cause | null][] = [
    [under([]), null],
    [under(levers), null],
    [under(levers.slice(1)), null],
    [under(levers), 'regulation'],
    [under(levers.slice(0, 1)), 'sensing'],
    [under(levers.slice(-1)), null],
    [under([]), null],
  ];
  const found = settings.map(([definition, without]) => {
    const facts = told(definition, without);
    expect(facts).toEqual(told(structuredClone(definition), without));
    return JSON.stringify(facts);
  });
  expect(found.at(-1)).toBe(found[0]);
  expect(new Set(found).size).toBe(found.length - 1);
});

import { describe, expect, it } from 'vitest';
import { applyPolicy } from '../../src/core/model/apply-policy.ts';
import { checkAll, loadDefinition, loadLibrary } from '../../src/files/library.ts';
import { coalitionInOrder } from '../../src/files/normalise.ts';
import { readerOf, tinyDefinition, tinyTexts } from '../support/tiny-library.ts';

const NEWER = 'coalition/arrangements/newer.yaml';
const newer = `arrangement: newer
title: After the treaty
changes:
  - at: pairs/from=us&to=france/carriage/rekey/exactly
    set: 5m
    source: handbook
    confidence: medium
  - at: delegations/by=us&to=france/kinds
    add: [track]
    source: estimate
    confidence: low
    basis: the treaty names kinds
`;

const policy = (tinyTexts['policies/as-is.yaml'] ?? '')
  .replace('id: as-is', 'id: since')
  .replace('arrangement: "tiny"', 'arrangement: "newer"');

const texts = { ...tinyTexts, [NEWER]: newer, 'policies/since.yaml': policy };

function problemsOf(changed: Readonly<Record<string, string>>): string[] {
  const problems = checkAll(readerOf({ ...texts, ...changed }));
  return problems.map(({ file, line, path, message }) => `${file}:${line} ${path}: ${message}`);
}

describe('an arrangement', () => {
  it('is the coalition of the files with its changes', () => {
    const { coalitions } = loadLibrary(readerOf(texts));
    expect(coalitions.map(({ arrangement }) => arrangement)).toEqual(['tiny', 'newer']);
    const { coalition } = loadDefinition(readerOf(texts), 'tiny', 'since');
    const pair = coalition.pairs.find(({ from }) => from === 'us');
    expect(coalition.arrangement).toBe('newer');
    expect(pair?.carriage.rekey).toEqual({ exactly: 300, source: 'handbook', confidence: 'medium' });
    expect(coalition.delegations[0]?.kinds).toContain('track');
  });

  it('leaves the coalition of the files as it was', () => {
    expect(loadDefinition(readerOf(texts), 'tiny', 'as-is')).toEqual(tinyDefinition('as-is'));
  });

  it('is what a policy with the same changes would make, but for its name', () => {
    const changes = newer.slice(newer.indexOf('changes:')).replaceAll(/^/gm, '    ');
    const words =
      'title: The treaty\n    owner: x\n    leadTime: x\n    cost: x\n    harm: x\n    expected: x\n    source: handbook';
    const lever = `levers:\n  - id: treaty\n    ${words}\n${changes}`;
    const texted = (tinyTexts['policies/as-is.yaml'] ?? '')
      .replace('id: as-is', 'id: treaty')
      .replace('levers: []', lever);
    const { coalition, policy: treaty } = loadDefinition(
      readerOf({ ...texts, 'policies/treaty.yaml': texted }),
      'tiny',
      'treaty',
    );
    const changed = coalitionInOrder(applyPolicy(coalition, treaty).coalition);
    const arranged = loadDefinition(readerOf(texts), 'tiny', 'since').coalition;
    expect({ ...changed, arrangement: '' }).toEqual({ ...arranged, arrangement: '' });
  });

  it('bears the name of its file', () => {
    const { [NEWER]: _, ...others } = texts;
    const problems = checkAll(readerOf({ ...others, 'coalition/arrangements/later.yaml': newer }));
    expect(problems).toMatchObject([
      { file: 'scenarios/coalition/arrangements/later.yaml', line: 1, path: 'arrangement', message: '"newer"' },
    ]);
  });

  it('is not what the coalition files call themselves', () => {
    const { [NEWER]: _, 'policies/since.yaml': _policy, ...others } = texts;
    const renamed = { 'coalition/arrangements/tiny.yaml': newer.replace('arrangement: newer', 'arrangement: tiny') };
    const problems = checkAll(readerOf({ ...others, ...renamed }));
    expect(problems.map(({ message }) => message)).toEqual([
      '"tiny", which is what the coalition files call themselves',
    ]);
  });

  it('has a change that finds no place said of its own file', () => {
    expect(problemsOf({ [NEWER]: newer.replace('to=france/carriage', 'to=us/carriage') })).toEqual([
      `scenarios/${NEWER}:4 changes[0].at: the path "pairs/from=us&to=us/carriage/rekey/exactly", at which the coalition has nothing`,
    ]);
  });

  it('has a value that does not fit said of its own file', () => {
    expect(problemsOf({ [NEWER]: newer.replace('set: 5m', 'set: 5') })).toEqual([
      `scenarios/${NEWER}:5 changes[0].set: the number 5`,
    ]);
  });

  it('has what it breaks in a scenario said of the change that breaks it', () => {
    const desk = `  - at: organisations/id=us-capital/desks
    set: []
    source: handbook
    confidence: medium
`;
    expect(problemsOf({ [NEWER]: newer + desk })).toContainEqual(
      expect.stringContaining(`scenarios/${NEWER}:13 changes[2]: a change that leads to "us-operations", which has no`),
    );
  });

  it('has nothing said of its policies while it cannot be read', () => {
    expect(problemsOf({ [NEWER]: 'title: Soon\n' })).toEqual([
      expect.stringContaining(`${NEWER}:1 arrangement`),
      expect.stringContaining(`${NEWER}:1 changes`),
    ]);
  });

  it('is one that a policy can name', () => {
    expect(problemsOf({ 'policies/since.yaml': policy.replace('"newer"', '"never"') })).toEqual([
      'scenarios/policies/since.yaml:4 arrangement: the arrangement "never"',
    ]);
  });

  it('does not pass over a file whose name has another ending', () => {
    expect(problemsOf({ 'coalition/arrangements/more.yml': '' })).toEqual([
      'scenarios/coalition/arrangements/more.yml:1 : a file that would not be read',
    ]);
  });
});

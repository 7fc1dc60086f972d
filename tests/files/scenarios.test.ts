import { expect, it } from 'vitest';
import { checkAll } from '../../src/files/library.ts';
import { nodeReader } from '../../src/files/node-reader.ts';
import { formatProblems } from '../../src/files/problems.ts';

it('the scenarios, policies and coalition of this repository have nothing wrong with them', { timeout: 60_000 }, () => {
  expect(formatProblems(checkAll(nodeReader('scenarios')))).toBe('');
});

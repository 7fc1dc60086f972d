import { expect, it } from 'vitest';
import { fakeTerminal, tinyFolder } from '../support/fake-terminal.ts';

const { saydo } = fakeTerminal();

it.each([
  ['scenarios/tiny/scenario.yaml', '1 checked, nothing wrong: tiny'],
  ['scenarios/tiny/access.yaml', '1 checked, nothing wrong: tiny'],
  ['scenarios/tiny/incidents/visit.yaml', '1 checked, nothing wrong: tiny'],
  ['scenarios/coalition/arrangements/newer.yaml', '3 checked, nothing wrong: tiny, as-is, reform'],
  ['scenarios/policies/levers/quicker-hands.yaml', '3 checked, nothing wrong: tiny, as-is, reform'],
])('saydo check %s checks whatever the file is part of', async (path, says) => {
  expect((await saydo(`check ${path} --library ${tinyFolder}`)).out).toContain(says);
});

import { expect, it } from 'vitest';
import { policiesInOrder } from '../../src/files/policy-order.ts';

const policy = (id: string, arrangement: string, levers: number) => ({
  id,
  arrangement,
  levers: Array(levers).fill(id),
});
const policies = [
  policy('all', '2023', 19),
  policy('now', '2026', 0),
  policy('then', '2023', 0),
  policy('words', '2023', 4),
  policy('trade', '2023', 3),
];
const names = (startsAt?: string) => policiesInOrder(policies, startsAt).map(({ id }) => id);

it('policies are offered from no lever to all of them', () => {
  expect(names()).toEqual(['then', 'now', 'trade', 'words', 'all']);
});

it('an exercise is offered the world of its own year before any other', () => {
  expect(names('2026-05-01T08:00:00Z')).toEqual(['now', 'then', 'trade', 'words', 'all']);
});

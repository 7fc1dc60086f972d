import { expect, it } from 'vitest';
import { act, build, desk, exactly, incident, MIN, organisation } from '../../support/build.ts';
import { play } from '../../support/play.ts';

const kinds = [
  { task: 'assess', cause: 'sensing', role: 'assessment' },
  { task: 'coordinate', cause: 'coordination', role: 'coordination' },
  { task: 'act', cause: 'execution', role: 'watch' },
  { task: 'announce', cause: 'execution', role: 'decision' },
] as const;

it.each(kinds)('[R35] $task is done at the $role desk and charged to $cause', ({ task, cause, role }) => {
  const played = play(
    build({
      incidents: [incident('a', [act('do', { task, at: 'us-ops', takes: exactly(7 * MIN) })])],
      coalition: {
        organisations: [
          organisation('fr-ops', 'fr'),
          organisation('us-ops', 'us', [desk(role)]),
          organisation('us-policy', 'us'),
        ],
      },
    }),
  );
  expect(played.charged('a')).toEqual({ [cause]: 7 * MIN });
  expect(played.all('WorkBegan').map(({ desk: at }) => at)).toEqual([`us-ops/${role}`]);
});

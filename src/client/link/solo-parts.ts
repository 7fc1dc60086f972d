/** What a start page and a table for one person are made of in a real page. What only a run needs is fetched once it is wanted. */
import { fetched } from './fetched.ts';
import { builtIn } from './library.ts';
import { createSavedRuns } from './saved-runs.ts';
import type { SoloTableParts } from './solo-table.ts';
import { stageOf } from './stage.ts';
import type { StartDeskParts } from './start-desk.ts';

const engine = () => import('../../exercise/exercise.ts');

/** Beginning a large exercise takes most of a second: long enough for the page to say so first. */
const aFrame = () => new Promise((resolve) => setTimeout(resolve, 20));

/** `places`: brings the places in which runs are played. `fetchAhead` brings all that a run needs; where that fails, beginning one tries again. */
export function soloParts(
  places: () => Promise<unknown>,
): SoloTableParts & StartDeskParts & { readonly fetchAhead: () => Promise<unknown> } {
  const needed = () => fetched(() => Promise.all([engine(), places()]));
  return {
    shelf: builtIn,
    stage: stageOf,
    runs: createSavedRuns(),
    begin: async (...given) => {
      const [{ beginExercise }] = await needed();
      await aFrame();
      return beginExercise(...given);
    },
    wallClock: () => Date.now(),
    fetchAhead: () => needed().catch(() => undefined),
  };
}

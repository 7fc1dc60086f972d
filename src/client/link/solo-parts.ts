/** What a start page and a table for one person are made of in a real page. The engine is fetched once it is wanted. */
import { fetched } from './fetched.ts';
import { builtIn } from './library.ts';
import { createSavedRuns } from './saved-runs.ts';
import type { SoloTableParts } from './solo-table.ts';
import { stageOf } from './stage.ts';
import type { StartDeskParts } from './start-desk.ts';

const engine = () => fetched(() => import('../../exercise/exercise.ts'));

export const soloParts = (): SoloTableParts & StartDeskParts => ({
  shelf: builtIn,
  stage: stageOf,
  runs: createSavedRuns(),
  begin: async (...given) => (await engine()).beginExercise(...given),
  wallClock: () => Date.now(),
});

/** Has the engine at hand before it is asked for. Where that fails, it will be tried again then. */
export const fetchEngine = (): Promise<unknown> => engine().catch(() => undefined);

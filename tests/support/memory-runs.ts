/** Runs kept as long as the test lasts, through the same copying that a browser's store does. */
import type { SavedRun, SavedRuns } from '../../src/client/link/saved-runs.ts';

export function memoryRuns(): SavedRuns {
  const runs = new Map<string, SavedRun>();
  return {
    all: async () => [...runs.values()].toSorted((a, b) => b.savedAt - a.savedAt),
    get: async (id) => runs.get(id),
    put: async (run) => void runs.set(run.id, structuredClone(run)),
    remove: async (id) => void runs.delete(id),
  };
}

/** Runs kept in this browser: the choice and the inputs, from which everything else is made again. */
import type { DBSchema, IDBPDatabase } from 'idb';
import { openDB } from 'idb';
import type { Input } from '../../exercise/exercise.ts';

export interface SavedRun {
  readonly id: string;
  readonly scenario: string;
  readonly policy: string;
  /** A shorter way through the scenario. Null where it is played whole; absent where it was kept before there were cuts. */
  readonly cut?: string | null;
  /** Digest of the definition; another one cannot replay these inputs. */
  readonly definition: string;
  readonly seed: string;
  readonly held: readonly string[];
  readonly seat: string;
  readonly curtain: boolean;
  readonly inputs: readonly Input[];
  readonly now: number;
  readonly ended: boolean;
  /** Digest of the run at `now`. */
  readonly digest: string;
  /** Milliseconds since 1970, to list the latest first. */
  readonly savedAt: number;
}

export interface SavedRuns {
  readonly all: () => Promise<readonly SavedRun[]>;
  readonly get: (id: string) => Promise<SavedRun | undefined>;
  /** Settles once the run is on disk. */
  readonly put: (run: SavedRun) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
}

interface Shape extends DBSchema {
  runs: { key: string; value: SavedRun };
}

export function createSavedRuns(name = 'say-do'): SavedRuns {
  let opened: Promise<IDBPDatabase<Shape>> | undefined;
  const open = (): Promise<IDBPDatabase<Shape>> => {
    opened ??= openDB<Shape>(name, 1, { upgrade: (db) => void db.createObjectStore('runs', { keyPath: 'id' }) });
    return opened;
  };
  return {
    all: async () => (await (await open()).getAll('runs')).toSorted((a, b) => b.savedAt - a.savedAt),
    get: async (id) => (await open()).get('runs', id),
    put: async (run) => {
      const writing = (await open()).transaction('runs', 'readwrite', { durability: 'strict' });
      await Promise.all([writing.store.put(run), writing.done]);
    },
    remove: async (id) => (await open()).delete('runs', id),
  };
}

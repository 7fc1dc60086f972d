/** The one door to workers: replications beside the page, so that it stays quick under the hand. */
import type { Definition } from '../core/model/scenario.ts';
import type { Replications, Wanted } from '../study/replications.ts';
import type { ReplicationChunk, ReplicationTask } from './replication.worker.ts';

/** Small enough to show something soon, large enough that messages cost nothing beside the work. */
const CHUNK = 50;

export interface Apart {
  /** All rows in order. Rejects when the worker fails. Never settles after `stop`. */
  readonly done: Promise<Replications>;
  stop(): void;
}

/** Runs replications in a web worker. `onProgress` hears how many are done. */
export function replicateApart(
  definition: Definition,
  wanted: Wanted,
  onProgress: (done: number) => void = () => {},
): Apart {
  const worker = new Worker(new URL('./replication.worker.ts', import.meta.url), { type: 'module' });
  const done = new Promise<Replications>((resolve, reject) => {
    const cells: number[] = [];
    worker.onmessage = ({ data }: MessageEvent<ReplicationChunk>) => {
      for (const cell of data.rows) cells.push(cell);
      const count = cells.length / data.measures.length;
      onProgress(count);
      if (count < wanted.count) return;
      worker.terminate();
      resolve({ measures: data.measures, rows: Float64Array.from(cells) });
    };
    worker.onerror = ({ message }) => {
      worker.terminate();
      reject(new Error(`the background work stopped: ${message}`));
    };
  });
  worker.postMessage({ definition, wanted, chunk: CHUNK } satisfies ReplicationTask);
  return { done, stop: () => worker.terminate() };
}

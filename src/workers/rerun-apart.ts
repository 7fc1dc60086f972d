/** Reruns beside the page, cause by cause. */
import type { Played, Without } from '../study/without-each.ts';

export interface RerunsApart {
  /** All of them. Rejects when the worker fails. Never settles after `stop`. */
  readonly done: Promise<readonly Without[]>;
  stop(): void;
}

/** `onProgress` hears how many causes are done. */
export function rerunApart(played: Played, onProgress: (done: number) => void): RerunsApart {
  const worker = new Worker(new URL('./rerun.worker.ts', import.meta.url), { type: 'module' });
  const done = new Promise<readonly Without[]>((resolve, reject) => {
    const found: Without[] = [];
    worker.onmessage = ({ data }: MessageEvent<Without | null>) => {
      if (data !== null) {
        found.push(data);
        onProgress(found.length);
        return;
      }
      worker.terminate();
      resolve(found);
    };
    worker.onerror = ({ message }) => {
      worker.terminate();
      reject(new Error(`the background work stopped: ${message}`));
    };
  });
  worker.postMessage(played);
  return { done, stop: () => worker.terminate() };
}

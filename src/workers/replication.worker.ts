/** A web worker that runs replications in the background, in chunks, so that whoever waits can see it sharpen. */
import { compile } from '../core/engine/index.ts';
import type { Definition } from '../core/model/scenario.ts';
import type { Wanted } from '../study/replications.ts';
import { replicate } from '../study/replications.ts';

export interface ReplicationTask {
  readonly definition: Definition;
  readonly wanted: Wanted;
  readonly chunk: number;
}

export interface ReplicationChunk {
  readonly measures: readonly string[];
  readonly rows: Float64Array;
}

addEventListener('message', ({ data }: MessageEvent<ReplicationTask>) => {
  const { definition, wanted, chunk } = data;
  const plan = compile(definition);
  for (let done = 0; done < wanted.count; done += chunk) {
    const count = Math.min(chunk, wanted.count - done);
    const { measures, rows } = replicate(plan, { ...wanted, from: wanted.from + done, count });
    postMessage({ measures, rows } satisfies ReplicationChunk);
  }
});

/** A web worker that runs one exercise again without each cause, and tells of each as it is done. */
import type { Played, Without } from '../study/without-each.ts';
import { withoutEach } from '../study/without-each.ts';

addEventListener('message', ({ data }: MessageEvent<Played>) => {
  for (const without of withoutEach(data)) postMessage(without satisfies Without);
  postMessage(null);
});

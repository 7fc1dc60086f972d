import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Library } from '../files/bundle.ts';
import { loadLibrary } from '../files/library.ts';
import { nodeReader } from '../files/node-reader.ts';

/** In the build, so that a new build forgets it. Begins with a dot: it is not served. */
const KEPT = '.library';

/**
 * The library as it was read and checked once for a build: reading it anew takes seconds, in which a host would serve nobody.
 * @throws a MalformedError when something in it is wrong.
 */
export function keptLibrary(scenarios: string, build: string): () => Library {
  const path = join(build, KEPT);
  if (!existsSync(path)) {
    writeFileSync(`${path}.new`, JSON.stringify(loadLibrary(nodeReader(scenarios, 'scenarios'))));
    renameSync(`${path}.new`, path);
  }
  let read: Library | undefined;
  return () => {
    read ??= JSON.parse(readFileSync(path, 'utf8')) as Library;
    return read;
  };
}

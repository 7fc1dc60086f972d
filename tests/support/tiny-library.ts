/** A library small enough to reckon by hand: two nations, three organisations, one incident, spreads that never vary. */

import type { Definition } from '../../src/core/model/scenario.ts';
import { loadDefinition } from '../../src/files/library.ts';
import type { Reader } from '../../src/files/reader.ts';

const FOLDER = '../files/fixtures/tiny/';

const raw = import.meta.glob<string>('../files/fixtures/tiny/**/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Its files' texts by their path in the library: `coalition/standing.yaml`, `tiny/scenario.yaml`, … */
export const tinyTexts: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(raw).map(([path, text]) => [path.slice(FOLDER.length), text]),
);

/** Reads a library from texts by path, as `nodeReader` does from a disk. */
export function readerOf(texts: Readonly<Record<string, string>>): Reader {
  return {
    name: 'scenarios',
    list: (folder) => {
      const start = folder === '' ? '' : `${folder}/`;
      const inside = Object.keys(texts).filter((path) => path.startsWith(start));
      return [...new Set(inside.map((path) => /^[^/]*\/?/.exec(path.slice(start.length))?.[0] ?? ''))];
    },
    read: (path) => texts[path],
  };
}

/** The tiny scenario as it is, or under the policy `reform`. */
export function tinyDefinition(policy: 'as-is' | 'reform' = 'as-is'): Definition {
  return loadDefinition(readerOf(tinyTexts), 'tiny', policy);
}

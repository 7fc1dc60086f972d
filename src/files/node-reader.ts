/** A library on a disk. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reader } from './reader.ts';

/** What a missing file or folder gives; other errors of the disk are thrown. */
function unlessMissing<T>(read: () => T, missing: T): T {
  try {
    return read();
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return missing;
    throw error;
  }
}

/**
 * Reads the library in a folder; problems call it by `name`, which is the folder as it was given unless said
 * otherwise.
 */
export function nodeReader(folder: string, name: string = folder): Reader {
  return {
    name: name.replaceAll('\\', '/').replace(/\/+$/, ''),
    list: (inner) => {
      const entries = unlessMissing(() => readdirSync(join(folder, inner), { withFileTypes: true }), []);
      return entries.map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name));
    },
    read: (path) => unlessMissing<string | undefined>(() => readFileSync(join(folder, path), 'utf8'), undefined),
  };
}

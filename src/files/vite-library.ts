/**
 * The Vite plugin behind `virtual:library`: the scenarios, policies and coalition of a folder, checked when they are
 * built in.
 */
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { compareText } from '../core/kernel/ids.ts';
import { loadLibrary } from './library.ts';
import { nodeReader } from './node-reader.ts';
import { MalformedError } from './problems.ts';
import type { Reader } from './reader.ts';

const NAME = 'virtual:library';
/** Vite's sign for modules that are no files. */
const RESOLVED = `\0${NAME}`;

/** Every file under a folder of a library, by its path in it. */
function filesUnder(reader: Reader, folder: string): string[] {
  const names = [...reader.list(folder)].sort(compareText);
  return names.flatMap((name) => {
    const path = folder === '' ? name : `${folder}/${name}`;
    return name.endsWith('/') ? filesUnder(reader, path.slice(0, -1)) : [path];
  });
}

/** The module's text. Throws with the problems in words, and without a stack trace, when files are malformed. */
function moduleOf(reader: Reader): string {
  try {
    return `export default JSON.parse(${JSON.stringify(JSON.stringify(loadLibrary(reader)))});`;
  } catch (error) {
    if (!(error instanceof MalformedError)) throw error;
    const plain = new Error(`the scenarios cannot be built in\n\n${error.message}`);
    plain.stack = '';
    throw plain;
  }
}

/**
 * Serves `virtual:library` from a folder, this repository's scenarios/ unless another is given. A build with malformed
 * files fails and says all that is wrong; a dev server loads the page again when a file is changed, added or removed.
 */
export function scenarioLibrary(folder: string = fileURLToPath(new URL('../../scenarios', import.meta.url))): Plugin {
  const reader = nodeReader(folder, 'scenarios');
  return {
    name: 'saydo:library',
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    load(id) {
      if (id !== RESOLVED) return undefined;
      for (const path of filesUnder(reader, '')) this.addWatchFile(join(folder, path));
      return moduleOf(reader);
    },
    configureServer(server) {
      server.watcher.add(folder);
    },
    // Not left to Vite: while files are malformed the module is not in its graph, and mending them has to bring the page back.
    hotUpdate({ file }) {
      if (!join(file).startsWith(folder + sep) || !file.endsWith('.yaml')) return undefined;
      const { moduleGraph, hot } = this.environment;
      const library = moduleGraph.getModuleById(RESOLVED);
      if (library !== undefined) moduleGraph.invalidateModule(library);
      hot.send({ type: 'full-reload' });
      return [];
    },
  };
}

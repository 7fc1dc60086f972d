/**
 * The Vite plugin behind `virtual:library`: the scenarios, policies and coalition of a folder, checked when they are
 * built in. The module holds an outline and the addresses of the rest: each scenario, coalition and policy is a JSON file of its own.
 */
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { compareText } from '../core/kernel/ids.ts';
import type { Library } from './bundle.ts';
import { outlineOf } from './bundle.ts';
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

/** Throws with the problems in words, and without a stack trace, when files are malformed. */
function checkedLibrary(reader: Reader): Library {
  try {
    return loadLibrary(reader);
  } catch (error) {
    if (!(error instanceof MalformedError)) throw error;
    const plain = new Error(`the scenarios cannot be built in\n\n${error.message}`);
    plain.stack = '';
    throw plain;
  }
}

/** The parts that are files of their own, by kind and name. */
const partsOf = ({
  scenarios,
  coalitions,
  policies,
}: Library): Readonly<Record<string, Readonly<Record<string, unknown>>>> => ({
  scenarios: Object.fromEntries(scenarios.map((one) => [one.scenario.id, one])),
  coalitions: Object.fromEntries(coalitions.map((one) => [one.arrangement, one])),
  policies: Object.fromEntries(policies.map((one) => [one.id, one])),
});

/** Gives a part an address: the text of an expression for it. */
type Address = (kind: string, name: string, part: unknown) => string;

function moduleOf(library: Library, addressFor: Address): string {
  const kinds = Object.entries(partsOf(library)).map(([kind, parts]) => {
    const addresses = Object.entries(parts).map(
      ([name, part]) => `${JSON.stringify(name)}: ${addressFor(kind, name, part)}`,
    );
    return `export const ${kind} = { ${addresses.join(', ')} };`;
  });
  const outline = JSON.stringify(JSON.stringify(outlineOf(library)));
  return [`export const outline = JSON.parse(${outline});`, ...kinds].join('\n');
}

/** Where a dev server has the parts. */
const SERVED = '/@library/';

/**
 * Serves `virtual:library` from a folder, this repository's scenarios/ unless another is given. A build with malformed
 * files fails and says all that is wrong; a dev server loads the page again when a file is changed, added or removed.
 */
export function scenarioLibrary(folder: string = fileURLToPath(new URL('../../scenarios', import.meta.url))): Plugin {
  const reader = nodeReader(folder, 'scenarios');
  let library: Library | undefined;
  const current = (): Library => {
    library ??= checkedLibrary(reader);
    return library;
  };
  return {
    name: 'saydo:library',
    buildStart() {
      library = undefined;
    },
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    load(id) {
      if (id !== RESOLVED) return undefined;
      for (const path of filesUnder(reader, '')) this.addWatchFile(join(folder, path));
      if (this.environment.mode !== 'build')
        return moduleOf(current(), (kind, name) => JSON.stringify(`${SERVED}${kind}/${name}`));
      return moduleOf(current(), (_kind, name, part) => {
        const file = this.emitFile({ type: 'asset', name: `${name}.json`, source: JSON.stringify(part) });
        return `import.meta.ROLLUP_FILE_URL_${file}`;
      });
    },
    configureServer(server) {
      server.watcher.add(folder);
      server.middlewares.use(SERVED, (request, response) => {
        const [kind = '', name = ''] = (request.url ?? '').slice(1).split('/');
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(partsOf(current())[kind]?.[name]));
      });
    },
    // Not left to Vite: while files are malformed the module is not in its graph, and mending them has to bring the page back.
    hotUpdate({ file }) {
      if (!join(file).startsWith(folder + sep) || !file.endsWith('.yaml')) return undefined;
      library = undefined;
      const { moduleGraph, hot } = this.environment;
      const module = moduleGraph.getModuleById(RESOLVED);
      if (module !== undefined) moduleGraph.invalidateModule(module);
      hot.send({ type: 'full-reload' });
      return [];
    },
  };
}

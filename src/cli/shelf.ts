/** Scenarios and policies that a command may name, and records that it may open. */
import { fileURLToPath } from 'node:url';
import { cutDefinition } from '../core/model/cut.ts';
import type { Definition } from '../core/model/scenario.ts';
import { listLibrary, loadDefinition } from '../files/library.ts';
import { nodeReader } from '../files/node-reader.ts';
import type { Reader } from '../files/reader.ts';
import type { OpenedRecord } from '../files/record-open.ts';
import { openRecord } from '../files/record-open.ts';
import { say } from '../words/index.ts';
import { MISUSE, NO, Stop, unknownName } from './stop.ts';
import type { Terminal } from './terminal.ts';
import { whileSaying } from './terminal.ts';

/** The library that comes with this copy of Say-Do. */
export const ownLibrary = fileURLToPath(new URL('../../scenarios', import.meta.url));

/** A library; problems call its own folder `scenarios`. */
export const libraryIn = (folder: string): Reader => nodeReader(folder, folder === ownLibrary ? 'scenarios' : folder);

/** Throws a Stop on a name that the library does not have, a MalformedError on files with problems. */
export function definitionIn(
  terminal: Terminal,
  reader: Reader,
  scenario: string,
  policy: string | undefined,
): Definition {
  const { scenarios, policies } = listLibrary(reader);
  if (!scenarios.includes(scenario)) throw unknownName('scenario', scenario, scenarios);
  if (policy === undefined) throw new Stop(MISUSE, say('cli.wrong.needsPolicy', { names: policies.join(', ') }));
  if (!policies.includes(policy)) throw unknownName('policy', policy, policies);
  return whileSaying(terminal, say('cli.progress.reading', { library: reader.name }), () =>
    loadDefinition(reader, scenario, policy),
  );
}

/** The definition as a cut has it; as it is where none is asked for. Throws a Stop on a cut that the scenario lacks. */
export function cutIn<D extends Pick<Definition, 'scenario' | 'access'>>(definition: D, cut: string | undefined): D {
  if (cut === undefined) return definition;
  const { id, cuts = [] } = definition.scenario;
  const names = cuts.map((one) => one.id);
  if (names.length === 0) throw new Stop(MISUSE, say('cli.wrong.noCuts', { scenario: id }));
  if (!names.includes(cut)) throw unknownName('cut', cut, names);
  return cutDefinition(definition, cut);
}

/** A file's text. Throws a Stop when it cannot be read. */
export function textIn(terminal: Terminal, file: string): string {
  const text = terminal.readText(file);
  if (text === undefined) throw new Stop(NO, say('cli.wrong.noFile', { file }));
  return text;
}

/** Throws a MalformedError where the record does not hold. */
export function recordIn(terminal: Terminal, file: string): OpenedRecord {
  const text = textIn(terminal, file);
  return whileSaying(terminal, say('cli.progress.checking'), () => openRecord(text, file));
}

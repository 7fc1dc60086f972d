import { checkAll, listLibrary } from '../../files/library.ts';
import type { Problem } from '../../files/problems.ts';
import { formatProblems, sortProblems, withoutRepeats } from '../../files/problems.ts';
import type { Reader } from '../../files/reader.ts';
import { accessProblems } from '../../orbits/access-problems.ts';
import { wrapped } from '../../report/columns.ts';
import { say } from '../../words/index.ts';
import type { MakeCommand } from '../command.ts';
import { beginCommand, withLibrary } from '../command.ts';
import { libraryIn } from '../shelf.ts';
import { NO, unknownName } from '../stop.ts';
import { printJson, whileSaying } from '../terminal.ts';

/** `scenarios/first-evening/scenario.yaml`, a file of its incidents, and `policies/as-is-2023.yaml` as the names they stand for. */
function nameOf(path: string): string {
  const parts = path.replaceAll('\\', '/').replace(/\/+$/, '').split('/');
  const last = parts.at(-1) ?? '';
  if (parts.at(-2) === 'incidents' && parts.length > 2) return parts.at(-3) as string;
  if (/^(scenario|access|orbits)\.yaml$/.test(last) && parts.length > 1) return parts.at(-2) as string;
  return last.replace(/\.yaml$/, '');
}

/** The coalition and levers are everybody's: with them, everything is checked. */
const isShared = (path: string): boolean => /(^|[\\/])(coalition|policies[\\/]levers)([\\/]|$)/.test(path);

/** What is wrong with those, once each; with all of the library where none is named. */
function problemsOf(reader: Reader, names: readonly string[]): Problem[] {
  const { scenarios } = listLibrary(reader);
  const read = names.length === 0 ? checkAll(reader) : names.flatMap((name) => checkAll(reader, name));
  const computed = scenarios.filter((name) => names.length === 0 || names.includes(name));
  return withoutRepeats([...read, ...computed.flatMap((name) => accessProblems(reader, name))]);
}

/** `check [paths…]` */
export const checkCommand: MakeCommand = (terminal, done) =>
  withLibrary(
    beginCommand('check', say('cli.check.about'), [
      'check',
      'check first-evening',
      'check scenarios/policies/as-is-2023.yaml',
    ]),
  )
    .argument('[paths...]', say('cli.check.paths'))
    .option('--json', say('cli.json'))
    .action((paths: string[], { library, json }: { library: string; json?: boolean }) => {
      const reader = libraryIn(library);
      const names = paths.some(isShared) ? [] : [...new Set(paths.map(nameOf))];
      const { scenarios, policies } = listLibrary(reader);
      const all = [...scenarios, ...policies];
      const stranger = names.find((name) => !all.includes(name));
      if (stranger !== undefined) throw unknownName('scenario or policy', stranger, all);
      const problems = whileSaying(terminal, say('cli.progress.reading', { library: reader.name }), () =>
        problemsOf(reader, names),
      );
      if (problems.length > 0) done(NO);
      const checked = names.length === 0 ? all : names;
      const fine = say('cli.check.fine', { count: checked.length, names: checked.join(', ') });
      if (json) printJson(terminal, { checked, problems: sortProblems(problems) });
      else if (problems.length > 0) terminal.out(`${formatProblems(problems)}\n`);
      else terminal.out(`${wrapped(fine, terminal.width).join('\n')}\n`);
    });

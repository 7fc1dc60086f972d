import type { Change, Policy } from '../../core/model/policy.ts';
import { readArrangements } from '../../files/arrangement-files.ts';
import { listLibrary, loadScenario } from '../../files/library.ts';
import type { Reader } from '../../files/reader.ts';
import { policyCard, scenarioCard } from '../../report/cards.ts';
import { say } from '../../words/index.ts';
import type { MakeCommand } from '../command.ts';
import { beginCommand, withLibrary } from '../command.ts';
import { cutIn, definitionIn, libraryIn } from '../shelf.ts';
import { MISUSE, Stop, unknownName } from '../stop.ts';
import { layoutOf, printJson, whileSaying } from '../terminal.ts';

interface Options {
  readonly cut?: string;
  readonly json?: boolean;
  readonly library: string;
}

/** What a policy's arrangement changes in the coalition; the arrangement of the coalition's own files changes nothing. */
function changesOf(reader: Reader, { arrangement }: Policy): readonly Change[] {
  const [found] = readArrangements(reader, [arrangement]);
  return found?.value?.changes ?? [];
}

/** `show <scenario|policy>` */
export const showCommand: MakeCommand = (terminal) =>
  withLibrary(
    beginCommand('show', say('cli.show.about'), [
      'show first-evening',
      'show slow-approach --cut three-hours',
      'show as-is-2023',
    ]),
  )
    .argument('<name>', say('cli.show.name'))
    .option('--cut <cut>', say('cli.show.cut'))
    .option('--json', say('cli.json'))
    .action((name: string, { cut, json, library }: Options) => {
      const reader = libraryIn(library);
      const { scenarios, policies } = listLibrary(reader);
      const layout = layoutOf(terminal);
      if (scenarios.includes(name)) {
        const shown = whileSaying(terminal, say('cli.progress.reading', { library: reader.name }), () =>
          cutIn(loadScenario(reader, name), cut),
        );
        if (json) printJson(terminal, { scenario: shown.scenario });
        else terminal.out(`${scenarioCard(shown, layout)}\n`);
      } else if (policies.includes(name)) {
        if (cut !== undefined) throw new Stop(MISUSE, say('cli.wrong.cutOfPolicy', { policy: name }));
        const shown = definitionIn(terminal, reader, scenarios[0] ?? '', name);
        if (json) printJson(terminal, { policy: shown.policy, arranged: changesOf(reader, shown.policy) });
        else terminal.out(`${policyCard({ ...shown, arranged: changesOf(reader, shown.policy) }, layout)}\n`);
      } else throw unknownName('scenario or policy', name, [...scenarios, ...policies]);
    });

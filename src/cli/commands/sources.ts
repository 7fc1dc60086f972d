import { Option } from 'commander';
import { listLibrary, loadDefinition, loadScenario } from '../../files/library.ts';
import type { Reader } from '../../files/reader.ts';
import { orbitsPath, readOrbits } from '../../orbits/read-orbits.ts';
import type { NumberSetting } from '../../report/sourced-numbers.ts';
import { sourceCounts, sourcedNumbers } from '../../report/sourced-numbers.ts';
import type { SourceOrder } from '../../report/sources-text.ts';
import { sourceOrders, sourcesCsv, sourcesText } from '../../report/sources-text.ts';
import { say } from '../../words/index.ts';
import type { MakeCommand } from '../command.ts';
import { beginCommand, withLibrary } from '../command.ts';
import { libraryIn } from '../shelf.ts';
import { MISUSE, Stop, unknownName } from '../stop.ts';
import { layoutOf, printJson, whileSaying } from '../terminal.ts';

interface Options {
  readonly policy?: string;
  readonly by: SourceOrder;
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly library: string;
}

function settingIn(reader: Reader, scenario: string, policy: string | undefined): NumberSetting {
  const { scenarios, policies } = listLibrary(reader);
  if (!scenarios.includes(scenario)) throw unknownName('scenario', scenario, scenarios);
  if (policy !== undefined && !policies.includes(policy)) throw unknownName('policy', policy, policies);
  const definition =
    policy === undefined
      ? { ...loadScenario(reader, scenario), policy: null }
      : loadDefinition(reader, scenario, policy);
  const isComputed = reader.read(orbitsPath(scenario)) !== undefined;
  const orbits = isComputed ? readOrbits(reader, scenario).orbits : {};
  return { definition, orbits, now: new Date().getUTCFullYear() };
}

/** `sources <scenario> [--policy P] [--by place|source] [--json|--csv]` */
export const sourcesCommand: MakeCommand = (terminal) =>
  withLibrary(
    beginCommand('sources', say('cli.sources.about'), [
      'sources first-evening',
      'sources first-evening --by source | less',
      'sources slow-approach --policy as-is-2023 --csv > numbers.csv',
    ]),
  )
    .argument('<scenario>', say('cli.run.scenario'))
    .option('--policy <policy>', say('cli.sources.under'))
    .addOption(new Option('--by <order>', say('cli.sources.by')).choices(sourceOrders).default('place'))
    .option('--json', say('cli.json'))
    .option('--csv', say('cli.sources.csv'))
    .action((scenario: string, { policy, by, json, csv, library }: Options) => {
      if (json && csv) throw new Stop(MISUSE, say('cli.sources.one'));
      const reader = libraryIn(library);
      const setting = whileSaying(terminal, say('cli.progress.reading', { library: reader.name }), () =>
        settingIn(reader, scenario, policy),
      );
      const numbers = sourcedNumbers(setting);
      const { arrangement } = setting.definition.coalition;
      if (json) {
        const about = { scenario, policy: policy ?? null, arrangement };
        printJson(terminal, { ...about, numbers, sources: sourceCounts(numbers) });
      } else if (csv) terminal.out(`${sourcesCsv(numbers)}\r\n`);
      else terminal.out(`${sourcesText(numbers, { arrangement, policy: policy ?? '', by }, layoutOf(terminal))}\n`);
    });

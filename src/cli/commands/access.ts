import { join } from 'node:path';
import { listLibrary } from '../../files/library.ts';
import type { Reader } from '../../files/reader.ts';
import { accessText } from '../../orbits/access-text.ts';
import { accessWindows, digestOfInputs } from '../../orbits/access-windows.ts';
import type { Coverage } from '../../orbits/coverage.ts';
import { coverageOf } from '../../orbits/coverage.ts';
import { orbitsPath, readOrbits } from '../../orbits/read-orbits.ts';
import type { Column } from '../../report/columns.ts';
import { padded, tabled, wrapped } from '../../report/columns.ts';
import { spoken } from '../../words/formats.ts';
import { say } from '../../words/index.ts';
import type { MakeCommand } from '../command.ts';
import { beginCommand, withLibrary } from '../command.ts';
import { libraryIn } from '../shelf.ts';
import { NO, Stop, unknownName } from '../stop.ts';
import type { Terminal } from '../terminal.ts';
import { layoutOf, printJson, whileSaying } from '../terminal.ts';

interface Options {
  readonly check?: boolean;
  readonly json?: boolean;
  readonly library: string;
}

function knownIn(reader: Reader, scenario: string): void {
  const { scenarios } = listLibrary(reader);
  if (!scenarios.includes(scenario)) throw unknownName('scenario', scenario, scenarios);
  if (reader.read(orbitsPath(scenario)) === undefined)
    throw new Stop(NO, say('cli.access.byHand', { scenario, file: `${reader.name}/${orbitsPath(scenario)}` }));
}

const columns: readonly Column[] = [{}, { right: true }, { right: true }, { right: true }];

/** For each object and trajectory: who sees it, how often, how long, the longest time without, and who never does. */
function tableOf(terminal: Terminal, coverage: readonly Coverage[]): string {
  const { tones = {} } = layoutOf(terminal);
  const head = ['sensor', 'windows', 'seen', 'gap'] as const;
  const width = Math.max(0, ...coverage.flatMap(({ watches }) => watches.map(({ sensor }) => sensor.length)));
  const blocks = coverage.map(({ object, trajectory, watches, together, blind }) => {
    const name = trajectory === undefined ? object : say('cli.access.way', { object, trajectory });
    const all = watches.length < 2 ? [] : [{ ...together, sensor: say('cli.access.together') }];
    const cells = [...watches, ...all].map(({ sensor, windows, seen, gap }) => [
      padded(sensor, width),
      String(windows),
      spoken(seen),
      spoken(gap),
    ]);
    const lines = watches.length === 0 ? [] : tabled([head.map((key) => say(`cli.access.${key}`)), ...cells], columns);
    const never = say('cli.access.blind', { sensors: blind.join(', ') });
    return [
      tones.heading?.(name) ?? name,
      ...lines.map((line) => `  ${line}`),
      ...(blind.length === 0 ? [] : wrapped(never, terminal.width - 2).map((line) => `  ${line}`)),
    ].join('\n');
  });
  return `${blocks.join('\n\n')}\n`;
}

/** Puts the new text where the old one stands, unless it is the same. */
function written(terminal: Terminal, file: string, text: string): void {
  try {
    terminal.writeText(file, text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Stop(NO, say('cli.wrong.notWritten', { file, why }));
  }
}

function verdictOf(same: boolean, check: boolean): 'same' | 'differs' | 'written' {
  if (same) return 'same';
  return check ? 'differs' : 'written';
}

/** `access <scenario> [--check]` */
export const accessCommand: MakeCommand = (terminal, done) =>
  withLibrary(beginCommand('access', say('cli.access.about'), ['access slow-approach', 'access slow-approach --check']))
    .argument('<scenario>', say('cli.run.scenario'))
    .option('--check', say('cli.access.check'))
    .option('--json', say('cli.json'))
    .action((scenario: string, { check = false, json, library }: Options) => {
      const reader = libraryIn(library);
      knownIn(reader, scenario);
      const inputs = readOrbits(reader, scenario);
      const windows = whileSaying(terminal, say('cli.access.computing'), () => accessWindows(inputs));
      const digest = digestOfInputs(inputs);
      const text = accessText({ scenario, inputs: digest, windows });
      const path = `${scenario}/access.yaml`;
      const verdict = verdictOf(reader.read(path) === text, check);
      if (verdict === 'written') written(terminal, join(library, path), text);
      if (verdict === 'differs') done(NO);
      const coverage = coverageOf(windows, inputs);
      if (json) {
        printJson(terminal, { verdict, inputs: digest, windows: windows.length, coverage });
        return;
      }
      const facts = { file: `${reader.name}/${path}`, count: windows.length, inputs: digest.slice(0, 12), scenario };
      terminal.out(
        `${tableOf(terminal, coverage)}\n${wrapped(say(`cli.access.${verdict}`, facts), terminal.width).join('\n')}\n`,
      );
    });

import { Option } from 'commander';
import type { Input, RunChoice } from '../../core/engine/index.ts';
import { compile, replay } from '../../core/engine/index.ts';
import type { Definition } from '../../core/model/scenario.ts';
import { settingOf } from '../../core/model/setting.ts';
import type { StandInName } from '../../core/standins/index.ts';
import { standInNames } from '../../core/standins/index.ts';
import type { RunRecord } from '../../files/record.ts';
import { beginChain, headerOf, linkFacts, recordText } from '../../files/record.ts';
import { say } from '../../words/index.ts';
import type { Form, MakeCommand } from '../command.ts';
import { beginCommand, oneForm, withForms, withLibrary } from '../command.ts';
import type { GivenInputs } from '../given-inputs.ts';
import { readInputs } from '../given-inputs.ts';
import { misfit } from '../misfit.ts';
import type { PartOptions } from '../part.ts';
import { partIn, refuseLines, withPart } from '../part.ts';
import { cutIn, definitionIn, libraryIn, textIn } from '../shelf.ts';
import { meant, NO, Stop } from '../stop.ts';
import { tellRun } from '../tell-run.ts';
import type { Terminal } from '../terminal.ts';
import { whileSaying } from '../terminal.ts';

interface Options extends Form, PartOptions {
  readonly policy?: string;
  readonly cut?: string;
  readonly seed: string;
  readonly standIn: StandInName;
  readonly inputs?: string;
  readonly out?: string;
  readonly library: string;
}

function givenTo(terminal: Terminal, definition: Definition, file: string | undefined): GivenInputs {
  if (file === undefined) return { held: [], inputs: [] };
  const given = readInputs(textIn(terminal, file), file);
  const seats = definition.scenario.seats.map(({ id }) => id);
  const stranger = given.held.find((seat) => !seats.includes(seat));
  if (stranger === undefined) return given;
  throw new Stop(NO, say('cli.wrong.seatHeld', { seat: stranger, meant: meant(stranger, seats) }));
}

/** Plays to the end of the exercise, after the inputs. The end is an input like any other passing of time. */
function play(
  definition: Definition,
  choice: RunChoice,
  given: readonly Input[],
): RunRecord & { readonly digest: string } {
  const plan = compile(definition);
  const { run, facts, refused } = replay(plan, choice, given);
  if (refused !== -1) throw misfit(plan, run, given, refused);
  const last = given.at(-1);
  const reachesEnd = last?.type === 'advance' && last.to === plan.lasts;
  const inputs: Input[] = reachesEnd ? [...given] : [...given, { type: 'advance', to: plan.lasts }];
  const header = headerOf(plan, choice);
  return { header, inputs, facts, digest: linkFacts(beginChain(header), facts) };
}

function keep(terminal: Terminal, file: string, record: RunRecord): void {
  try {
    terminal.writeText(file, recordText(record));
  } catch (error) {
    throw new Stop(
      NO,
      say('cli.wrong.notWritten', { file, why: error instanceof Error ? error.message : String(error) }),
    );
  }
  if (terminal.watched) terminal.err(`${say('cli.run.written', { file })}\n`);
}

/** `run <scenario> --policy P --seed S …` */
export const runCommand: MakeCommand = (terminal) =>
  withPart(
    withForms(
      withLibrary(
        beginCommand('run', say('cli.run.about'), [
          'run first-evening --policy as-is-2023 --seed lively-otter-42',
          'run slow-approach --policy as-is-2023 --cut three-hours',
          'run first-evening --policy as-is-2023 --story | less',
          'run slow-approach --policy as-is-2023 --story --incident visitor --seat germany',
          'run first-evening --policy as-is-2023 --out evening.saydo',
          'run first-evening --policy as-is-2023 --json | jq .measures',
        ]),
      ),
    ),
  )
    .argument('<scenario>', say('cli.run.scenario'))
    .option('--policy <policy>', say('cli.run.policy'))
    .option('--cut <cut>', say('cli.run.cut'))
    .option('--seed <seed>', say('cli.run.seed'), '1')
    .addOption(new Option('--stand-in <name>', say('cli.run.standIn')).choices(standInNames).default('by-the-book'))
    .option('--inputs <file>', say('cli.run.inputs'))
    .option('--out <file>', say('cli.run.out'))
    .action((scenario: string, options: Options) => {
      const form = oneForm(options);
      if (form !== 'story') refuseLines(options);
      const whole = definitionIn(terminal, libraryIn(options.library), scenario, options.policy);
      const definition = cutIn(whole, options.cut);
      const setting = settingOf(definition);
      const part = partIn(setting, options);
      const { held, inputs } = givenTo(terminal, definition, options.inputs);
      const choice = { seed: options.seed, held, standIn: options.standIn };
      const record = whileSaying(terminal, say('cli.progress.playing'), () => play(definition, choice, inputs));
      if (options.out !== undefined) keep(terminal, options.out, record);
      const until = options.until === undefined ? undefined : part.until;
      const told = { ...record, facts: record.facts.filter(({ at }) => at <= part.until), until, part };
      tellRun(terminal, setting, { ...told, file: options.out, cut: options.cut }, form);
    });

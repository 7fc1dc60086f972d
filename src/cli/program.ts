/** The commands, and how each way of ending becomes an exit code. Commands are thin: parse, call, print. */
import { Command, CommanderError } from 'commander';
import { MalformedError } from '../files/problems.ts';
import { wrapped } from '../report/columns.ts';
import { say } from '../words/index.ts';
import { accessCommand } from './commands/access.ts';
import { chartCommand } from './commands/chart.ts';
import { checkCommand } from './commands/check.ts';
import { listCommand } from './commands/list.ts';
import { replayCommand } from './commands/replay.ts';
import { runCommand } from './commands/run.ts';
import { showCommand } from './commands/show.ts';
import { sourcesCommand } from './commands/sources.ts';
import { verifyCommand } from './commands/verify.ts';
import { whyCommand } from './commands/why.ts';
import { FINE, MISUSE, NO, Stop } from './stop.ts';
import type { Terminal } from './terminal.ts';

/** A new command is one file and one line here. */
const commands = [
  listCommand,
  showCommand,
  sourcesCommand,
  checkCommand,
  runCommand,
  replayCommand,
  whyCommand,
  verifyCommand,
  chartCommand,
  accessCommand,
];

function programOn(terminal: Terminal, done: (code: number) => void): Command {
  const program = new Command('saydo');
  program.description(say('cli.about'));
  program.addHelpText(
    'after',
    `\n${say('cli.examples')}:\n  saydo list\n  saydo run first-evening --policy as-is-2023\n`,
  );
  program.addHelpText('after', wrapped(say('cli.inOut'), terminal.width).join('\n'));
  for (const make of commands) program.addCommand(make(terminal, done));
  for (const command of [program, ...program.commands]) {
    command.exitOverride();
    command.configureOutput({
      writeOut: (text) => terminal.out(text),
      writeErr: (text) => terminal.err(text),
      getOutHelpWidth: () => terminal.width,
      getErrHelpWidth: () => terminal.width,
      getOutHasColors: () => terminal.colour,
    });
  }
  return program;
}

/** Says what stopped a command; gives the exit code. Mistakes of a person never show a stack. */
function codeOf(terminal: Terminal, error: unknown, trace: boolean): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? FINE : MISUSE;
  if (error instanceof MalformedError) {
    terminal.err(`${error.message}\n`);
    return NO;
  }
  if (error instanceof Stop) {
    terminal.err(`${wrapped(error.message, terminal.width).join('\n')}\n`);
    return error.code;
  }
  const why = error instanceof Error ? error.message : String(error);
  terminal.err(`${say('cli.wrong.fault', { why })}\n${say('cli.wrong.faultOut')}\n`);
  if (trace && error instanceof Error) terminal.err(`${error.stack}\n`);
  return NO;
}

/** Runs one command line; resolves to its exit code. */
export async function runCli(args: readonly string[], terminal: Terminal, trace = false): Promise<number> {
  let code = FINE;
  const program = programOn(terminal, (given) => {
    code = given;
  });
  if (args.length === 0) {
    program.outputHelp();
    return FINE;
  }
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    return codeOf(terminal, error, trace);
  }
}

/** What all commands have: a name, a line about themselves, examples in their help, options that several share. */
import { Command, Option } from 'commander';
import { say } from '../words/index.ts';
import { ownLibrary } from './shelf.ts';
import { MISUSE, Stop } from './stop.ts';
import type { Terminal } from './terminal.ts';

/** Makes a command; `done` hears its exit code where that is not 0. */
export type MakeCommand = (terminal: Terminal, done: (code: number) => void) => Command;

export function beginCommand(name: string, about: string, examples: readonly string[]): Command {
  const head = examples.length === 1 ? say('cli.example') : say('cli.examples');
  const lines = examples.map((example) => `  saydo ${example}`).join('\n');
  return new Command(name).description(about).addHelpText('after', `\n${head}:\n${lines}`);
}

export const withLibrary = (command: Command): Command =>
  command.addOption(new Option('--library <folder>', say('cli.library')).default(ownLibrary, say('cli.ownLibrary')));

export interface Form {
  readonly story?: boolean;
  readonly json?: boolean;
}

export const withForms = (command: Command): Command =>
  command.option('--story', say('cli.story')).option('--json', say('cli.json'));

/** A run is told in one form. */
export function oneForm({ story, json }: Form): 'story' | 'json' | 'short' {
  if (story && json) throw new Stop(MISUSE, say('cli.wrong.both'));
  if (json) return 'json';
  return story ? 'story' : 'short';
}

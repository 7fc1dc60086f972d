/** A terminal that a test can read, with files in memory. */
import { fileURLToPath } from 'node:url';
import { runCli } from '../../src/cli/program.ts';
import type { Terminal } from '../../src/cli/terminal.ts';

/** The tiny library on the disk. */
export const tinyFolder = fileURLToPath(new URL('../files/fixtures/tiny', import.meta.url));

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface FakeTerminal {
  readonly files: Map<string, string>;
  /** Runs a command line, given as words parted by blanks, or as a list. */
  saydo(
    line: string | readonly string[],
    over?: Partial<Pick<Terminal, 'width' | 'colour' | 'watched'>>,
  ): Promise<Said>;
}

export function fakeTerminal(files: Readonly<Record<string, string>> = {}): FakeTerminal {
  const kept = new Map(Object.entries(files));
  return {
    files: kept,
    async saydo(line, over = {}) {
      const said = { out: '', err: '' };
      const terminal: Terminal = {
        width: 80,
        colour: false,
        watched: false,
        out: (text) => {
          said.out += text;
        },
        err: (text) => {
          said.err += text;
        },
        readText: (path) => kept.get(path),
        writeText: (path, text) => void kept.set(path, text),
        ...over,
      };
      const code = await runCli(typeof line === 'string' ? line.split(' ') : line, terminal);
      return { code, ...said };
    },
  };
}

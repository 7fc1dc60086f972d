/** What a command may do to the outside: print, read and write files. Tests hand in one of their own. */
import { readFileSync, writeFileSync } from 'node:fs';
import { styleText } from 'node:util';
import type { Paint } from '../report/columns.ts';
import { unpainted } from '../report/columns.ts';
import type { Layout } from '../report/layout.ts';

export interface Terminal {
  /** Columns to write in. */
  readonly width: number;
  /** Whether standard output shows colours. */
  readonly colour: boolean;
  /** Whether somebody watches standard error. */
  readonly watched: boolean;
  out(text: string): void;
  err(text: string): void;
  /** Undefined when there is no such file, or it cannot be read. */
  readText(path: string): string | undefined;
  /** Throws what the disk throws. */
  writeText(path: string, text: string): void;
}

const WIDEST = 120;
const NARROWEST = 40;

function widthOfScreen(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): number {
  const columns = stream.columns ?? Number(env.COLUMNS ?? 80);
  return Math.max(NARROWEST, Math.min(WIDEST, Number.isFinite(columns) && columns > 0 ? columns : 80));
}

export function terminalOf(process: NodeJS.Process): Terminal {
  const { stdout, stderr, env } = process;
  const plain = env.NO_COLOR !== undefined && env.NO_COLOR !== '';
  return {
    width: widthOfScreen(stdout, env),
    colour: stdout.isTTY === true && !plain && env.TERM !== 'dumb',
    watched: stderr.isTTY === true,
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    readText: (path) => {
      try {
        return readFileSync(path, 'utf8');
      } catch {
        return undefined;
      }
    },
    writeText: (path, text) => writeFileSync(path, text),
  };
}

type Style = Parameters<typeof styleText>[0];

const paint = (terminal: Terminal, style: Style): Paint =>
  terminal.colour ? (text) => styleText(style, text, { validateStream: false }) : unpainted;

/** How this terminal lays text out. Colours never say what the words do not. */
export const layoutOf = (terminal: Terminal): Layout => ({
  width: terminal.width,
  tones: {
    heading: paint(terminal, 'bold'),
    time: paint(terminal, 'dim'),
    world: paint(terminal, 'magenta'),
    decision: paint(terminal, 'cyan'),
    trouble: paint(terminal, 'yellow'),
    arrival: paint(terminal, 'green'),
  },
});

/** Says on standard error what is being done, if somebody watches, and wipes it out again. */
export function whileSaying<T>(terminal: Terminal, text: string, work: () => T): T {
  if (!terminal.watched) return work();
  terminal.err(text);
  try {
    return work();
  } finally {
    terminal.err(`\r${' '.repeat(text.length)}\r`);
  }
}

/** One JSON document. */
export const printJson = (terminal: Terminal, value: unknown): void =>
  terminal.out(`${JSON.stringify(value, null, 2)}\n`);

/** Why a command stops: it says so in words and gives an exit code. */
import { listed, nearest } from '../files/nearest.ts';
import { say } from '../words/index.ts';

export const FINE = 0;
export const NO = 1;
export const MISUSE = 2;
export const INTERRUPTED = 130;

/** Not a fault of the program: a person reads the message and knows what to do. */
export class Stop extends Error {
  override readonly name = 'Stop';
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

/** ` Did you mean “…”?`, or nothing. */
export function meant(name: string, names: readonly string[]): string {
  const near = nearest(name, names);
  return near === undefined ? '' : say('cli.wrong.meant', { name: near });
}

/** A name that is not there: misuse, with what was probably meant. */
export const unknownName = (what: string, name: string, names: readonly string[]): Stop =>
  new Stop(MISUSE, say('cli.wrong.unknown', { what, name, meant: meant(name, names), names: listed(names) }));

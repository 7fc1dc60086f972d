/** What is wrong with files: where, what was found, what was expected, how to mend it. Never a stack trace. */
import { compareText } from '../core/kernel/ids.ts';

/** Keys and list positions from a file's root to a value. */
export type Path = readonly (string | number)[];

export interface Problem {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
  /** Like `incidents[0].response[3].needs[1]`; empty for the file as a whole. */
  readonly path: string;
  /** What was found. */
  readonly message: string;
  readonly expected: string;
  /** How to mend it: an instruction. */
  readonly mend: string;
}

/** Something wrong with data at a path, before it is known where in which file that path stands. */
export interface Finding {
  readonly at: Path;
  /** Points at the key rather than at its value. */
  readonly atKey?: boolean;
  readonly found: string;
  /** Where the same thing stands already. */
  readonly first?: Path;
  readonly expected: string;
  readonly mend: string;
}

/** Data from outside that cannot be used: everything that is wrong with it, at once. */
export class MalformedError extends Error {
  override readonly name = 'MalformedError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(formatProblems(problems));
    this.problems = problems;
  }
}

const PLAIN_KEY = /^[A-Za-z_$][\w$-]*$/;

/** `['incidents', 0, 'goal']` as `incidents[0].goal`. */
export function formatPath(path: Path): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (PLAIN_KEY.test(step)) text += text === '' ? step : `.${step}`;
    else text += `[${JSON.stringify(step)}]`;
  }
  return text;
}

/** How a text calls a path: its own name, or `the file` at the root. */
export function nameOfPath(path: Path): string {
  return path.length === 0 ? 'the file' : formatPath(path);
}

/** By file, then by place, then by wording: the same order whatever found them first. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return problems.toSorted(
    (a, b) =>
      compareText(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compareText(a.path, b.path) ||
      compareText(a.message, b.message),
  );
}

/** Each once: what is wrong with a row that stands for several is found several times. */
export function withoutRepeats(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(Object.values(problem)), problem])).values()];
}

function formatProblem(problem: Problem): string {
  const place = `${problem.file}:${problem.line}:${problem.column}`;
  return [
    problem.path === '' ? place : `${place}  ${problem.path}`,
    `  found     ${problem.message}`,
    `  expected  ${problem.expected}`,
    `  to mend   ${problem.mend}`,
  ].join('\n');
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

/** All problems as plain text, grouped by file and sorted by line; empty when there are none. */
export function formatProblems(problems: readonly Problem[]): string {
  if (problems.length === 0) return '';
  const files = new Set(problems.map((problem) => problem.file));
  const blocks = sortProblems(problems).map(formatProblem);
  return `${blocks.join('\n\n')}\n\n${count(problems.length, 'problem')} in ${count(files.size, 'file')}.`;
}

/**
 * Phrases of the core as sentences. By the names of their arguments: moments (`since`, `…At`) are written in Zulu; `work` and `role`
 * are looked up in the catalogue; the rest stand as they are.
 */
import { zulu } from './formats.ts';
import { sayNamed, sayPhrase } from './index.ts';

const isMoment = (name: string): boolean => /^(at|since|until)$|[a-z]At$/.test(name);

function written(startsAt: string, name: string, value: string | number): string | number {
  if (typeof value === 'number') return isMoment(name) ? zulu(startsAt, value) : value;
  if (name === 'work') return sayNamed(`work.${value}`);
  if (name === 'role') return sayNamed(`deskRole.${value}`);
  return value;
}

interface Told {
  readonly key: string;
  readonly args: Readonly<Record<string, string | number>>;
}

/** A phrase with its arguments written out, for an exercise that starts at `startsAt`. */
export function writtenOut(startsAt: string, { key, args }: Told): Told {
  const words = Object.entries(args).map(([name, value]) => [name, written(startsAt, name, value)] as const);
  return { key, args: Object.fromEntries(words) };
}

/** The sentence of a phrase in an exercise that starts at `startsAt`. */
export const tellPhrase = (startsAt: string, phrase: Told): string => sayPhrase(writtenOut(startsAt, phrase));

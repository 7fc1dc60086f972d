/** Phrases of a view as sentences. Moments travel as seconds since StartEx and are written in Zulu here. */

import type { Phrase } from '../../core/model/view.ts';
import { spoken, zulu } from '../../words/formats.ts';
import { sayPhrase } from '../../words/index.ts';
import { roleName, workName } from './named.ts';

const isMoment = (name: string): boolean => /^(at|since|until|sentAt)$|[a-z]At$/.test(name);
const isSpan = (name: string): boolean => /^(for|seconds|time)$|Seconds$/.test(name);

export function tell(startsAt: string, phrase: Phrase): string {
  const args = Object.entries(phrase.args).map(([name, value]) => {
    if (name === 'work') return [name, workName(String(value))];
    if (name === 'role') return [name, roleName(String(value))];
    if (typeof value !== 'number') return [name, value];
    if (isMoment(name)) return [name, zulu(startsAt, value)];
    return [name, isSpan(name) ? spoken(value) : value];
  });
  return sayPhrase({ key: phrase.key, args: Object.fromEntries(args) });
}

/** Phrases of a view as sentences. Moments travel as seconds since StartEx and desks as ids; both are written out here. */
import type { Phrase, Theatre } from '../../core/model/view.ts';
import { spoken, zulu } from '../../words/formats.ts';
import { sayPhrase } from '../../words/index.ts';
import { roleName, workName } from './named.ts';

const isMoment = (name: string): boolean => /^(at|since|until)$|[a-z]At$/.test(name);
const isSpan = (name: string): boolean => /^(for|seconds|time)$|Seconds$/.test(name);

function written(startsAt: string, name: string, value: string | number): string | number {
  if (name === 'work') return workName(String(value));
  if (name === 'role') return roleName(String(value));
  if (typeof value === 'string') return value;
  if (isMoment(name)) return zulu(startsAt, value);
  return isSpan(name) ? spoken(value) : value;
}

function writtenOut(startsAt: string, { key, args }: Phrase): Phrase {
  const words = Object.entries(args).map(([name, value]) => [name, written(startsAt, name, value)]);
  return { key, args: Object.fromEntries(words) };
}

export const tell = (startsAt: string, phrase: Phrase): string => sayPhrase(writtenOut(startsAt, phrase));

/** Why something waits, short enough to stand at a gate: the gate itself says what and where. */
function gateLabel(startsAt: string, phrase: Phrase): Phrase {
  const { key, args } = writtenOut(startsAt, phrase);
  return { key: key.replace(/^truth\./, 'atGate.'), args };
}

/** The theatre with its labels written out, ready to be drawn and read. */
export function labelled(startsAt: string, theatre: Theatre): Theatre {
  const links = theatre.links.map((link) => ({
    ...link,
    gates: link.gates.map((gate) => ({ ...gate, label: gate.label && gateLabel(startsAt, gate.label) })),
  }));
  return { ...theatre, links };
}

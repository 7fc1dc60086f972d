/** What stands at the gates of the picture, written out: why something waits, short, for the gate itself says what and where. */
import type { Phrase, Theatre } from '../../core/model/view.ts';
import { writtenOut } from '../../words/phrases.ts';

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

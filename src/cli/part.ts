/** Options that choose a part of a run to tell, and what they name. */
import type { Command } from 'commander';
import type { Setting } from '../core/model/setting.ts';
import type { Part } from '../report/part.ts';
import { zulu } from '../words/formats.ts';
import { say } from '../words/index.ts';
import { parseMoment } from './moment.ts';
import { MISUSE, Stop, unknownName } from './stop.ts';

export interface PartOptions {
  readonly incident?: readonly string[];
  readonly seat?: string;
  readonly from?: string;
  readonly until?: string;
}

export const gathered = (name: string, before: readonly string[] = []): readonly string[] => [...before, name];

export const withPart = (command: Command): Command =>
  command
    .option('--incident <incident>', say('cli.part.incident'), gathered)
    .option('--seat <seat>', say('cli.part.seat'))
    .option('--from <moment>', say('cli.part.from'))
    .option('--until <moment>', say('cli.part.until'));

/** Lines can be chosen of a story alone. Throws a Stop. */
export function refuseLines({ incident, seat, from }: PartOptions): void {
  if ([incident, seat, from].some((one) => one !== undefined)) throw new Stop(MISUSE, say('cli.wrong.partOfStory'));
}

function momentIn({ definition }: Setting, text: string): number {
  const { startsAt, lasts } = definition.scenario;
  const at = parseMoment(startsAt, text);
  if (at === undefined) throw new Stop(MISUSE, say('cli.wrong.moment', { text }));
  if (at > lasts) throw new Stop(MISUSE, say('cli.wrong.afterEnd', { text, at: zulu(startsAt, lasts) }));
  return at;
}

/** Throws a Stop on a name that the scenario does not have, and on a moment that is none of this exercise. */
export function partIn(setting: Setting, { incident = [], seat, from, until }: PartOptions): Part {
  const incidents = [...setting.incidents.keys()];
  const seats = [...setting.seats.keys()];
  for (const name of incident) if (!incidents.includes(name)) throw unknownName('incident', name, incidents);
  if (seat !== undefined && !seats.includes(seat)) throw unknownName('seat', seat, seats);
  const since = from === undefined ? 0 : momentIn(setting, from);
  const end = until === undefined ? setting.definition.scenario.lasts : momentIn(setting, until);
  if (since > end) throw new Stop(MISUSE, say('cli.wrong.backwards', { from: from ?? '', until: until ?? '' }));
  return { incidents: incident, seat: seat ?? null, from: since, until: end };
}

/** A story laid out as text: what it is of, its lines by time, and what became of each incident. */
import type { ChargeSplit, Fact, FactOf } from '../core/model/facts.ts';
import { causes } from '../core/model/facts.ts';
import { totalOf } from '../core/model/ledger.ts';
import type { Setting } from '../core/model/setting.ts';
import { known } from '../core/model/setting.ts';
import type { RecordHeader } from '../files/record.ts';
import { percent, spoken, zulu } from '../words/formats.ts';
import { say } from '../words/index.ts';
import { hanging, unpainted, wrapped } from './columns.ts';
import { dateArgs } from './dates.ts';
import type { Layout } from './layout.ts';
import { logText } from './story-log.ts';
import type { StoryLine } from './tale.ts';
import { partsOf, seatName } from './tale.ts';

/** Which run this is. */
export function headingOf(setting: Setting, header: RecordHeader): string[] {
  const { scenario, policy } = setting.definition;
  const { seed, held, standIn } = header.choice;
  const titles = held.map((seat) => seatName(setting, seat)).join(', ');
  return [
    say('story.heading.marking', { marking: scenario.marking }),
    say('story.heading.title', { scenario: scenario.title, policy: policy.title }),
    say('story.heading.startEx', { ...dateArgs(scenario.startsAt), seed }),
    held.length === 0 ? say('story.heading.seats', { standIn }) : say('story.heading.held', { seats: titles, standIn }),
  ];
}

/** Where the seconds of one incident went, the largest first. */
export function chargesText(charges: FactOf<'ResponseEnded'>['charges'], elapsed: number): string {
  return causes
    .flatMap((cause) => {
      const split: ChargeSplit | undefined = charges[cause];
      return split === undefined ? [] : [{ cause, split, total: totalOf(split) }];
    })
    .sort((a, b) => b.total - a.total)
    .map(({ cause, split, total }) => {
      const args = { cause: say(`cause.${cause}`), time: spoken(total), share: percent(total, elapsed) };
      return say('story.ending.charge', { ...args, parts: partsOf(split) || spoken(total) });
    })
    .join('; ');
}

/** The last paragraph of an incident. */
export function endingOf(setting: Setting, fact: FactOf<'ResponseEnded'>): { title: string; says: string } {
  const incident = known(setting.incidents, fact.incident);
  const moment = (at: number) => zulu(setting.definition.scenario.startsAt, at);
  const { status, elapsedSeconds, firstObservable, closesAt: closes } = fact;
  const title = say('story.ending.title', { title: incident.title, status: say(`status.${status}`) });
  const truth = say('story.ending.truth', { truth: incident.truth });
  if (status === 'never-observed')
    return { title, says: `${say('story.ending.unseen', { closes: moment(closes) })} ${truth}` };
  const late = fact.at - closes;
  const window =
    status !== 'done'
      ? say('story.ending.missed', { closes: moment(closes) })
      : fact.windowMet
        ? say('story.ending.met', { time: spoken(-late) })
        : say('story.ending.missedBy', { closes: moment(closes), time: spoken(late) });
  const elapsed = say(status === 'done' ? 'story.ending.elapsed' : 'story.ending.unanswered', {
    first: moment(firstObservable),
    elapsed: spoken(elapsedSeconds),
  });
  const went = say('story.ending.went', { charges: chargesText(fact.charges, elapsedSeconds) });
  return { title, says: [truth, elapsed, window, went].join(' ') };
}

/** The whole story as text. `until`: where the telling was cut short, in seconds since StartEx. */
export function storyText(
  setting: Setting,
  told: { heading: readonly string[]; lines: readonly StoryLine[]; facts: readonly Fact[] },
  layout: Layout,
): string {
  const paint = layout.tones?.heading ?? unpainted;
  const heading = told.heading.flatMap((line) => wrapped(line, layout.width)).map(paint);
  const log = logText(setting.definition.scenario, told.lines, layout);
  const endings = told.facts.flatMap((fact) => {
    if (fact.type !== 'ResponseEnded') return [];
    const { title, says } = endingOf(setting, fact);
    return [`${wrapped(title, layout.width).map(paint).join('\n')}\n${hanging('  ', says, layout.width)}`];
  });
  return [heading.join('\n'), log, ...endings].filter((part) => part !== '').join('\n\n');
}

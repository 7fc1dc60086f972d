/** A story laid out as text: what it is of, its lines by time, and what became of each incident. */
import type { Fact, FactOf } from '../core/model/facts.ts';
import type { Setting } from '../core/model/setting.ts';
import type { RecordHeader } from '../files/record.ts';
import { say } from '../words/index.ts';
import { unpainted, wrapped } from './columns.ts';
import { dateArgs } from './dates.ts';
import { endingText } from './ending.ts';
import type { Layout } from './layout.ts';
import { legendText } from './result-text.ts';
import { logText } from './story-log.ts';
import type { StoryLine } from './tale.ts';
import { seatName } from './tale.ts';

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

interface Told {
  readonly heading: readonly string[];
  readonly lines: readonly StoryLine[];
  readonly facts: readonly Fact[];
  /** Which incidents' ends are told; all where nothing is said. */
  readonly tellsEnd?: (ended: FactOf<'ResponseEnded'>) => boolean;
}

/** The whole story as text. What the blocks of the bars stand for is said once, at the end. */
export function storyText(setting: Setting, told: Told, layout: Layout): string {
  const { heading: paint = unpainted } = layout.tones ?? {};
  const { facts, tellsEnd = () => true } = told;
  const heading = told.heading.flatMap((line) => wrapped(line, layout.width)).map(paint);
  const log = logText(setting.definition.scenario, told.lines, layout);
  const endings = facts.flatMap((fact) =>
    fact.type === 'ResponseEnded' && tellsEnd(fact) ? [endingText(setting, facts, fact, layout)] : [],
  );
  const legend = endings.length === 0 ? '' : legendText(layout);
  return [heading.join('\n'), log, ...endings, legend].filter((part) => part !== '').join('\n\n');
}

/** The lines of a story under their times, parted by the hours of an evening or by the moves of an exercise that has them. */
import type { Scenario } from '../core/model/scenario.ts';
import { zulu } from '../words/formats.ts';
import { padded, unpainted, widthOf, wrapped } from './columns.ts';
import type { Layout } from './layout.ts';
import type { StoryLine } from './tale.ts';

/** `D+1 01` of `D+1 0140Z`. */
const hourOf = (time: string): string => time.slice(0, -3);

/** Which move a moment belongs to: what happens in the second in which one ends is still its own. */
const moveAt = (moves: NonNullable<Scenario['moves']>, at: number): number =>
  moves.findIndex(({ until }) => at <= until);

type Timed = StoryLine & { readonly time: string };

/** The lines that stand between one line and the next. */
function breakBetween({ moves }: Scenario, before: Timed | undefined, line: Timed): readonly string[] {
  if (moves === undefined) return before === undefined || hourOf(before.time) === hourOf(line.time) ? [] : [''];
  const here = moveAt(moves, line.at);
  if (before !== undefined && moveAt(moves, before.at) === here) return [];
  return [...(before === undefined ? [] : ['']), moves[here]?.title ?? '', ''];
}

/** A time is written once while it stays the same. */
export function logText(scenario: Scenario, lines: readonly StoryLine[], { width, tones = {} }: Layout): string {
  const timed: Timed[] = lines.map((line) => ({ ...line, time: zulu(scenario.startsAt, line.at) }));
  const timeWidth = Math.max(5, ...timed.map(({ time }) => widthOf(time)));
  const whoWidth = Math.min(16, Math.max(4, ...timed.map(({ who }) => widthOf(who))));
  const indent = timeWidth + 2 + whoWidth + 2;
  const { time: paintTime = unpainted, heading = unpainted } = tones;
  return timed
    .flatMap((line, i) => {
      const paint = tones[line.tone] ?? unpainted;
      const parted = breakBetween(scenario, timed[i - 1], line);
      const again = parted.length === 0 && timed[i - 1]?.time === line.time;
      const who = paint(padded(line.who, whoWidth));
      const head = `${paintTime(padded(again ? '' : line.time, timeWidth))}  ${who}  `;
      const [first = '', ...rest] = wrapped(line.says, width - indent);
      const titles = parted.flatMap((title) => wrapped(title, width).map(heading));
      return [...titles, head + first, ...rest.map((more) => ' '.repeat(indent) + more)];
    })
    .join('\n');
}

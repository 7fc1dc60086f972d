/** The game clock and the clocks that run against the seat: windows that close, answers and promises that are due. */

import type { SeatView } from '../../core/model/view.ts';
import { spoken, zulu } from '../../words/formats.ts';
import { say } from '../../words/index.ts';
import { Glyph } from './glyph.tsx';
import { useSetting, useZulu } from './setting.ts';

export interface RunningClock {
  readonly ref: string;
  readonly kind: 'window' | 'answer' | 'promise';
  readonly title: string;
  readonly at: number;
}

/** Deadlines the seat knows that have not passed, the nearest first. */
export function runningClocks(view: SeatView): readonly RunningClock[] {
  const windows = view.incidents.flatMap(({ ref, title, closesAt }) =>
    closesAt === null || closesAt < view.now ? [] : [{ ref, kind: 'window' as const, title, at: closesAt }],
  );
  const answers = view.decisions.map(({ ref, title, deadline }) => ({
    ref,
    kind: 'answer' as const,
    title,
    at: deadline,
  }));
  const promises = view.promises
    .filter(({ from, settled }) => from === view.card.nation && settled === null)
    .map(({ ref, says, due }) => ({ ref, kind: 'promise' as const, title: says, at: due }));
  return [...answers, ...promises, ...windows].toSorted((a, b) => a.at - b.at);
}

const SHOWN = 3;
const clockShape = { window: 'triangle', answer: 'diamond', promise: 'ring' } as const;
/** Game time left below which a clock is pressing. */
export const PRESSING_SECONDS = 2 * 3_600;

export function GameClock({ now }: { readonly now: number }) {
  const { startsAt, ends } = useSetting();
  const words = zulu(startsAt, now);
  const [day, time] = words.includes(' ') ? (words.split(' ') as [string, string]) : ['D+0', words];
  return (
    <div class="clock" role="timer" aria-label={say('clock.label')}>
      <span class="clock-day">{day}</span> <span class="clock-time">{time}</span>
      <span class="clock-ends">{say('clock.ends', { at: zulu(startsAt, ends) })}</span>
    </div>
  );
}

export function DeadlineClocks({ view, ended }: { readonly view: SeatView; readonly ended: boolean }) {
  const clocks = runningClocks(view);
  return (
    <section class="deadlines" aria-label={say('clock.deadlines')}>
      {clocks.length === 0 ? <p class="empty">{say(ended ? 'clock.over' : 'clock.none')}</p> : null}
      <ul>
        {clocks.slice(0, SHOWN).map((clock) => (
          <Deadline key={clock.ref} clock={clock} now={view.now} />
        ))}
      </ul>
      {clocks.length > SHOWN ? (
        <p class="quiet deadlines-more">{say('clock.more', { count: clocks.length - SHOWN })}</p>
      ) : null}
    </section>
  );
}

function Deadline({ clock, now }: { readonly clock: RunningClock; readonly now: number }) {
  const zuluAt = useZulu();
  const left = clock.at - now;
  return (
    <li class="deadline" data-kind={clock.kind} data-pressing={left <= PRESSING_SECONDS}>
      <span class="deadline-left">
        <Glyph shape={clockShape[clock.kind]} /> {spoken(left)}
      </span>
      <span class="deadline-what">
        {say(`clock.${clock.kind}`)} <time class="at">{zuluAt(clock.at)}</time>
      </span>
      <span class="deadline-title">{clock.title}</span>
    </li>
  );
}

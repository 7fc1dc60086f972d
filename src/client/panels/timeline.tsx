/** The timeline: deadlines, decisions, requests and work on one track, with a twin in words. */
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { SeatView } from '../../core/model/view.ts';
import type { WordKey } from '../../words/index.ts';
import { say, sayNamed } from '../../words/index.ts';
import type { Shape } from './glyph.tsx';
import { Glyph } from './glyph.tsx';
import { Empty } from './parts.tsx';
import { useSetting, useZulu } from './setting.ts';
import type { Lane, Mark, Placed, Track } from './timeline-plan.ts';
import { lanes, marksOf, placeMarks, shareOf, shownOf, ticksOf } from './timeline-plan.ts';
import { useWidth } from './use-width.ts';

const shapeOf: Record<Mark['kind'], Shape> = {
  window: 'triangle',
  promise: 'ring',
  answer: 'diamond',
  taken: 'tick',
  request: 'arrow',
  work: 'half',
};
const itemWords: Record<Mark['kind'], WordKey> = {
  window: 'timeline.windowItem',
  promise: 'timeline.promiseItem',
  answer: 'timeline.answerItem',
  taken: 'timeline.takenItem',
  request: 'timeline.requestItem',
  work: 'timeline.workItem',
};
const laneWords: Record<Lane, WordKey> = {
  windows: 'timeline.windows',
  promises: 'timeline.promises',
  decisions: 'timeline.decisions',
  requests: 'timeline.requests',
  works: 'timeline.works',
};

export function Timeline({ view }: { readonly view: SeatView }) {
  const [element, pixels] = useWidth<HTMLDivElement>(1_000);
  const { ends, moves } = useSetting();
  const marks = marksOf(view);
  const last = Math.max(ends, ...marks.map((mark) => mark.until ?? 0));
  const track: Track = { now: view.now, ...shownOf(view.now, last), pixels };
  const lanesElement = useNowInSight(track);
  const filled = lanes.filter((lane) => lane !== 'promises' || marks.some((mark) => mark.lane === lane));
  return (
    <section class="panel timeline" id="timeline" aria-labelledby="timeline-title" tabIndex={-1}>
      <h2 class="panel-title" id="timeline-title">
        {say('timeline.title')}
      </h2>
      <div class="lanes" aria-hidden="true" ref={lanesElement}>
        <Ruler track={track} />
        {moves.length === 0 ? null : <Moves track={track} />}
        {filled.map((lane) => (
          <LaneRow
            key={lane}
            lane={lane}
            placed={placeMarks(
              marks.filter((mark) => mark.lane === lane),
              track,
            )}
          />
        ))}
        <div class="track-width" ref={element} />
        <NowLine track={track} />
      </div>
      <details class="twin">
        <summary>{say('timeline.twin')}</summary>
        {moves.length === 0 ? null : <MovesTwin />}
        {marks.length === 0 ? <Empty>{say('timeline.empty')}</Empty> : <TimelineTwin marks={marks} />}
      </details>
    </section>
  );
}

/** Where the track is wider than the screen, scrolls it to the present: again when it first has a width, for a tab may hide it. */
function useNowInSight(track: Track): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null);
  const share = shareOf(track, track.now);
  useEffect(() => {
    const lanes = element.current;
    if (lanes !== null) lanes.scrollLeft = lanes.scrollWidth - (1 - share) * track.pixels - lanes.clientWidth / 2;
  }, [share, track.pixels]);
  return element;
}

const percent = (part: number): string => `${(part * 100).toFixed(3)}%`;

function Ruler({ track }: { readonly track: Track }) {
  const { startsAt } = useSetting();
  const zulu = useZulu();
  const startSecondOfDay = Number(startsAt.slice(11, 13)) * 3_600 + Number(startsAt.slice(14, 16)) * 60;
  return (
    <div class="lane ruler">
      <span class="lane-name" />
      <div class="lane-track">
        {ticksOf(track, startSecondOfDay).map((at) => {
          const midnight = (at + startSecondOfDay) % 86_400 === 0;
          return (
            <span key={at} class="tick" data-midnight={midnight} style={{ left: percent(shareOf(track, at)) }}>
              {midnight ? zulu(at) : zulu(at).split(' ').at(-1)}
            </span>
          );
        })}
        <NowWord track={track} />
      </div>
    </div>
  );
}

/** A title like "Friday, until 2300Z: something moves" without its hours, which the ruler shows. */
const nameOf = (title: string): string => title.split(': ').at(-1) ?? title;

/** The moves in which an exercise is played, each from where the one before ended. */
function Moves({ track }: { readonly track: Track }) {
  const { moves } = useSetting();
  const spans = moves.map(({ id, title, until }, i) => ({ id, title, from: moves[i - 1]?.until ?? 0, until }));
  return (
    <div class="lane moves">
      <span class="lane-name" />
      <div class="lane-track">
        {spans
          .filter(({ from, until }) => from < track.ends && until > track.begins)
          .map(({ id, title, from, until }) => {
            const left = shareOf(track, from);
            const here = track.now >= from && track.now < until;
            return (
              <span
                key={id}
                class="move"
                title={title}
                data-here={here}
                style={{ left: percent(left), width: percent(shareOf(track, until) - left) }}
              >
                {nameOf(title)}
              </span>
            );
          })}
      </div>
    </div>
  );
}

function MovesTwin() {
  const { moves } = useSetting();
  const zulu = useZulu();
  return (
    <>
      <h3 class="group-title">{say('timeline.moves')}</h3>
      <ol class="prose">
        {moves.map(({ id, title, until }) => (
          <li key={id}>{say('timeline.move', { title, at: zulu(until) })}</li>
        ))}
      </ol>
    </>
  );
}

function LaneRow({ lane, placed }: { readonly lane: Lane; readonly placed: readonly Placed[] }) {
  const rows = Math.max(1, ...placed.map(({ row }) => row + 1));
  return (
    <div class="lane" style={{ '--rows': rows }}>
      <span class="lane-name">{sayNamed(laneWords[lane])}</span>
      <div class="lane-track">
        {placed.map(({ mark, row, left, width, shift }) => (
          <span
            key={mark.ref}
            class="mark"
            data-kind={mark.kind}
            data-open={mark.until === null}
            title={mark.title}
            style={{ left: percent(left), '--shift': shift, '--width': percent(width), '--row': row }}
          >
            <span class="mark-label">
              <Glyph shape={shapeOf[mark.kind]} /> {mark.title}
            </span>
          </span>
        ))}
      </div>
    </div>
  );
}

const NowLine = ({ track }: { readonly track: Track }) => (
  <div class="now-track">
    <span class="now-line" style={{ left: percent(shareOf(track, track.now)) }} />
  </div>
);

/** It stands in the ruler, which stays when the lanes scroll. */
function NowWord({ track }: { readonly track: Track }) {
  const zulu = useZulu();
  const share = shareOf(track, track.now);
  return (
    <span class="now-word" data-late={share > 0.85} style={{ left: percent(share) }}>
      {say('timeline.now', { at: zulu(track.now) })}
    </span>
  );
}

function TimelineTwin({ marks }: { readonly marks: readonly Mark[] }) {
  const zulu = useZulu();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{say('timeline.when')}</th>
          <th scope="col">{say('timeline.what')}</th>
        </tr>
      </thead>
      <tbody>
        {marks.map((mark) => (
          <tr key={`${mark.kind} ${mark.ref}`}>
            <td class="at">
              {mark.kind === 'window' || mark.kind === 'answer' || mark.kind === 'promise'
                ? zulu(mark.until ?? mark.from)
                : `${zulu(mark.from)} – ${mark.until === null ? say('timeline.open') : zulu(mark.until)}`}
            </td>
            <td>{sayNamed(itemWords[mark.kind], { title: mark.title })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

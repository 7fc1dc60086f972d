/** What stands on the timeline and where: pure, in parts of the track, so that it is tested without a page. */
import type { SeatView } from '../../core/model/view.ts';

export const lanes = ['windows', 'promises', 'decisions', 'requests', 'works'] as const;
export type Lane = (typeof lanes)[number];

export interface Mark {
  readonly ref: string;
  readonly lane: Lane;
  readonly kind: 'window' | 'promise' | 'answer' | 'taken' | 'request' | 'work';
  readonly title: string;
  readonly from: number;
  /** Null while it is still under way. */
  readonly until: number | null;
}

/** Every span and point the view knows of, by lane, then by time. */
export function marksOf(view: SeatView): readonly Mark[] {
  const windows: Mark[] = view.incidents.flatMap(({ ref, title, knownSince, closesAt }) =>
    closesAt === null ? [] : [{ ref, lane: 'windows', kind: 'window', title, from: knownSince, until: closesAt }],
  );
  const promises: Mark[] = view.promises.map(({ ref, says, madeAt, due, settled }) => ({
    ref,
    lane: 'promises',
    kind: 'promise',
    title: says,
    from: madeAt,
    until: settled === null ? due : Math.min(due, settled.at),
  }));
  const answers: Mark[] = view.decisions.map(({ ref, title, offeredAt, deadline }) => ({
    ref,
    lane: 'decisions',
    kind: 'answer',
    title,
    from: offeredAt,
    until: deadline,
  }));
  const taken: Mark[] = view.taken.map(({ ref, title, at, inForceAt }) => ({
    ref,
    lane: 'decisions',
    kind: 'taken',
    title,
    from: at,
    until: Math.max(at, inForceAt),
  }));
  const requests: Mark[] = view.requests.map(({ ref, title, sentAt, answeredAt }) => ({
    ref,
    lane: 'requests',
    kind: 'request',
    title,
    from: sentAt,
    until: answeredAt,
  }));
  const works: Mark[] = view.works.map(({ ref, title, since }) => ({
    ref,
    lane: 'works',
    kind: 'work',
    title,
    from: since,
    until: null,
  }));
  const byTime = (a: Mark, b: Mark): number => a.from - b.from;
  return [windows, promises, [...answers, ...taken], requests, works].flatMap((lane) => lane.toSorted(byTime));
}

export interface Placed {
  readonly mark: Mark;
  readonly row: number;
  /** Parts of the track, 0 to 1. */
  readonly left: number;
  readonly width: number;
  /** How far left of its mark the label stands, so as to be read whole. */
  readonly shift: number;
}

export interface Track {
  readonly now: number;
  /** What is shown: the whole exercise, or of several days a part. */
  readonly begins: number;
  readonly ends: number;
  /** Width in pixels, to keep labels apart. */
  readonly pixels: number;
}

const PIXELS_PER_LETTER = 6.6;
const LABEL_GAP = 26;

const HOUR = 3_600;
/** What a screen can show in one piece without its labels lying on each other. */
const SHOWN = { back: 12 * HOUR, ahead: 36 * HOUR } as const;

/** The part of a long exercise around the present that is shown; a short one whole. */
export function shownOf(now: number, ends: number): Pick<Track, 'begins' | 'ends'> {
  const length = SHOWN.back + SHOWN.ahead;
  if (ends <= length) return { begins: 0, ends };
  const begins = Math.max(0, Math.min(now - SHOWN.back, ends - length));
  return { begins, ends: begins + length };
}

/** Where a moment stands on the track, its edges being the limit. */
export const shareOf = (track: Pick<Track, 'begins' | 'ends'>, at: number): number =>
  Math.min(1, Math.max(0, (at - track.begins) / (track.ends - track.begins)));

/** Puts each mark on the first row of its lane where neither bar nor label meets another. */
export function placeMarks(marks: readonly Mark[], track: Track): readonly Placed[] {
  const freeFrom: number[] = [];
  const shown = marks.filter(({ from, until }) => from < track.ends && (until ?? track.now) >= track.begins);
  return shown.map((mark) => {
    const left = shareOf(track, mark.from);
    const width = shareOf(track, mark.until ?? track.now) - left;
    const label = (mark.title.length * PIXELS_PER_LETTER + LABEL_GAP) / track.pixels;
    const shift = Math.min(left, Math.max(0, left + label - 1));
    let row = 0;
    while ((freeFrom[row] ?? -1) > left - shift) row += 1;
    freeFrom[row] = Math.max(left + width, left - shift + label);
    return { mark, row, left, width, shift };
  });
}

/** Hours between two ticks so that their labels keep apart. */
export function tickHours(track: Track): number {
  const fits = track.pixels / 84;
  const hours = (track.ends - track.begins) / HOUR;
  return [1, 2, 3, 6, 12, 24, 48].find((step) => hours / step <= fits) ?? 96;
}

/** Room for `D+1 0000Z` after its tick, in pixels. */
const TICK_LABEL = 76;

/** Moments of whole Zulu hours at that spacing, reckoned from midnight so that days begin on a tick. */
export function ticksOf(track: Track, startSecondOfDay: number): readonly number[] {
  const step = tickHours(track) * HOUR;
  const past = (startSecondOfDay + track.begins) % step;
  const first = track.begins + ((step - past) % step);
  const ticks: number[] = [];
  const room = (TICK_LABEL / track.pixels) * (track.ends - track.begins);
  for (let at = first; at <= track.ends - room; at += step) ticks.push(at);
  return ticks;
}

/** From "can it be seen at this second?" to the spans of time in which it can. */

/** Half-open `[from, until)`, whole seconds since StartEx. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

/** Seconds between looks. No span of at least this length is missed; a gap shorter than this may be. */
export const STEP = 20;

/** The last second of `[low, high)` that is as `low` is, where `high` is otherwise: by halving. */
function lastLike(inView: (second: number) => boolean, low: number, high: number): number {
  const like = inView(low);
  let [a, b] = [low, high];
  while (b - a > 1) {
    const middle = (a + b) >> 1;
    if (inView(middle) === like) a = middle;
    else b = middle;
  }
  return a;
}

/** Spans in order, rounded outward: each begins at the last second before it is in view, and ends at the first after. */
function edges(inView: (second: number) => boolean, length: number): Span[] {
  const spans: Span[] = [];
  let from = inView(0) ? 0 : undefined;
  for (let before = 0; before < length; before += STEP) {
    const at = Math.min(before + STEP, length);
    const seen = inView(at);
    if (seen === (from !== undefined)) continue;
    const edge = lastLike(inView, before, at);
    if (from === undefined) from = edge;
    else {
      spans.push({ from, until: edge + 1 });
      from = undefined;
    }
  }
  if (from !== undefined && from < length) spans.push({ from, until: length });
  return spans;
}

/** The same time as spans in order and apart: what overlaps or touches is one. */
export function joined(spans: readonly Span[]): Span[] {
  const apart: Span[] = [];
  for (const { from, until } of spans.toSorted((a, b) => a.from - b.from)) {
    const last = apart.at(-1);
    if (last !== undefined && from <= last.until)
      apart[apart.length - 1] = { from: last.from, until: Math.max(last.until, until) };
    else apart.push({ from, until });
  }
  return apart;
}

/** Spans of at least `dwell` seconds within `[0, length)`, in order and apart. */
export function spansOf(inView: (second: number) => boolean, length: number, dwell: number): Span[] {
  return joined(edges(inView, length)).filter(({ from, until }) => until - from >= dwell);
}

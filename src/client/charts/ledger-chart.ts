/** The friction ledger as bars: one row a cause; solid, hatched and dotted for working, waiting and closed. No colour is needed to read it. */
import { spoken } from '../../words/formats.ts';
import { say } from '../../words/index.ts';

export interface LedgerRow {
  readonly name: string;
  readonly working: number;
  readonly waiting: number;
  readonly closed: number;
}

type Kind = 'working' | 'waiting' | 'closed';
type PlotLibrary = Pick<typeof import('@observablehq/plot'), 'plot' | 'barX' | 'text' | 'ruleX'>;
const kinds: readonly Kind[] = ['working', 'waiting', 'closed'];
const ROW = 34;
/** A row with its name above the bar. */
const TALL_ROW = 50;
/** Where the legend may need two lines. */
const LEGEND = 30;
const HOUR = 3_600;

export const ledgerHeight = (rows: number, width: number): number =>
  rows * (isNarrow(width) ? TALL_ROW : ROW) + 36 + LEGEND;

interface Segment {
  readonly row: LedgerRow;
  readonly kind: Kind;
  readonly from: number;
  readonly until: number;
}

/** End to end in hours, nothing drawn for no time. */
export const segmentsOf = (rows: readonly LedgerRow[]): readonly Segment[] =>
  rows.flatMap((row) => {
    let from = 0;
    return kinds.flatMap((kind) => {
      const until = from + row[kind] / HOUR;
      const segment = { row, kind, from, until };
      from = until;
      return row[kind] === 0 ? [] : [segment];
    });
  });

const total = (row: LedgerRow): number => row.working + row.waiting + row.closed;
let drawn = 0;

/** Hours from 0 to `longest`, at a spacing a clock-reader would choose, at most `most` of them after the first. */
function tickHours(longest: number, most: number): readonly number[] {
  const step = [0.25, 0.5, 1, 2, 3, 6, 12, 24].find((hours) => longest / hours <= most) ?? 48;
  return Array.from({ length: Math.floor(longest / step) + 1 }, (_, i) => i * step);
}

const tickWords = (hours: number): string => (Number.isInteger(hours) ? `${hours} h` : spoken(hours * HOUR));

/** Patterns are named per drawing: two charts on a page must not share ids. */
function patterns(prefix: string): SVGDefsElement {
  const defs = document.createElementNS('http://www.w3.org/2000/svg', 'defs');
  defs.innerHTML = `
    <pattern id="${prefix}-waiting" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="6" height="6" fill="var(--chart-ground)"/><rect width="2.4" height="6" fill="var(--chart-ink)"/></pattern>
    <pattern id="${prefix}-closed" width="5" height="5" patternUnits="userSpaceOnUse">
      <rect width="5" height="5" fill="var(--chart-ground)"/><circle cx="2.5" cy="2.5" r="1.1" fill="var(--chart-ink)"/></pattern>`;
  return defs;
}

const fillOf = (prefix: string, kind: Kind): string =>
  kind === 'working' ? 'var(--chart-ink)' : `url(#${prefix}-${kind})`;

function bars(
  Plot: PlotLibrary,
  segments: readonly Segment[],
  look: { readonly prefix: string; readonly top: number },
) {
  return kinds.map((kind) =>
    Plot.barX(
      segments.filter((segment) => segment.kind === kind),
      {
        x1: 'from',
        x2: 'until',
        y: (segment: Segment) => segment.row.name,
        fill: fillOf(look.prefix, kind),
        stroke: 'var(--chart-ink)',
        strokeWidth: 1,
        insetTop: look.top,
        insetBottom: 3,
      },
    ),
  );
}

/** Below this width names stand above their bars. */
const NARROW = 520;
const isNarrow = (width: number): boolean => width < NARROW;

function names(Plot: PlotLibrary, rows: readonly LedgerRow[], width: number) {
  const stand = isNarrow(width)
    ? { textAnchor: 'start' as const, dy: -15, dx: 1 }
    : { textAnchor: 'end' as const, dx: -8 };
  return Plot.text(rows, { x: 0, y: 'name', text: 'name', ...stand });
}

function times(Plot: PlotLibrary, rows: readonly LedgerRow[], width: number) {
  return Plot.text(rows, {
    x: (row: LedgerRow) => total(row) / HOUR,
    y: 'name',
    text: (row: LedgerRow) => spoken(total(row)),
    textAnchor: 'start',
    dx: 7,
    dy: isNarrow(width) ? 7 : 0,
    fontFamily: 'var(--mono)',
  });
}

function chartOf(Plot: PlotLibrary, rows: readonly LedgerRow[], width: number): Element {
  drawn += 1;
  const prefix = `ledger-${drawn}`;
  const longest = Math.max(...rows.map(total)) / HOUR;
  const chart = Plot.plot({
    width,
    height: ledgerHeight(rows.length, width) - LEGEND,
    marginLeft: isNarrow(width) ? 14 : 178,
    marginRight: 96,
    marginTop: 6,
    marginBottom: 30,
    style: 'background: transparent; color: inherit; font-family: inherit; font-size: 13px; overflow: visible',
    x: {
      label: null,
      domain: [0, longest],
      tickFormat: tickWords,
      ticks: tickHours(longest, isNarrow(width) ? 3 : 7),
      grid: true,
    },
    y: { axis: null, domain: rows.map(({ name }) => name), padding: 0 },
    marks: [
      () => patterns(prefix),
      ...bars(Plot, segmentsOf(rows), { prefix, top: isNarrow(width) ? 20 : 3 }),
      names(Plot, rows, width),
      times(Plot, rows, width),
      Plot.ruleX([0], { stroke: 'currentColor' }),
    ],
  });
  // The frame around it has the name; axe rightly minds names on groups without a role.
  for (const group of chart.querySelectorAll('[aria-label]')) group.removeAttribute('aria-label');
  return chart;
}

function swatch(kind: Kind): HTMLElement {
  const item = document.createElement('span');
  item.className = `swatch swatch-${kind}`;
  item.textContent = say(`review.${kind}`);
  return item;
}

/** Legend above, bars below, as wide as it is told. */
export async function drawLedger(rows: readonly LedgerRow[], width: number): Promise<HTMLElement> {
  const { plot, barX, text, ruleX } = await import('@observablehq/plot');
  const figure = document.createElement('div');
  const legend = document.createElement('p');
  legend.className = 'chart-legend';
  legend.append(...kinds.map(swatch));
  figure.append(legend, chartOf({ plot, barX, text, ruleX }, rows, width));
  return figure;
}

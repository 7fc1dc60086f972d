/** Sourced numbers to read: what they lean on, then the list, by place or by source; and as a table for spreadsheets. */
import { say } from '../words/index.ts';
import type { Column } from './columns.ts';
import { clipped, padded, tabled, unpainted, widthOf, wrapped } from './columns.ts';
import type { Layout } from './layout.ts';
import type { SourceCount, SourcedNumber } from './sourced-numbers.ts';
import { numberSections, sourceCounts } from './sourced-numbers.ts';

export interface SourcesHeads {
  readonly arrangement: string;
  /** Empty where no policy is in force. */
  readonly policy: string;
}

const ageText = ({ age }: Pick<SourcedNumber, 'age'>): string =>
  age === null
    ? say('cli.sources.undated')
    : age === 0
      ? say('cli.sources.thisYear')
      : say('cli.sources.years', { age });

const sureText = ({ confidence }: SourcedNumber): string =>
  confidence === '' ? say('cli.sources.unsaid') : confidence;

/** An estimate has no age: it is ours, and says why. */
const sourceText = (number: SourcedNumber): string =>
  number.source === 'estimate' ? say('cli.sources.estimate') : `${number.source}, ${ageText(number)}`;

const headText = (section: SourcedNumber['section'], { arrangement, policy }: SourcesHeads): string => {
  switch (section) {
    case 'coalition':
      return say('cli.sources.coalition', { arrangement });
    case 'policy':
      return say('cli.sources.policy', { policy });
    default:
      return say(`cli.sources.${section}`);
  }
};

/** The narrowest that a place or a value is cut to. */
const LEAST = 14;

/** Place, value, how sure, and who says so unless the head of the list does: one line each, cut to the width. */
function rowsText(
  numbers: readonly SourcedNumber[],
  { width }: Layout,
  lastOf?: (number: SourcedNumber) => string,
): string[] {
  const sure = Math.max(...numbers.map((one) => widthOf(sureText(one))));
  const room = Math.max(3 * LEAST, width - sure - (lastOf === undefined ? 6 : 8));
  const share = (texts: readonly string[], part: number) =>
    Math.min(Math.max(...texts.map(widthOf)), Math.max(LEAST, Math.floor(room * part)));
  const value = share(
    numbers.map((one) => one.value),
    0.34,
  );
  const last = lastOf === undefined ? 0 : share(numbers.map(lastOf), 0.3);
  const place = Math.min(Math.max(...numbers.map(({ path }) => widthOf(path))), Math.max(LEAST, room - value - last));
  return numbers.map((one) =>
    [
      `  ${padded(clipped(one.path, place), place)}`,
      padded(clipped(one.value, value), value),
      padded(sureText(one), sure),
      ...(lastOf === undefined ? [] : [clipped(lastOf(one), last)]),
    ]
      .join('  ')
      .trimEnd(),
  );
}

function sectionText(numbers: readonly SourcedNumber[], head: string, layout: Layout): string[] {
  const heading = layout.tones?.heading ?? unpainted;
  const parts = [...new Set(numbers.map(({ part }) => part))];
  return [
    heading(wrapped(head, layout.width).join('\n')),
    ...parts.flatMap((part) => [
      clipped(part, layout.width),
      ...rowsText(
        numbers.filter((one) => one.part === part),
        layout,
        sourceText,
      ),
    ]),
  ];
}

function countCells({ source, age, count, high, medium, low, title }: SourceCount): string[] {
  const isOurs = source === 'estimate';
  const named = isOurs ? say('cli.sources.estimate') : source;
  return [named, ...[count, high, medium, low].map(String), isOurs ? '' : ageText({ age }), isOurs ? '' : title];
}

/** By source: how many numbers lean on it, how far they are trusted, how old it is. */
function countsText(counts: readonly SourceCount[], { width }: Layout): string {
  const heads = ['source', 'count', 'high', 'medium', 'low', 'age', 'title'] as const;
  const rows = [heads.map((head) => say(`cli.sources.${head}`)), ...counts.map(countCells)];
  const right: Column = { right: true };
  const most = Math.max(LEAST, Math.min(30, Math.floor(width / 3)));
  const columns: Column[] = [{ most }, right, right, right, right, {}, {}];
  return tabled(rows, columns)
    .map((line) => clipped(line, width))
    .join('\n');
}

const ratings = ['high', 'medium', 'low', ''] as const;

/** How sure, how many; and of our own estimates how many, and how many of those say why. */
function surenessText(numbers: readonly SourcedNumber[]): string {
  const right: Column = { right: true };
  const counted = (own: readonly SourcedNumber[]): string[] => {
    const ours = own.filter(({ source }) => source === 'estimate');
    const bare = ours.filter(({ basis }) => basis === '');
    return [own.length, own.length - ours.length, ours.length, bare.length].map(String);
  };
  const rows = ratings.map((rating) => {
    const own = numbers.filter(({ confidence }) => confidence === rating);
    return [rating === '' ? say('cli.sources.unsaid') : rating, ...counted(own)];
  });
  const heads = (['confidence', 'count', 'published', 'ours', 'bare'] as const).map((head) =>
    say(`cli.sources.${head}`),
  );
  return tabled([heads, ...rows, [say('result.sum'), ...counted(numbers)]], [{}, right, right, right, right]).join(
    '\n',
  );
}

function summaryText(numbers: readonly SourcedNumber[], layout: Layout): string {
  const ours = numbers.filter(({ source }) => source === 'estimate');
  const sums = say('cli.sources.sums', {
    count: numbers.length,
    published: numbers.length - ours.length,
    estimates: ours.length,
    bare: ours.filter(({ basis }) => basis === '').length,
    undated: numbers.filter(({ source, age }) => source !== 'estimate' && age === null).length,
  });
  const notes = [say('cli.sources.notHere'), say('cli.sources.reasons')];
  return [
    (layout.tones?.heading ?? unpainted)(wrapped(sums, layout.width).join('\n')),
    surenessText(numbers),
    countsText(sourceCounts(numbers), layout),
    notes.map((text) => wrapped(text, layout.width).join('\n')).join('\n'),
  ].join('\n\n');
}

function byPlace(numbers: readonly SourcedNumber[], heads: SourcesHeads, layout: Layout): string[] {
  return numberSections.flatMap((section) => {
    const own = numbers.filter((one) => one.section === section);
    return own.length === 0 ? [] : [sectionText(own, headText(section, heads), layout).join('\n')];
  });
}

/** Under each source, the most leaned on first, its numbers by their places. */
function bySource(numbers: readonly SourcedNumber[], layout: Layout): string[] {
  const { heading = unpainted } = layout.tones ?? {};
  const placeOf = ({ section, part }: SourcedNumber) => `${section} / ${part}`;
  return sourceCounts(numbers).map(({ source, title, age }) => {
    const own = numbers.filter((one) => one.source === source);
    const head = source === 'estimate' ? say('cli.sources.estimate') : `${source}, ${ageText({ age })}: ${title}`;
    const places = [...new Set(own.map(placeOf))].flatMap((place) => [
      clipped(place, layout.width),
      ...rowsText(
        own.filter((one) => placeOf(one) === place),
        layout,
      ),
    ]);
    return [...wrapped(head, layout.width).map(heading), ...places].join('\n');
  });
}

export const sourceOrders = ['place', 'source'] as const;
export type SourceOrder = (typeof sourceOrders)[number];

/** What there is to know first; the list after it may be long. */
export function sourcesText(
  numbers: readonly SourcedNumber[],
  { by = 'place', ...heads }: SourcesHeads & { readonly by?: SourceOrder },
  layout: Layout,
): string {
  const list = by === 'source' ? bySource(numbers, layout) : byPlace(numbers, heads, layout);
  return [summaryText(numbers, layout), ...list].join('\n\n');
}

const columns = ['section', 'part', 'path', 'value', 'source', 'title', 'confidence', 'basis', 'year', 'age'] as const;

/** A field as RFC 4180 has it. */
const quoted = (field: string): string => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);

/** One row for each number, with a head; empty where there is nothing to say. */
export function sourcesCsv(numbers: readonly SourcedNumber[]): string {
  const rows = numbers.map((one) => columns.map((column) => quoted(String(one[column] ?? ''))).join(','));
  return [columns.join(','), ...rows].join('\r\n');
}

/** Sourced numbers to read, section by section with counts at the end, and as a table for spreadsheets. */
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

/** Place, value, how sure, who says so: one line each, cut to the width. */
function rowsText(numbers: readonly SourcedNumber[], { width }: Layout): string[] {
  const sure = Math.max(...numbers.map((one) => widthOf(sureText(one))));
  const room = Math.max(3 * LEAST, width - sure - 8);
  const share = (texts: readonly string[], part: number) =>
    Math.min(Math.max(...texts.map(widthOf)), Math.max(LEAST, Math.floor(room * part)));
  const value = share(
    numbers.map((one) => one.value),
    0.34,
  );
  const source = share(numbers.map(sourceText), 0.3);
  const place = Math.max(LEAST, room - value - source);
  return numbers.map((one) =>
    [
      `  ${padded(clipped(one.path, place), Math.min(place, Math.max(...numbers.map(({ path }) => widthOf(path)))))}`,
      padded(clipped(one.value, value), value),
      padded(sureText(one), sure),
      clipped(sourceText(one), source),
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

function sumsText(numbers: readonly SourcedNumber[], { width }: Layout): string {
  const rated = (confidence: string) => numbers.filter((one) => one.confidence === confidence).length;
  const [estimates, others] = [true, false].map((ours) =>
    numbers.filter(({ source }) => (source === 'estimate') === ours),
  );
  const sums = say('cli.sources.sums', {
    count: numbers.length,
    high: rated('high'),
    medium: rated('medium'),
    low: rated('low'),
    unsaid: rated(''),
    estimates: estimates?.length ?? 0,
    undated: (others ?? []).filter(({ age }) => age === null).length,
  });
  const texts = [sums, say('cli.sources.notHere'), say('cli.sources.reasons')];
  return texts.map((text) => wrapped(text, width).join('\n')).join('\n');
}

export function sourcesText(numbers: readonly SourcedNumber[], heads: SourcesHeads, layout: Layout): string {
  const sections = numberSections.flatMap((section) => {
    const own = numbers.filter((one) => one.section === section);
    return own.length === 0 ? [] : [sectionText(own, headText(section, heads), layout).join('\n')];
  });
  return [...sections, countsText(sourceCounts(numbers), layout), sumsText(numbers, layout)].join('\n\n');
}

const columns = ['section', 'part', 'path', 'value', 'source', 'title', 'confidence', 'basis', 'year', 'age'] as const;

/** A field as RFC 4180 has it. */
const quoted = (field: string): string => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);

/** One row for each number, with a head; empty where there is nothing to say. */
export function sourcesCsv(numbers: readonly SourcedNumber[]): string {
  const rows = numbers.map((one) => columns.map((column) => quoted(String(one[column] ?? ''))).join(','));
  return [columns.join(','), ...rows].join('\r\n');
}

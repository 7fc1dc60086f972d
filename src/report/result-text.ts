/** What came of a run, for readers: a line an incident, and where the time went as bars. */
import type { Cause, ChargeSplit } from '../core/model/facts.ts';
import { causes } from '../core/model/facts.ts';
import { totalOf } from '../core/model/ledger.ts';
import type { Setting } from '../core/model/setting.ts';
import { known } from '../core/model/setting.ts';
import { percent, spoken, zulu } from '../words/formats.ts';
import { say, sayNamed } from '../words/index.ts';
import type { Column } from './columns.ts';
import { tabled, unpainted, widthOf } from './columns.ts';
import type { Layout } from './layout.ts';
import type { IncidentResult, RunResult } from './result.ts';

const right: Column = { right: true };

/** What a line of the table may hold, by its head. */
const cells = {
  title: (setting: Setting, { id }: IncidentResult) => known(setting.incidents, id).title,
  incident: (_: Setting, { id }: IncidentResult) => id,
  window: ({ definition }: Setting, { closesAt }: IncidentResult) => zulu(definition.scenario.startsAt, closesAt),
  answer: (_: Setting, one: IncidentResult) => answerText(one),
  elapsed: (_: Setting, { elapsedSeconds }: IncidentResult) => spoken(elapsedSeconds),
  cause: (_: Setting, one: IncidentResult) => largestCause(one)?.name ?? '',
  share: (_: Setting, one: IncidentResult) => largestCause(one)?.share ?? '',
} as const;
type Cell = keyof typeof cells;

/** From the widest on: what there is no room for is left out. */
const tables: readonly (readonly Cell[])[] = [
  ['title', 'incident', 'window', 'answer', 'elapsed', 'cause', 'share'],
  ['incident', 'window', 'answer', 'elapsed', 'cause', 'share'],
  ['incident', 'answer', 'elapsed', 'cause'],
  ['incident', 'window', 'answer', 'elapsed'],
  ['incident', 'answer', 'elapsed'],
];

/** One line for each incident, the first seen first. */
export function incidentsText(setting: Setting, incidents: readonly IncidentResult[], layout: Layout): string {
  const { width, tones = {} } = layout;
  const inTime = incidents.toSorted((a, b) => a.firstObservable - b.firstObservable);
  const table = (names: readonly Cell[], most?: number): string[] =>
    tabled(
      [
        names.map((name) => sayNamed(`result.${name}`)),
        ...inTime.map((one) => names.map((name) => cells[name](setting, one))),
      ],
      names.map((name) =>
        name === 'elapsed' || name === 'share' ? right : name === 'incident' && most !== undefined ? { most } : {},
      ),
    );
  const fits = (lines: readonly string[]) => lines.every((line) => widthOf(line) <= width);
  const [first = '', ...rest] =
    tables.map((names) => table(names)).find(fits) ?? table(['incident', 'answer', 'elapsed'], 12);
  const met = incidents.filter(({ windowMet }) => windowMet).length;
  const sum = incidents.length === 1 ? [] : [say('result.windows', { met, count: incidents.length })];
  return [tones.time?.(first) ?? first, ...rest, ...sum].join('\n');
}

/** How the answer stands to its window, or why there is none. */
function answerText({ status, closesAt, endedAt }: IncidentResult): string {
  const spare = closesAt - endedAt;
  if (status !== 'done') return sayNamed(`status.${status}`);
  return spare >= 0 ? say('result.met', { time: spoken(spare) }) : say('result.missed', { time: spoken(-spare) });
}

function largestCause(one: IncidentResult): { readonly name: string; readonly share: string } | undefined {
  const [first] = chargesTogether([one]);
  if (first === undefined) return undefined;
  return { name: say(`cause.${first.cause}`), share: percent(totalOf(first.split), one.elapsedSeconds) };
}

const kinds = ['working', 'waiting', 'closed'] as const;
const blocks = { working: '█', waiting: '▒', closed: '░' } as const;

interface Charged {
  readonly cause: Cause;
  readonly split: ChargeSplit;
}

/** Charges of several incidents together, largest cause first. */
export function chargesTogether(incidents: readonly Pick<IncidentResult, 'split'>[]): Charged[] {
  return causes
    .map((cause) => {
      const sum = (kind: (typeof kinds)[number]) =>
        incidents.reduce((seconds, { split }) => seconds + (split[cause]?.[kind] ?? 0), 0);
      return { cause, split: { working: sum('working'), waiting: sum('waiting'), closed: sum('closed') } };
    })
    .filter(({ split }) => totalOf(split) > 0)
    .sort((a, b) => totalOf(b.split) - totalOf(a.split));
}

/** A bar whose three kinds of time together are as long as their share of `most`. */
function bar(split: ChargeSplit, most: number, cells: number): string {
  let seconds = 0;
  let drawn = 0;
  return kinds
    .map((kind) => {
      seconds += split[kind];
      const until = Math.round((seconds / most) * cells);
      const part = blocks[kind].repeat(until - drawn);
      drawn = until;
      return part;
    })
    .join('');
}

/** What the three kinds of block in a bar stand for. */
export function legendText({ width }: Layout): string {
  const legend = kinds.map((kind) => `${blocks[kind]} ${say(`spent.${kind}`)}`);
  const line = legend.join('   ');
  return widthOf(line) <= width ? line : legend.join('\n');
}

/** A line for each cause, and one for all together where there are several incidents. */
export function chargesTable(incidents: readonly Pick<IncidentResult, 'split'>[], { width }: Layout): string[] {
  const charges = chargesTogether(incidents);
  const whole = charges.reduce((sum, { split }) => sum + totalOf(split), 0);
  const most = Math.max(1, ...charges.map(({ split }) => totalOf(split)));
  const longest = Math.max(8, Math.min(48, width - 48));
  const rows = charges.map(({ cause, split }) => [
    say(`cause.${cause}`),
    spoken(totalOf(split)),
    percent(totalOf(split), whole),
    bar(split, most, longest),
  ]);
  const sum = incidents.length === 1 ? [] : [[say('result.sum'), spoken(whole), '', '']];
  return tabled([...rows, ...sum], [{}, { right: true }, { right: true }, {}]);
}

export function ledgerText({ incidents }: Pick<RunResult, 'incidents'>, layout: Layout): string {
  const { heading = unpainted } = layout.tones ?? {};
  const head = say(incidents.length === 1 ? 'story.ending.went' : 'result.ledger');
  return [heading(head), ...chargesTable(incidents, layout), '', legendText(layout)].join('\n');
}

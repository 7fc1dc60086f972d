/** What came of a run, for readers: a line an incident, and where the time went as bars. */
import type { Cause, ChargeSplit } from '../core/model/facts.ts';
import { causes } from '../core/model/facts.ts';
import { totalOf } from '../core/model/ledger.ts';
import type { Setting } from '../core/model/setting.ts';
import { known } from '../core/model/setting.ts';
import { percent, spoken, zulu } from '../words/formats.ts';
import { say, sayNamed } from '../words/index.ts';
import { tabled, widthOf } from './columns.ts';
import type { Layout } from './layout.ts';
import type { IncidentResult, RunResult } from './result.ts';

/** One line for each incident; the name by which commands know it only where there is room. */
export function incidentsText(
  setting: Setting,
  incidents: readonly IncidentResult[],
  { width, tones = {} }: Layout,
): string {
  const rows = incidents.map((one) => [
    known(setting.incidents, one.id).title,
    sayNamed(`status.${one.status}`),
    windowText(setting, one),
    spoken(one.elapsedSeconds),
    one.id,
  ]);
  const head = ['title', 'status', 'window', 'elapsed', 'incident'].map((name) => sayNamed(`result.${name}`));
  const all = [head, ...rows];
  const wide = tabled(all, [{}, {}, {}, { right: true }, {}]);
  const isWide = wide.every((line) => widthOf(line) <= width);
  const others = Math.max(
    ...tabled(
      all.map(([, ...cells]) => cells.slice(0, 3)),
      [{}, {}, { right: true }],
    ).map(widthOf),
  );
  const most = Math.max(12, width - others - 2);
  const lines = isWide
    ? wide
    : tabled(
        all.map(([, status = '', window = '', elapsed = '', id = '']) => [id, status, window, elapsed]),
        [{ most }, {}, {}, { right: true }],
      );
  const [first = '', ...rest] = lines;
  return [tones.time?.(first) ?? first, ...rest].join('\n');
}

/** Met or missed, and by how much. */
function windowText(setting: Setting, one: IncidentResult): string {
  const spare = one.closesAt - one.endedAt;
  const at = zulu(setting.definition.scenario.startsAt, one.closesAt);
  if (one.status !== 'done') return say('result.noAnswer', { at });
  return spare >= 0 ? say('result.met', { time: spoken(spare) }) : say('result.missed', { time: spoken(-spare) });
}

const kinds = ['working', 'waiting', 'closed'] as const;
const blocks = { working: '█', waiting: '▒', closed: '░' } as const;

/** Charges of several incidents together, largest cause first. */
export function chargesTogether(incidents: readonly IncidentResult[]): { cause: Cause; split: ChargeSplit }[] {
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

export function ledgerText(result: Pick<RunResult, 'incidents'>, { width, tones = {} }: Layout): string {
  const charges = chargesTogether(result.incidents);
  const whole = charges.reduce((sum, { split }) => sum + totalOf(split), 0);
  const most = Math.max(1, ...charges.map(({ split }) => totalOf(split)));
  const cells = Math.max(8, Math.min(48, width - 48));
  const rows = charges.map(({ cause, split }) => [
    say(`cause.${cause}`),
    spoken(totalOf(split)),
    percent(totalOf(split), whole),
    bar(split, most, cells),
  ]);
  const legend = kinds.map((kind) => `${blocks[kind]} ${say(`spent.${kind}`)}`);
  const legendText = widthOf(legend.join('   ')) <= width ? legend.join('   ') : legend.join('\n');
  const sum = [say('result.sum'), spoken(whole), '', ''];
  const head = tones.heading?.(say('result.ledger')) ?? say('result.ledger');
  return [head, ...tabled([...rows, sum], [{}, { right: true }, { right: true }, {}]), '', legendText].join('\n');
}

/** What `npm run tables` prints. */
import type { SeatTried } from '../src/study/dead-seats.ts';
import type { Dominance } from '../src/study/findings.ts';
import { bestOption, dominances, isSame, subjectsChanged, weightOf, weights } from '../src/study/findings.ts';
import type { OptionPair, Tried } from '../src/study/forced-choices.ts';
import type { Asked } from '../src/study/table-questions.ts';
import type { WindowMet } from '../src/study/table-windows.ts';

export interface TablesReport {
  readonly scenario: string;
  readonly policy: string;
  readonly engine: string;
  readonly scenarioDigest: string;
  readonly seed: string;
  readonly tables: number;
  readonly pairs: number;
  readonly windows: readonly WindowMet[];
  readonly asked: readonly Asked[];
  readonly askedAndFelt: readonly Asked[];
  readonly tried: readonly Tried[];
  readonly seats: readonly SeatTried[];
}

/** Shares that are flagged: windows outside the first two, seats and moves below the third, options and decisions seen less than the last. */
const RARE = 0.2;
const USUAL = 0.8;
const OWED = 0.9;
const SEEN = 0.1;

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const of = (count: number, all: number): string => (all === 0 ? '–' : percent(count / all));
const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[], none = 'None.'): string[] {
  if (rows.length === 0) return [none];
  return [line(head), `|${head.map(() => '---|').join('')}`, ...rows.map(line)];
}

function windowRows(windows: readonly WindowMet[]) {
  return windows.map(({ incident, count, of: all, from, to }) => {
    const share = count / all;
    const flag = share < RARE ? 'too rarely' : share > USUAL ? 'too often' : '';
    return [incident, percent(share), `${percent(from)} – ${percent(to)}`, flag];
  });
}

/** Seats down, stretches across: share with enough questions, median and fifth percentile. */
function askedTable(asked: readonly Asked[]): string[] {
  const stretches = [...new Set(asked.map(({ stretch }) => stretch))];
  const seats = [...new Set(asked.map(({ seat }) => seat))];
  const cell = (one: Asked): string => {
    const share = one.enough / one.tables;
    return `${share < OWED ? '**' : ''}${percent(share)}${share < OWED ? '**' : ''} (${one.median}, ${one.fifthPercentile})`;
  };
  const rows = seats.map((seat) => [seat, ...asked.filter((one) => one.seat === seat).map(cell)]);
  return table(['seat', ...stretches], rows);
}

const largest = (pairs: readonly OptionPair[], measure: string): number =>
  Math.max(
    0,
    ...pairs.flatMap(({ gains }) => gains.filter((gain) => gain.measure === measure).map(({ mean }) => Math.abs(mean))),
  );

function decisionRows(report: TablesReport) {
  return report.tried.map((tried) => {
    const { decision, pairs } = tried;
    const window = largest(pairs, `window.${decision.incident}`);
    const minutes = Math.round(largest(pairs, `restricted.${decision.incident}`) / 60);
    const options = decision.options.map(
      (option, o) => `${option} ${of(tried.opened[o] ?? 0, tried.tables)}/${of(tried.taken[o] ?? 0, tried.put)}`,
    );
    return [
      decision.id,
      decision.seat,
      of(tried.put, report.tables),
      percent(window),
      minutes,
      subjectsChanged(tried).join(' '),
      options.join(', '),
    ];
  });
}

const weightRows = ({ tried }: TablesReport) =>
  weights
    .filter((weight) => weight !== 'outcome')
    .flatMap((weight) =>
      tried
        .filter((one) => weightOf(one) === weight)
        .map(({ decision }) => [weight, decision.incident, decision.id, decision.seat]),
    );

const sameRows = ({ tried }: TablesReport) =>
  tried.flatMap((one) =>
    one.pairs.filter(isSame).map(({ first, second, tables }) => [one.decision.id, `${first} = ${second}`, tables]),
  );

type Wanted = (dominance: Dominance) => boolean;

const dominanceRows = ({ tried }: TablesReport, wanted: Wanted) =>
  tried.flatMap((one) =>
    dominances(one)
      .filter(wanted)
      .map(({ better, worse, tables, on }) => [
        one.decision.id,
        `${better} > ${worse}`,
        tables,
        on.join(', '),
        bestOption(one) === better ? 'best of all' : '',
      ]),
  );

const openRows = ({ tried }: TablesReport) =>
  tried.flatMap(({ decision, opened, tables }) =>
    decision.options.flatMap((option, o) =>
      tables > 0 && (opened[o] as number) < SEEN * tables
        ? [[decision.id, option, of(opened[o] as number, tables)]]
        : [],
    ),
  );

const seatRows = (seats: readonly SeatTried[]) =>
  seats.map(({ seat, tables, turned, delayed }) => [
    seat,
    of(turned, tables),
    of(delayed, tables),
    turned === 0 ? 'dead' : turned < RARE * tables ? 'weak' : '',
  ]);

/** Which options no table should take, and why. */
function dominanceText(report: TablesReport): string[] {
  const head = ['decision', 'options', 'tables', 'better on', ''];
  return [
    '\n## Options worse than another on every measure\n',
    ...table(
      head,
      dominanceRows(report, ({ outright, on }) => outright && on.length > 0),
    ),
    '\n## Options worse than another, and better on nothing by more than luck explains\n',
    ...table(
      head,
      dominanceRows(report, ({ outright, on }) => !outright && on.length > 0),
    ),
    '\n## Options that cost work and buy nothing beside another\n',
    ...table(
      head.slice(0, 3),
      dominanceRows(report, ({ on }) => on.length === 0).map((row) => row.slice(0, 3)),
    ),
  ];
}

export function tablesText(report: TablesReport): string {
  const { scenario, policy, engine, scenarioDigest, seed, tables, pairs } = report;
  const rare = report.tried.filter(({ put }) => put < SEEN * tables);
  return [
    `${scenario} under ${policy}; engine ${engine}, scenario ${scenarioDigest.slice(0, 16)}; ${tables} tables of seed ${seed}, ${pairs} for each option`,
    '\n## Windows met\n',
    ...table(['incident', 'met', '95 % exact', 'flag'], windowRows(report.windows)),
    '\n## Tables at which the seat was asked often enough what matters (median, 5th percentile of questions)\n',
    ...askedTable(report.asked),
    '\n## The same, counting only questions of which more than chance hangs\n',
    ...askedTable(report.askedAndFelt),
    '\n## Decisions on which no outcome hangs, or only by chance\n',
    ...table(['what hangs on it', 'incident', 'decision', 'seat'], weightRows(report)),
    `\n## Decisions put at fewer than ${percent(SEEN)} of tables\n`,
    ...table(
      ['decision', 'seat', 'put'],
      rare.map(({ decision, put }) => [decision.id, decision.seat, of(put, tables)]),
    ),
    '\n## Options that come to the same, but for work and what it does elsewhere by chance\n',
    ...table(['decision', 'options', 'tables'], sameRows(report)),
    `\n## Options that opened at fewer than ${percent(SEEN)} of the tables that put them\n`,
    ...table(['decision', 'option', 'opened'], openRows(report)),
    ...dominanceText(report),
    '\n## Seats: all first options against all last\n',
    ...table(['seat', 'an incident ends otherwise', 'takes another time', 'flag'], seatRows(report.seats)),
    '\n## Every decision: the most that two options differ in its own window and minutes, what changes, and options (opened/taken)\n',
    ...table(['decision', 'seat', 'put', 'window', 'minutes', 'changes', 'options'], decisionRows(report)),
    '',
  ].join('\n');
}

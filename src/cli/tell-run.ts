/** A run told on a terminal: short, as a story, or as JSON. */
import type { Fact } from '../core/model/facts.ts';
import type { Setting } from '../core/model/setting.ts';
import type { RecordHeader } from '../files/record.ts';
import { tabled, wrapped } from '../report/columns.ts';
import type { Part } from '../report/part.ts';
import { isInPart, partHeading } from '../report/part.ts';
import { promisesText } from '../report/promises-text.ts';
import type { RunResult } from '../report/result.ts';
import { resultOf } from '../report/result.ts';
import { incidentsText, ledgerText } from '../report/result-text.ts';
import { storyOf } from '../report/story.ts';
import { headingOf, storyText } from '../report/story-text.ts';
import { zulu } from '../words/formats.ts';
import { say } from '../words/index.ts';
import type { Terminal } from './terminal.ts';
import { layoutOf, printJson } from './terminal.ts';

export interface ToldRun {
  readonly header: RecordHeader;
  readonly facts: readonly Fact[];
  /** Of the whole run, also where the telling stops earlier. */
  readonly digest: string;
  /** Where the telling stops, in seconds since StartEx. */
  readonly until?: number | undefined;
  /** Its record, where there is one. */
  readonly file?: string | undefined;
  /** What of it a story tells; all of it where nothing is said. */
  readonly part?: Part | undefined;
  /** The cut of the scenario that was asked for. */
  readonly cut?: string | undefined;
}

export function tellRun(terminal: Terminal, setting: Setting, run: ToldRun, form: 'story' | 'json' | 'short'): void {
  const result = resultOf(run);
  if (form === 'json') {
    printJson(terminal, run.until === undefined ? result : { ...result, until: run.until });
    return;
  }
  const { startsAt } = setting.definition.scenario;
  const stops = run.until === undefined ? [] : [say('story.heading.until', { at: zulu(startsAt, run.until) })];
  const { facts, part } = run;
  const heading = [...headingOf(setting, run.header), ...(part ? partHeading(setting, part) : []), ...stops];
  const layout = layoutOf(terminal);
  const tells = (fact: Fact) => part === undefined || isInPart(setting, part, fact);
  const text =
    form === 'story'
      ? storyText(setting, { heading, lines: storyOf(setting, facts, tells), facts, tellsEnd: tells }, layout)
      : shortText(terminal, setting, { ...run, result, heading });
  terminal.out(`${text}\n`);
}

interface Short extends ToldRun {
  readonly result: RunResult;
  readonly heading: readonly string[];
}

function shortText(terminal: Terminal, setting: Setting, { result, heading, facts, ...run }: Short): string {
  const layout = layoutOf(terminal);
  const paint = layout.tones?.heading ?? ((text: string) => text);
  const blocks = [
    heading
      .flatMap((line) => wrapped(line, layout.width))
      .map(paint)
      .join('\n'),
  ];
  const { incidents } = result;
  blocks.push(incidents.length === 0 ? say('result.none') : incidentsText(setting, incidents, layout));
  if (incidents.length > 0) blocks.push(ledgerText(result, layout));
  const promises = promisesText(setting, facts, layout);
  if (promises !== '') blocks.push(promises);
  if (!result.ended) {
    const at = zulu(setting.definition.scenario.startsAt, run.until ?? facts.at(-1)?.at ?? 0);
    blocks.push(wrapped(say('result.unfinished', { at }), layout.width).join('\n'));
  }
  blocks.push(traceText(result), furtherText(terminal, result, run));
  return blocks.join('\n\n');
}

/** What a result is traced by. */
function traceText({ digest, scenarioDigest, seed, standIn, engine }: RunResult): string {
  return [
    say('result.made', { seed, standIn, engine: engine.slice(0, 12) }),
    say('result.scenario', { scenarioDigest }),
    say('result.digest', { digest }),
  ].join('\n');
}

const quoted = (text: string): string => (/^[\w./:@+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

/** The one to look into first: without an answer, else the latest against its window. */
function worstOf(incidents: RunResult['incidents']): RunResult['incidents'][number] | undefined {
  const unanswered = incidents.find(({ status }) => status !== 'done');
  return unanswered ?? incidents.toSorted((a, b) => b.endedAt - b.closesAt - (a.endedAt - a.closesAt))[0];
}

function furtherText(
  terminal: Terminal,
  { scenario, policy, seed, held, incidents }: RunResult,
  { file, cut }: Pick<ToldRun, 'file' | 'cut'>,
): string {
  const record = file === undefined ? 'run.saydo' : quoted(file);
  const asCut = cut === undefined ? '' : ` --cut ${cut}`;
  const again = `saydo run ${scenario} --policy ${policy}${asCut} --seed ${quoted(seed)}`;
  const worst = worstOf(incidents)?.id;
  const byItself = file === undefined && held.length === 0;
  const story = byItself ? `${again} --story` : `saydo replay ${record} --story`;
  const isOneOfMany = byItself && worst !== undefined && incidents.length > 1;
  const rows = [
    [story, say('cli.run.tellStory')],
    ...(isOneOfMany ? [[`${story} --incident ${worst}`, say('cli.run.tellOne')]] : []),
    ...(file === undefined ? [[`${again} --out run.saydo`, say('cli.run.tellRecord')]] : []),
    ...(worst === undefined ? [] : [[`saydo why ${record} ${worst}`, say('cli.run.tellWhy')]]),
    ['saydo list', say('cli.run.tellOthers')],
  ];
  const wide = tabled(rows, [{}, {}]).map((line) => `  ${line}`);
  const lines = wide.every((line) => line.length <= terminal.width)
    ? wide
    : rows.flatMap(([command, what]) => [`  ${command}`, `      ${what}`]);
  return [`${say('result.further')}:`, ...lines].join('\n');
}

/** Why an incident took so long: the ledger's walk, a stretch of time a paragraph, earliest first. */
import type { Fact, FactOf } from '../core/model/facts.ts';
import { chainOf, totalOf, trailOf } from '../core/model/ledger.ts';
import type { Setting } from '../core/model/setting.ts';
import { known } from '../core/model/setting.ts';
import type { WithoutCause } from '../study/bought-back.ts';
import { spoken, zulu } from '../words/formats.ts';
import { say, sayNamed } from '../words/index.ts';
import { padded, rightly, unpainted, widthOf, wrapped } from './columns.ts';
import { endingText } from './ending.ts';
import type { Layout } from './layout.ts';
import type { Part } from './part.ts';
import { legendText } from './result-text.ts';
import { rulesOf } from './rules.ts';
import { deskOwner, partsOf } from './tale.ts';

/** A stretch of the walk, cut to the time that the ledger charges. */
export interface Stretch {
  readonly since: number;
  readonly until: number;
  readonly cause: FactOf<'StepEnded'>['cause'];
  /** Null: before the first step, when nothing had been seen or brought up that led to the answer. */
  readonly step: FactOf<'StepEnded'> | null;
}

/** The walk from the first sign to the end of the answer, earliest first. */
export function stretchesOf(facts: readonly Fact[], ended: FactOf<'ResponseEnded'>): Stretch[] {
  const steps = new Map<number, FactOf<'StepEnded'>>();
  for (const fact of facts) if (fact.type === 'StepEnded') steps.set(fact.step, fact);
  const from = ended.firstObservable;
  let until = from + ended.elapsedSeconds;
  const stretches: Stretch[] = [];
  for (const number of chainOf(trailOf(facts), ended.step)) {
    if (until <= from) break;
    const step = known(steps, number);
    const since = Math.max(from, Math.min(step.since, until));
    if (since < until) stretches.unshift({ since, until, cause: step.cause, step });
    until = since;
  }
  if (until > from) stretches.unshift({ since: from, until, cause: 'sensing', step: null });
  return stretches;
}

/** What was done, and at whose desk. */
function workText({ cause, step }: Stretch, setting: Setting): string {
  const name = say(`cause.${cause}`);
  if (step === null) return say('why.nothing', { cause: name });
  const work = sayNamed(`work.${step.work}`);
  if (step.desk === null) return say('why.work', { cause: name, work });
  const role = sayNamed(`deskRole.${step.desk.split('/')[1]}`);
  return say('why.workAt', { cause: name, work, organisation: deskOwner(setting, step.desk), role });
}

/** How a stretch was spent, where that is not plain from its length. */
function spentText({ step, since, until }: Stretch): string {
  if (step === null) return '';
  const whole = step.at - step.since;
  if (until - since < whole) return ` ${say('why.cut', { time: spoken(whole) })}`;
  return step.waiting + step.closed < 60 ? '' : ` (${partsOf(step)})`;
}

/** Under the task that they were part of, a line or two for each stretch. */
function walkText(setting: Setting, stretches: readonly Stretch[], { width, tones = {} }: Layout): string {
  const moment = (at: number) => zulu(setting.definition.scenario.startsAt, at);
  const spans = stretches.map(({ since, until }) => `${moment(since)} – ${moment(until)}`);
  const widest = Math.max(...spans.map(widthOf));
  const longest = Math.max(10, ...stretches.map(({ since, until }) => widthOf(spoken(until - since))));
  const indent = widest + longest + 6;
  const { heading = unpainted, time = unpainted } = tones;
  return stretches
    .flatMap((stretch, i) => {
      const { step, since, until } = stretch;
      const title = step === null ? '' : (setting.tasks.get(step.task)?.task.title ?? step.task);
      const isNew = step !== null && stretches[i - 1]?.step?.task !== step.task;
      const head = `  ${time(padded(spans[i] as string, widest))}  ${rightly(spoken(until - since), longest)}  `;
      const rules = step === null ? 'R73' : rulesOf(step).join(' ');
      const body = wrapped(`${workText(stretch, setting)}${spentText(stretch)} [${rules}]`, width - indent);
      const lines = body.map((line, n) => (n === 0 ? head : ' '.repeat(indent)) + line);
      return isNew ? [...wrapped(title, width).map(heading), ...lines] : lines;
    })
    .join('\n');
}

/** What of it was trust's, where it was anybody's. */
function trustText({ trustSeconds }: FactOf<'ResponseEnded'>, { width }: Layout): string {
  if (trustSeconds === 0) return '';
  const key = trustSeconds > 0 ? 'why.mistrust' : 'why.trust';
  return wrapped(say(key, { time: spoken(Math.abs(trustSeconds)) }), width).join('\n');
}

type Ended = FactOf<'ResponseEnded'>;

/** Whether a stretch lies in a part: at a desk of its seat, and not wholly before or after. */
function isStretchIn(setting: Setting, { seat, from, until }: Part, { step, since, until: end }: Stretch): boolean {
  if (end <= from || since >= until) return false;
  if (seat === null) return true;
  const organisation = step?.desk?.split('/')[0];
  return organisation !== undefined && known(setting.seats, seat).organisations.includes(organisation);
}

/** The walk, or what of it lies in a part. */
export function stretchesIn(setting: Setting, facts: readonly Fact[], ended: Ended, part?: Part): Stretch[] {
  const all = stretchesOf(facts, ended);
  return part === undefined ? all : all.filter((one) => isStretchIn(setting, part, one));
}

/** How long the walk is, and how much of it is told. */
function walkHead(all: readonly Stretch[], told: readonly Stretch[], { width }: Layout): string {
  const walk = say('why.walk', { count: all.length });
  const time = told.reduce((sum, { since, until }) => sum + until - since, 0);
  const some = told.length === 0 ? say('why.none') : say('why.some', { count: told.length, time: spoken(time) });
  return wrapped(told.length === all.length ? `${walk}:` : `${walk}. ${some}`, width).join('\n');
}

/** `part`: what of the walk to tell; all of it where nothing is said. */
export function whyText(
  setting: Setting,
  facts: readonly Fact[],
  ended: Ended,
  { part, ...layout }: Layout & { readonly part?: Part },
): string {
  const all = stretchesOf(facts, ended);
  const stretches = stretchesIn(setting, facts, ended, part);
  const parts = [
    endingText(setting, facts, ended, layout),
    ...(all.length === 0 ? [] : [legendText(layout), walkHead(all, stretches, layout)]),
    stretches.length === 0 ? '' : walkText(setting, stretches, layout),
    trustText(ended, layout),
  ];
  return parts.filter((one) => one !== '').join('\n\n');
}

/** What the same run would have taken with one cause at a time out of the way. The charges add up; these need not. */
export function boughtBackText(
  ended: FactOf<'ResponseEnded'>,
  reruns: readonly WithoutCause[],
  { width, tones = {} }: Layout,
): string {
  if (reruns.length === 0) return '';
  const { heading = unpainted } = tones;
  const names = reruns.map(({ cause }) => say(`cause.${cause}`));
  const widest = Math.max(...names.map(widthOf));
  const rows = reruns.map(({ cause, boughtBack, windowMet, dropped }, i) => {
    const charge = ended.charges[cause];
    const charged = rightly(charge === undefined ? '' : spoken(totalOf(charge)), 12);
    const sooner = rightly(boughtBack < 0 ? `−${spoken(-boughtBack)}` : spoken(boughtBack), 12);
    const turned = windowMet === ended.windowMet ? '' : say(windowMet ? 'why.back.meets' : 'why.back.misses');
    const lost = dropped === 0 ? '' : ` ${say('why.back.dropped', { count: dropped })}`;
    return `  ${padded(names[i] as string, widest)}  ${charged}  ${sooner}  ${turned}${lost}`.trimEnd();
  });
  const head = `  ${padded(say('why.back.without'), widest)}  ${rightly(say('why.back.charged'), 12)}  ${rightly(say('why.back.bought'), 12)}`;
  return [...wrapped(say('why.back.says'), width), '', heading(head), ...rows].join('\n');
}

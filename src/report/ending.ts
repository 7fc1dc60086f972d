/** What became of an incident: whether its window was met, which way it went, and where its time went. */
import type { Fact, FactOf } from '../core/model/facts.ts';
import type { Setting } from '../core/model/setting.ts';
import { known } from '../core/model/setting.ts';
import { spoken, zulu } from '../words/formats.ts';
import { say } from '../words/index.ts';
import { hanging, unpainted, wrapped } from './columns.ts';
import type { Layout } from './layout.ts';
import { chargesTable } from './result-text.ts';

type Ended = FactOf<'ResponseEnded'>;

export interface Ending {
  readonly title: string;
  /** Paragraphs: the outcome, what it was. */
  readonly says: readonly string[];
}

/** Which way it went in the end, in the scenario's words; undefined where it could go one way only. */
function branchSays(setting: Setting, facts: readonly Fact[], incident: string): string | undefined {
  const turn = facts.findLast(
    (fact): fact is FactOf<'BranchTaken'> => fact.type === 'BranchTaken' && fact.incident === incident,
  );
  const { branches = [] } = known(setting.incidents, incident);
  return branches.find(({ id }) => id === turn?.branch)?.says;
}

/** What happened comes before what might have. */
function truthOf(setting: Setting, facts: readonly Fact[], incident: string): string[] {
  const { truth } = known(setting.incidents, incident);
  const branch = branchSays(setting, facts, incident);
  if (branch === undefined) return [say('story.ending.truth', { truth })];
  return [say('story.ending.branch', { branch }), say('story.ending.asWritten', { truth })];
}

function outcomeOf(setting: Setting, ended: Ended): string {
  const moment = (at: number) => zulu(setting.definition.scenario.startsAt, at);
  const { status, elapsedSeconds, firstObservable, closesAt } = ended;
  const closes = moment(closesAt);
  if (status === 'never-observed') return say('story.ending.unseen', { closes });
  const late = ended.at - closesAt;
  const window =
    status !== 'done'
      ? say('story.ending.missed', { closes })
      : ended.windowMet
        ? say('story.ending.met', { time: spoken(-late) })
        : say('story.ending.missedBy', { closes, time: spoken(late) });
  const elapsed = say(status === 'done' ? 'story.ending.elapsed' : 'story.ending.unanswered', {
    first: moment(firstObservable),
    elapsed: spoken(elapsedSeconds),
  });
  return `${elapsed} ${window}`;
}

export function endingOf(setting: Setting, facts: readonly Fact[], ended: Ended): Ending {
  const { title } = known(setting.incidents, ended.incident);
  return {
    title: say('story.ending.title', { title, status: say(`status.${ended.status}`) }),
    says: [outcomeOf(setting, ended), ...truthOf(setting, facts, ended.incident)],
  };
}

/** The last paragraphs of an incident, and its causes in a table. */
export function endingText(setting: Setting, facts: readonly Fact[], ended: Ended, layout: Layout): string {
  const { title, says } = endingOf(setting, facts, ended);
  const { heading = unpainted } = layout.tones ?? {};
  const table = chargesTable([{ split: ended.charges }], { ...layout, width: layout.width - 2 });
  return [
    ...wrapped(title, layout.width).map(heading),
    ...says.map((text) => hanging('  ', text, layout.width)),
    ...(table.length === 0 ? [] : ['', `  ${say('story.ending.went')}`, ...table.map((line) => `  ${line}`)]),
  ].join('\n');
}

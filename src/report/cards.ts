/** Scenarios and policies as cards to read. */
import type { Change, Lever } from '../core/model/policy.ts';
import type { Definition, Scenario } from '../core/model/scenario.ts';
import { lasting, zulu } from '../words/formats.ts';
import { say } from '../words/index.ts';
import { hanging, padded, unpainted, wrapped } from './columns.ts';
import { dateArgs } from './dates.ts';
import type { Layout } from './layout.ts';
import { described } from './provenance.ts';

const filled = (text: string, { width }: Layout): string => wrapped(text, width).join('\n');
const bullets = (texts: readonly string[], { width }: Layout): string =>
  texts.map((text) => hanging('  – ', text, width)).join('\n');

const numbered = (texts: readonly string[], { width }: Layout): string =>
  texts.map((text, i) => hanging(`  ${i + 1}. `, text, width)).join('\n');

function section(head: string, body: string, { tones = {} }: Layout): string {
  return `${(tones.heading ?? unpainted)(head)}\n${body}`;
}

/**
 * What whoever is about to play may read: how incidents will be reported, in the order in which they come; never when, or what they are,
 * which their names would give away.
 */
export function scenarioCard({ scenario, coalition }: Omit<Definition, 'policy'>, layout: Layout): string {
  const { startsAt, lasts, playMinutes, incidents } = scenario;
  const shorts = new Map(coalition.organisations.map(({ id, short }) => [id, short]));
  const start = { ...dateArgs(startsAt), lasts: lasting(lasts), minutes: playMinutes };
  const seats = scenario.seats.map(({ id, title, organisations }) =>
    say('cli.show.seat', { id, title, organisations: organisations.map((one) => shorts.get(one) ?? one).join(', ') }),
  );
  const reported = incidents.toSorted((a, b) => a.begins - b.begins).map(({ reportedAs }) => reportedAs);
  const objectives = scenario.objectives.map(({ says }) => says);
  const moves = (scenario.moves ?? []).map((move, i, all) => moveText(scenario, move, all[i - 1]?.until ?? 0));
  const cuts = (scenario.cuts ?? []).map((cut) => cutText(cut, incidents));
  const list = (head: string, texts: readonly string[]) => section(head, bullets(texts, layout), layout);
  return [
    section(`${scenario.title} (${scenario.id})`, filled(scenario.marking, layout), layout),
    filled(scenario.summary, layout),
    filled(say('cli.show.startEx', start), layout),
    filled(scenario.brief, layout),
    list(say('cli.show.seats'), seats),
    list(say('cli.show.incidents'), reported),
    ...(moves.length === 0 ? [] : [section(say('cli.show.moves'), numbered(moves, layout), layout)]),
    ...(cuts.length === 0 ? [] : [list(say('cli.show.cuts'), cuts)]),
    list(say('cli.show.objectives'), objectives),
    list(say('cli.show.discussion'), scenario.discussion),
  ].join('\n\n');
}

type Move = NonNullable<Scenario['moves']>[number];
type Cut = NonNullable<Scenario['cuts']>[number];

function moveText({ startsAt }: Scenario, { title, until, minutes }: Move, from: number): string {
  return say('cli.show.move', { title, from: zulu(startsAt, from), until: zulu(startsAt, until), minutes });
}

function cutText({ id, title, playMinutes, without }: Cut, incidents: Scenario['incidents']): string {
  const left = incidents.flatMap((one) => (without.includes(one.id) ? [one.reportedAs] : []));
  const size = say('cli.show.cutSize', { cut: id, title, minutes: playMinutes });
  return left.length === 0 ? size : `${size} ${say('cli.show.cutWithout', { incidents: left.join('; ') })}`;
}

/** `arranged`: what the policy's arrangement changes in the coalition's own files; nothing where it is theirs. */
export function policyCard(
  { policy, coalition, arranged }: Definition & { readonly arranged: readonly Change[] },
  layout: Layout,
): string {
  const titles = new Map(coalition.sources.map(({ id, title }) => [id, title]));
  return [
    section(`${policy.title} (${policy.id})`, filled(policy.summary, layout), layout),
    filled(say('cli.show.arrangement', { arrangement: policy.arrangement }), layout),
    ...(arranged.length === 0 ? [] : [arrangementCard(policy.arrangement, arranged, layout)]),
    ...policy.levers.map((lever) => leverCard(lever, titles, layout)),
    ...(policy.levers.length === 0 ? [say('cli.show.noLevers')] : []),
  ].join('\n\n');
}

/** `pairs/from=us&to=fr/frontDoor/seek` as `pairs / us → fr / frontDoor / seek`. */
const placeOf = (at: string): string =>
  at
    .replace(/from=([^&/]+)&to=/g, '$1 → ')
    .replace(/of=([^&/]+)&in=/g, '$1 → ')
    .replace(/nation=([^&/]+)&area=/g, '$1 · ')
    .replace(/(^|\/)(?:id|role)=/g, '$1')
    .replaceAll('/', ' / ');

const changeText = (change: Change, source: string): string =>
  say('cli.show.change', {
    at: placeOf(change.at),
    what: described(change),
    source,
    confidence: change.confidence,
  });

/** With the reasons, and sources by their short names: the list is long. */
function arrangementCard(arrangement: string, changes: readonly Change[], layout: Layout): string {
  const texts = changes.map((change) => {
    const text = changeText(change, change.source);
    return change.basis === undefined ? text : `${text} ${say('cli.show.basis', { basis: change.basis })}`;
  });
  return section(say('cli.show.arranged', { arrangement, count: changes.length }), bullets(texts, layout), layout);
}

function leverCard(lever: Lever, titles: ReadonlyMap<string, string>, layout: Layout): string {
  const row = (name: string, text: string) => hanging(`  ${padded(name, 13)}`, text, layout.width);
  return section(
    `${lever.title} (${lever.id})`,
    [
      row(say('cli.show.owner'), lever.owner),
      row(say('cli.show.leadTime'), lever.leadTime),
      row(say('cli.show.cost'), lever.cost),
      row(say('cli.show.harm'), lever.harm),
      row(say('cli.show.expected'), lever.expected),
      row(say('cli.show.source'), titles.get(lever.source) ?? lever.source),
      ...lever.changes.map((change, i) =>
        row(i === 0 ? say('cli.show.changes') : '', changeText(change, titles.get(change.source) ?? change.source)),
      ),
    ].join('\n'),
    layout,
  );
}

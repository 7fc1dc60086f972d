/** What the tellers of a story share: names as people say them, and facts looked up by what they belong to. */
import type { ChargeSplit, Fact, FactOf } from '../core/model/facts.ts';
import { totalOf } from '../core/model/ledger.ts';
import type { Setting } from '../core/model/setting.ts';
import { known } from '../core/model/setting.ts';
import { spoken, zulu } from '../words/formats.ts';
import { say } from '../words/index.ts';

/** What a line is about, for whoever paints it: the words say the same. */
export type Tone = 'world' | 'decision' | 'trouble' | 'arrival' | 'plain';

export interface StoryLine {
  /** Seconds since StartEx. */
  readonly at: number;
  /** Its subject: an organisation's short name, or what else it is about. */
  readonly who: string;
  readonly says: string;
  readonly tone: Tone;
}

/** A line to be, or with `joins` a clause of the line before, if that is about the same thing at the same time. */
export interface Clause {
  readonly who: string;
  readonly says: string;
  readonly tone: Tone;
  readonly about: string;
  readonly joins?: string;
}

/** How long a piece of work stood in a queue, and whether it still does where the facts end. */
export interface Wait {
  readonly seconds: number;
  readonly over: boolean;
}

export interface Tale {
  readonly setting: Setting;
  readonly worth: Worth;
  readonly facts: readonly Fact[];
  /** By place of the WorkQueued fact. */
  readonly waits: ReadonlyMap<number, Wait>;
  /** The step that a FrictionMoved fact followed, by place. */
  readonly stepBefore: ReadonlyMap<number, FactOf<'StepEnded'>>;
  readonly began: ReadonlyMap<string, number>;
  readonly ended: ReadonlyMap<string, FactOf<'TaskEnded'>>;
  /** By decision. */
  readonly taken: ReadonlyMap<string, FactOf<'DecisionTaken'>>;
  readonly lastStep: ReadonlyMap<string, FactOf<'StepEnded'>>;
}

/** What is worth a line. */
export interface Worth {
  /** Waits and steps shorter than this are not, in seconds. */
  readonly wait: number;
  readonly step: number;
  /** Of many days only what turned something: what was decided, found, refused, arrived or promised. */
  readonly turnsOnly: boolean;
}

const HOUR = 3_600;
const evening: Worth = { wait: 600, step: 1800, turnsOnly: false };
const days: Worth = { wait: 8 * HOUR, step: 8 * HOUR, turnsOnly: true };

/** An evening is told in full. What is played in moves is too long for that. */
const worthOf = ({ definition }: Setting): Worth => (definition.scenario.moves === undefined ? evening : days);

const machineOf = (work: string): string => (work.includes('.') ? (work.split('.')[0] as string) : 'own');

/** Indexes the facts once. */
export function beginTale(setting: Setting, facts: readonly Fact[]): Tale {
  const stepBefore = new Map<number, FactOf<'StepEnded'>>();
  const lastOf = new Map<string, FactOf<'StepEnded'>>();
  const lastStep = new Map<string, FactOf<'StepEnded'>>();
  const began = new Map<string, number>();
  const ended = new Map<string, FactOf<'TaskEnded'>>();
  const taken = new Map<string, FactOf<'DecisionTaken'>>();
  facts.forEach((fact, place) => {
    if (fact.type === 'TaskBegan') began.set(fact.task, fact.at);
    else if (fact.type === 'TaskEnded') ended.set(fact.task, fact);
    else if (fact.type === 'DecisionTaken') taken.set(fact.decision, fact);
    else if (fact.type === 'StepEnded') {
      lastOf.set(`${fact.task} ${machineOf(fact.work)}`, fact);
      lastStep.set(fact.task, fact);
    } else if (fact.type === 'FrictionMoved') {
      const step = lastOf.get(`${fact.task} ${fact.machine}`);
      if (step !== undefined) stepBefore.set(place, step);
    }
  });
  return { setting, worth: worthOf(setting), facts, waits: waitsIn(facts), stepBefore, began, ended, taken, lastStep };
}

/** Which fact ends a wait: somebody takes the work up, its machine moves on without it, or the task ends. */
function waitsIn(facts: readonly Fact[]): Map<number, Wait> {
  const waits = new Map<number, Wait>();
  const open = new Map<string, { place: number; at: number; task: string }>();
  const close = (key: string, at: number) => {
    const wait = open.get(key);
    if (wait === undefined) return;
    waits.set(wait.place, { seconds: at - wait.at, over: true });
    open.delete(key);
  };
  facts.forEach((fact, place) => {
    if (fact.type === 'WorkQueued')
      open.set(`${fact.task} ${machineOf(fact.work)}`, { place, at: fact.at, task: fact.task });
    else if (fact.type === 'WorkBegan' || fact.type === 'StepEnded')
      close(`${fact.task} ${machineOf(fact.work)}`, fact.at);
    else if (fact.type === 'FrictionMoved') close(`${fact.task} ${fact.machine}`, fact.at);
    else if (fact.type === 'TaskEnded')
      for (const [key, { task }] of [...open]) if (task === fact.task) close(key, fact.at);
  });
  const end = facts.at(-1)?.at ?? 0;
  for (const { place, at } of open.values()) waits.set(place, { seconds: end - at, over: false });
  return waits;
}

export const momentOf = ({ setting }: Tale, at: number): string => zulu(setting.definition.scenario.startsAt, at);

export const shortOf = (setting: Setting, organisation: string): string =>
  setting.organisations.get(organisation)?.short ?? organisation;

/** `s4s/disclosure`: whose desk. */
export const deskOwner = (setting: Setting, desk: string): string => shortOf(setting, desk.split('/')[0] as string);

/** A nation with one organisation goes by that organisation's name: one name for whoever acts and whoever decides. */
export function nationName({ nations, organisations }: Setting, id: string): string {
  const own = [...organisations.values()].filter(({ nation }) => nation === id);
  return (own.length === 1 ? own[0]?.short : nations.get(id)?.name) ?? id;
}

/** ` (visitor)`: which incident a line belongs to, by the name that commands take; nothing where there is but one. */
export const inIncident = ({ incidents }: Setting, incident: string): string =>
  incidents.size === 1 ? '' : say('story.inIncident', { incident });

/**
 * A seat's title is a sentence: it goes by its nation, or where a nation has several seats by the organisation that its title names first.
 */
export function seatName(setting: Setting, seat: string): string {
  const { nation, title, organisations } = known(setting.seats, seat);
  const compatriots = [...setting.seats.values()].filter((other) => other.nation === nation);
  if (compatriots.length === 1) return nationName(setting, nation);
  const titled = wordsIn(title.split(',')[0] as string);
  const shared = (id: string) =>
    wordsIn(setting.organisations.get(id)?.name ?? '').filter((word) => titled.includes(word)).length;
  const [first] = organisations.toSorted((a, b) => shared(b) - shared(a));
  return shortOf(setting, first as string);
}

/** Words that tell names apart. */
const wordsIn = (name: string): string[] => [...new Set(name.toLowerCase().match(/\p{L}{4,}/gu))];

/** `6 h 40 min (20 min at work, 6 h 20 min with nobody there)`: the split where there was much waiting. */
export function tookOf(split: ChargeSplit): string {
  const time = spoken(totalOf(split));
  const { working, waiting, closed } = split;
  if (waiting + closed < evening.wait) return say('story.took.plain', { time });
  return say('story.took.split', { time, parts: partsOf({ working, waiting, closed }) });
}

/** The parts of a split that are at least a minute. */
export function partsOf(split: ChargeSplit): string {
  return (['working', 'waiting', 'closed'] as const)
    .filter((kind) => split[kind] >= 60)
    .map((kind) => say(`story.took.${kind}`, { time: spoken(split[kind]) }))
    .join(', ');
}

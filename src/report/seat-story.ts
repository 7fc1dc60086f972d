/** The story as one seat was told it: from the notices delivered to it, and nothing else. */

import type { Notice, NoticeOf } from '../core/model/notice.ts';
import type { Setting } from '../core/model/setting.ts';
import { known } from '../core/model/setting.ts';
import { zulu } from '../words/formats.ts';
import { say, sayNamed } from '../words/index.ts';
import { dateArgs } from './dates.ts';
import type { StoryLine, Tone } from './tale.ts';
import { nationName, shortOf } from './tale.ts';

/** Who tells it, and what. A name of null is the seat itself. */
interface Told {
  readonly who: string | null;
  readonly says: string;
  readonly tone?: Tone;
}

/** What was sent or asked under a reference, from the notice that began it. */
function begunUnder(notices: readonly Notice[], ref: string): string {
  const found = notices.find(
    (notice) =>
      (notice.type === 'RequestSent' && notice.request === ref) ||
      (notice.type === 'DecisionOffered' && notice.decision === ref),
  ) as NoticeOf<'RequestSent'> | NoticeOf<'DecisionOffered'> | undefined;
  return found?.title ?? '';
}

function optionOf(notices: readonly Notice[], ref: string, option: string): string {
  const offer = notices.find((notice) => notice.type === 'DecisionOffered' && notice.decision === ref);
  const options = offer?.type === 'DecisionOffered' ? offer.options : [];
  return (options.find(({ id }) => id === option)?.says ?? option).replace(/\.$/, '');
}

/** Where a tracked request stands is there to be looked up (V14); nobody is told. */
const isTold = ({ type }: Notice): boolean => type !== 'RequestTracked' && type !== 'GatePassed';

export function seatStoryOf(setting: Setting, notices: readonly Notice[]): StoryLine[] {
  return notices.filter(isTold).map((notice) => {
    const { who, says, tone = 'plain' } = tell(setting, notices, notice);
    const ends = /[.!?]”?$/.test(says) ? says : `${says}.`;
    return { at: notice.at, who: who ?? say('story.you'), says: ends, tone };
  });
}

function tell(setting: Setting, notices: readonly Notice[], notice: Notice): Told {
  const moment = (at: number) => zulu(setting.definition.scenario.startsAt, at);
  const { type } = notice;
  if (type === 'MessageReceived') {
    const { from, method, text } = notice;
    return {
      who: sayNamed(`method.${method}`),
      says: sayNamed(`story.told.${method}`, { from, text }),
      tone: 'world',
    };
  }
  if (type === 'IncidentKnown')
    return { who: null, says: say('story.told.incident', { title: notice.reportedAs }), tone: 'world' };
  if (type === 'NatureLearned')
    return { who: null, says: say('story.told.nature', { title: notice.title }), tone: 'world' };
  if (type === 'DeadlineLearned') {
    const args = { at: moment(notice.closesAt), because: notice.because };
    const says =
      notice.was === null
        ? say('story.told.deadline', args)
        : say('story.told.deadlineMoved', { ...args, was: moment(notice.was) });
    return { who: null, says, tone: 'world' };
  }
  if (type === 'ProductReceived') return received(setting, notice);
  return about(setting, notices, notice) ?? promised(setting, notices, notice) ?? decided(notices, notice, moment);
}

function received(setting: Setting, { product, from, form }: NoticeOf<'ProductReceived'>): Told {
  const { title } = product;
  if (from === null) return { who: null, says: say('story.told.made', { title }) };
  const args = { title, from: shortOf(setting, from), form: say(`form.${form}`) };
  return { who: null, says: say('story.told.received', args), tone: 'arrival' };
}

/** Work and requests. */
function about(setting: Setting, notices: readonly Notice[], notice: Notice): Told | undefined {
  switch (notice.type) {
    case 'WorkStarted':
      return { who: shortOf(setting, notice.organisation), says: say('story.work.begins', { title: notice.title }) };
    case 'WorkFinished':
      return finished(notices, notice);
    case 'ToldOf':
      return {
        who: null,
        says: say('story.told.toldOf', { title: notice.title, from: shortOf(setting, notice.organisation) }),
      };
    case 'RequestSent': {
      const args = { title: notice.title, to: shortOf(setting, notice.to) };
      return { who: shortOf(setting, notice.from), says: say('story.told.sent', args) };
    }
    case 'ReceiptAcknowledged':
      return { who: null, says: say('story.told.acknowledged', { title: begunUnder(notices, notice.request) }) };
    case 'RequestAnswered': {
      const args = { title: begunUnder(notices, notice.request), outcome: outcomeOf(notice.outcome) };
      return { who: null, says: say('story.told.answered', args), tone: 'arrival' };
    }
    default:
      return undefined;
  }
}

const answers = ['consented', 'caveated', 'declined', 'agreed', 'apart'];

/** What ended without ever being begun by anybody, a sighting or a fault, is learned and not done. */
function finished(notices: readonly Notice[], { task, title, outcome, finding }: NoticeOf<'WorkFinished'>): Told {
  if (outcome === 'overtaken') return { who: null, says: say('story.told.dropped', { title }) };
  if (answers.includes(outcome))
    return { who: null, says: say('story.told.answered', { title, outcome: outcomeOf(outcome) }), tone: 'arrival' };
  const begun = notices.some((notice) => notice.type === 'WorkStarted' && notice.task === task);
  const done = say(begun ? 'story.told.finished' : 'story.told.happened', { title });
  return { who: null, says: finding === null ? done : say('story.told.found', { done, finding }) };
}

/** Promises: whoever gave one is the subject. */
function promised(setting: Setting, notices: readonly Notice[], notice: Notice): Told | undefined {
  if (notice.type === 'PromiseMade') {
    const due = zulu(setting.definition.scenario.startsAt, notice.due);
    const args = { to: nationName(setting, notice.to), says: plainly(notice.says), due };
    return { who: nationName(setting, notice.from), says: say('story.told.promise', args), tone: 'decision' };
  }
  if (notice.type !== 'PromiseSettled') return undefined;
  const made = notices.find((one) => one.type === 'PromiseMade' && one.promise === notice.promise);
  if (made?.type !== 'PromiseMade') throw new Error(`Impossible: ${notice.promise} was settled and never made`);
  const args = { to: nationName(setting, made.to), says: plainly(made.says) };
  const tone = notice.how === 'kept' ? 'arrival' : 'trouble';
  return { who: nationName(setting, made.from), says: say(`story.told.promiseEnd.${notice.how}`, args), tone };
}

/** A sentence as part of another. */
const plainly = (text: string): string => text.replace(/\.$/, '');

const outcomeOf = (outcome: string): string =>
  ['delivered', 'tear-line', 'spoken'].includes(outcome)
    ? sayNamed(`story.told.outcome.${outcome}`)
    : sayNamed(`outcome.${outcome}`);

function decided(notices: readonly Notice[], notice: Notice, moment: (at: number) => string): Told {
  switch (notice.type) {
    case 'DecisionOffered': {
      const { title, question, deadline } = notice;
      return { who: null, says: say('story.told.offered', { title, question, deadline: moment(deadline) }) };
    }
    case 'OptionOpened': {
      const args = {
        title: begunUnder(notices, notice.decision),
        option: optionOf(notices, notice.decision, notice.option),
      };
      return { who: null, says: say('story.told.opened', args) };
    }
    case 'DecisionTaken': {
      const { decision, option, by, inForceAt } = notice;
      const args = { title: begunUnder(notices, decision), option: optionOf(notices, decision, option) };
      const says = say(`story.told.${by}`, { ...args, inForceAt: moment(inForceAt) });
      return { who: null, says, tone: 'decision' };
    }
    case 'DecisionWithdrawn':
      return { who: null, says: say('story.told.withdrawn', { title: begunUnder(notices, notice.decision) }) };
    default:
      throw new Error(`Impossible: no words for the notice ${notice.type}`);
  }
}

/** Who the seat is: no seed, no policy, nothing that it was not told. */
export function seatHeading(setting: Setting, seat: string): string[] {
  const { scenario } = setting.definition;
  return [
    say('story.heading.marking', { marking: scenario.marking }),
    scenario.title,
    say('story.heading.seat', { title: known(setting.seats, seat).title }),
    say('story.heading.seatStart', dateArgs(scenario.startsAt)),
  ];
}

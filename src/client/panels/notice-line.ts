/** What reached a seat besides messages, a line each. What another panel shows at length is left to it. */

import type { Notice, NoticeOf } from '../../core/model/notice.ts';
import type { SeatView } from '../../core/model/view.ts';
import { say } from '../../words/index.ts';
import type { Shape } from './glyph.tsx';
import { outcomeName } from './named.ts';

export interface NoticeLine {
  readonly shape: Shape;
  readonly words: string;
}

interface Naming {
  readonly organisation: (id: string) => string;
  readonly zulu: (at: number) => string;
  readonly nation: (id: string) => string;
}

/** Null for what stands elsewhere in full: messages, own acts, offers, receipts. */
export function noticeLine(notice: Notice, view: SeatView, names: Naming): NoticeLine | null {
  switch (notice.type) {
    case 'NatureLearned':
      return { shape: 'eye', words: say('notice.NatureLearned', { title: notice.title }) };
    case 'DeadlineLearned':
      return {
        shape: 'triangle',
        words: deadlineWords(notice, names.zulu),
      };
    case 'WorkFinished':
      return { shape: 'half', words: finishedWords(notice) };
    case 'ToldOf':
      return {
        shape: 'circle',
        words: say('notice.ToldOf', { title: notice.title, organisation: names.organisation(notice.organisation) }),
      };
    case 'RequestAnswered':
      return {
        shape: 'arrow',
        words: say('notice.RequestAnswered', {
          title: requestTitle(view, notice.request),
          outcome: outcomeName(notice.outcome),
        }),
      };
    case 'OptionOpened':
      return { shape: 'diamond', words: say('notice.OptionOpened', { title: optionTitle(view, notice) }) };
    case 'DecisionWithdrawn':
      return {
        shape: 'diamond',
        words: say('notice.DecisionWithdrawn', { title: offerOf(view, notice.decision)?.title ?? '' }),
      };
    case 'PromiseMade':
    case 'PromiseSettled':
      return promiseLine(notice, view, names);
    default:
      return null;
  }
}

function deadlineWords({ closesAt, was, because }: NoticeOf<'DeadlineLearned'>, zulu: Naming['zulu']): string {
  const args = { at: zulu(closesAt), because };
  return was === null ? say('notice.DeadlineLearned', args) : say('notice.DeadlineMoved', { ...args, was: zulu(was) });
}

const done = ['ok', 'done', 'observed'];
const answers = ['consented', 'caveated', 'declined', 'agreed', 'apart'];

/** What work found is the news; an answer is one; else that it is done. */
function finishedWords({ title, outcome, finding }: NoticeOf<'WorkFinished'>): string {
  if (finding !== null) return say('notice.WorkFound', { title, finding });
  if (done.includes(outcome)) return say('notice.WorkDone', { title });
  const key = answers.includes(outcome) ? 'notice.WorkAnswered' : 'notice.WorkFinished';
  return say(key, { title, outcome: outcomeName(outcome) });
}

function promiseLine(notice: NoticeOf<'PromiseMade' | 'PromiseSettled'>, view: SeatView, names: Naming): NoticeLine {
  const promise = view.promises.find(({ ref }) => ref === notice.promise);
  const args = {
    from: names.nation(promise?.from ?? ''),
    to: names.nation(promise?.to ?? ''),
    says: promise?.says ?? '',
  };
  if (notice.type === 'PromiseMade')
    return { shape: 'ring', words: say('notice.PromiseMade', { ...args, at: names.zulu(notice.due) }) };
  return { shape: promiseShape[notice.how], words: say(`notice.PromiseSettled.${notice.how}`, args) };
}

export const promiseShape = { kept: 'tick', broken: 'cross', dropped: 'bar' } as const;

const requestTitle = (view: SeatView, ref: string): string =>
  view.requests.find((request) => request.ref === ref)?.title ?? '';

const offerOf = (view: SeatView, ref: string): NoticeOf<'DecisionOffered'> | undefined =>
  view.inbox.find((one): one is NoticeOf<'DecisionOffered'> => one.type === 'DecisionOffered' && one.decision === ref);

const optionTitle = (view: SeatView, { decision, option }: NoticeOf<'OptionOpened'>): string =>
  offerOf(view, decision)?.options.find(({ id }) => id === option)?.says ?? option;

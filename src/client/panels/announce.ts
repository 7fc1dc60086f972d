/** What a screen reader is told after time has passed: only what is new, the most pressing last. */

import type { SeatView } from '../../core/model/view.ts';
import { spoken, zulu } from '../../words/formats.ts';
import { say } from '../../words/index.ts';
import { PRESSING_SECONDS, runningClocks } from './clocks.tsx';
import { methodName } from './named.ts';

export function announcements(before: SeatView, after: SeatView, startsAt: string): readonly string[] {
  if (before.card.seat !== after.card.seat) {
    return [say('announce.seat', { seat: after.card.title }), ...asked(after.decisions, startsAt)];
  }
  const told = new Set(before.decisions.map(({ ref }) => ref));
  const messages = after.inbox
    .slice(before.inbox.length)
    .flatMap((notice) =>
      notice.type === 'MessageReceived'
        ? [say('announce.message', { method: methodName(notice.method), from: notice.from, text: notice.text })]
        : [],
    );
  const fresh = after.decisions.filter(({ ref }) => !told.has(ref));
  const taken = after.taken
    .slice(before.taken.length)
    .map(({ title, inForceAt }) => say('announce.taken', { title, at: zulu(startsAt, inForceAt) }));
  const now = before.now === after.now ? [] : [say('announce.now', { at: zulu(startsAt, after.now) })];
  return [...now, ...messages, ...taken, ...asked(fresh, startsAt)];
}

const asked = (decisions: SeatView['decisions'], startsAt: string): readonly string[] =>
  decisions.map(({ title, deadline }) => say('announce.decision', { title, at: zulu(startsAt, deadline) }));

/** Deadlines that have come near between two views: said at once, not politely. */
export function nearDeadlines(before: SeatView, after: SeatView): readonly string[] {
  const isNear = (at: number, now: number): boolean => at - now <= PRESSING_SECONDS;
  const near = new Set(runningClocks(before).flatMap(({ ref, at }) => (isNear(at, before.now) ? [ref] : [])));
  return runningClocks(after)
    .filter(({ ref, at }) => isNear(at, after.now) && !near.has(ref))
    .map(({ title, at }) => say('announce.deadline', { title, time: spoken(at - after.now) }));
}

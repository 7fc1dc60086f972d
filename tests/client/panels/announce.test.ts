/** What a screen reader is told when time has passed. */
import { expect, test } from 'vitest';
import { announcements, nearDeadlines } from '../../../src/client/panels/announce.ts';
import { emptyView, sampleStartsAt, sampleView } from '../../support/sample-view.ts';

test('new messages are read out, then what is asked, with its deadline', () => {
  const said = announcements(emptyView, sampleView, sampleStartsAt);
  expect(said[0]).toBe('It is D+1 0140Z.');
  expect(said[1]).toContain('Message from UK Space Command watch');
  expect(said.at(-2)).toBe('You are asked: Manoeuvre or hold. Answer by D+1 0330Z.');
});

test('nothing is said twice', () => {
  expect(announcements(sampleView, sampleView, sampleStartsAt)).toEqual([]);
  expect(nearDeadlines(sampleView, sampleView)).toEqual([]);
});

test('a deadline is announced when it comes near', () => {
  const later = { ...sampleView, now: sampleView.now + 5_400 };
  expect(nearDeadlines(sampleView, later)).toEqual(['Deadline near: Say something in public, 1 h 50 min left.']);
});

test('after a change of seat the seat is named and what it is asked: its past is not news', () => {
  const other = { ...sampleView, card: { ...sampleView.card, seat: 'us-ops', title: 'US operations' } };
  expect(announcements(sampleView, other, sampleStartsAt)).toEqual([
    'You now sit at US operations.',
    'You are asked: Manoeuvre or hold. Answer by D+1 0330Z.',
    'You are asked: Say something in public. Answer by D+1 0500Z.',
  ]);
});

/** Phrases of views in words. */
import { expect, test } from 'vitest';
import { tell } from '../../../src/client/panels/tell.ts';
import { sampleStartsAt, sampleView } from '../../support/sample-view.ts';

test('moments are written in Zulu', () => {
  const [told] = sampleView.holding.map((phrase) => tell(sampleStartsAt, phrase));
  expect(told).toContain('at 1940Z');
  expect(told).toContain('acknowledged 2110Z');
});

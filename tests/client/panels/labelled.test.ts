/** Phrases of views in words. */
import { expect, test } from 'vitest';
import { labelled } from '../../../src/client/panels/labelled.ts';
import { picture } from '../../../src/words/en/picture.ts';
import { standing } from '../../../src/words/en/standing.ts';
import { sayPhrase } from '../../../src/words/index.ts';
import { tellPhrase } from '../../../src/words/phrases.ts';
import { sampleCurtain, sampleStartsAt, sampleTheatre, sampleView } from '../../support/sample-view.ts';

test('moments are written in Zulu', () => {
  const [told] = sampleView.holding.map((phrase) => tellPhrase(sampleStartsAt, phrase));
  expect(told).toContain('at 1940Z');
  expect(told).toContain('acknowledged 2110Z');
});

test('what stands at a gate is short and says why', () => {
  const [link] = labelled(sampleStartsAt, { ...sampleTheatre, links: sampleCurtain.links }).links;
  const label = link?.gates.find(({ gate }) => gate === 'release')?.label;
  expect(label && sayPhrase(label)).toBe('disclosure review, desk closed until D+1 1300Z');
});

test('every truth the engine can tell can stand at a gate', () => {
  const { decision: _, ...truths } = standing.truth;
  expect(Object.keys(picture.atGate)).toEqual(Object.keys(truths));
});

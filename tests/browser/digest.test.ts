/** Law 1 in Chromium: the digests that Node wrote. */
import { expect, test } from 'vitest';
import golden from '../laws/golden-digests.json';
import { GOLDEN_ADVICE, goldenDigests } from '../support/golden.ts';

test('runs of the golden definition have the digests in this browser that they have in Node', () => {
  expect(goldenDigests(), GOLDEN_ADVICE).toEqual(golden.built);
});

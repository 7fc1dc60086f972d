/** Law 1 across machines: digests of runs, written once and asserted here and in Chromium (tests/browser/digest.test.ts). */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { GOLDEN_ADVICE, goldenDigests } from '../support/golden.ts';
import golden from './golden-digests.json' with { type: 'json' };

test('runs of the golden definition have the digests that they have everywhere', () => {
  const digests = goldenDigests();
  expect(new Set(Object.values(digests)).size).toBe(Object.keys(digests).length);
  if (process.env.SAYDO_GOLDEN === 'write')
    writeFileSync(
      fileURLToPath(new URL('./golden-digests.json', import.meta.url)),
      `${JSON.stringify({ built: digests }, null, 2)}\n`,
    );
  else expect(digests, GOLDEN_ADVICE).toEqual(golden.built);
});

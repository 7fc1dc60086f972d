import { expect, it } from 'vitest';
import { engineDigest } from '../../scripts/engine-digest.ts';
import { engineVersion } from '../../src/core/engine/index.ts';

it('the engine is stamped with the digest of its sources; after a change run `npm run stamp`', () => {
  expect(engineVersion).toBe(engineDigest());
});

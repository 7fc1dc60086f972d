/** The library that a host offers: read once for a build. */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { definitionOf } from '../../src/files/bundle.ts';
import { keptLibrary } from '../../src/server/kept-library.ts';
import { freshFolder } from '../support/hosted.ts';
import { tinyDefinition } from '../support/tiny-library.ts';

const folder = freshFolder();
afterAll(() => folder.remove());

test('is read from its files once, and from what was kept of them after that', () => {
  const scenarios = join(folder.path, 'scenarios');
  cpSync(fileURLToPath(new URL('../files/fixtures/tiny', import.meta.url)), scenarios, { recursive: true });
  expect(definitionOf(keptLibrary(scenarios, folder.path)(), 'tiny', 'as-is')).toEqual(tinyDefinition());
  rmSync(scenarios, { recursive: true });
  expect(definitionOf(keptLibrary(scenarios, folder.path)(), 'tiny', 'reform')).toEqual(tinyDefinition('reform'));
});

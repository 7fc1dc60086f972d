/** The tiny library with one of everything beside it: another scenario in several files, an ally that decides, the other side, an arrangement. */
import type { Definition } from '../../src/core/model/scenario.ts';
import { loadDefinition } from '../../src/files/library.ts';
import { readerOf, tinyTexts } from './tiny-library.ts';

const FOLDER = '../files/fixtures/whole/';

const raw = import.meta.glob<string>('../files/fixtures/whole/**/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** All its files' texts by their path in the library. */
export const wholeTexts: Readonly<Record<string, string>> = {
  ...tinyTexts,
  ...Object.fromEntries(Object.entries(raw).map(([path, text]) => [path.slice(FOLDER.length), text])),
};

export function wholeDefinition(): Definition {
  return loadDefinition(readerOf(wholeTexts), 'whole', 'since');
}

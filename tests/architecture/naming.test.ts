import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { exportsOf, filesBelow, parseSource, sourcesBelow } from '../../scripts/source-shape.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Words that say nothing. If nothing else fits, the thing is not yet understood. */
const EMPTY_WORDS = new Set('manager service helper util impl base handler data info common'.split(' '));

/** `release.work.ts` and `en/panels.ts`: lower case, digits and hyphens, with dots before what kind of file it is. */
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;

function wordsIn(name: string): string[] {
  const spaced = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/([A-Z])([A-Z][a-z])/g, '$1 $2');
  return spaced.toLowerCase().split(/[^a-z0-9]+/);
}

function emptyWordsIn(name: string): string[] {
  return wordsIn(name).filter((word) => EMPTY_WORDS.has(word) || EMPTY_WORDS.has(word.replace(/s$/, '')));
}

describe('names in src', () => {
  it('are kebab-case in files and folders', () => {
    const odd = filesBelow(root, 'src').filter((path) => !path.split('/').every((part) => KEBAB.test(part)));
    expect(odd).toEqual([]);
  });

  it('say something, in files and folders', () => {
    const files = filesBelow(root, 'src').filter((path) => emptyWordsIn(path).length > 0);
    expect(files).toEqual([]);
  });

  it('say something, in whatever is exported', () => {
    const found = sourcesBelow(root, 'src').flatMap((file) =>
      exportsOf(file)
        .filter(({ name }) => emptyWordsIn(name).length > 0)
        .map(({ name, line }) => `${file.path}:${line} ${name}`),
    );
    expect(found).toEqual([]);
  });
});

describe('the reading of names', () => {
  it('splits them into words', () => {
    expect(emptyWordsIn('SeatManager')).toEqual(['manager']);
    expect(emptyWordsIn('string-utils.ts')).toEqual(['utils']);
    expect(emptyWordsIn('XMLDataOf')).toEqual(['data']);
    expect(emptyWordsIn('DatabaseInformation')).toEqual([]);
  });

  it('finds every kind of export', () => {
    const text = [
      'export const a = 1, b = 2;',
      'export function c() {}',
      'export class D {}',
      'export interface E {}',
      'export type F = 1;',
      'const g = 1;',
      'export { g as h, a as i };',
    ].join('\n');
    expect(exportsOf(parseSource('x.ts', text)).map(({ name }) => name)).toEqual('a b c D E F h i'.split(' '));
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/core/engine/compile.ts';
import { loadDefinition } from '../../src/files/library.ts';
import { MalformedError } from '../../src/files/problems.ts';
import { readerOf, tinyTexts } from '../support/tiny-library.ts';
import { wholeTexts } from '../support/whole-library.ts';

const DEEP = process.env.SAYDO_DEEP === '1';
const MINUTE = DEEP ? 3_600_000 : 60_000;

/** What goes wrong with a text: pieces cut out, put in, doubled, or moved to another place. */
const snippets = [
  '\t',
  '&a ',
  '*a',
  '<<: ',
  '---\n',
  '!!x ',
  '%',
  '"',
  "'",
  '[',
  '{',
  '}',
  ']',
  ': ',
  '- ',
  '? ',
  '|\n',
  '\u0000',
  '\ufeff',
  '~',
  '0x1f',
  '.nan',
  '1e999',
  '__proto__: 1\n',
  '🛰',
];
const cut = fc.record({
  from: fc.nat(),
  length: fc.nat({ max: 60 }),
  put: fc.oneof(fc.constantFrom(...snippets), fc.string({ unit: 'binary', maxLength: 8 })),
});

function mangle(text: string, cuts: readonly { from: number; length: number; put: string }[]): string {
  return cuts.reduce((rest, { from, length, put }) => {
    const at = from % (rest.length + 1);
    return rest.slice(0, at) + put + rest.slice(at + length);
  }, text);
}

type Texts = Readonly<Record<string, string>>;

interface Library {
  /** How many manglings are tried: the larger a library, the longer each takes. */
  readonly runs: number;
  readonly texts: Texts;
  readonly scenario: string;
  readonly policy: string;
}

const libraries: readonly (readonly [string, Library])[] = [
  ['tiny', { runs: DEEP ? 1_500 : 100, texts: tinyTexts, scenario: 'tiny', policy: 'reform' }],
  ['whole', { runs: DEEP ? 500 : 40, texts: wholeTexts, scenario: 'whole', policy: 'since' }],
];

/** Files that are read when a library's scenario is played under its policy. */
function namesOf({ texts, scenario, policy }: Library): string[] {
  const read = (name: string) =>
    new RegExp(`^(coalition|${scenario})/`).test(name) || name === `policies/${policy}.yaml`;
  return Object.keys(texts).filter(read);
}

/**
 * Loads and says what came of it: sound, then the engine takes it too, or malformed. Throws on anything but a
 * MalformedError that says what to do.
 */
function outcome({ texts: own, scenario, policy }: Library, texts: Texts): 'sound' | 'malformed' {
  // "undefined", in quotation marks, is a level of the sharing matrix.
  const isSaid = (words: string) => words !== '' && !/undefined|\[object/.test(words.replaceAll('"undefined"', ''));
  try {
    compile(loadDefinition(readerOf({ ...own, ...texts }), scenario, policy));
    return 'sound';
  } catch (error) {
    if (!(error instanceof MalformedError)) throw error;
    for (const problem of error.problems) {
      const { file, line, column, message, expected, mend } = problem;
      const said = [file, message, expected, mend].every((words) => isSaid(words));
      if (!said || line < 1 || column < 1) throw new Error(`a problem that says nothing: ${JSON.stringify(problem)}`);
    }
    return 'malformed';
  }
}

describe.each(libraries)('a mangled file of the %s library', (_, library) => {
  const { texts, runs } = library;
  const names = namesOf(library);

  it(
    'is sound or malformed, and never anything else',
    () => {
      let malformed = 0;
      fc.assert(
        fc.property(fc.constantFrom(...names), fc.array(cut, { minLength: 1, maxLength: 4 }), (name, cuts) => {
          if (outcome(library, { [name]: mangle(texts[name] ?? '', cuts) }) === 'malformed') malformed++;
        }),
        { numRuns: runs },
      );
      expect(malformed).toBeGreaterThan(runs / 2);
    },
    MINUTE,
  );

  it(
    'is so whatever the text is',
    () => {
      fc.assert(
        fc.property(fc.constantFrom(...names), fc.string({ unit: 'binary', maxLength: 200 }), (name, text) => {
          expect(outcome(library, { [name]: text })).toBe('malformed');
        }),
        { numRuns: runs },
      );
    },
    MINUTE,
  );

  it(
    'is so whatever its values are',
    () => {
      const lines = names.flatMap((name) => (texts[name] ?? '').split('\n').map((line, i) => ({ name, line, i })));
      const valued = lines.filter(({ line }) => /: \S/.test(line));
      const value = fc.oneof(
        fc.json({ maxDepth: 2 }),
        fc.constantFrom('', '~', '-1', '1e400', '"', 'us', 'visitor', '99999999999w', 'share-track=denied', '[us, us]'),
      );
      fc.assert(
        fc.property(fc.constantFrom(...valued), value, ({ name, i }, put) => {
          const text = (texts[name] ?? '').split('\n');
          text[i] = (text[i] ?? '').replace(/: .*/, `: ${put}`);
          outcome(library, { [name]: text.join('\n') });
        }),
        { numRuns: runs },
      );
    },
    MINUTE,
  );
});

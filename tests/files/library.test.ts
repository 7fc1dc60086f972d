import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { definitionOf } from '../../src/files/bundle.ts';
import { checkAll, listLibrary, loadDefinition, loadLibrary } from '../../src/files/library.ts';
import { nodeReader } from '../../src/files/node-reader.ts';
import { shuffledThrough } from '../support/shuffled-through.ts';
import { readerOf, tinyDefinition, tinyTexts } from '../support/tiny-library.ts';
import { wholeTexts } from '../support/whole-library.ts';

const FOLDER = 'tests/files/fixtures/tiny';

function messagesOf(texts: Readonly<Record<string, string>>, what?: string): string[] {
  return checkAll(readerOf(texts), what).map(({ file, path, message }) => `${file} ${path}: ${message}`);
}

describe('a library', () => {
  it('lists its scenarios and policies by name', () => {
    expect(listLibrary(readerOf(tinyTexts))).toEqual({ scenarios: ['tiny'], policies: ['as-is', 'reform'] });
    expect(listLibrary(nodeReader(FOLDER))).toEqual({ scenarios: ['tiny'], policies: ['as-is', 'reform'] });
  });

  it('is empty in a folder that does not exist', () => {
    expect(listLibrary(nodeReader('/nowhere'))).toEqual({ scenarios: [], policies: [] });
  });

  it('is the same from a disk as from texts', () => {
    expect(loadLibrary(nodeReader(FOLDER, 'scenarios'))).toStrictEqual(loadLibrary(readerOf(tinyTexts)));
  });

  it('names the files it was given from', () => {
    const { problems } = caught(() => loadDefinition(nodeReader(`${FOLDER}/`), 'tinny', 'as-is'));
    expect(problems).toMatchObject([
      { file: `${FOLDER}/tinny/`, message: 'no scenario "tinny"', mend: 'write "tiny", if that is meant' },
    ]);
  });

  it('has every name that is asked for, or says so', () => {
    const { problems } = caught(() => loadDefinition(readerOf(tinyTexts), '../tiny', 'reforms'));
    expect(problems.map(({ message, mend }) => `${message}: ${mend}`)).toEqual([
      'no scenario "../tiny": choose one of those',
      'no policy "reforms": write "reform", if that is meant',
    ]);
  });

  it('says which file is missing', () => {
    const { 'tiny/access.yaml': _gone, ...texts } = tinyTexts;
    expect(messagesOf(texts)).toEqual(['scenarios/tiny/access.yaml : no such file']);
  });

  it('does not read past files that are named wrongly', () => {
    expect(messagesOf({ ...tinyTexts, 'coalition/more.yml': '' })).toEqual([
      'scenarios/coalition/more.yml : a file that would not be read',
    ]);
  });

  it('has one arrangement', () => {
    const friction = tinyTexts['coalition/friction.yaml'] ?? '';
    const standing = tinyTexts['coalition/standing.yaml'] ?? '';
    const twice = { ...tinyTexts, 'coalition/friction.yaml': `arrangement: other\n${friction}` };
    expect(messagesOf(twice)).toEqual([
      'scenarios/coalition/standing.yaml arrangement: the key "arrangement" in scenarios/coalition/standing.yaml and in scenarios/coalition/friction.yaml too',
    ]);
    const never = { ...tinyTexts, 'coalition/standing.yaml': standing.replace('arrangement: "tiny"\n', '') };
    expect(messagesOf(never)).toEqual([
      'scenarios/coalition arrangement: no key "arrangement" in any file of scenarios/coalition',
    ]);
  });

  it('finds a problem in the file of the coalition that holds it', () => {
    const more =
      'sensors:\n  - { id: other, name: Other, nation: us, operator: nobody, kind: radar, latitude: 0, longitude: 0, source: handbook }\n';
    expect(checkAll(readerOf({ ...tinyTexts, 'coalition/zz.yaml': more }))).toMatchObject([
      { file: 'scenarios/coalition/zz.yaml', line: 2, path: 'sensors[0].operator' },
    ]);
  });

  it('is checked in part when only one scenario or policy is asked about', () => {
    const texts = { ...tinyTexts, 'policies/as-is.yaml': 'id: as-is\n' };
    expect(messagesOf(texts, 'tiny')).toEqual([]);
    expect(messagesOf(texts, 'as-is')).not.toEqual([]);
    expect(messagesOf(texts, 'nothing')).toEqual(['scenarios/nothing/ : no scenario "nothing"']);
  });
});

function caught(load: () => unknown): { problems: readonly { message: string; mend: string }[] } {
  try {
    load();
  } catch (error) {
    return error as { problems: readonly { message: string; mend: string }[] };
  }
  throw new Error('nothing was thrown');
}

describe('a definition', () => {
  it('is the same out of a bundle that went through JSON', () => {
    const bundle = JSON.parse(JSON.stringify(loadLibrary(readerOf(tinyTexts))));
    for (const policy of ['as-is', 'reform'] as const) {
      expect(definitionOf(bundle, 'tiny', policy)).toStrictEqual(tinyDefinition(policy));
    }
  });

  it('is refused by a bundle that does not have it', () => {
    const bundle = loadLibrary(readerOf(tinyTexts));
    expect(() => definitionOf(bundle, 'tinny', 'as-is')).toThrow('no scenario "tinny"; there are: tiny');
    expect(() => definitionOf(bundle, 'tiny', 'as')).toThrow('no policy "as"; there are: as-is, reform');
    expect(() => definitionOf({ ...bundle, coalitions: [] }, 'tiny', 'as-is')).toThrow(
      'no coalition with the arrangement "tiny"',
    );
  });

  it('holds what policies set and add as the coalition holds it', () => {
    const { policy } = tinyDefinition('reform');
    expect(policy.levers[1]?.changes[2]?.add).toEqual([
      { days: ['sat', 'sun'], from: '0800', until: '1800', people: 1, source: 'estimate', confidence: 'low' },
    ]);
  });

  /** The files of the coalition under other names, and all of them with their keys and lists in another order. */
  function rearranged(texts: Readonly<Record<string, string>>, luck: (n: number) => number): Record<string, string> {
    const files = Object.entries(texts).map(([path, text]) => {
      const name = /^coalition\/[^/]+$/.test(path) ? `coalition/${luck(1000)}-${path.slice(10)}` : path;
      return [
        name,
        stringify(shuffledThrough(parse(text), luck, path.startsWith('policies/') ? 'policy' : '')),
      ] as const;
    });
    return Object.fromEntries(files);
  }

  it.each([
    ['tiny', 'reform', tinyTexts],
    ['whole', 'since', wholeTexts],
  ])('is the same whatever the order of files, keys and lists: %s', { timeout: 60_000 }, (scenario, policy, texts) => {
    const asWritten = JSON.stringify(loadDefinition(readerOf(texts), scenario, policy));
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (stream) => {
        const luck = (n: number) => (stream.next().value as number) % n;
        const definition = loadDefinition(readerOf(rearranged(texts, luck)), scenario, policy);
        expect(JSON.stringify(definition)).toBe(asWritten);
      }),
      { numRuns: 10 },
    );
  });

  it('keeps the order of lists in which it means something', () => {
    const { scenario } = tinyDefinition();
    expect(scenario.incidents[0]?.response.slice(0, 3).map(({ id }) => id)).toEqual([
      'see-visitor',
      'see-visitor-french',
      'what-to-send',
    ]);
  });
});

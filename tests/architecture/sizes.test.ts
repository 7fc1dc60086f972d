import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { functionsOf, linesOf, parseSource, sourcesBelow } from '../../scripts/source-shape.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

const LONGEST_FUNCTION = 60;
const LONGEST_FILE = 300;

/** Functions (`path name`) and files that may be longer, each with its reason. */
const ALLOWED: Readonly<Record<string, string>> = {};

/** Tables without a function in them may be as long as they are; so may the catalogues. */
function isTable(file: ReturnType<typeof parseSource>): boolean {
  return functionsOf(file).length === 0;
}

const sources = sourcesBelow(root, 'src');

describe('sizes in src', () => {
  it(`are at most ${LONGEST_FUNCTION} lines for a function`, () => {
    const long = sources.flatMap(functionsOf).filter((one) => one.lines > LONGEST_FUNCTION);
    const unexplained = long.filter((one) => !(`${one.file} ${one.name}` in ALLOWED));
    expect(unexplained.map((one) => `${one.file}:${one.line} ${one.name} has ${one.lines} lines`)).toEqual([]);
  });

  it(`are at most ${LONGEST_FILE} lines for a file`, () => {
    const long = sources.filter((file) => linesOf(file) > LONGEST_FILE && !isTable(file) && !(file.path in ALLOWED));
    expect(long.map((file) => `${file.path} has ${linesOf(file)} lines`)).toEqual([]);
  });

  it('are explained only where they are large', () => {
    const large = [
      ...sources.filter((file) => linesOf(file) > LONGEST_FILE).map((file) => file.path),
      ...sources
        .flatMap(functionsOf)
        .filter((one) => one.lines > LONGEST_FUNCTION)
        .map((one) => `${one.file} ${one.name}`),
    ];
    expect(Object.keys(ALLOWED).filter((name) => !large.includes(name))).toEqual([]);
  });
});

describe('the measuring', () => {
  it('counts lines as an editor shows them, whatever stands above', () => {
    const text = '// — é —\n\nexport const f = () => {\n  return 1;\n};\nclass C {\n  go(): void {\n  }\n}\n';
    const measured = functionsOf(parseSource('x.ts', text)).map(({ name, line, lines }) => [name, line, lines]);
    expect(measured).toEqual([
      ['f', 3, 3],
      ['go', 7, 2],
    ]);
    expect(linesOf(parseSource('x.ts', text))).toBe(9);
  });
});

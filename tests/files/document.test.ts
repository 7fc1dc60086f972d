import { describe, expect, it } from 'vitest';
import { parseText } from '../../src/files/document.ts';

const text = `# a comment
first: one
list:
  - plain
  - key: value
    flow: { a: 1, b: [2, 3] }
block:
  inner:
    deep: text
empty:
`;
const document = parseText('x.yaml', text);

describe('the place of', () => {
  it.each([
    ['the file', [], 2, 1],
    ['a text', ['first'], 2, 8],
    ['a list', ['list'], 3, 1],
    ['an item', ['list', 0], 4, 5],
    ['an item that is a mapping', ['list', 1], 5, 5],
    ['a value in it', ['list', 1, 'key'], 5, 10],
    ['a flow mapping', ['list', 1, 'flow'], 6, 11],
    ['what is in a flow list', ['list', 1, 'flow', 'b', 1], 6, 26],
    ['a block', ['block', 'inner'], 8, 3],
    ['an empty value', ['empty'], 10, 1],
    ['what is missing in a block', ['block', 'inner', 'other'], 8, 3],
    ['what is missing in an item', ['list', 1, 'other', 'yet', 3], 5, 5],
    ['an item past the end', ['list', 7], 3, 1],
    ['what is missing in the file', ['other'], 2, 1],
  ] as const)('%s', (_, path, line, column) => {
    expect(document.positionOf(path)).toEqual({ line, column });
  });

  it('a key', () => {
    expect(document.positionOf(['first'], true)).toEqual({ line: 2, column: 1 });
    expect(document.positionOf(['list', 1, 'flow', 'b'], true)).toEqual({ line: 6, column: 19 });
    expect(document.positionOf(['list', 0], true)).toEqual({ line: 4, column: 5 });
  });

  it('anything in a file that could not be read is its beginning', () => {
    expect(parseText('x.yaml', '').positionOf(['a', 0])).toEqual({ line: 1, column: 1 });
  });
});

describe('a text', () => {
  it('is read with its numbers, and times of day stay numbers unless quoted', () => {
    expect(document.data).toMatchObject({ first: 'one', list: ['plain', { key: 'value', flow: { a: 1, b: [2, 3] } }] });
    expect(parseText('x.yaml', 'a: 0800\nb: "0800"\nc: no\nd: 2023-10-11').data).toEqual({
      a: 800,
      b: '0800',
      c: 'no',
      d: '2023-10-11',
    });
  });

  it('may end its lines as Windows does', () => {
    const windows = parseText('x.yaml', text.replaceAll('\n', '\r\n'));
    expect(windows.data).toEqual(document.data);
    expect(windows.positionOf(['block', 'inner', 'deep'])).toEqual({ line: 9, column: 11 });
  });

  it('may have keys that programs stumble over', () => {
    const odd = parseText('x.yaml', '__proto__: 1\nconstructor: 2\n');
    expect(odd.problems).toEqual([]);
    expect(Object.keys(odd.data as object)).toEqual(['__proto__', 'constructor']);
    expect(odd.positionOf(['constructor'])).toEqual({ line: 2, column: 14 });
  });

  it('tells every anchor, alias and repeated key, not only the first', () => {
    const { problems } = parseText('x.yaml', 'a: &one 1\nb: *one\nc: &two [*one]\na: 2\n');
    expect(problems.map(({ line, path, message }) => `${line} ${path} ${message}`)).toEqual([
      '1 a an anchor ("&")',
      '2 b an alias ("*")',
      '3 c an anchor ("&")',
      '3 c[0] an alias ("*")',
      '4 a the key "a" a second time in the same mapping',
    ]);
  });
});

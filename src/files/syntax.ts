/** YAML that cannot be read, or that we refuse to read, in words for people who write scenarios. */
import type { ErrorCode } from 'yaml';

export interface Wording {
  readonly found: string;
  readonly expected: string;
  readonly mend: string;
}

const expectedMapping = 'keys of one mapping in the same column, each followed by ": " and its value';

/** By the parser's error code; codes without an entry fall back on the parser's own message. */
const wordings: Partial<Record<ErrorCode, Wording>> = {
  TAB_AS_INDENT: {
    found: 'a tab as indentation',
    expected: 'spaces: YAML takes no tabs before a key or an item',
    mend: 'replace the tab by spaces, two for each level',
  },
  BAD_INDENT: {
    found: 'a line that is indented too little or too much',
    expected: expectedMapping,
    mend: 'line it up with its neighbours, or close the bracket or quote left open above it',
  },
  MISSING_CHAR: {
    found: 'the end of something that was not finished: a bracket, a quote, or the colon after a key',
    expected: 'every [, {, " and \' closed, and ": " after every key',
    mend: 'add the missing character here or on the line before',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    found: 'a second ": " on the same line',
    expected: 'one key and one value on a line',
    mend: 'put quotes around the text if the colon belongs to it, or begin a new line',
  },
  MULTILINE_IMPLICIT_KEY: {
    found: 'text that runs over several lines where a key should be',
    expected: expectedMapping,
    mend: 'add ": " after the key, or write the long text after "|" or ">" on the key\'s line',
  },
  UNEXPECTED_TOKEN: {
    found: 'something that cannot follow what stands before it',
    expected: 'one value after each key, in quotes if it contains quotes, brackets or ": "',
    mend: 'put the whole text in double quotes, or line the key up with its neighbours',
  },
  BAD_DQ_ESCAPE: {
    found: 'a backslash in double quotes that means nothing',
    expected: '\\n, \\t, \\", \\\\ or \\u and four hexadecimal digits',
    mend: 'write the backslash twice, or use single quotes',
  },
  BAD_SCALAR_START: {
    found: 'a text that begins with a character YAML keeps for itself',
    expected: 'text that begins with a letter or digit, or is in quotes',
    mend: 'put the text in double quotes',
  },
  MULTIPLE_DOCS: {
    found: 'a second document after "---" or "..."',
    expected: 'one document in a file',
    mend: 'move it into a file of its own, or take the line out',
  },
  NON_STRING_KEY: {
    found: 'a list or a mapping as a key',
    expected: 'a word as a key',
    mend: 'write a plain word before the colon',
  },
};

/** What to say of a parser's error. */
export function wordingOf(code: ErrorCode, message: string): Wording {
  return (
    wordings[code] ?? {
      found: `text that is not YAML: ${message}`,
      expected: 'YAML 1.2 as the guide to scenario files describes it',
      mend: 'compare the line with a scenario that works, and put doubtful text in double quotes',
    }
  );
}

export const refused = {
  anchor: {
    found: 'an anchor ("&")',
    expected: 'every value written where it is used',
    mend: 'take the anchor out, or put the text in quotes if the "&" belongs to it',
  },
  alias: {
    found: 'an alias ("*")',
    expected: 'every value written where it is used',
    mend: 'write the value out here, or put the text in quotes if the "*" belongs to it',
  },
  mergeKey: {
    found: 'a merge key ("<<")',
    expected: 'every key written where it is used',
    mend: 'write the merged keys out here',
  },
  tag: {
    found: 'a tag ("!")',
    expected: 'plain values: text, numbers, lists and mappings',
    mend: 'take the tag out, or put the text in quotes if the "!" belongs to it',
  },
  directive: {
    found: 'a directive ("%")',
    expected: 'a file that begins with its first key',
    mend: 'take the line out',
  },
  depth: {
    found: 'values nested more than 50 deep',
    expected: 'a file like the other scenarios, about eight levels deep',
    mend: 'look for a bracket that is opened over and over',
  },
  character: {
    found: 'a character that cannot be printed, or a file that is not UTF-8',
    expected: 'text in UTF-8',
    mend: 'save the file as UTF-8 and take the character out',
  },
  empty: {
    found: 'nothing',
    expected: 'a mapping: keys, each followed by a colon and its value',
    mend: 'write the file, or remove it',
  },
  notMapping: {
    found: 'a list or a single value',
    expected: 'a mapping: keys, each followed by a colon and its value',
    mend: 'begin the file with a key, like "id: first-evening"',
  },
} satisfies Record<string, Wording>;

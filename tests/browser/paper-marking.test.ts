/** The marking on printed pages. */
import { expect, test } from 'vitest';
import { markPages } from '../../src/client/panels/paper-marking.ts';

const rules = (): string =>
  document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText)).join('\n');

test('the marking stands in the margins of every page until it is taken away', () => {
  const unmark = markPages('EXERCISE – UNCLASSIFIED');
  expect(rules()).toContain('@top-center { content: "EXERCISE – UNCLASSIFIED"');
  expect(rules()).toContain('@bottom-center { content: "EXERCISE – UNCLASSIFIED"');
  unmark();
  expect(rules()).not.toContain('EXERCISE');
});

test('a marking with quotes and backslashes stays one text', () => {
  const unmark = markPages('EXERCISE "A\\B"');
  expect(rules()).toContain('EXERCISE \\"A\\\\B\\"');
  unmark();
});

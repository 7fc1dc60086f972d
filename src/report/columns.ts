/** Text in columns for terminals, files and mail: wrapped between words, aligned, never wider than asked. */

/** Marks up a piece of text that has its final width, for a terminal with colours. */
export type Paint = (text: string) => string;
export const unpainted: Paint = (text) => text;

/** Columns that a text takes. Good for the scripts that Say-Do writes: one for each character, none for combining marks. */
export const widthOf = (text: string): number => [...text.replace(/\p{Mn}/gu, '')].length;

export const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));
export const rightly = (text: string, width: number): string => ' '.repeat(Math.max(0, width - widthOf(text))) + text;

/** A text cut to a width, with an ellipsis where something is missing. */
export function clipped(text: string, width: number): string {
  return widthOf(text) <= width
    ? text
    : `${[...text]
        .slice(0, Math.max(0, width - 1))
        .join('')
        .trimEnd()}…`;
}

/** A word longer than a line, in pieces. */
function pieces(word: string, width: number): string[] {
  const letters = [...word];
  const cut: string[] = [];
  for (let i = 0; i < letters.length; i += width) cut.push(letters.slice(i, i + width).join(''));
  return cut;
}

/** Numbers stay with their units, and days with their times. */
const unbroken = (text: string): string =>
  text
    .replace(/(\d) (?=(?:h|min|s|%)(?!\w))/g, '$1\u00a0')
    .replace(/(\dh|\u00a0h) (?=\d\d\u00a0min)/g, '$1\u00a0')
    .replace(/(D\+\d+) (?=\d{4}Z)/g, '$1\u00a0');

/** Lines of at most `width`, broken between words; line breaks of the text are kept. */
export function wrapped(text: string, width: number): string[] {
  const room = Math.max(8, width);
  const lines = unbroken(text)
    .split('\n')
    .flatMap((paragraph) => filled(paragraph, room));
  return lines.map((line) => line.replaceAll('\u00a0', ' '));
}

/** A word that fits; else what was kept together comes apart, and at last the word itself. */
const fitting = (word: string, room: number): string[] =>
  widthOf(word) <= room
    ? [word]
    : word.split('\u00a0').flatMap((part) => (widthOf(part) > room ? pieces(part, room) : [part]));

function filled(paragraph: string, room: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(/ +/).flatMap((one) => fitting(one, room))) {
    if (line !== '' && widthOf(line) + 1 + widthOf(word) > room) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** A text with everything but its first line indented. */
export function hanging(head: string, text: string, width: number): string {
  const indent = widthOf(head);
  return wrapped(text, width - indent)
    .map((line, i) => (i === 0 ? head : ' '.repeat(indent)) + line)
    .join('\n');
}

export interface Column {
  /** At most this wide, cut with an ellipsis; without it as wide as its widest cell. */
  readonly most?: number;
  readonly right?: boolean;
  readonly paint?: Paint;
}

/** Rows in aligned columns, two spaces between. The first row may be a head. */
export function tabled(rows: readonly (readonly string[])[], columns: readonly Column[]): string[] {
  const widths = columns.map(({ most }, c) =>
    Math.min(most ?? Number.POSITIVE_INFINITY, Math.max(0, ...rows.map((row) => widthOf(row[c] ?? '')))),
  );
  return rows.map((row) =>
    columns
      .map(({ right, paint = unpainted }, c) => {
        const width = widths[c] as number;
        const cell = clipped(row[c] ?? '', width);
        return paint(right ? rightly(cell, width) : c === columns.length - 1 ? cell : padded(cell, width));
      })
      .join('  ')
      .trimEnd(),
  );
}

/** What docs/model/plausibility.md believes, read from its own tables, so that there is one yardstick and it cannot drift. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Seconds by which a tenth, a half and nine tenths have ended well. */
export interface Band {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

export interface Belief {
  /** One for each hour of the week. */
  readonly bands: readonly Band[];
  /** Of a hundred, how many end well. */
  readonly share: number;
}

const document = fileURLToPath(new URL('../docs/model/plausibility.md', import.meta.url));

const seconds = (text: string): number => {
  const [hours, minutes] = text.trim().split(':') as [string, string];
  return Number(hours) * 3600 + Number(minutes) * 60;
};

/** "0:45 – 1:40 – 4:00"; anything else says "as the one before". */
function bandIn(cell: string, before: Band | undefined): Band {
  const times = cell.match(/\d+:\d\d/g);
  if (times?.length !== 3) {
    if (before === undefined) throw new Error(`not a band: ${cell}`);
    return before;
  }
  const [p10, p50, p90] = times.map(seconds) as [number, number, number];
  return { p10, p50, p90 };
}

function bandsIn(cells: readonly string[]): Band[] {
  const bands: Band[] = [];
  for (const cell of cells) bands.push(bandIn(cell, bands.at(-1)));
  return bands;
}

/** Beliefs by class and by whom, like "warning T1"; a row without a class belongs to the last one named. */
export function readBeliefs(): ReadonlyMap<string, Belief> {
  const beliefs = new Map<string, Belief>();
  let named = '';
  for (const line of readFileSync(document, 'utf8').split('\n')) {
    const cells = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    if (line.startsWith('#')) named = '';
    const bold = cells[0]?.match(/^\*\*([^*]+)\*\*/)?.[1];
    if (bold !== undefined) named = bold;
    if (named === '' || cells.length < 7) continue;
    // Staffs are named in the first column and have no second.
    const [who, rest] = cells.length === 7 ? ['all', cells.slice(1)] : [cells[1] as string, cells.slice(2)];
    for (const one of who.split(', '))
      beliefs.set(`${named} ${one}`, { bands: bandsIn(rest.slice(0, 4)), share: Number(rest[4]) });
  }
  return beliefs;
}

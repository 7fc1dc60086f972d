/** Trust: whose in whom, and that its bands lie one below the other. */
import type { Coalition } from '../../core/model/coalition.ts';
import type { Finding, Path } from '../problems.ts';
import { resolveAlly } from './allies.ts';
import { distinct } from './setting.ts';

const bands = ['high', 'fair', 'low'] as const;

export function* trustFindings({ trust, nations }: Coalition): Generator<Finding> {
  if (trust === undefined) return;
  const at: Path = ['coalition', 'trust'];
  yield* distinct([...at, 'starts'], trust.starts, (row) => `of ${row.of} in ${row.in}`);
  for (const [i, row] of trust.starts.entries()) {
    yield* resolveAlly([...at, 'starts', i, 'of'], row.of, { nations });
    yield* resolveAlly([...at, 'starts', i, 'in'], row.in, { nations });
    if (row.of !== row.in) continue;
    yield {
      at: [...at, 'starts', i, 'in'],
      found: `trust of ${row.of} in itself`,
      expected: 'two nations',
      mend: 'name another nation, or take the row out',
    };
  }
  for (const [i, band] of bands.entries()) {
    const above = bands[i - 1];
    if (above === undefined || trust.bands[band].trust < trust.bands[above].trust) continue;
    yield {
      at: [...at, 'bands', band, 'trust'],
      found: `"${band}" from ${trust.bands[band].trust}, not below "${above}" from ${trust.bands[above].trust}`,
      expected: '"high" > "fair" > "low"',
      mend: 'write a lower number here, or a higher one there',
    };
  }
}

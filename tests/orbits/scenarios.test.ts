import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { listLibrary } from '../../src/files/library.ts';
import { nodeReader } from '../../src/files/node-reader.ts';
import { accessText } from '../../src/orbits/access-text.ts';
import { accessWindows, digestOfInputs } from '../../src/orbits/access-windows.ts';
import { orbitsPath, readOrbits } from '../../src/orbits/read-orbits.ts';

const reader = nodeReader(fileURLToPath(new URL('../../scenarios', import.meta.url)), 'scenarios');
const computed = listLibrary(reader).scenarios.filter((scenario) => reader.read(orbitsPath(scenario)) !== undefined);

describe('the access files of our scenarios', () => {
  it('are computed for the slow approach', () => {
    expect(computed).toContain('slow-approach');
  });

  it.each(computed)(
    '%s is what its orbits and sensors give; after a change of either run `saydo access`',
    (scenario) => {
      const inputs = readOrbits(reader, scenario);
      const text = accessText({ scenario, inputs: digestOfInputs(inputs), windows: accessWindows(inputs) });
      expect(text === reader.read(`${scenario}/access.yaml`)).toBe(true);
    },
  );
});

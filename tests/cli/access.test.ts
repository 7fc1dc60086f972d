import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orbitsText } from '../orbits/tiny-orbits.ts';
import { fakeTerminal, tinyFolder } from '../support/fake-terminal.ts';

const { saydo, files } = fakeTerminal();
let library: string;
let written: string;

beforeAll(() => {
  library = mkdtempSync(join(tmpdir(), 'say-do-access-'));
  cpSync(tinyFolder, library, { recursive: true });
  writeFileSync(join(library, 'tiny/orbits.yaml'), orbitsText);
  written = join(library, 'tiny/access.yaml');
});
afterAll(() => rmSync(library, { recursive: true }));

const access = (...more: string[]) => saydo(['access', 'tiny', '--library', library, ...more]);

describe('saydo access', () => {
  it('finds a file that its orbits do not give, and leaves it alone', async () => {
    const { code, out } = await access('--check');
    expect(code).toBe(1);
    expect(out).toContain('is not what its orbits give');
    expect(files.size).toBe(0);
  });

  it('writes the windows and shows who sees what', async () => {
    const { code, out } = await access();
    expect(code).toBe(0);
    expect(out).toMatch(/SENSOR +WINDOWS +IN VIEW +LONGEST GAP/);
    expect(out).toContain('visitor · leaves\n');
    expect(out).toContain('any of them');
    expect(out).toMatch(/\d+ windows written to/);
    expect(files.get(written)).toMatch(
      /^# When each sensor can see each object[^\n]*\n# Made from orbits\.yaml by "saydo access tiny"/,
    );
  });

  it('finds it in order once it is written', async () => {
    writeFileSync(written, files.get(written) as string);
    const { code, out } = await access('--check');
    expect(code).toBe(0);
    expect(out.replaceAll('\n', ' ')).toContain('is what its orbits give');
    expect(JSON.parse((await access('--json')).out)).toMatchObject({ verdict: 'same' });
  });

  it('is asked for by `saydo check` once the orbits are others than the windows were computed from', async () => {
    const check = () => saydo(['check', 'tiny', '--library', library]);
    const orbits = join(library, 'tiny/orbits.yaml');
    expect((await check()).out).not.toContain('computed from');
    writeFileSync(orbits, orbitsText.replace('elevation: 20', 'elevation: 25'));
    const { out } = await check();
    expect(out).toMatch(/access\.yaml:5:\d+ {2}inputs\n {2}found {5}windows computed from other orbits/);
    expect(out).toContain('to mend   run "saydo access tiny"');
    writeFileSync(orbits, orbitsText.replace('elevation: 20', 'elevation: low'));
    expect((await check()).out).toMatch(/orbits\.yaml:3:\d+ {2}limits\[0\]\.elevation/);
    writeFileSync(orbits, orbitsText);
  });

  it('has an example in its help', async () => {
    expect((await saydo('access --help')).out).toContain('Examples:\n  saydo access slow-approach\n');
  });

  it('keeps within the width of the terminal', async () => {
    for (const width of [60, 80]) {
      const { out } = await saydo(['access', 'tiny', '--check', '--library', library], { width });
      expect(out.split('\n').filter((line) => line.length > width && !line.includes(library))).toEqual([]);
    }
  });

  it('has nothing to compute where windows are written by hand', async () => {
    const { code, out, err } = await saydo(`access tiny --library ${tinyFolder}`);
    expect([code, out]).toEqual([1, '']);
    expect(err.replaceAll('\n', ' ')).toContain('are written by hand');
  });

  it('knows no other scenarios than there are, and says what is wrong with orbits', async () => {
    expect((await saydo(['access', 'tinny', '--library', library])).code).toBe(2);
    writeFileSync(join(library, 'tiny/orbits.yaml'), orbitsText.replace('dwell: 1m', 'dwell: soon'));
    const { code, err } = await access();
    expect(code).toBe(1);
    expect(err).toMatch(/orbits\.yaml:4:\d+ {2}limits\[1\]\.dwell/);
  });
});

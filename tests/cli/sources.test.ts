import { describe, expect, it } from 'vitest';
import { fakeTerminal, tinyFolder } from '../support/fake-terminal.ts';

const tiny = `--library ${tinyFolder}`;
const { saydo } = fakeTerminal();

describe('saydo sources', () => {
  it('lists the numbers of a scenario under no policy', async () => {
    const { code, out, err } = await saydo(`sources tiny ${tiny}`);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('The coalition (tiny)');
    expect(out).toMatch(/\n {2}release \/ flawed +50 % +medium +handbook, undated\n/);
    expect(out).not.toContain('Changes of the policy');
  });

  it('says how many, how sure and how many without a reason before it lists any', async () => {
    const { out } = await saydo(`sources tiny ${tiny}`);
    expect(out).toMatch(/^\d+ numbers: \d+ from sources, /);
    expect(out).toMatch(/CONFIDENCE +NUMBERS +SOURCED +ESTIMATED +NO REASON\n/);
    expect(out.indexOf('NO REASON')).toBeLessThan(out.indexOf('The coalition (tiny)'));
  });

  it('lists by source on demand, as many numbers as by place', async () => {
    const list = async (by: string) => (await saydo(`sources tiny --by ${by} ${tiny}`)).out;
    const bySource = await list('source');
    expect(bySource).toContain('\nhandbook, undated: A handbook that does not exist\n');
    expect(bySource).toContain('\ncoalition / pairs / us → france\n');
    const numbersIn = (out: string) =>
      out.split('\n').filter((line) => /^ {2}.*\b(high|medium|low|not said)\b/.test(line));
    expect(numbersIn(bySource)).toHaveLength(numbersIn(await list('place')).length);
  });

  it('lists what a policy changes beside them', async () => {
    const { out } = await saydo(`sources tiny --policy reform ${tiny}`);
    expect(out).toContain('Changes of the policy reform');
  });

  it('prints one JSON document, in which the counts add up', async () => {
    const { out } = await saydo(`sources tiny --policy reform --json ${tiny}`);
    const { scenario, policy, arrangement, numbers, sources } = JSON.parse(out);
    expect({ scenario, policy, arrangement }).toEqual({ scenario: 'tiny', policy: 'reform', arrangement: 'tiny' });
    expect(sources.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(numbers.length);
    expect(numbers).toContainEqual({
      section: 'coalition',
      part: 'pairs / us → france',
      path: 'release / flawed',
      value: '50 %',
      source: 'handbook',
      title: 'A handbook that does not exist',
      confidence: 'medium',
      basis: '',
      year: null,
      age: null,
    });
  });

  it('prints a table for spreadsheets', async () => {
    const { out } = await saydo(`sources tiny --csv ${tiny}`);
    expect(out.split('\r\n')[0]).toBe('section,part,path,value,source,title,confidence,basis,year,age');
  });

  it('refuses two forms at once, and names that are not there', async () => {
    expect((await saydo(`sources tiny --csv --json ${tiny}`)).code).toBe(2);
    expect((await saydo(`sources tinny ${tiny}`)).err).toContain('Did you mean “tiny”?');
    expect((await saydo(`sources tiny --policy refrom ${tiny}`)).err).toContain('Did you mean “reform”?');
  });
});

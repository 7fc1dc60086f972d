import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fakeTerminal, tinyFolder } from '../support/fake-terminal.ts';

const tiny = `--library ${tinyFolder}`;
const run = `run tiny --policy as-is --seed one ${tiny}`;
const { saydo, files } = fakeTerminal();

beforeAll(async () => {
  await saydo(`${run} --out visit.saydo`);
});

describe('saydo list', () => {
  it('names scenarios and policies', async () => {
    const { code, out } = await saydo(`list ${tiny}`);
    expect(code).toBe(0);
    expect(out).toMatch(/tiny +Tiny evening\n +2 seats · 10 min at the table · 24 h 00 min of game time/);
    expect(out).toContain('reform');
  });

  it('prints one JSON document', async () => {
    const { out } = await saydo(`list --json ${tiny}`);
    expect(JSON.parse(out)).toMatchObject({ scenarios: [{ id: 'tiny', readable: true }] });
  });
});

describe('saydo run', () => {
  it('tells each incident in a line, and where the time went', async () => {
    const { code, out, err } = await saydo(run);
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(out).toMatch(/visit +(D\+1 )?\d{4}Z +[\d h min]+ to spare/);
    expect(out).toMatch(/Release rules +\d h \d\d min +\d+ % +█/);
    expect(out).toContain('saydo why');
  });

  it('prints what a program needs, charges that add up included', async () => {
    const { out } = await saydo(`${run} --json`);
    const result = JSON.parse(out);
    expect(Object.keys(result)).toEqual(
      expect.arrayContaining(
        'digest engine scenario scenarioDigest policy policyDigest seed standIn held measures incidents'.split(' '),
      ),
    );
    const [visit] = result.incidents;
    expect(visit).toMatchObject({ id: 'visit', kind: 'unexplained-approach', status: 'done', windowMet: true });
    const charged = Object.values<number>(visit.charges).reduce((sum, seconds) => sum + seconds, 0);
    expect(charged).toBe(visit.elapsedSeconds);
    for (const [cause, { working, waiting, closed }] of Object.entries<Record<string, number>>(visit.split))
      expect((working ?? 0) + (waiting ?? 0) + (closed ?? 0)).toBe(visit.charges[cause]);
  });

  it('gives the same luck the same digest, and other luck another', async () => {
    const digestOf = async (line: string) => JSON.parse((await saydo(`${line} --json`)).out).digest;
    expect(await digestOf(run)).toBe(await digestOf(run));
    expect(await digestOf(run.replace('--seed one', '--seed two'))).not.toBe(await digestOf(run));
  });

  it('keeps within the width of the terminal', async () => {
    const long = /digest|scenario {2}|saydo /;
    for (const width of [60, 80, 120]) {
      for (const line of [run, `${run} --story`, `sources tiny ${tiny}`, 'why visit.saydo visit']) {
        const { out } = await saydo(line, { width });
        const wide = out.split('\n').filter((one) => one.length > width && !long.test(one));
        expect(wide, `${line} at ${width}`).toEqual([]);
      }
    }
  });

  it('says the same with colours as without', async () => {
    const plain = await saydo(`${run} --story`);
    const coloured = await saydo(`${run} --story`, { colour: true });
    expect(coloured.out).toContain('\u001b[');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what colours are made of
    expect(coloured.out.replace(/\u001b\[\d+m/g, '')).toBe(plain.out);
  });
});

describe('saydo replay', () => {
  it('tells from the facts what the run told', async () => {
    expect((await saydo('replay visit.saydo --story')).out).toBe((await saydo(`${run} --story`)).out);
    expect((await saydo('replay visit.saydo --json')).out).toBe((await saydo(`${run} --json`)).out);
  });

  it('stops where it is told to', async () => {
    const { out } = await saydo('replay visit.saydo --story --until 1740Z');
    expect(out).toContain('Told as far as 1740Z.');
    expect(out).toContain('Whole track'.toLowerCase().slice(1));
    expect(out).not.toContain('1745Z  ');
  });

  it('tells a seat what it was told, and nothing else', async () => {
    const american = (await saydo('replay visit.saydo --seat american --until 1900Z')).out;
    const french = (await saydo('replay visit.saydo --seat french --until 1900Z')).out;
    expect(american).toContain('hear of an incident: An object off its station');
    expect(french).not.toContain('An object off its station');
    for (const told of [american, french]) {
      expect(told).not.toContain('one.');
      expect(told).not.toContain('inspection satellite');
      expect(told).not.toContain('inspector of nobody');
    }
  });
});

describe('saydo why', () => {
  it('walks every second from the first sign to the end of the answer', async () => {
    const { out } = await saydo('why visit.saydo visit --json');
    const { ended, walk } = JSON.parse(out);
    let at = ended.firstObservable;
    for (const { since, until } of walk) {
      expect(since).toBe(at);
      at = until;
    }
    expect(at - ended.firstObservable).toBe(ended.elapsedSeconds);
  });

  it('names the work and the desk', async () => {
    const { out } = await saydo('why visit.saydo visit', { width: 100 });
    expect(out).toContain('Share the track with France\n');
    expect(out).toContain('Release rules: checking the delegation, US CAP disclosure');
  });
});

describe('a part of a run', () => {
  const story = `${run} --story`;
  const lines = (out: string) => out.split('\n');

  it('is told between two moments of the exercise, with the ends that lie between them', async () => {
    const { code, out } = await saydo(`${story} --from 1745Z --until 1800Z`);
    expect(code).toBe(0);
    expect(out).toContain('Told from 1745Z.');
    expect(out).toContain('Told as far as 1800Z.');
    const times = lines(out).flatMap((line) => /^(\d{4})Z {2}/.exec(line)?.[1] ?? []);
    expect(times.length).toBeGreaterThan(0);
    for (const time of times) expect(Number(time)).toSatisfy((at: number) => at >= 1745 && at <= 1800);
    expect(out).not.toContain('Where the time went');
  });

  it('is of one incident, and says of which', async () => {
    const whole = (await saydo(story)).out;
    const { out } = await saydo(`${story} --incident visit`);
    expect(out).toContain('Only of: An inspection satellite');
    expect(lines(out).length).toBeLessThan(lines(whole).length);
    expect((await saydo('replay visit.saydo --story --incident visit')).out).toBe(out);
    for (const line of lines(out).filter((one) => /^ {0,10}\d{4}Z/.test(one))) expect(whole).toContain(line);
  });

  it('is what one seat has a part in', async () => {
    const { out } = await saydo(`${story} --seat french`);
    expect(out).toContain('decides “Speak up”');
    expect(out).not.toContain('decides “What to send”');
  });

  it('is of the walk, where that is asked for', async () => {
    const walkOf = async (line: string) => JSON.parse((await saydo(line)).out).walk;
    const all = await walkOf('why visit.saydo visit --walk-only --json');
    const french = await walkOf('why visit.saydo --incident visit --seat french --walk-only --json');
    expect(french.length).toBeGreaterThan(0);
    expect(french.length).toBeLessThan(all.length);
    for (const { step } of french) expect(step.desk).toMatch(/^french-operations\//);
    const { out } = await saydo('why visit.saydo visit --seat french --walk-only');
    expect(out).toContain(`Asked for, and told here: ${french.length}, together`);
  });
});

describe('saydo show', () => {
  it('names the seats as --inputs wants them', async () => {
    expect((await saydo(`show tiny ${tiny}`)).out).toMatch(/ – american: /);
  });

  it('shows a scenario without its truths', async () => {
    const { code, out } = await saydo(`show tiny ${tiny}`);
    expect(code).toBe(0);
    expect(out).toContain('An object off its station');
    expect(out).not.toContain('inspector of nobody');
  });

  it('shows the levers of a policy with cost, harm and expectation', async () => {
    const { out } = await saydo(`show reform ${tiny}`);
    expect(out).toContain('can hurt by  tracks leak onward');
    expect(out).toContain('pairs / * / carriage / rekey: times 0.5 [estimate; low]');
  });
});

describe('a shorter cut', () => {
  let whole = '';
  beforeAll(() => {
    whole = mkdtempSync(join(tmpdir(), 'say-do-cut-'));
    for (const one of ['tiny', 'whole']) cpSync(join(tinyFolder, '..', one), whole, { recursive: true });
  });
  afterAll(() => rmSync(whole, { recursive: true }));
  const inWhole = (line: string) => saydo([...line.split(' '), '--library', whole]);

  it('is listed with its scenario, and shown beside its moves in exercise time', async () => {
    expect((await inWhole('list')).out).toMatch(/· 2 moves\n +or shorter, --cut short: The visitor only; 20 min/);
    const { out } = await inWhole('show whole');
    expect(out).toContain('  1. The afternoon (1700Z to D+1 0100Z; 30 min at the table)');
    expect(out).toContain('  2. The night (D+1 0100Z to D+1 1700Z; 30 min at the table)');
    expect(out).toContain('--cut short: The visitor only (20 min at the table)');
  });

  it('is shown as the exercise that it makes', async () => {
    const { out } = await inWhole('show whole --cut short');
    expect(out).toContain('about 20 min at the table');
    expect(out).toContain('  1. All of it (1700Z to D+1 1700Z; 20 min at the table)');
    expect(out).not.toContain('The afternoon');
  });

  it('is played without what it leaves out, kept as a record that verifies, and asked why', async () => {
    const { code, out } = await inWhole('run whole --cut short --policy since --seed one --out cut.saydo');
    expect(code).toBe(0);
    expect(out).toContain('visit');
    expect(out).not.toContain('noise');
    expect((await saydo('verify cut.saydo')).out).toMatch(/^PASS: \d+ facts; the chain holds, and running it again/);
    expect((await saydo('why cut.saydo visit --walk-only')).code).toBe(0);
    const uncut = await inWhole('run whole --policy since --seed one --json');
    const cut = await inWhole('run whole --cut short --policy since --seed one --json');
    expect(JSON.parse(cut.out).scenarioDigest).not.toBe(JSON.parse(uncut.out).scenarioDigest);
  });

  it('is named in the command that would play it again', async () => {
    const { out } = await inWhole('run whole --cut short --policy since --seed one');
    expect(out).toContain('saydo run whole --policy since --cut short --seed one --story');
  });

  it.each([
    ['run whole --policy since --cut shrot', 'Did you mean “short”?'],
    ['show tiny --cut short', 'The scenario “tiny” has no shorter cut.'],
    ['show since --cut short', 'only scenarios have cuts'],
  ])('that is not there is refused: %s', async (line, told) => {
    const { code, err } = await inWhole(line);
    expect(code).toBe(2);
    expect(err.replaceAll('\n', ' ')).toContain(told);
  });
});

describe('saydo check and chart', () => {
  it('finds nothing wrong where nothing is', async () => {
    const { code, out } = await saydo(`check ${tiny}`);
    expect(code).toBe(0);
    expect(out).toContain('nothing wrong: tiny, as-is, reform');
  });

  it('takes a path for the name that it stands for', async () => {
    expect((await saydo(`check some/where/tiny/scenario.yaml policies/reform.yaml ${tiny}`)).out).toContain(
      '2 checked',
    );
  });

  it('checks everything where the coalition is named, and can say so to a program', async () => {
    const { code, out } = await saydo(`check scenarios/coalition/pairs.yaml --json ${tiny}`);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({ checked: ['tiny', 'as-is', 'reform'], problems: [] });
  });

  it('prints every problem, with exit code 1', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'say-do-check-'));
    cpSync(tinyFolder, folder, { recursive: true });
    const file = join(folder, 'tiny/scenario.yaml');
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace('goal: move-away', 'goal: move-awy').replace('begins: 15m', 'begins: soon'),
    );
    const { code, out } = await saydo(['check', '--library', folder]);
    rmSync(folder, { recursive: true });
    expect(code).toBe(1);
    expect(out).toContain('scenario.yaml');
    expect(out).toMatch(/\d problems? in 1 file\./);
  });

  it('writes charts in three formats', async () => {
    expect((await saydo('chart release')).out).toContain('underReview --> cleared : REVIEWED [isSound]');
    expect((await saydo('chart release --format scxml')).out).toContain('<final id="cleared"/>');
    expect(JSON.parse((await saydo('chart release --format json')).out).initial).toBe('marking');
  });
});

describe('files', () => {
  it('are written as records that open', () => {
    expect(files.get('visit.saydo')).toMatch(/^\{"saydo":"record"/);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import type { Json } from '../../src/core/kernel/digest.ts';
import { chain } from '../../src/core/kernel/digest.ts';
import { verifyRecord } from '../../src/files/verify.ts';
import { fakeTerminal, tinyFolder } from '../support/fake-terminal.ts';

const tiny = `--library ${tinyFolder}`;
const run = `run tiny --policy as-is --seed one ${tiny}`;
const { saydo, files } = fakeTerminal();

beforeAll(async () => {
  await saydo(`${run} --out visit.saydo`);
});

describe('misuse', () => {
  it.each([
    ['rnu tiny', 'Did you mean run?'],
    [`${run} --sede 3`, 'Did you mean --seed?'],
    [`run tny --policy as-is ${tiny}`, 'Did you mean “tiny”?'],
    [`run tiny --policy reforms ${tiny}`, 'Did you mean “reform”?'],
    [`run tiny ${tiny}`, 'Name a policy with --policy. There are: as-is, reform.'],
    [`show tinny ${tiny}`, 'Did you mean “tiny”?'],
    [`check tinny ${tiny}`, 'Did you mean “tiny”?'],
    ['chart carrage', 'Did you mean “carriage”?'],
    ['chart release --format dot', 'Allowed choices are mermaid, scxml, json.'],
    [`${run} --stand-in bold`, 'Allowed choices are by-the-book, forward-leaning, cautious.'],
    [`${run} --story --json`, 'Choose --story or --json, not both.'],
    ['why visit.saydo vist', 'Did you mean “visit”?'],
    ['why visit.saydo', 'Name an incident of the record. There are: '],
    ['why visit.saydo visit --seat frensh', 'Did you mean “french”?'],
    [`${run} --story --incident vist`, 'Did you mean “visit”?'],
    [`${run} --story --seat frensh`, 'Did you mean “french”?'],
    [`${run} --story --from noon`, 'is no moment of this exercise'],
    [`${run} --story --from 1800Z --until 1745Z`, 'Nothing lies between “1800Z” and “1745Z”'],
    [`${run} --incident visit`, 'add --story'],
    ['replay visit.saydo --seat frensh', 'Did you mean “french”?'],
    ['replay visit.saydo --incident visit', 'add --story'],
    ['replay visit.saydo --story --incident vist', 'Did you mean “visit”?'],
    ['replay visit.saydo --until noon', 'is no moment of this exercise'],
    ['replay visit.saydo --until 3d', 'after the end of the exercise'],
    ['replay', "missing required argument 'file'"],
  ])('saydo %s', async (line, told) => {
    const { code, out, err } = await saydo(line);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err.replaceAll('\n', ' ')).toContain(told);
    expect(err).not.toMatch(/\n {4}at /);
  });
});

describe('a record that is no record', () => {
  it('is refused by line, with exit code 1', async () => {
    const text = files.get('visit.saydo') as string;
    const changed = text.replace(
      '"type":"IncidentBegan","incident":"visit"',
      '"type":"IncidentBegan","incident":"visits"',
    );
    files.set('changed.saydo', changed);
    files.set('short.saydo', text.slice(0, -200));
    files.set('letter.saydo', 'Dear all,\n');
    for (const file of ['changed', 'short', 'letter', 'missing']) {
      const { code, out, err } = await saydo(`verify ${file}.saydo`);
      expect(code).toBe(1);
      expect(out).toBe('');
      expect(err).toContain(`${file}.saydo`);
    }
  });
});

/** The record with its facts changed and the chain made anew: only running it again can tell. */
function forged(text: string, change: (fact: Record<string, unknown>) => void): string {
  const lines = text.trimEnd().split('\n');
  const changed = lines.map((line) => JSON.parse(line));
  const links = changed.filter(({ fact }) => fact !== undefined);
  const second = links[1].fact;
  change(second);
  let head = '';
  const before = JSON.parse(text.split('\n').find((line) => line.includes('"chain"')) as string);
  for (const line of links) {
    head = line === links[0] ? before.chain : chain(head, line.fact as Json);
    line.chain = head;
  }
  changed.at(-1).end.digest = head;
  return `${changed.map((line) => JSON.stringify(line)).join('\n')}\n`;
}

describe('saydo verify', () => {
  it('passes a record that this engine made', async () => {
    const { code, out } = await saydo('verify visit.saydo');
    expect(code).toBe(0);
    expect(out).toMatch(/^PASS: \d+ facts; the chain holds, and running it again gives the same digest\./);
  });

  it('passes the facts of a record that another engine made', () => {
    expect(verifyRecord(files.get('visit.saydo') as string, 'visit.saydo', 'another')).toMatchObject({
      verdict: 'other-engine',
    });
  });

  it('shows the first fact that differs', async () => {
    const text = forged(files.get('visit.saydo') as string, (fact) => {
      fact.at = (fact.at as number) + 1;
    });
    files.set('forged.saydo', text);
    const { code, out } = await saydo('verify forged.saydo');
    expect(code).toBe(1);
    expect(out).toContain('differs after 1 facts that agree');
    expect(out).toMatch(/recorded .*\n(.*\n)? +again /);
  });
});

describe('inputs', () => {
  it('can be taken from a record, and give the same run', async () => {
    const again = await saydo(`${run} --inputs visit.saydo --json`);
    expect(again.out).toBe((await saydo(`${run} --json`)).out);
  });

  it('let people decide at the seats they hold', async () => {
    const offered = 40 * 60;
    const decide = {
      type: 'decide',
      at: offered,
      seat: 'american',
      decision: 'what-to-send',
      option: 'call',
      reason: 'Now.',
    };
    files.set('call.json', JSON.stringify({ held: ['american'], inputs: [{ type: 'advance', to: offered }, decide] }));
    const { code, out } = await saydo(`${run} --inputs call.json --story`);
    expect(code).toBe(0);
    expect(out.replaceAll(/\s+/g, ' ')).toContain(
      'decides “What to send”: A call (in force 1745Z); reason given: Now.',
    );
    expect(out.replaceAll(/\s+/g, ' ')).toContain('is told of “Track of the visitor” by US OPS, by word of mouth');
  });

  it.each([
    [{ option: 'shout' }, 'has no option “shout”; it has whole, call'],
    [{ decision: 'whether' }, 'No decision “whether”'],
    [{ seat: 'french' }, 'The seat “french” is not held'],
    [{ at: 2401 }, 'The run stands at 1740Z then'],
    [{ decision: 'how-to-move', option: 'move' }, 'That is not open to that seat at 1740Z'],
  ])('that no longer fit are named, with why: %o', async (wrong, why) => {
    const decide = {
      type: 'decide',
      at: 2400,
      seat: 'american',
      decision: 'what-to-send',
      option: 'call',
      reason: '',
      ...wrong,
    };
    files.set('wrong.json', JSON.stringify({ held: ['american'], inputs: [{ type: 'advance', to: 2400 }, decide] }));
    const { code, out, err } = await saydo(`${run} --inputs wrong.json`);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err.replaceAll('\n', ' ')).toContain('Input 2 of 2 no longer fits');
    expect(err.replaceAll('\n', ' ')).toContain(why);
  });

  it('are held against their schema, with the place of what is wrong', async () => {
    files.set('odd.json', '{"held": [], "inputs": [\n  {"type": "advance", "to": "soon"}]}');
    const { code, err } = await saydo(`${run} --inputs odd.json`);
    expect(code).toBe(1);
    expect(err).toContain('odd.json:2:29  inputs[0].to');
  });
});

describe('help', () => {
  it.each('list show check run replay why verify chart'.split(' '))('of %s has an example', async (name) => {
    const { code, out } = await saydo(`${name} --help`);
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`Examples?:\\n {2}saydo ${name}`));
  });

  it('is what saydo alone prints', async () => {
    const { code, out } = await saydo([]);
    expect(code).toBe(0);
    expect(out).toContain('Exit codes');
  });
});

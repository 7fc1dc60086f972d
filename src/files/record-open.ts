/** Opening a record: every line read, the chain checked, nothing run. What is wrong is said by line. */

import type { Input } from '../core/engine/index.ts';
import { scenarioDigestOf } from '../core/engine/index.ts';
import type { Json } from '../core/kernel/digest.ts';
import { chain, digestOf } from '../core/kernel/digest.ts';
import type { Fact } from '../core/model/facts.ts';
import type { Problem } from './problems.ts';
import { MalformedError } from './problems.ts';
import type { RecordHeader, RunRecord } from './record.ts';
import { beginChain, RECORD_FORMAT } from './record.ts';

export interface OpenedRecord extends RunRecord {
  readonly digest: string;
}

interface Line {
  readonly input?: Input;
  readonly fact?: Fact;
  readonly chain?: string;
  readonly end?: {
    readonly inputs: number;
    readonly facts: number;
    readonly inputsDigest: string;
    readonly digest: string;
  };
}

class Reading {
  private readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  wrong(line: number, found: string, expected: string, mend: string): MalformedError {
    const problem: Problem = { file: this.file, line, column: 1, path: `line ${line}`, message: found, expected, mend };
    return new MalformedError([problem]);
  }

  parse(text: string, line: number): unknown {
    try {
      return JSON.parse(text);
    } catch {
      throw this.wrong(
        line,
        'a line that is not JSON',
        'one JSON object a line',
        'take the record again from where it was saved; this copy is damaged',
      );
    }
  }
}

const again = 'take the record again from where it was saved: this copy has been changed or cut short';

function headerFrom(reading: Reading, text: string | undefined): RecordHeader {
  const header = reading.parse(text ?? '', 1) as Partial<RecordHeader> | null;
  if (header === null || typeof header !== 'object' || header.saydo !== 'record' || typeof header.format !== 'number') {
    throw reading.wrong(
      1,
      'a file that is no record',
      'a Say-Do record, whose first line begins {"saydo":"record"',
      'choose a .saydo file',
    );
  }
  if (header.format > RECORD_FORMAT) {
    throw reading.wrong(
      1,
      `record format ${header.format}`,
      `format ${RECORD_FORMAT} or older`,
      'open it with the newer Say-Do that made it',
    );
  }
  const { definition, choice } = header;
  if (!definition?.scenario || !definition.policy || !choice?.seed || !Array.isArray(choice.held)) {
    throw reading.wrong(1, 'a header with parts missing', 'definition and choice', again);
  }
  const digests =
    scenarioDigestOf(definition) === header.scenarioDigest &&
    digestOf(definition.policy as unknown as Json) === header.policyDigest;
  if (!digests)
    throw reading.wrong(1, 'a definition that does not match its digest', 'the definition as it was played', again);
  return header as RecordHeader;
}

/** Reads a record. `file` names it in errors. Throws MalformedError at the first line that does not hold. */
export function openRecord(text: string, file: string): OpenedRecord {
  const reading = new Reading(file);
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const header = headerFrom(reading, lines[0]);
  const inputs: Input[] = [];
  const facts: Fact[] = [];
  let head = beginChain(header);
  for (let i = 1; i < lines.length; i++) {
    const line = reading.parse(lines[i] as string, i + 1) as Line | null;
    if (line?.input) inputs.push(line.input);
    else if (line?.fact) {
      head = chain(head, line.fact as unknown as Json);
      if (line.chain !== head)
        throw reading.wrong(
          i + 1,
          'a fact that does not fit the chain',
          'each fact with the digest of all before it',
          again,
        );
      facts.push(line.fact);
    } else if (line?.end && i === lines.length - 1) {
      const { end } = line;
      const whole =
        end.inputs === inputs.length &&
        end.facts === facts.length &&
        end.digest === head &&
        end.inputsDigest === digestOf(inputs as unknown as Json);
      if (!whole)
        throw reading.wrong(
          i + 1,
          'a last line that does not add up',
          'the counts and digests of what is above it',
          again,
        );
      return { header, inputs, facts, digest: head };
    } else throw reading.wrong(i + 1, 'a line of no known kind', 'an input, a fact, or the end', again);
  }
  throw reading.wrong(lines.length, 'a record without its last line', 'a line that begins {"end"', again);
}

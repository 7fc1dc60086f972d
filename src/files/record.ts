/**
 * Records: a whole run as text, one JSON object a line. First the header with the definition, then the inputs, then the facts, each with
 * the digest of everything before it, and last how many there were. Opening a record reads its facts and never runs the engine again.
 */
import type { Input, Plan, RunChoice } from '../core/engine/index.ts';
import { engineVersion } from '../core/engine/index.ts';
import type { Json } from '../core/kernel/digest.ts';
import { chain, digestOf } from '../core/kernel/digest.ts';
import type { Fact } from '../core/model/facts.ts';
import type { Definition } from '../core/model/scenario.ts';

/** Grows by one whenever an older reader could not read a newer record. */
export const RECORD_FORMAT = 1;

export interface RecordHeader {
  readonly saydo: 'record';
  readonly format: number;
  readonly engine: string;
  readonly scenario: string;
  readonly scenarioDigest: string;
  readonly policy: string;
  readonly policyDigest: string;
  readonly choice: RunChoice;
  readonly definition: Definition;
}

export interface RunRecord {
  readonly header: RecordHeader;
  readonly inputs: readonly Input[];
  readonly facts: readonly Fact[];
}

export const headerOf = (plan: Plan, choice: RunChoice): RecordHeader => ({
  saydo: 'record',
  format: RECORD_FORMAT,
  engine: engineVersion,
  scenario: plan.definition.scenario.id,
  scenarioDigest: plan.scenarioDigest,
  policy: plan.definition.policy.id,
  policyDigest: plan.policyDigest,
  choice: { seed: choice.seed, held: [...choice.held].sort(), standIn: choice.standIn },
  definition: plan.definition,
});

/** The chain begins with the header; its definition counts by its digests. */
export function beginChain(header: RecordHeader): string {
  const { definition: _, ...rest } = header;
  return digestOf(rest as unknown as Json);
}

/** The chain after some more facts. */
export const linkFacts = (digest: string, facts: readonly Fact[]): string =>
  facts.reduce((head, fact) => chain(head, fact as unknown as Json), digest);

/** The text of a record. Inputs are digested too, in its last line, though they are no part of the run's digest. */
export function recordText({ header, inputs, facts }: RunRecord): string {
  const lines = [JSON.stringify(header), ...inputs.map((input) => JSON.stringify({ input }))];
  let head = beginChain(header);
  for (const fact of facts) {
    head = chain(head, fact as unknown as Json);
    lines.push(JSON.stringify({ fact, chain: head }));
  }
  lines.push(
    JSON.stringify({
      end: {
        inputs: inputs.length,
        facts: facts.length,
        inputsDigest: digestOf(inputs as unknown as Json),
        digest: head,
      },
    }),
  );
  return `${lines.join('\n')}\n`;
}

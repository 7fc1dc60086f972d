/**
 * Verifying a record: its chain must hold; and where it was made by this very engine, running it again from its inputs must give the
 * same facts. A record of another engine keeps its facts, and cannot be run again here.
 */
import { compile, engineVersion, replay } from '../core/engine/index.ts';
import type { Json } from '../core/kernel/digest.ts';
import { canonicalJson } from '../core/kernel/digest.ts';
import type { Fact } from '../core/model/facts.ts';
import { beginChain, linkFacts } from './record.ts';
import type { OpenedRecord } from './record-open.ts';
import { openRecord } from './record-open.ts';

export type Verdict = { readonly record: OpenedRecord } & (
  | { readonly verdict: 'same' }
  | {
      readonly verdict: 'differs';
      /** How many facts agree before the first that does not. */
      readonly agree: number;
      readonly recorded: Fact | null;
      readonly again: Fact | null;
    }
  /** From 1: which input the run would not take. */
  | { readonly verdict: 'refuses-input'; readonly input: number }
  | { readonly verdict: 'other-engine'; readonly engine: string }
);

/** Throws a MalformedError where the chain does not hold. `engine`: the one at hand. */
export function verifyRecord(text: string, file: string, engine: string = engineVersion): Verdict {
  const record = openRecord(text, file);
  const { header, inputs, facts, digest } = record;
  if (header.engine !== engine) return { record, verdict: 'other-engine', engine: header.engine };
  const again = replay(compile(header.definition), header.choice, inputs, false);
  if (again.refused !== -1) return { record, verdict: 'refuses-input', input: again.refused + 1 };
  if (linkFacts(beginChain(header), again.facts) === digest) return { record, verdict: 'same' };
  const agree = agreeing(facts, again.facts);
  return { record, verdict: 'differs', agree, recorded: facts[agree] ?? null, again: again.facts[agree] ?? null };
}

function agreeing(a: readonly Fact[], b: readonly Fact[]): number {
  const text = (fact: Fact) => canonicalJson(fact as unknown as Json);
  const most = Math.min(a.length, b.length);
  let agree = 0;
  while (agree < most && text(a[agree] as Fact) === text(b[agree] as Fact)) agree++;
  return agree;
}

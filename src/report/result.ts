/** What came of a run, for programs: one plain object, from a record's header and facts. */
import type { Cause, ChargeSplit, Fact, FactOf } from '../core/model/facts.ts';
import { totalOf } from '../core/model/ledger.ts';
import type { RecordHeader } from '../files/record.ts';

export interface IncidentResult {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly windowMet: boolean;
  /** From the first observable moment; the horizon when it was not done. */
  readonly elapsedSeconds: number;
  /** Seconds since StartEx. */
  readonly firstObservable: number;
  readonly closesAt: number;
  readonly endedAt: number;
  /** Seconds by cause; they add up to `elapsedSeconds`. */
  readonly charges: Readonly<Partial<Record<Cause, number>>>;
  readonly split: Readonly<Partial<Record<Cause, ChargeSplit>>>;
}

export interface RunResult {
  readonly digest: string;
  readonly engine: string;
  readonly scenario: string;
  readonly scenarioDigest: string;
  readonly policy: string;
  readonly policyDigest: string;
  readonly seed: string;
  readonly standIn: string;
  readonly held: readonly string[];
  /** Whether the run has come to the end of the exercise; before that there are no measures. */
  readonly ended: boolean;
  readonly measures: Readonly<Record<string, number>>;
  /** Those whose response has ended, in the scenario's order. */
  readonly incidents: readonly IncidentResult[];
}

export function resultOf(run: { header: RecordHeader; facts: readonly Fact[]; digest: string }): RunResult {
  const { header, facts, digest } = run;
  const { engine, scenario, scenarioDigest, policy, policyDigest, choice } = header;
  const end = facts.find((fact): fact is FactOf<'RunEnded'> => fact.type === 'RunEnded');
  const { seed, standIn, held } = choice;
  return {
    digest,
    engine,
    scenario,
    scenarioDigest,
    policy,
    policyDigest,
    seed,
    standIn,
    held,
    ended: end !== undefined,
    measures: end?.measures ?? {},
    incidents: header.definition.scenario.incidents.flatMap((incident) => {
      const ended = facts.find(
        (fact): fact is FactOf<'ResponseEnded'> => fact.type === 'ResponseEnded' && fact.incident === incident.id,
      );
      return ended === undefined ? [] : [incidentResult(ended, incident)];
    }),
  };
}

function incidentResult(
  { at, incident: id, status, windowMet, elapsedSeconds, firstObservable, closesAt, charges }: FactOf<'ResponseEnded'>,
  incident: RecordHeader['definition']['scenario']['incidents'][number],
): IncidentResult {
  const sums = Object.entries(charges).map(([cause, split]) => [cause, totalOf(split)]);
  return {
    id,
    kind: incident.kind,
    status,
    windowMet,
    elapsedSeconds,
    firstObservable,
    closesAt,
    endedAt: at,
    charges: Object.fromEntries(sums),
    split: charges,
  };
}

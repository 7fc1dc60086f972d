/**
 * What a run scored. A measure is one column of a study and one line of a review.
 * Times are whole seconds; shares are parts of a thousand. `docs/model/RULES.md` says each in words.
 */
import { compareText } from '../kernel/ids.ts';
import type { Status } from './facts.ts';
import { causes, statuses } from './facts.ts';
import type { Scenario } from './scenario.ts';

/** What the engine has at the end of a run, per incident and in sum. */
export interface Score {
  readonly incidents: readonly {
    readonly id: string;
    readonly status: Status;
    readonly windowMet: boolean;
    /** Restricted time to coordinated action: min(T, horizon) since first observable. */
    readonly restricted: number;
    /** Per nation, restricted time to awareness. */
    readonly aware: readonly { readonly nation: string; readonly restricted: number }[];
    /** Three cells a cause, as `emptySheet`. */
    readonly sheet: Int32Array;
  }[];
  readonly misroutes: number;
  readonly manualTouches: number;
  readonly defaults: number;
  readonly handoversBegun: number;
  readonly handoversDenied: number;
  readonly handoversOnTime: number;
  /** Seconds of touch time that exercise work took of desks. */
  readonly deskSeconds: number;
}

const totals = [
  'windows-met',
  'misroutes',
  'manual-touches',
  'defaults',
  'handovers-begun',
  'handovers-denied',
  'on-time-share',
  'desk-seconds',
] as const;

/** Names of all measures of a scenario, in the order of the columns. */
export function measureNames(scenario: Scenario): string[] {
  const incidents = [...scenario.incidents].sort((a, b) => compareText(a.id, b.id));
  return [
    ...totals,
    ...causes.map((cause) => `charged.${cause}`),
    ...incidents.flatMap((incident) => [
      `restricted.${incident.id}`,
      `done.${incident.id}`,
      `window.${incident.id}`,
      ...Object.keys(incident.awareness)
        .sort(compareText)
        .map((nation) => `aware.${incident.id}.${nation}`),
    ]),
  ];
}

/** Fills `row`, one cell for each of `measureNames`. */
export function measure(score: Score, row: Float64Array): void {
  let at = 0;
  const put = (value: number) => {
    row[at++] = value;
  };
  put(score.incidents.reduce((met, { windowMet }) => met + (windowMet ? 1 : 0), 0));
  put(score.misroutes);
  put(score.manualTouches);
  put(score.defaults);
  put(score.handoversBegun);
  put(score.handoversDenied);
  put(score.handoversBegun === 0 ? 0 : Math.floor((score.handoversOnTime * 1000) / score.handoversBegun));
  put(score.deskSeconds);
  for (let cell = 0; cell < causes.length * 3; cell += 3) {
    let charged = 0;
    for (const { sheet } of score.incidents)
      charged += (sheet[cell] as number) + (sheet[cell + 1] as number) + (sheet[cell + 2] as number);
    put(charged);
  }
  for (const incident of score.incidents) {
    put(incident.restricted);
    put(incident.status === statuses[0] ? 1 : 0);
    put(incident.windowMet ? 1 : 0);
    for (const { restricted } of incident.aware) put(restricted);
  }
}

/** A row of measures by name. */
export const measuresByName = (names: readonly string[], row: Float64Array): Record<string, number> =>
  Object.fromEntries(names.map((name, at) => [name, row[at] as number]));

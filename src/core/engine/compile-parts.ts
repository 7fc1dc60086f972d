/** What compile has numbered so far: handed from step to step. */
import type { Table } from '../friction/tabulate.ts';
import type { NumberedNames } from '../kernel/ids.ts';
import type { Coalition } from '../model/coalition.ts';
import type { Cause } from '../model/facts.ts';
import type { Incident } from '../model/incident.ts';
import type { Definition, Inject } from '../model/scenario.ts';
import type { ConsentTask, DecideTask, ShareTask, Task } from '../model/task.ts';
import type { Desks } from './compile-desks.ts';
import type { LiteralPlace, Watch } from './compile-graph.ts';
import type { WorkPlaces } from './compile-work.ts';
import type { IncidentPlan, Plan, WorkPlan } from './plan.ts';

type Promised = NonNullable<DecideTask['options'][number]['promises']>[number];

/** What hangs on the scenario alone. */
export interface Numbered {
  readonly tasks: readonly { readonly source: Task | Inject; readonly incident: Incident | null }[];
  readonly index: ReadonlyMap<string, number>;
  readonly places: ReadonlyMap<string, LiteralPlace>;
  readonly literals: number;
  /** First process of each task that runs machines, and how many it runs. */
  readonly processes: ReadonlyMap<string, { readonly first: number; readonly count: number }>;
  readonly processCount: number;
  readonly incidents: NumberedNames;
  readonly seats: NumberedNames;
  readonly products: NumberedNames;
  /** By name of the promise. */
  readonly promises: readonly { readonly promise: Promised; readonly task: DecideTask }[];
  /** By name of a decision, the task whose verdict it gives. */
  readonly authorised: ReadonlyMap<string, ShareTask | ConsentTask>;
  /** Levers that a task or an option hangs on. */
  readonly askedAfter: ReadonlySet<string>;
}

export interface Parts extends Numbered {
  readonly definition: Definition;
  readonly coalition: Coalition;
  /** The cause that a rerun takes out of the way, null in a run as the files have it. */
  readonly without: Cause | null;
  readonly levers: ReadonlySet<string>;
  readonly work: WorkPlaces;
  readonly desks: Desks;
  readonly organisations: NumberedNames;
  readonly nations: NumberedNames;
  readonly sensors: NumberedNames;
  readonly tables: readonly Table[];
  readonly response: Table;
  /** Work of processes, and behind it the tasks' own; as `WorkRows`. Filled in on the way. */
  readonly rows: (WorkPlan | null)[];
}

/** What must happen before what. Tasks hang on it. */
export interface Graph {
  readonly optionGates: ReadonlyMap<number, number>;
  readonly incidents: readonly IncidentPlan[];
  readonly promiseGates: readonly number[];
  readonly plan: Pick<Plan, 'gates' | 'gateKind' | 'gateOf' | keyof Watch>;
}

/** Is there nothing that it hangs on, or one of the levers that it hangs on? */
export const isInForce = (parts: Pick<Parts, 'levers'>, under: readonly string[] | undefined): boolean =>
  under === undefined || under.some((lever) => parts.levers.has(lever));

/** Number of the nation of an organisation. */
export function nationOf(parts: Parts, organisation: string): number {
  const nation = parts.coalition.organisations.find(({ id }) => id === organisation)?.nation ?? '';
  return parts.nations.index.get(nation) ?? -1;
}

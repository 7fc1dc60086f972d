/** What compile has numbered so far: handed from step to step. */
import type { Table } from '../friction/tabulate.ts';
import type { NumberedNames } from '../kernel/ids.ts';
import type { Coalition } from '../model/coalition.ts';
import type { Definition, Incident, Inject, Task } from '../model/scenario.ts';
import type { Desks } from './compile-desks.ts';
import type { LiteralPlace } from './compile-graph.ts';
import type { WorkPlaces } from './compile-work.ts';
import type { WorkPlan } from './plan.ts';

export interface Parts {
  readonly definition: Definition;
  readonly coalition: Coalition;
  readonly tasks: readonly { readonly source: Task | Inject; readonly incident: Incident | null }[];
  readonly index: ReadonlyMap<string, number>;
  readonly places: ReadonlyMap<string, LiteralPlace>;
  readonly literals: number;
  readonly work: WorkPlaces;
  readonly desks: Desks;
  /** Front-door process of each share task. */
  readonly shares: ReadonlyMap<string, number>;
  readonly incidents: NumberedNames;
  readonly seats: NumberedNames;
  readonly organisations: NumberedNames;
  readonly products: NumberedNames;
  readonly sensors: NumberedNames;
  readonly tables: readonly [Table, Table, Table];
  readonly response: Table;
  readonly rows: (WorkPlan | null)[];
  /** Gate of an option, by task * PACK + place. */
  readonly optionGates: Map<number, number>;
}

/** A definition indexed by name, for folding facts and drawing views. Names only: nothing here changes with the policy. */
import type { Cast } from './cast.ts';
import { castOf } from './cast.ts';
import type { Nation, Organisation } from './coalition.ts';
import type { Incident } from './incident.ts';
import type { Product } from './product.ts';
import type { Definition, Inject, Seat } from './scenario.ts';
import type { Task } from './task.ts';

export interface Setting {
  readonly definition: Definition;
  readonly tasks: ReadonlyMap<string, { readonly task: Task; readonly incident: Incident }>;
  readonly injects: ReadonlyMap<string, Inject>;
  readonly incidents: ReadonlyMap<string, Incident>;
  readonly products: ReadonlyMap<string, Product>;
  readonly organisations: ReadonlyMap<string, Organisation>;
  readonly nations: ReadonlyMap<string, Nation>;
  readonly seats: ReadonlyMap<string, Seat>;
  /** Promises by name, with the nation that gives them. */
  readonly promises: ReadonlyMap<string, { readonly from: string; readonly to: string; readonly says: string }>;
  /** Seat that holds an organisation, where one does. */
  readonly seatOf: ReadonlyMap<string, string>;
  /** Who has a part in the scenario, and with what sensors. */
  readonly cast: Cast;
  /** Organisation that runs a sensor. */
  readonly operatorOf: ReadonlyMap<string, string>;
}

const byId = <T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> =>
  new Map(list.map((one) => [one.id, one]));

function promisesOf({
  seats,
  incidents,
}: Definition['scenario']): [string, { from: string; to: string; says: string }][] {
  const nations = new Map(seats.map(({ id, nation }) => [id, nation]));
  return incidents.flatMap(({ response }) =>
    response.flatMap((task) =>
      task.task !== 'decide'
        ? []
        : task.options.flatMap(({ promises = [] }) =>
            promises.map(({ id, to, says }): [string, { from: string; to: string; says: string }] => [
              id,
              { from: nations.get(task.seat) ?? '', to, says },
            ]),
          ),
    ),
  );
}

export function settingOf(definition: Definition): Setting {
  const { scenario, coalition } = definition;
  return {
    definition,
    tasks: new Map(
      scenario.incidents.flatMap((incident) => incident.response.map((task) => [task.id, { task, incident }] as const)),
    ),
    injects: byId(scenario.injects),
    incidents: byId(scenario.incidents),
    products: byId(scenario.products),
    organisations: byId(coalition.organisations),
    nations: byId(coalition.nations),
    seats: byId(scenario.seats),
    cast: castOf(scenario),
    promises: new Map(promisesOf(scenario)),
    seatOf: new Map(scenario.seats.flatMap((seat) => seat.organisations.map((id) => [id, seat.id] as const))),
    operatorOf: new Map(coalition.sensors.map(({ id, operator }) => [id, operator])),
  };
}

/** Looks a name up that a checked definition is sure to have. */
export function known<K, T>(map: ReadonlyMap<K, T>, id: K): T {
  const found = map.get(id);
  if (found === undefined) throw new Error(`Impossible: ${id} is not in the definition`);
  return found;
}

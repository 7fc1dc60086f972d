/** Who has a part in a scenario, and with what sensors: everything that its seats and tasks name. */
import type { Scenario } from './scenario.ts';
import type { Task } from './task.ts';

export interface Cast {
  readonly organisations: ReadonlySet<string>;
  readonly sensors: ReadonlySet<string>;
}

/** The same from StartEx to the end, whatever has happened: a place that appeared with its incident would give it away (V13). */
export function castOf({ seats, incidents }: Scenario): Cast {
  const tasks = incidents.flatMap(({ response }) => response);
  return {
    organisations: new Set([...seats.flatMap(({ organisations }) => organisations), ...tasks.flatMap(organisationsOf)]),
    sensors: new Set(tasks.flatMap((task) => (task.task === 'sense' ? task.sensors : []))),
  };
}

function organisationsOf(task: Task): readonly string[] {
  switch (task.task) {
    case 'sense':
    case 'decide':
      return [];
    case 'share':
      return [task.from, task.to];
    case 'align':
      return [task.at, ...task.with];
    default:
      return [task.at];
  }
}

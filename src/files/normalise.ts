/**
 * Definitions in one order, whatever the order of files and of their lists, so that equal ones have equal digests.
 * Lists whose order means something stay as they are: options, needs, book rules, tasks of a response, objectives,
 * discussion.
 */
import { compareText } from '../core/kernel/ids.ts';
import type { Coalition } from '../core/model/coalition.ts';
import type { Access, Incident, Scenario, Task } from '../core/model/scenario.ts';

/** A copy in the order of names. */
function sortedBy<T>(list: readonly T[], nameOf: (entry: T) => string): T[] {
  return list.toSorted((a, b) => compareText(nameOf(a), nameOf(b)));
}

const byId = <T extends { readonly id: string }>(list: readonly T[]): T[] => sortedBy(list, ({ id }) => id);
const byText = <T extends string>(list: readonly T[]): T[] => sortedBy(list, String);
/** For entries without a name: by all that they say. */
const byContent = <T>(list: readonly T[]): T[] => sortedBy(list, (entry) => JSON.stringify(entry));

function sortedKeys<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(sortedBy(Object.entries(record), ([key]) => key));
}

function organisationInOrder(organisation: Coalition['organisations'][number]): Coalition['organisations'][number] {
  const desks = organisation.desks.map((desk) => ({
    ...desk,
    hours: byContent(
      desk.hours.map((shift) => ({ ...shift, days: Array.isArray(shift.days) ? byText(shift.days) : shift.days })),
    ),
    background: byContent(desk.background),
  }));
  return { ...organisation, desks: sortedBy(desks, ({ role }) => role) };
}

export function coalitionInOrder(coalition: Coalition): Coalition {
  return {
    ...coalition,
    sources: byId(coalition.sources),
    zones: byId(coalition.zones),
    nations: byId(coalition.nations),
    organisations: byId(coalition.organisations).map(organisationInOrder),
    sensors: byId(coalition.sensors),
    pairs: sortedBy(coalition.pairs, ({ from, to }) => `${from} ${to}`),
    delegations: byContent(coalition.delegations.map((one) => ({ ...one, kinds: byText(one.kinds) }))),
    matrix: sortedBy(coalition.matrix, ({ nation, area }) => `${nation} ${area}`),
  };
}

function taskInOrder(task: Task): Task {
  const shared = { tells: byText(task.tells), reveals: byText(task.reveals) };
  return task.task === 'sense' ? { ...task, ...shared, sensors: byText(task.sensors) } : { ...task, ...shared };
}

function incidentInOrder(incident: Incident): Incident {
  const awareness = Object.entries(incident.awareness).map(([nation, literals]) => [nation, byText(literals)] as const);
  return {
    ...incident,
    awareness: sortedKeys(Object.fromEntries(awareness)),
    response: incident.response.map(taskInOrder),
  };
}

export function scenarioInOrder(scenario: Scenario): Scenario {
  const products = scenario.products.map((product) => ({
    ...product,
    marking: {
      ...product.marking,
      releasableTo: byText(product.marking.releasableTo),
      controls: byText(product.marking.controls),
    },
  }));
  return {
    ...scenario,
    seats: byId(scenario.seats).map((seat) => ({ ...seat, organisations: byText(seat.organisations) })),
    satellites: byId(scenario.satellites),
    products: byId(products),
    injects: byId(scenario.injects).map((inject) => ({ ...inject, to: byText(inject.to) })),
    incidents: byId(scenario.incidents).map(incidentInOrder),
  };
}

export function accessInOrder(access: Access): Access {
  const windows = access.windows.toSorted(
    (a, b) =>
      compareText(a.sensor, b.sensor) || compareText(a.object, b.object) || a.from - b.from || a.until - b.until,
  );
  return { ...access, windows };
}

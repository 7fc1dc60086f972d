/**
 * Definitions in one order, whatever the order of files and of their lists, so that equal ones have equal digests.
 * Lists whose order means something stay as they are: options, needs, book rules, tasks of a response, branches, ends
 * of what work finds, rungs, moves, objectives, discussion.
 */
import { compareText } from '../core/kernel/ids.ts';
import type { Coalition, TrustRules } from '../core/model/coalition.ts';
import type { Incident } from '../core/model/incident.ts';
import type { Product } from '../core/model/product.ts';
import type { Access, Inject, Scenario } from '../core/model/scenario.ts';
import type { DecideTask, Task, WorkTask } from '../core/model/task.ts';

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

function trustInOrder(trust: TrustRules): TrustRules {
  return { ...trust, starts: sortedBy(trust.starts, (row) => `${row.of} ${row.in}`) };
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
    ...(coalition.trust === undefined ? {} : { trust: trustInOrder(coalition.trust) }),
  };
}

/** The texts of a list that may be left out. */
function texts<K extends string>(key: K, list: readonly string[] | undefined): { readonly [P in K]?: string[] } {
  return (list === undefined ? {} : { [key]: byText(list) }) as { readonly [P in K]?: string[] };
}

function optionInOrder(option: DecideTask['options'][number]): DecideTask['options'][number] {
  return {
    ...option,
    ...texts('under', option.under),
    ...texts('drops', option.drops),
    ...texts('bypasses', option.bypasses),
    ...(option.promises === undefined ? {} : { promises: byId(option.promises) }),
  };
}

function findsInOrder(finds: NonNullable<WorkTask['finds']>): NonNullable<WorkTask['finds']> {
  const ends = finds.ends.map((end) =>
    end.inBranch === undefined ? end : { ...end, inBranch: sortedKeys(end.inBranch) },
  );
  return { ...finds, ends };
}

function taskInOrder(task: Task): Task {
  const shared = { tells: byText(task.tells), reveals: byText(task.reveals), ...texts('under', task.under) };
  switch (task.task) {
    case 'sense':
      return { ...task, ...shared, sensors: byText(task.sensors) };
    case 'align':
      return { ...task, ...shared, with: byText(task.with) };
    case 'decide': {
      const byTheBook = task.byTheBook.map((rule) => ({
        ...rule,
        holds: byText(rule.holds),
        ...texts('knows', rule.knows),
      }));
      return { ...task, ...shared, options: task.options.map(optionInOrder), byTheBook };
    }
    case 'share':
    case 'consent':
      return { ...task, ...shared };
    default:
      return { ...task, ...shared, ...(task.finds === undefined ? {} : { finds: findsInOrder(task.finds) }) };
  }
}

/** By nation, lists in which the first to come true counts. */
function literalsInOrder(lists: Readonly<Record<string, string[]>>): Record<string, string[]> {
  return sortedKeys(Object.fromEntries(Object.entries(lists).map(([nation, list]) => [nation, byText(list)])));
}

function consequencesInOrder(list: NonNullable<Incident['consequences']>): NonNullable<Incident['consequences']> {
  return byContent(list.map((one) => ({ ...one, until: byText(one.until), ...texts('branches', one.branches) })));
}

/** Branches stay as they are: their order is that in which one draw decides between them. */
function incidentInOrder(incident: Incident): Incident {
  const { expects, decisions, attribution, branches, consequences } = incident;
  const inOrder = branches?.map((branch) =>
    branch.trajectories === undefined ? branch : { ...branch, trajectories: sortedKeys(branch.trajectories) },
  );
  return {
    ...incident,
    awareness: literalsInOrder(incident.awareness),
    ...(expects === undefined ? {} : { expects: sortedKeys(expects) }),
    ...(decisions === undefined ? {} : { decisions: literalsInOrder(decisions) }),
    ...texts('attribution', attribution),
    ...(inOrder === undefined ? {} : { branches: inOrder }),
    ...(consequences === undefined ? {} : { consequences: consequencesInOrder(consequences) }),
    response: incident.response.map(taskInOrder),
  };
}

function injectInOrder(inject: Inject): Inject {
  return { ...inject, to: byText(inject.to), ...texts('unless', inject.unless) };
}

function productInOrder(product: Product): Product {
  const { marking } = product;
  const { releasableTo, controls } = marking;
  return { ...product, marking: { ...marking, releasableTo: byText(releasableTo), controls: byText(controls) } };
}

export function scenarioInOrder(scenario: Scenario): Scenario {
  const { ladder, cuts } = scenario;
  return {
    ...scenario,
    seats: byId(scenario.seats).map((seat) => ({ ...seat, organisations: byText(seat.organisations) })),
    satellites: byId(scenario.satellites),
    products: byId(scenario.products.map(productInOrder)),
    injects: byId(scenario.injects).map(injectInOrder),
    incidents: byId(scenario.incidents).map(incidentInOrder),
    ...(ladder === undefined ? {} : { ladder: { ...ladder, moves: byContent(ladder.moves) } }),
    ...(cuts === undefined ? {} : { cuts: byId(cuts).map((cut) => ({ ...cut, without: byText(cut.without) })) }),
  };
}

export function accessInOrder(access: Access): Access {
  const windows = access.windows.toSorted(
    (a, b) =>
      compareText(a.sensor, b.sensor) ||
      compareText(a.object, b.object) ||
      a.from - b.from ||
      a.until - b.until ||
      compareText(a.trajectory ?? '', b.trajectory ?? ''),
  );
  return { ...access, windows };
}

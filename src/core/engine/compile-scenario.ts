/** What of a plan hangs on the scenario alone: its numbers for tasks, outcomes, processes and names. Made once for all policies. */
import { compareText, numberNames } from '../kernel/ids.ts';
import type { Scenario } from '../model/scenario.ts';
import type { DecideTask, Task } from '../model/task.ts';
import { authorisedBy } from './compile-decisions.ts';
import type { LiteralPlace } from './compile-graph.ts';
import { goodsOf, outcomesOf } from './compile-graph.ts';
import { remembered } from './compile-memory.ts';
import type { Numbered } from './compile-parts.ts';
import { processCountOf } from './compile-work.ts';

type PartTask = Numbered['tasks'][number];

function numberTasks(scenario: Scenario): readonly PartTask[] {
  const all: PartTask[] = [
    ...scenario.incidents.flatMap((incident) => incident.response.map((source) => ({ source, incident }))),
    ...scenario.injects.map((source) => ({ source, incident: null })),
  ];
  const byId = new Map(all.map((task) => [task.source.id, task]));
  return numberNames(all.map(({ source }) => source.id)).names.map((id) => byId.get(id) as PartTask);
}

const kindOf = (source: PartTask['source']): Task | { readonly task: 'inject' } =>
  'task' in source ? source : { task: 'inject' };

function placeLiterals(tasks: readonly PartTask[]): { places: Map<string, LiteralPlace>; literals: number } {
  const places = new Map<string, LiteralPlace>();
  let literals = 0;
  for (const { source } of tasks) {
    const outcomes = outcomesOf(kindOf(source));
    places.set(source.id, { literal: literals, outcomes, goods: goodsOf(kindOf(source)) });
    literals += outcomes.length;
  }
  return { places, literals };
}

function placeProcesses(tasks: readonly PartTask[]): Pick<Numbered, 'processes' | 'processCount'> {
  const processes = new Map<string, { first: number; count: number }>();
  let first = 0;
  for (const { source } of tasks) {
    const count = 'task' in source ? processCountOf(source) : 0;
    if (count > 0) processes.set(source.id, { first, count });
    first += count;
  }
  return { processes, processCount: first };
}

/** All promises that options make, by name. */
function promisesOf(tasks: readonly PartTask[]): Numbered['promises'] {
  const decisions = tasks
    .map(({ source }) => source)
    .filter((s): s is DecideTask => 'task' in s && s.task === 'decide');
  return decisions
    .flatMap((task) => task.options.flatMap(({ promises = [] }) => promises.map((promise) => ({ promise, task }))))
    .sort((a, b) => compareText(a.promise.id, b.promise.id));
}

/** Levers that a task or an option hangs on. */
function leversIn(tasks: readonly PartTask[]): ReadonlySet<string> {
  const under = tasks.flatMap(({ source }) => {
    const own = 'under' in source ? (source.under ?? []) : [];
    const options =
      'task' in source && source.task === 'decide' ? source.options.flatMap((one) => one.under ?? []) : [];
    return [...own, ...options];
  });
  return new Set(under);
}

const named = (list: readonly { readonly id: string }[]) => numberNames(list.map(({ id }) => id));

function numbered(scenario: Scenario): Numbered {
  const tasks = numberTasks(scenario);
  return {
    tasks,
    index: new Map(tasks.map(({ source }, index) => [source.id, index])),
    ...placeLiterals(tasks),
    ...placeProcesses(tasks),
    incidents: named(scenario.incidents),
    seats: named(scenario.seats),
    products: named(scenario.products),
    promises: promisesOf(tasks),
    authorised: authorisedBy(tasks),
    askedAfter: leversIn(tasks),
  };
}

/** The scenario's numbers. */
export const numbersOf = (scenario: Scenario): Numbered => remembered(scenario, ['numbers'], () => numbered(scenario));

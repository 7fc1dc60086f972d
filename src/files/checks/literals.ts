/** Every place of a scenario that names something which may happen. */
import type { Incident } from '../../core/model/incident.ts';
import type { Need } from '../../core/model/need.ts';
import type { Scenario } from '../../core/model/scenario.ts';
import type { Path } from '../problems.ts';
import type { PlacedTask } from './setting.ts';
import { placedTasks } from './setting.ts';

export interface PlacedLiteral {
  readonly at: Path;
  readonly literal: string;
}

/** Literals of some needs, each with its place. */
export function* literalsOf(at: Path, needs: readonly Need[] = []): Generator<PlacedLiteral> {
  for (const [i, need] of needs.entries()) {
    if (typeof need === 'string') yield { at: [...at, i], literal: need };
    else {
      const [key, list] = 'any' in need ? ['any', need.any] : ['of', need.of];
      for (const [j, literal] of list.entries()) yield { at: [...at, i, key, j], literal };
    }
  }
}

interface PlacedNeeds {
  readonly at: Path;
  readonly needs: readonly Need[];
}

/** Needs of a task and, of a decision, of its options. */
export function* needsOf({ task, at }: Pick<PlacedTask, 'task' | 'at'>): Generator<PlacedNeeds> {
  yield { at: [...at, 'needs'], needs: task.needs };
  if (task.task !== 'decide') return;
  for (const [i, { needs }] of task.options.entries()) yield { at: [...at, 'options', i, 'needs'], needs };
}

/** Needs of tasks, options and injects. */
export function* allNeeds(scenario: Scenario): Generator<PlacedNeeds> {
  for (const placed of placedTasks(scenario)) yield* needsOf(placed);
  for (const [i, { needs }] of scenario.injects.entries())
    if (needs !== undefined) yield { at: ['scenario', 'injects', i, 'needs'], needs };
}

function* taskLiterals(placed: PlacedTask): Generator<PlacedLiteral> {
  for (const { at, needs } of needsOf(placed)) yield* literalsOf(at, needs);
  const { task, at } = placed;
  if (task.task !== 'decide') return;
  for (const [i, { promises = [] }] of task.options.entries())
    for (const [j, { that }] of promises.entries())
      yield { at: [...at, 'options', i, 'promises', j, 'that'], literal: that };
  for (const [i, { knows }] of task.byTheBook.entries()) yield* literalsOf([...at, 'byTheBook', i, 'knows'], knows);
}

function* incidentLiterals(incident: Incident, at: Path): Generator<PlacedLiteral> {
  for (const key of ['awareness', 'decisions'] as const) {
    for (const [nation, literals] of Object.entries(incident[key] ?? {}))
      yield* literalsOf([...at, key, nation], literals);
  }
  yield* literalsOf([...at, 'attribution'], incident.attribution);
  for (const [i, { until }] of (incident.consequences ?? []).entries())
    yield* literalsOf([...at, 'consequences', i, 'until'], until);
}

/** What tasks and incidents name, by incident: it comes and goes with them. */
export function* literalsWithin(scenario: Scenario, incident: number): Generator<PlacedLiteral> {
  for (const placed of placedTasks(scenario)) if (placed.incident === incident) yield* taskLiterals(placed);
  const source = scenario.incidents[incident];
  if (source !== undefined) yield* incidentLiterals(source, ['scenario', 'incidents', incident]);
}

export function* literalsOfInject({ injects }: Scenario, inject: number): Generator<PlacedLiteral> {
  const at: Path = ['scenario', 'injects', inject];
  yield* literalsOf([...at, 'needs'], injects[inject]?.needs);
  yield* literalsOf([...at, 'unless'], injects[inject]?.unless);
}

/** All of them. */
export function* allLiterals(scenario: Scenario): Generator<PlacedLiteral> {
  for (const i of scenario.incidents.keys()) yield* literalsWithin(scenario, i);
  for (const i of scenario.injects.keys()) yield* literalsOfInject(scenario, i);
  for (const [i, { when }] of (scenario.ladder?.moves ?? []).entries())
    yield { at: ['scenario', 'ladder', 'moves', i, 'when'], literal: when };
}

/** A shorter way through the same exercise: what a scenario's cut leaves out is gone from the definition, and nothing else is. */
import type { Incident } from './incident.ts';
import type { Definition, Inject, Scenario } from './scenario.ts';
import type { Task } from './task.ts';

type Cut = NonNullable<Scenario['cuts']>[number];

/**
 * The definition that a cut makes of one: without the incidents that it leaves out, nor what was only theirs; with the cut's moves and
 * table time. Its id and version stay; whoever keeps it keeps it whole, so that its digest tells it apart. Throws a RangeError on a cut
 * that the scenario lacks.
 */
export function cutDefinition<D extends Pick<Definition, 'scenario' | 'access'>>(definition: D, cutId: string): D {
  const { scenario, access } = definition;
  const { cuts = [], ...rest } = scenario;
  const cut = cuts.find(({ id }) => id === cutId);
  if (cut === undefined) throw new RangeError(`no cut "${cutId}"; there are: ${cuts.map(({ id }) => id).join(', ')}`);
  const kept = scenario.incidents.filter(({ id }) => !cut.without.includes(id));
  const gone = scenario.incidents.filter(({ id }) => cut.without.includes(id));
  const goneProducts = onlyIn(productsOf, gone, kept);
  const goneObjects = onlyIn(objectsOf, gone, kept);
  return {
    ...definition,
    access: { ...access, windows: access.windows.filter(({ object }) => !goneObjects.has(object)) },
    scenario: {
      ...rest,
      ...timesOf(cut),
      incidents: kept,
      products: scenario.products.filter(({ id }) => !goneProducts.has(id)),
      injects: injectsWithout(scenario.injects, cut, tasksOf(gone)),
      ...(scenario.ladder === undefined ? {} : { ladder: ladderWithout(scenario.ladder, tasksOf(gone)) }),
    },
  };
}

const timesOf = ({ moves, playMinutes }: Cut): Pick<Scenario, 'moves' | 'playMinutes'> => ({ moves, playMinutes });

const tasksOf = (incidents: readonly Incident[]): ReadonlySet<string> =>
  new Set(incidents.flatMap(({ response }) => response.map(({ id }) => id)));

/** What some incidents use and the others do not. */
function onlyIn(
  usedBy: (task: Task) => readonly string[],
  gone: readonly Incident[],
  kept: readonly Incident[],
): ReadonlySet<string> {
  const used = (incidents: readonly Incident[]) => incidents.flatMap(({ response }) => response.flatMap(usedBy));
  const stays = new Set(used(kept));
  return new Set(used(gone).filter((name) => !stays.has(name)));
}

function productsOf(task: Task): readonly string[] {
  const given = 'gives' in task && task.gives !== undefined ? [task.gives] : [];
  const found = 'finds' in task ? (task.finds?.ends ?? []).flatMap(({ gives }) => gives ?? []) : [];
  const crosses = task.task === 'share' ? [task.product] : [];
  const held = task.task === 'decide' ? task.byTheBook.flatMap(({ holds }) => holds) : [];
  return [...given, ...found, ...crosses, ...held];
}

const objectsOf = (task: Task): readonly string[] => (task.task === 'sense' ? [task.object] : []);

/** The task that a literal speaks of. */
const taskIn = (literal: string): string => literal.split('=')[0] as string;

/** Injects of other incidents stay. One that waits for what is gone would never come; one that is called off by it always does. */
function injectsWithout(injects: readonly Inject[], cut: Cut, tasks: ReadonlySet<string>): Inject[] {
  const isGone = (literal: string): boolean => tasks.has(taskIn(literal));
  return injects.flatMap((inject) => {
    if (inject.incident !== undefined && cut.without.includes(inject.incident)) return [];
    const waits = (inject.needs ?? []).flatMap((need) => (typeof need === 'string' ? [need] : []));
    if (waits.some(isGone)) return [];
    const { unless, ...rest } = inject;
    const left = (unless ?? []).filter((literal) => !isGone(literal));
    return [left.length === 0 ? rest : { ...rest, unless: left }];
  });
}

const ladderWithout = (ladder: NonNullable<Scenario['ladder']>, tasks: ReadonlySet<string>) => ({
  ...ladder,
  moves: ladder.moves.filter(({ when }) => !tasks.has(taskIn(when))),
});

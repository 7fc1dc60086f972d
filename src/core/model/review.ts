/** The last page: what became of each incident, where its time went, and who decided what. From the facts alone. */
import { causes } from './facts.ts';
import { chainOf, trailOf } from './ledger.ts';
import type { Setting } from './setting.ts';
import { known } from './setting.ts';
import type { ReviewIncident, ReviewStep, ReviewView } from './view.ts';
import type { World } from './world.ts';

export function reviewOf(world: World, setting: Setting): ReviewView {
  return {
    incidents: setting.definition.scenario.incidents.flatMap(({ id }) => reviewIncident(world, setting, id)),
    measures: world.measures ?? {},
    decisions: Object.entries(world.decisions)
      .flatMap(([id, { taken }]) => {
        const { task } = known(setting.tasks, id);
        if (taken === null || task.task !== 'decide') return [];
        const says = task.options.find((option) => option.id === taken.option)?.says ?? taken.option;
        return [
          {
            seat: known(setting.seats, task.seat).title,
            title: task.title,
            says,
            by: taken.by,
            at: taken.at,
            reason: taken.reason,
          },
        ];
      })
      .sort((a, b) => a.at - b.at),
  };
}

function reviewIncident(world: World, setting: Setting, id: string): ReviewIncident[] {
  const incident = known(setting.incidents, id);
  const ended = world.incidents[id]?.ended;
  if (!ended) return [];
  return [
    {
      id,
      title: incident.title,
      truth: incident.truth,
      status: ended.status,
      windowMet: ended.windowMet,
      firstObservable: ended.firstObservable,
      closesAt: ended.closesAt,
      closesBecause: incident.window.because,
      elapsedSeconds: ended.elapsedSeconds,
      horizonSeconds: Math.min(incident.horizon, setting.definition.scenario.lasts - ended.firstObservable),
      charges: causes.flatMap((cause) => {
        const charge = ended.charges[cause];
        return charge === undefined ? [] : [{ cause, ...charge }];
      }),
      walk: walkOf(world, setting, ended.step),
    },
  ];
}

/** The steps that the ledger walked, earliest first. */
export function walkOf(world: World, setting: Setting, last: number): ReviewStep[] {
  const byStep = new Map(world.steps.map((step) => [step.step, step]));
  return chainOf(trailOf(world.steps), last)
    .reverse()
    .map((number) => {
      const step = known(byStep, number);
      const { work, desk, cause, since, at, working, waiting, closed } = step;
      return {
        title: known(setting.tasks, step.task).task.title,
        work,
        desk,
        cause,
        since,
        until: at,
        working,
        waiting,
        closed,
      };
    });
}

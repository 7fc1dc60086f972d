/** Observations: made by the sensor that first has the object in view long enough, on the branch that the incident is on. It may be none. */
import { NEVER } from '../kernel/units.ts';
import { causes } from '../model/facts.ts';
import type { Arena } from './arena.ts';
import { K } from './fact-rows.ts';
import { endTask } from './graph.ts';
import type { SensePlan, TaskPlan } from './plan.ts';

const sensing = causes.indexOf('sensing');

/** Sets when the observation of an active task will be made: counted from its beginning, never before now. */
export function aimSensors(a: Arena, task: number): void {
  const { sense, incident } = a.plan.tasks[task] as TaskPlan;
  const { windows, dwell } = sense as SensePlan;
  const sights = windows[a.branch[incident] as number] as Int32Array;
  const since = a.taskBegan[task] as number;
  let first = NEVER;
  for (let i = 0; i < sights.length; i += 3) {
    const seen = Math.max(sights[i] as number, since);
    const done = seen + dwell;
    if (seen >= (sights[i + 1] as number) || done > (sights[i + 1] as number) || done >= first) continue;
    first = done;
    a.sensor[task] = sights[i + 2] as number;
  }
  if (first === NEVER) a.agenda.clear(a.slots.timer + task);
  else a.agenda.set(a.slots.timer + task, Math.max(first, a.now));
}

/** The observation is made. */
export function endSense(a: Arena, task: number, { dwell }: SensePlan): void {
  const since = a.taskBegan[task] as number;
  const step = a.steps.add(a.taskAfter[task] as number, since, a.now, sensing);
  a.steps.split(step, dwell, 0, a.now - since - dwell);
  a.steps.task[step] = task;
  a.tell(K.StepEnded, step);
  endTask(a, task, 0, step);
}

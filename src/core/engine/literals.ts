/** Literals: whether a task has ended as a need asks. */
import type { Arena } from './arena.ts';
import { ENDED } from './arena.ts';
import type { TaskPlan } from './plan.ts';

/** Has this literal come true? */
export function isTrue(a: Arena, literal: number): boolean {
  const task = a.plan.taskOfLiteral[literal] as number;
  const { literal: first } = a.plan.tasks[task] as TaskPlan;
  return a.taskState[task] === ENDED && a.taskOutcome[task] === literal - first;
}

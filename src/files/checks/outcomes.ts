/** How a task can end, in the words by which needs name it. */
import { goodsOf, outcomesOf } from '../../core/engine/compile-graph.ts';
import type { ShareTask } from '../../core/model/task.ts';
import type { Needable } from './setting.ts';

/** Ends that a share of this form, asked for or volunteered, can never come to. */
function neverOf({ form, volunteered }: ShareTask): string[] {
  const withheld = volunteered === true ? [] : ['withheld'];
  return [...withheld, ...(form === 'oral' ? ['delivered', 'tear-line'] : ['spoken'])];
}

export function possibleOutcomes(task: Needable): readonly string[] {
  const never = task.task === 'share' ? neverOf(task) : [];
  return outcomesOf(task).filter((outcome) => !never.includes(outcome));
}

/** What a bare mention means: that it ended well. Empty for a call, which is never enough to act on. */
export function goodOutcomes(task: Needable): readonly string[] {
  const possible = possibleOutcomes(task);
  return outcomesOf(task)
    .slice(0, goodsOf(task))
    .filter((outcome) => possible.includes(outcome));
}

/** Steps of the cycle, one at a time, through XState's own pure `transition`. */
import type { StateValueFrom } from 'xstate';
import { transition } from 'xstate';
import type { CycleEvent } from './cycle.machine.ts';
import { cycleMachine } from './cycle.machine.ts';

export type Phase = StateValueFrom<typeof cycleMachine>;

/** The phase that an event leads to; undefined where the machine ignores it. No state leads to itself. */
export function phaseAfter(phase: Phase, type: CycleEvent['type']): Phase | undefined {
  const [next] = transition(cycleMachine, cycleMachine.resolveState({ value: phase }), { type });
  return next.value === phase ? undefined : next.value;
}

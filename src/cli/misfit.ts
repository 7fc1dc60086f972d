/** Which input of a run no longer fits, and why. The terminal belongs to whoever holds the whole truth, so it may say. */
import type { Input, LiveRun, Plan } from '../core/engine/index.ts';
import type { DecideTask } from '../core/model/task.ts';
import { zulu } from '../words/formats.ts';
import { say } from '../words/index.ts';
import { NO, Stop } from './stop.ts';

function whyNot(plan: Plan, run: LiveRun, input: Input): string {
  const { scenario } = plan.definition;
  const moment = (at: number) => zulu(scenario.startsAt, at);
  const now = moment(run.now);
  if (input.type === 'advance') return say('cli.whyNot.back', { now, at: moment(input.to) });
  if (input.at !== run.now) return say('cli.whyNot.time', { now, at: moment(input.at) });
  const { decision, option, seat } = input;
  const task = scenario.incidents
    .flatMap(({ response }) => response)
    .find((one): one is DecideTask => one.task === 'decide' && one.id === decision);
  if (task === undefined) return say('cli.whyNot.decision', { decision });
  const options = task.options.map(({ id }) => id);
  if (!options.includes(option)) return say('cli.whyNot.option', { decision, option, options: options.join(', ') });
  if (task.seat !== seat || !run.choice.held.includes(seat)) return say('cli.whyNot.seat', { seat });
  return say('cli.whyNot.open', { at: now });
}

/** `refused`: the input's place, from 0. */
export function misfit(plan: Plan, run: LiveRun, inputs: readonly Input[], refused: number): Stop {
  const input = inputs[refused] as Input;
  const moment = (at: number) => zulu(plan.definition.scenario.startsAt, at);
  const what =
    input.type === 'advance'
      ? say('cli.advance', { at: moment(input.to) })
      : say('cli.decide', { seat: input.seat, decision: input.decision, option: input.option, at: moment(input.at) });
  const args = { place: refused + 1, count: inputs.length, input: what, why: whyNot(plan, run, input) };
  return new Stop(NO, say('cli.wrong.input', args));
}

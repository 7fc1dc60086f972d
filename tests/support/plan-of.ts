/** A definition is compiled once, however often it is played. */
import type { Plan } from '../../src/core/engine/index.ts';
import { compile } from '../../src/core/engine/index.ts';
import type { Definition } from '../../src/core/model/scenario.ts';

const plans = new WeakMap<Definition, Plan>();

export function planOf(definition: Definition): Plan {
  const plan = plans.get(definition) ?? compile(definition);
  plans.set(definition, plan);
  return plan;
}

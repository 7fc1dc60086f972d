/** The task graph at work: a task ends, its outcome satisfies clauses, gates open, and what may begin is put down as ready. */
import type { Arena } from './arena.ts';
import { ENDED, IDLE, OVERTAKEN, READY } from './arena.ts';
import { becomeAware } from './awareness.ts';
import { cutAlternatives } from './blocked.ts';
import { countDeed, moveOnLadder } from './deeds.ts';
import { K } from './fact-rows.ts';
import type { TaskPlan } from './plan.ts';
import { INJECT, OF_AWARENESS, OF_LADDER, OF_OPTION, OF_PROMISE, OF_TASK, PACK } from './plan.ts';
import { keepPromise } from './promises.ts';
import { closeDone, fireResponse } from './responses.ts';

/** Puts a task down as ready to begin, enabled by `step` (-1: by nothing that took time). */
export function makeReady(a: Arena, task: number, step: number): void {
  if (a.taskState[task] !== IDLE) return;
  a.taskState[task] = READY;
  a.ready[a.readyUntil] = task;
  a.readyAfter[a.readyUntil] = step;
  a.readyUntil++;
}

/** One clause fewer stands between a gate and its opening. */
export function loosen(a: Arena, gate: number, step: number): void {
  const left = (a.gateLeft[gate] as number) - 1;
  a.gateLeft[gate] = left;
  if (left !== 0) return;
  a.gateAt[gate] = a.now;
  a.gateStep[gate] = step;
  const owner = a.plan.gateOf[gate] as number;
  switch (a.plan.gateKind[gate]) {
    case OF_TASK:
      makeReady(a, owner, step);
      return;
    case OF_OPTION:
      optionOpened(a, Math.floor(owner / PACK), owner % PACK);
      return;
    case OF_AWARENESS:
      becomeAware(a, Math.floor(owner / PACK), owner % PACK);
      return;
    case OF_PROMISE:
      keepPromise(a, owner);
      return;
    case OF_LADDER:
      moveOnLadder(a, owner);
      return;
    default:
  }
}

/** Its deadline runs from the offer until somebody has chosen. */
function optionOpened(a: Arena, task: number, option: number): void {
  if (!a.agenda.isSet(a.slots.deadline + task)) return;
  a.tell(K.OptionOpened, task, option);
  a.recheck = true;
}

/** A literal has come true: each clause that watches for it counts it, and opens its gate when it was the last. */
function satisfy(a: Arena, literal: number, step: number, byClock: boolean): void {
  const { watchFrom, watching, clauseGate, clauseLiterals } = a.plan;
  const until = watchFrom[literal + 1] as number;
  for (let i = watchFrom[literal] as number; i < until; i++) {
    const clause = watching[i] as number;
    const left = (a.clauseLeft[clause] as number) - 1;
    a.clauseLeft[clause] = left;
    if (left !== 0) continue;
    const gate = clauseGate[clause] as number;
    const forced = byClock && a.gateLeft[gate] === 1 && (a.plan.gateKind[gate] as number) <= OF_OPTION;
    loosen(a, gate, forced ? cutAlternatives(a, clauseLiterals[clause] as readonly number[]) : step);
  }
}

/** Puts a product into an organisation's hands. `form` as in `forms`. */
export function hold(a: Arena, product: number, organisation: number, form: number, task: number): void {
  const at = product * a.plan.organisations.names.length + organisation;
  if (a.holds[at] === 0 || (a.holds[at] as number) > form + 1) a.holds[at] = form + 1;
  if (a.plan.heededProducts[product] === 1) a.recheck = true;
  a.tell(K.ProductHeld, product, organisation, form, task);
}

/** A task has ended by itself. `outcome` is its place in the task's list, `step` the step that it ended with. */
export function endTask(a: Arena, task: number, outcome: number, step: number): void {
  const plan = a.plan.tasks[task] as TaskPlan;
  markEnded(a, task, outcome, step);
  if (a.plan.heededLiterals[plan.literal + outcome] === 1) a.recheck = true;
  a.tell(K.TaskEnded, task, outcome, plan.sense === null ? -1 : (a.sensor[task] as number));
  const gives = plan.finds === null ? -1 : (plan.finds.gives[outcome] as number);
  if (plan.gives !== -1) hold(a, plan.gives, giverOf(a, task, plan), 0, task);
  if (gives !== -1) hold(a, gives, plan.organisation, 0, task);
  if (plan.incident !== -1 && outcome < plan.goods) {
    if (plan.sense !== null) a.seen[plan.incident] = 1;
    if (plan.deedOf !== -1) countDeed(a, plan);
    if (plan.milestone !== -1) fireResponse(a, plan.incident, plan.milestone);
    if (a.plan.incidents[plan.incident]?.goal === task) closeDone(a, plan.incident, step);
  }
  satisfy(a, plan.literal + outcome, step, plan.kind === INJECT && step === -1);
}

const giverOf = (a: Arena, task: number, plan: TaskPlan): number =>
  plan.sense === null ? plan.organisation : (a.plan.operatorOf[a.sensor[task] as number] as number);

/** Events have overtaken a task; nothing follows from it. */
export function overtakeTask(a: Arena, task: number): void {
  markEnded(a, task, OVERTAKEN, -1);
  a.tell(K.TaskEnded, task, OVERTAKEN, -1);
}

function markEnded(a: Arena, task: number, outcome: number, step: number): void {
  a.taskState[task] = ENDED;
  a.taskEnded[task] = a.now;
  a.taskOutcome[task] = outcome;
  a.endStep[task] = step;
}

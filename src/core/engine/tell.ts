/** Rows become facts: numbers back to the names of the plan, for the world, records and the reader. */
import type { Fact, Form, PartnershipState, ResponseState } from '../model/facts.ts';
import { causes, forms, frictionMachines, statuses, takers } from '../model/facts.ts';
import { chargesOf, trustSecondsOf } from '../model/ledger.ts';
import { measuresByName } from '../model/measures.ts';
import type { TrustMove } from '../model/trust-moves.ts';
import { trustMoves } from '../model/trust-moves.ts';
import type { Arena } from './arena.ts';
import type { Kind } from './fact-rows.ts';
import { kinds, ROW } from './fact-rows.ts';
import type { PromisePlan, TaskPlan } from './plan.ts';
import { measureRow } from './score.ts';

type Cells = readonly [number, number, number, number, number, number];
type Teller = (a: Arena, at: number, cells: Cells) => Fact;

const taskId = (a: Arena, task: number): string => (a.plan.tasks[task] as TaskPlan).id;
const incidentId = (a: Arena, incident: number): string => a.plan.incidents[incident]?.id ?? '';
const nationId = (a: Arena, nation: number): string => a.plan.nations.names[nation] as string;

/** Whom a process deals with, where its task runs one for each of several. */
function partyName(a: Arena, process: number): string | null {
  const party = process === -1 ? -1 : (a.plan.partyOf[process] as number);
  return party === -1 ? null : (a.plan.organisations.names[party] as string);
}
const deskOf = (a: Arena, desk: number): string => a.plan.deskNames[desk] as string;
const optionOf = (a: Arena, task: number, option: number): string =>
  (a.plan.tasks[task] as TaskPlan).outcomes[option] as string;

/** `release.review`, or the kind of the task when the work is its own. */
function workName(a: Arena, task: number, process: number, work: number): string {
  const plan = a.plan.tasks[task] as TaskPlan;
  if (process === -1) return 'task' in plan.source ? plan.source.task : 'inject';
  const table = a.plan.tables[a.plan.machineOf[process] as number] as (typeof a.plan.tables)[number];
  return `${table.machine}.${table.works[work]}`;
}

const tellers: Readonly<Record<Kind, Teller>> = {
  InjectDelivered: (a, at, [task]) => ({ at, type: 'InjectDelivered', inject: taskId(a, task) }),
  IncidentBegan: (a, at, [incident]) => ({ at, type: 'IncidentBegan', incident: incidentId(a, incident) }),
  TaskBegan: (a, at, [task]) => ({ at, type: 'TaskBegan', task: taskId(a, task) }),
  TaskEnded: (a, at, [task, outcome, sensor]) => ({
    at,
    type: 'TaskEnded',
    task: taskId(a, task),
    outcome: outcome === -1 ? 'overtaken' : optionOf(a, task, outcome),
    sensor: sensor === -1 ? null : (a.plan.sensors.names[sensor] as string),
  }),
  ProductHeld: (a, at, [product, organisation, form, task]) => ({
    at,
    type: 'ProductHeld',
    product: a.plan.products.names[product] as string,
    organisation: a.plan.organisations.names[organisation] as string,
    form: forms[form] as Form,
    task: taskId(a, task),
  }),
  FrictionMoved: (a, at, [process, event, pair]) => {
    const table = a.plan.tables[a.plan.machineOf[process] as number] as (typeof a.plan.tables)[number];
    return {
      at,
      type: 'FrictionMoved',
      task: taskId(a, a.plan.taskOf[process] as number),
      machine: frictionMachines[a.plan.machineOf[process] as number] as (typeof frictionMachines)[number],
      party: partyName(a, process),
      event: event === -1 ? null : (table.events[event] as string),
      to: table.pairs[pair]?.state as string,
    };
  },
  WorkQueued: (a, at, [task, process, work, desk, ahead, opensAt]) => ({
    at,
    type: 'WorkQueued',
    task: taskId(a, task),
    work: workName(a, task, process, work),
    party: partyName(a, process),
    desk: deskOf(a, desk),
    ahead,
    opensAt: opensAt === -1 ? null : opensAt,
  }),
  WorkBegan: (a, at, [task, process, work, desk, onCall]) => ({
    at,
    type: 'WorkBegan',
    task: taskId(a, task),
    work: workName(a, task, process, work),
    party: partyName(a, process),
    desk: deskOf(a, desk),
    onCall: onCall === 1,
  }),
  StepEnded: (a, at, [step]) => tellStep(a, at, step),
  DecisionOffered: (a, at, [task, deadline, open]) => ({
    at,
    type: 'DecisionOffered',
    decision: taskId(a, task),
    deadline,
    open: (a.plan.tasks[task] as TaskPlan).outcomes.filter((_, option) => (open & (1 << option)) !== 0),
  }),
  OptionOpened: (a, at, [task, option]) => ({
    at,
    type: 'OptionOpened',
    decision: taskId(a, task),
    option: optionOf(a, task, option),
  }),
  DecisionTaken: (a, at, [task, option, taker, inForceAt]) => ({
    at,
    type: 'DecisionTaken',
    decision: taskId(a, task),
    option: optionOf(a, task, option),
    by: takers[taker] as (typeof takers)[number],
    inForceAt,
    reason: a.reasons[task] as string,
  }),
  DecisionWithdrawn: (a, at, [task]) => ({ at, type: 'DecisionWithdrawn', decision: taskId(a, task) }),
  ResponseMoved: (a, at, [incident, pair]) => ({
    at,
    type: 'ResponseMoved',
    incident: incidentId(a, incident),
    to: a.plan.response.pairs[pair]?.state as ResponseState,
  }),
  WindowClosed: (a, at, [incident, met]) => ({
    at,
    type: 'WindowClosed',
    incident: incidentId(a, incident),
    met: met === 1,
  }),
  ResponseEnded: (a, at, [incident, status, met, elapsedSeconds, step, firstObservable]) => ({
    at,
    type: 'ResponseEnded',
    incident: incidentId(a, incident),
    status: statuses[status] as (typeof statuses)[number],
    windowMet: met === 1,
    elapsedSeconds,
    firstObservable,
    closesAt: a.closes[incident] as number,
    step,
    charges: chargesOf(a.sheets[incident] as Int32Array),
    trustSeconds: trustSecondsOf(a.sheets[incident] as Int32Array),
  }),
  BranchTaken: (a, at, [incident, branch, closesAt]) => ({
    at,
    type: 'BranchTaken',
    incident: incidentId(a, incident),
    branch: a.plan.incidents[incident]?.branches[branch]?.id as string,
    closesAt,
  }),
  PromiseMade: (a, at, [promise, due]) => {
    const { id, task, from, to } = a.plan.promises[promise] as PromisePlan;
    return {
      at,
      type: 'PromiseMade',
      promise: id,
      decision: taskId(a, task),
      from: nationId(a, from),
      to: nationId(a, to),
      due,
    };
  },
  PromiseSettled: (a, at, [promise, how]) => ({
    at,
    type: 'PromiseSettled',
    promise: a.plan.promises[promise]?.id as string,
    how: (['kept', 'broken', 'dropped'] as const)[how] as 'kept' | 'broken' | 'dropped',
  }),
  TrustMoved: (a, at, [of, by, move, trust]) => ({
    at,
    type: 'TrustMoved',
    of: nationId(a, of),
    in: nationId(a, by),
    because: trustMoves[move] as TrustMove,
    trust,
  }),
  PartnershipMoved: (a, at, [of, by, pair]) => ({
    at,
    type: 'PartnershipMoved',
    of: nationId(a, of),
    in: nationId(a, by),
    to: a.plan.partnership.pairs[pair]?.state as PartnershipState,
  }),
  SourceExposed: (a, at, [task]) => ({ at, type: 'SourceExposed', task: taskId(a, task) }),
  ThirdPartyBreached: (a, at, [task]) => ({ at, type: 'ThirdPartyBreached', task: taskId(a, task) }),
  EscalationMoved: (a, at, [rung, move]) => ({
    at,
    type: 'EscalationMoved',
    rung: a.plan.ladder.rungs[rung] as string,
    because: a.plan.definition.scenario.ladder?.moves[move]?.when as string,
  }),
  RunEnded: (a, at) => ({ at, type: 'RunEnded', measures: measuresByName(a.plan.measures, measureRow(a)) }),
};

function tellStep(a: Arena, at: number, step: number): Fact {
  const { steps } = a;
  const task = steps.task[step] as number;
  const desk = steps.desk[step] as number;
  return {
    at,
    type: 'StepEnded',
    step,
    after: steps.after[step] as number,
    task: taskId(a, task),
    work: workName(a, task, steps.process[step] as number, steps.work[step] as number),
    party: partyName(a, steps.process[step] as number),
    desk: desk === -1 ? null : deskOf(a, desk),
    cause: causes[steps.cause[step] as number] as (typeof causes)[number],
    since: steps.since[step] as number,
    working: steps.working[step] as number,
    waiting: steps.waiting[step] as number,
    closed: steps.closed[step] as number,
    stretch: steps.stretch[step] as number,
  };
}

/** The facts since this was last called. */
export function tellFacts(a: Arena): Fact[] {
  if (a.log === null) throw new Error('Impossible: this run keeps no facts');
  const { cells, count } = a.log;
  const facts: Fact[] = [];
  for (let i = 0; i < count * ROW; i += ROW) {
    const kind = kinds[cells[i] as number] as Kind;
    facts.push(tellers[kind](a, cells[i + 1] as number, [...cells.subarray(i + 2, i + ROW)] as unknown as Cells));
  }
  a.log.count = 0;
  return facts;
}

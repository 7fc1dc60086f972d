/** Branches: which way an incident goes. Chance picks the first; a choice may turn it, and then sights and windows are those of the new one. */
import { pick } from '../kernel/spread.ts';
import { NEVER } from '../kernel/units.ts';
import type { Arena } from './arena.ts';
import { ACTIVE } from './arena.ts';
import { K } from './fact-rows.ts';
import type { BranchPlan, IncidentPlan } from './plan.ts';
import { aimSensors } from './sensing.ts';

function branchPlan(a: Arena, incident: number): BranchPlan {
  const { branches } = a.plan.incidents[incident] as IncidentPlan;
  return branches[a.branch[incident] as number] as BranchPlan;
}

function noteTurn(a: Arena, incident: number, branch: number): void {
  a.branch[incident] = branch;
  a.turnOf[a.turnCount] = incident;
  a.turnAt[a.turnCount] = a.now;
  a.turnTo[a.turnCount] = branch;
  a.turnCount++;
}

/** Until when the incident stayed on the branch of this turn: its next turn, or for ever. */
export function turnEnds(a: Arena, turn: number): number {
  for (let later = turn + 1; later < a.turnCount; later++)
    if (a.turnOf[later] === a.turnOf[turn]) return a.turnAt[later] as number;
  return NEVER;
}

function tellBranch(a: Arena, incident: number): void {
  const { source } = a.plan.incidents[incident] as IncidentPlan;
  if (source.branches !== undefined)
    a.tell(K.BranchTaken, incident, a.branch[incident] as number, a.closes[incident] as number);
}

/** The incident begins on the branch that the die says; its window and its horizon are set. */
export function beginBranch(a: Arena, incident: number): void {
  const plan = a.plan.incidents[incident] as IncidentPlan;
  a.dice.roll(plan.branchHi, plan.branchLo, 0);
  noteTurn(a, incident, pick(plan.branchBounds, a.dice.second));
  const { closes, firstObservable } = branchPlan(a, incident);
  a.closes[incident] = closes;
  a.firstObservable[incident] = firstObservable;
  a.overtakenAt[incident] = firstObservable + plan.horizon;
  a.agenda.set(a.slots.window + incident, closes);
  a.agenda.set(a.slots.horizon + incident, a.overtakenAt[incident] as number);
  tellBranch(a, incident);
}

/** A choice in force has turned it. A window that has closed, or been met, stays as it is; one that would have closed by now closes now. */
export function turnBranch(a: Arena, incident: number, branch: number): void {
  if (a.branch[incident] === branch || a.past[incident] === 1) return;
  const { tasks } = a.plan.incidents[incident] as IncidentPlan;
  noteTurn(a, incident, branch);
  if (a.over[incident] === 0 && a.agenda.isSet(a.slots.window + incident)) {
    const closes = Math.max(a.now, branchPlan(a, incident).closes);
    a.closes[incident] = closes;
    a.agenda.set(a.slots.window + incident, closes);
  }
  tellBranch(a, incident);
  for (const task of tasks) if (a.taskState[task] === ACTIVE && a.plan.tasks[task]?.sense) aimSensors(a, task);
}

/** A part of a run to tell: of some incidents, what one seat has a part in, a stretch of time. */
import { unreachable } from '../core/kernel/ids.ts';
import type { Fact } from '../core/model/facts.ts';
import type { Setting } from '../core/model/setting.ts';
import { known } from '../core/model/setting.ts';
import type { Task } from '../core/model/task.ts';
import { zulu } from '../words/formats.ts';
import { say } from '../words/index.ts';
import { seatName } from './tale.ts';

export interface Part {
  /** Empty: all. */
  readonly incidents: readonly string[];
  readonly seat: string | null;
  /** Seconds since StartEx, both included. */
  readonly from: number;
  readonly until: number;
}

/** Which incident a fact belongs to; null where to none, or to all. */
function incidentOf({ tasks, injects, incidents }: Setting, fact: Fact): string | null {
  if ('incident' in fact) return fact.incident;
  if (fact.type === 'InjectDelivered') return known(injects, fact.inject).incident ?? null;
  if ('task' in fact) return tasks.get(fact.task)?.incident.id ?? injects.get(fact.task)?.incident ?? null;
  if ('decision' in fact) return known(tasks, fact.decision).incident.id;
  if (fact.type !== 'PromiseSettled') return null;
  const holds = ({ response }: { readonly response: readonly Task[] }) =>
    response.some(
      (task) =>
        task.task === 'decide' &&
        task.options.some(({ promises = [] }) => promises.some(({ id }) => id === fact.promise)),
    );
  return [...incidents.values()].find(holds)?.id ?? null;
}

/** Organisations that a task is for: whoever does it, and whoever it goes to. */
function organisationsOf({ operatorOf }: Setting, task: Task): readonly (string | undefined)[] {
  switch (task.task) {
    case 'share':
      return [task.from, task.to];
    case 'align':
      return [task.at, ...task.with];
    case 'sense':
      return task.sensors.map((sensor) => operatorOf.get(sensor));
    case 'decide':
      return [];
    case 'consent':
    case 'assess':
    case 'coordinate':
    case 'act':
    case 'announce':
      return [task.at];
    default:
      return unreachable(task);
  }
}

const nationsIn = (setting: Setting, fact: Fact): readonly string[] => {
  if (fact.type === 'PartnershipMoved') return [fact.of, fact.in];
  if (fact.type !== 'PromiseMade' && fact.type !== 'PromiseSettled') return [];
  const { from, to } = known(setting.promises, fact.promise);
  return [from, to];
};

/** Whether a seat is told, asked, at work or waited for; what becomes of an incident is everybody's. */
function hasPart(setting: Setting, seat: string, fact: Fact): boolean {
  if (fact.type === 'InjectDelivered') return known(setting.injects, fact.inject).to.includes(seat);
  const { organisations, nation } = known(setting.seats, seat);
  const nations = nationsIn(setting, fact);
  if (nations.length > 0) return nations.includes(nation);
  const id = 'task' in fact ? fact.task : 'decision' in fact ? fact.decision : null;
  if (id === null) return true;
  const task = setting.tasks.get(id)?.task;
  if (task?.task === 'decide') return task.seat === seat;
  const desk = 'desk' in fact && fact.desk !== null ? fact.desk.split('/')[0] : undefined;
  const all = [...(task === undefined ? [] : organisationsOf(setting, task)), desk];
  return all.some((one) => one !== undefined && organisations.includes(one));
}

export function isInPart(setting: Setting, { incidents, seat, from, until }: Part, fact: Fact): boolean {
  if (fact.at < from || fact.at > until) return false;
  const incident = incidents.length === 0 ? null : incidentOf(setting, fact);
  if (incidents.length > 0 && (incident === null || !incidents.includes(incident))) return false;
  return seat === null || hasPart(setting, seat, fact);
}

/** What a telling leaves out, in a line or two; nothing where it is whole. */
export function partHeading(setting: Setting, { incidents, seat, from }: Part): string[] {
  const { startsAt } = setting.definition.scenario;
  const titles = incidents.map((id) => known(setting.incidents, id).title).join('; ');
  return [
    ...(incidents.length === 0 ? [] : [say('story.heading.incidents', { incidents: titles })]),
    ...(seat === null ? [] : [say('story.heading.partOf', { seat: seatName(setting, seat) })]),
    ...(from === 0 ? [] : [say('story.heading.from', { at: zulu(startsAt, from) })]),
  ];
}

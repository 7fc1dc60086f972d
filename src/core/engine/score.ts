/** What a run has scored, read off its arena once it has ended: one column for each measure. Nothing is allocated while they are read. */
import { NEVER } from '../kernel/units.ts';
import { causes, statuses } from '../model/facts.ts';
import type { Arena } from './arena.ts';
import { turnEnds } from './branches.ts';
import { custodyOf } from './custody.ts';
import type { IncidentPlan, LoadPlan, Plan } from './plan.ts';
import { isWindowMet } from './responses.ts';

/** One measure of a run that has ended. */
interface Column {
  readonly name: string;
  readonly read: (a: Arena) => number;
}

type Measured = Pick<Plan, 'coalition' | 'nations' | 'incidents' | 'loads'>;

const DONE = statuses.indexOf('done');
const PER_MILLE = 1000;

const shareOf = (part: number, whole: number, otherwise: number): number =>
  whole === 0 ? otherwise : Math.floor((part * PER_MILLE) / whole);

function sum(a: Arena, of: (incident: number) => number): number {
  let total = 0;
  for (let incident = 0; incident < a.plan.incidents.length; incident++) total += of(incident);
  return total;
}

const totals: Readonly<Record<string, (a: Arena) => number>> = {
  'windows-met': (a) => sum(a, (incident) => (isWindowMet(a, incident) ? 1 : 0)),
  misroutes: (a) => a.tally.misroutes,
  'manual-touches': (a) => a.tally.manualTouches,
  defaults: (a) => a.tally.defaults,
  'handovers-begun': (a) => a.tally.handoversBegun,
  'handovers-denied': (a) => a.tally.handoversDenied,
  'on-time-share': (a) => shareOf(a.tally.crossingsOnTime, a.tally.crossingsBegun, PER_MILLE),
  'desk-seconds': deskSeconds,
  'promises-made': (a) => a.tally.promisesMade,
  'promises-kept': (a) => a.tally.promisesKept,
  'say-do-index': (a) => shareOf(a.tally.promisesKept, a.tally.promisesKept + a.tally.promisesUnkept, PER_MILLE),
  'sources-exposed': (a) => a.tally.sourcesExposed,
  'third-party-breaches': (a) => a.tally.breaches,
  'attributions-right': (a) => a.tally.attributionsRight,
  'attributions-wrong': (a) => a.tally.attributionsWrong,
  'needless-acts': (a) => a.tally.needlessActs,
  escalation: (a) => a.highestRung,
  'service-hours-lost': (a) => sum(a, (incident) => serviceLost(a, incident)),
};

/** Seconds from first observable until a moment, or as long as the response was under way. */
function restrictedTo(a: Arena, incident: number, moment: number): number {
  const from = a.firstObservable[incident] as number;
  const most = Math.min(a.overtakenAt[incident] as number, a.plan.lasts) - from;
  return Math.max(0, Math.min(moment - from, most));
}

/** When a gate opened. */
const opened = (a: Arena, gate: number): number => (a.gateAt[gate] === -1 ? NEVER : (a.gateAt[gate] as number));

const actedAt = (a: Arena, incident: number, nation: number): number =>
  a.actedAt[incident * a.plan.nations.names.length + nation] as number;

/** Nations that have done something about it. */
function depth(a: Arena, incident: number): number {
  let nations = 0;
  for (let nation = 0; nation < a.plan.nations.names.length; nation++)
    if (actedAt(a, incident, nation) !== NEVER) nations++;
  return nations;
}

function deskSeconds(a: Arena): number {
  let seconds = 0;
  for (const desk of a.deskTook) seconds += desk;
  return seconds;
}

/** Parts of a thousand of the time that an organisation's people are there which exercise work took of them; those called in come on top. */
function loadOf(a: Arena, { desks, seconds }: LoadPlan): number {
  let taken = 0;
  for (const desk of desks) taken += a.deskTook[desk] as number;
  return shareOf(taken, seconds, 0);
}

/** Service-hours that an incident has cost on the branches it went, until somebody ended it, or it was past. */
function serviceLost(a: Arena, incident: number): number {
  const { consequences } = a.plan.incidents[incident] as IncidentPlan;
  const last = Math.min(a.overtakenAt[incident] as number, a.plan.lasts);
  let lost = 0;
  for (const { from, gate, perHour, branches } of consequences) {
    const ended = a.gateAt[gate] === -1 ? last : Math.min(last, a.gateAt[gate] as number);
    lost += Math.floor((secondsOn(a, incident, branches, { from, until: ended }) * perHour) / 3600);
  }
  return lost;
}

/** Seconds of a span that the incident spent on any of these branches (1 for each that counts). */
function secondsOn(
  a: Arena,
  incident: number,
  branches: Uint8Array,
  span: { readonly from: number; readonly until: number },
): number {
  let seconds = 0;
  for (let turn = 0; turn < a.turnCount; turn++) {
    if (a.turnOf[turn] !== incident || branches[a.turnTo[turn] as number] === 0) continue;
    const from = Math.max(span.from, a.turnAt[turn] as number);
    seconds += Math.max(0, Math.min(span.until, turnEnds(a, turn)) - from);
  }
  return seconds;
}

function charged(a: Arena, cause: number): number {
  let seconds = 0;
  for (const sheet of a.sheets)
    seconds += (sheet[cause * 3] as number) + (sheet[cause * 3 + 1] as number) + (sheet[cause * 3 + 2] as number);
  return seconds;
}

function trustCharged(a: Arena): number {
  let seconds = 0;
  for (const sheet of a.sheets) seconds += sheet[causes.length * 3] as number;
  return seconds;
}

function decisiveShare(a: Arena, nation: number): number {
  let all = 0;
  for (const count of a.decisive) all += count;
  return shareOf(a.decisive[nation] as number, all, 0);
}

function nationColumns({ nations, coalition }: Measured): Column[] {
  const allies = coalition.nations.filter(({ adversary }) => adversary !== true).map(({ id }) => id);
  const lead = nations.index.get(coalition.lead) as number;
  const { length } = nations.names;
  return nations.names.flatMap((id, nation): Column[] => {
    if (!allies.includes(id)) return [];
    const decisive = { name: `decisive.${id}`, read: (a: Arena) => decisiveShare(a, nation) };
    if (nation === lead || coalition.trust === undefined) return [decisive];
    return [decisive, { name: `trust.${id}`, read: (a: Arena) => a.trust[nation * length + lead] as number }];
  });
}

function incidentColumns(plan: IncidentPlan, i: number, { nations }: Measured): Column[] {
  const column = (name: string, read: (a: Arena) => number): Column => ({ name: `${name}.${plan.id}`, read });
  const gated = (name: string, gate: number): Column => ({ name, read: (a) => restrictedTo(a, i, opened(a, gate)) });
  return [
    column('restricted', (a) => a.restricted[i] as number),
    column('done', (a) => (a.status[i] === DONE ? 1 : 0)),
    column('window', (a) => (isWindowMet(a, i) ? 1 : 0)),
    column('depth', (a) => depth(a, i)),
    column('custody-alone', (a) => custodyOf(a, i, false)),
    column('custody', (a) => custodyOf(a, i, true)),
    ...(plan.consequences.length > 0 ? [column('service-hours-lost', (a) => serviceLost(a, i))] : []),
    ...(plan.attribution === -1 ? [] : [gated(`attributed.${plan.id}`, plan.attribution)]),
    ...plan.aware.map(({ nation, gate }) => gated(`aware.${plan.id}.${nation}`, gate)),
    ...plan.decided.map(({ nation, gate }) => gated(`decided.${plan.id}.${nation}`, gate)),
    ...plan.actors.map((nation) => ({
      name: `acted.${plan.id}.${nations.names[nation]}`,
      read: (a: Arena) => restrictedTo(a, i, actedAt(a, i, nation)),
    })),
  ];
}

/** All measures of a plan, in the order of the columns. */
function columnsOf(plan: Measured): Column[] {
  return [
    ...Object.entries(totals).map(([name, read]) => ({ name, read })),
    ...causes.map((cause, c) => ({ name: `charged.${cause}`, read: (a: Arena) => charged(a, c) })),
    { name: 'charged.trust', read: trustCharged },
    ...nationColumns(plan),
    ...plan.loads.map((load) => ({ name: `load.${load.organisation}`, read: (a: Arena) => loadOf(a, load) })),
    ...plan.incidents.flatMap((incident, i) => incidentColumns(incident, i, plan)),
  ];
}

export const measureNames = (plan: Measured): string[] => columnsOf(plan).map(({ name }) => name);

const known = new WeakMap<Plan, readonly Column[]>();

/** The measures of a run that has ended, one cell for each of `plan.measures`. */
export function measureRow(a: Arena, row = new Float64Array(a.plan.measures.length)): Float64Array {
  let columns = known.get(a.plan);
  if (columns === undefined) {
    columns = columnsOf(a.plan);
    known.set(a.plan, columns);
  }
  for (let i = 0; i < columns.length; i++) row[i] = columns[i]?.read(a) as number;
  return row;
}

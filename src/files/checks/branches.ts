/** Branches: that they and the odds that hang on them are whole, and that what names one names one of its incident. */
import { formatDuration, PER_MILLE } from '../../core/kernel/units.ts';
import type { Incident } from '../../core/model/incident.ts';
import type { DecideTask, WorkTask } from '../../core/model/task.ts';
import type { Finding, Path } from '../problems.ts';
import { closesLate, untilObservable } from './horizon.ts';
import type { Roster, Setting } from './setting.ts';
import { distinct, resolve, resolveAll, rosterOf } from './setting.ts';

type Branch = NonNullable<Incident['branches']>[number];

function notWhole(at: Path, sum: number, what: string): Finding {
  const gap = Math.abs(PER_MILLE - sum);
  return {
    at,
    found: `${what} that add up to ${sum} per mille`,
    expected: `${PER_MILLE} together: one draw decides between them`,
    mend: sum < PER_MILLE ? `give one of them ${gap} more` : `take ${gap} from one of them`,
  };
}

function* oneBranch(setting: Setting, incident: Incident, branch: Branch, at: Path): Generator<Finding> {
  const sensed = incident.response.flatMap((task) => (task.task === 'sense' ? [{ id: task.object }] : []));
  const objects = rosterOf('object', [...setting.scenario.satellites, ...sensed], 'the satellites of the scenario');
  for (const object of Object.keys(branch.trajectories ?? {})) {
    for (const finding of resolve([...at, 'trajectories', object], object, objects)) yield { ...finding, atKey: true };
  }
  const latest = incident.horizon + untilObservable(setting, incident);
  if (branch.closes !== undefined && branch.closes > latest) yield closesLate([...at, 'closes'], branch.closes, latest);
}

function* findsFindings(task: WorkTask, at: Path, branches: readonly Branch[]): Generator<Finding> {
  if (task.finds === undefined) return;
  const { ends } = task.finds;
  const known = branchRoster(branches);
  yield* distinct([...at, 'finds', 'ends'], ends, ({ outcome }) => outcome);
  for (const [i, { inBranch }] of ends.entries()) {
    for (const branch of Object.keys(inBranch ?? {})) {
      const place: Path = [...at, 'finds', 'ends', i, 'inBranch', branch];
      for (const finding of resolve(place, branch, known)) yield { ...finding, atKey: true };
    }
  }
  for (const branch of branches.length === 0 ? [''] : branches.map(({ id }) => id)) {
    const sum = ends.reduce((total, { perMille, inBranch }) => total + (inBranch?.[branch] ?? perMille), 0);
    const where = branch === '' ? 'odds of ends' : `odds of ends on the branch "${branch}"`;
    if (sum !== PER_MILLE) yield notWhole([...at, 'finds', 'ends'], sum, where);
  }
}

function* presumesFindings(task: WorkTask, at: Path, branches: readonly Branch[]): Generator<Finding> {
  if (task.presumes === undefined) return;
  const place = [...at, 'presumes'];
  if (task.task !== 'act' && task.task !== 'announce') {
    yield {
      at: place,
      found: `"presumes" of the kind of task "${task.task}"`,
      expected: '"presumes" of acts and announcements',
      mend: 'take it out',
    };
  } else if (branches.length === 0) {
    yield {
      at: place,
      found: '"presumes" in an incident without branches, in which nothing can show it right or wrong',
      expected: 'branches that are hostile or harmless',
      mend: 'add "branches" to the incident, or take it out',
    };
  }
}

function branchRoster(branches: readonly Branch[]): Roster {
  return rosterOf('branch of this incident', branches, 'its "branches"');
}

function* optionBranches(task: DecideTask, at: Path, branches: readonly Branch[]): Generator<Finding> {
  for (const [i, { branch }] of task.options.entries())
    yield* resolve([...at, 'options', i, 'branch'], branch, branchRoster(branches));
}

function* incidentBranches(setting: Setting, incident: Incident, at: Path): Generator<Finding> {
  const branches = incident.branches ?? [];
  yield* distinct([...at, 'branches'], branches, ({ id }) => id);
  const sum = branches.reduce((total, { starts }) => total + starts.perMille, 0);
  if (branches.length > 0 && sum !== PER_MILLE) yield notWhole([...at, 'branches'], sum, 'odds of branches');
  for (const [i, branch] of branches.entries()) yield* oneBranch(setting, incident, branch, [...at, 'branches', i]);
  for (const [i, consequence] of (incident.consequences ?? []).entries()) {
    const place: Path = [...at, 'consequences', i];
    yield* resolveAll([...place, 'branches'], consequence.branches ?? [], branchRoster(branches));
    if (consequence.from >= incident.horizon) yield neverGrows([...place, 'from'], consequence.from, incident.horizon);
  }
}

function neverGrows(at: Path, from: number, horizon: number): Finding {
  return {
    at,
    found: `a consequence from ${formatDuration(from)} on, when the incident is past its horizon`,
    expected: `an earlier time than the horizon, ${formatDuration(horizon)}`,
    mend: 'write an earlier time, or a longer "horizon"',
  };
}

export function* branchFindings(setting: Setting): Generator<Finding> {
  for (const [i, incident] of setting.scenario.incidents.entries()) {
    const at: Path = ['scenario', 'incidents', i];
    const branches = incident.branches ?? [];
    yield* incidentBranches(setting, incident, at);
    for (const [t, task] of incident.response.entries()) {
      const place: Path = [...at, 'response', t];
      if (task.task === 'decide') yield* optionBranches(task, place, branches);
      if (!('finds' in task || 'presumes' in task)) continue;
      yield* findsFindings(task, place, branches);
      yield* presumesFindings(task, place, branches);
    }
  }
}

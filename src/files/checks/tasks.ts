/** Tasks other than decisions: that who does them, with what, and on what exists. */
import type { DeskRole } from '../../core/model/coalition.ts';
import { defaultRole } from '../../core/model/reach-back.ts';
import type { SenseTask, ShareTask, WorkTask } from '../../core/model/task.ts';
import type { Finding, Path } from '../problems.ts';
import { deskFindings } from './desks.ts';
import { alignFindings, consentFindings } from './national.ts';
import type { Setting } from './setting.ts';
import { COALITION, givenBy, HERE, placedTasks, resolve, resolveAll, rosterOf } from './setting.ts';
import { viewsOf } from './views.ts';

function* senseFindings(setting: Setting, task: SenseTask, at: Path): Generator<Finding> {
  const { coalition, access, scenario } = setting;
  yield* resolveAll([...at, 'sensors'], task.sensors, rosterOf('sensor', coalition.sensors, COALITION));
  const begins = scenario.incidents[Number(at[2])]?.begins ?? 0;
  const views = viewsOf(access, task);
  if (views.length === 0) {
    yield {
      at: [...at, 'object'],
      found: `"${task.object}", which none of its sensors ever has in view`,
      expected: 'an object with at least one access window for one of these sensors',
      mend: 'write an object of access.yaml, add its windows there, or name other sensors',
    };
  } else if (!views.some(({ from, until }) => until - Math.max(from, begins) >= task.dwell.exactly)) {
    yield {
      at: [...at, 'dwell', 'exactly'],
      found: 'a dwell longer than any access window that is left when the incident begins',
      expected: 'a time for which one of the sensors has the object in view without a break',
      mend: 'write a shorter dwell, or let the incident begin earlier',
    };
  }
}

function* workFindings(setting: Setting, task: WorkTask, at: Path): Generator<Finding> {
  yield* resolve([...at, 'at'], task.at, rosterOf('organisation', setting.coalition.organisations, COALITION));
  const role = task.desk ?? defaultRole[task.task];
  if (role !== 'none') yield* deskFindings(setting, [...at, 'at'], task.at, role);
}

/** Desks that a handover may need, by whose they are. */
function* shareDesks(setting: Setting, task: ShareTask, at: Path): Generator<Finding> {
  const { coalition, scenario } = setting;
  const nationOf = (id: string) => coalition.organisations.find((organisation) => organisation.id === id)?.nation;
  const authorityOf = (nation: string | undefined) =>
    coalition.nations.find(({ id }) => id === nation)?.exceptionsAt ?? '';
  const pair = coalition.pairs.find(({ from, to }) => from === nationOf(task.from) && to === nationOf(task.to));
  const door = pair?.doorAt ?? 'to';
  const owner = scenario.products.find(({ id }) => id === task.product)?.owner ?? '';
  const needed: readonly (readonly [string, string, readonly DeskRole[]])[] = [
    ['from', task.from, ['watch', 'disclosure', 'gateway', 'assessment']],
    ['to', task.to, ['gateway']],
    [door, task[door], ['front-door', 'coordination']],
    ['from', authorityOf(nationOf(task.from)), ['disclosure', 'decision']],
    [door, authorityOf(nationOf(task[door])), ['decision']],
    ['product', owner, ['disclosure']],
  ];
  const said = new Set<string>();
  for (const [key, organisation, roles] of needed) {
    for (const role of roles) {
      for (const finding of deskFindings(setting, [...at, key], organisation, role)) {
        if (!said.has(finding.found)) yield finding;
        said.add(finding.found);
      }
    }
  }
}

/** Whether an organisation ever comes to hold a product: its own work or sensor gives it, or a share brings it. */
function getsProduct({ scenario, coalition }: Setting, product: string, organisation: string): boolean {
  const operators = new Map(coalition.sensors.map(({ id, operator }) => [id, operator]));
  return placedTasks(scenario).some(({ task }) => {
    if (task.task === 'share') return task.product === product && task.to === organisation;
    if (!givenBy(task).includes(product)) return false;
    return task.task === 'sense'
      ? task.sensors.some((id) => operators.get(id) === organisation)
      : 'at' in task && task.at === organisation;
  });
}

function* shareFindings(setting: Setting, task: ShareTask, at: Path): Generator<Finding> {
  const { coalition, scenario } = setting;
  const organisations = rosterOf('organisation', coalition.organisations, COALITION);
  const findings = [
    ...resolve([...at, 'product'], task.product, rosterOf('product', scenario.products, HERE)),
    ...resolve([...at, 'from'], task.from, organisations),
    ...resolve([...at, 'to'], task.to, organisations),
  ];
  yield* findings;
  if (findings.length > 0) return;
  const apart = [...pairFindings(setting, task, at)];
  yield* apart.length > 0 ? apart : shareDesks(setting, task, at);
  if (getsProduct(setting, task.product, task.from)) return;
  yield {
    at: [...at, 'product'],
    found: `"${task.product}", which "${task.from}" never comes to hold`,
    expected: `a task that gives it to "${task.from}", or a share that brings it there`,
    mend: `write "gives: ${task.product}" on the task by which "${task.from}" learns of it`,
  };
}

function* pairFindings({ coalition }: Setting, task: ShareTask, at: Path): Generator<Finding> {
  if (task.from === task.to) {
    const found = `a share from "${task.from}" to itself`;
    yield {
      at: [...at, 'to'],
      found,
      expected: 'two organisations',
      mend: 'name another organisation, or take the task out',
    };
    return;
  }
  const nationOf = (id: string) => coalition.organisations.find((organisation) => organisation.id === id)?.nation;
  const [from, to] = [nationOf(task.from), nationOf(task.to)];
  const known = coalition.nations.filter(({ id }) => id === from || id === to);
  if (known.length === 0 || (from !== to && known.length < 2)) return;
  if (coalition.pairs.some((pair) => pair.from === from && pair.to === to)) return;
  yield {
    at: [...at, 'to'],
    found: `a share from ${from} to ${to}, for which there are no numbers`,
    expected: `an entry of "pairs" in the coalition files with ${from === to ? `"within: ${from}"` : `"from: ${from}" and "to: ${to}"`}`,
    mend: 'add that entry, or share by way of another nation',
  };
}

/** Names, desks, pairs and givers of every task that is not a decision; who is told, of every task. */
export function* taskFindings(setting: Setting): Generator<Finding> {
  const { scenario } = setting;
  const seats = rosterOf('seat', scenario.seats, HERE);
  const products = rosterOf('product', scenario.products, HERE);
  for (const { task, at } of placedTasks(scenario)) {
    yield* resolveAll([...at, 'tells'], task.tells, seats);
    if ('gives' in task) yield* resolve([...at, 'gives'], task.gives, products);
    for (const [i, { gives }] of ('finds' in task ? (task.finds?.ends ?? []) : []).entries())
      yield* resolve([...at, 'finds', 'ends', i, 'gives'], gives, products);
    if (task.task === 'sense') yield* senseFindings(setting, task, at);
    else if (task.task === 'share') yield* shareFindings(setting, task, at);
    else if (task.task === 'consent') yield* consentFindings(setting, task, at);
    else if (task.task === 'align') yield* alignFindings(setting, task, at);
    else if (task.task !== 'decide') yield* workFindings(setting, task, at);
  }
}

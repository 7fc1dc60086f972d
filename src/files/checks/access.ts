/** Access windows: of sensors and objects that exist, from before until, in order and apart. */
import { formatDuration } from '../../core/kernel/units.ts';
import type { Access, Scenario } from '../../core/model/scenario.ts';
import type { Finding, Path } from '../problems.ts';
import type { Setting } from './setting.ts';
import { placedTasks, resolve, rosterOf } from './setting.ts';

type Window = Access['windows'][number];

const span = ({ from, until }: Window): string => `${formatDuration(from)} to ${formatDuration(until)}`;

function* orderFindings(at: Path, window: Window, before: Window | undefined): Generator<Finding> {
  if (window.from >= window.until) {
    const found = `a window from ${span(window)}, which is no time at all`;
    yield {
      at: [...at, 'until'],
      found,
      expected: '"until" later than "from"',
      mend: 'exchange the two, or take the window out',
    };
  }
  if (before === undefined || window.from >= before.until) return;
  const way = window.trajectory === undefined ? '' : ` on ${window.trajectory}`;
  const pass = `${window.sensor} and ${window.object}${way}`;
  if (window.until <= before.from) {
    const found = `a window of ${pass} (${span(window)}) after a later one (${span(before)})`;
    yield {
      at: [...at, 'from'],
      found,
      expected: 'the windows of a sensor and an object in order of time',
      mend: 'move it before the other',
    };
    return;
  }
  yield {
    at: [...at, 'from'],
    found: `a window of ${pass} (${span(window)}) that overlaps the one before it (${span(before)})`,
    expected: 'windows of a sensor and an object that do not overlap',
    mend: 'write the two as one window, or mend their times',
  };
}

/** Trajectories that branches name, by object. */
function trajectoriesOf({ incidents }: Scenario): Map<string, Set<string>> {
  const named = incidents
    .flatMap(({ branches = [] }) => branches)
    .flatMap(({ trajectories = {} }) => Object.entries(trajectories));
  const flown = new Map<string, Set<string>>();
  for (const [object, trajectory] of named) flown.set(object, new Set([...(flown.get(object) ?? []), trajectory]));
  return flown;
}

/** All of an access file, against its scenario and the coalition. */
export function* accessFindings({ access, scenario, coalition }: Setting): Generator<Finding> {
  if (access.scenario !== scenario.id) {
    const found = `windows for "${access.scenario}"`;
    yield {
      at: ['access', 'scenario'],
      found,
      expected: `"${scenario.id}", as the scenario calls itself`,
      mend: `write "${scenario.id}"`,
    };
  }
  const sensors = rosterOf('sensor', coalition.sensors, 'the coalition files');
  const sensed = placedTasks(scenario).flatMap(({ task }) => (task.task === 'sense' ? [{ id: task.object }] : []));
  const objects = rosterOf('object', [...scenario.satellites, ...sensed], 'the satellites of the scenario');
  const flown = trajectoriesOf(scenario);
  const before = new Map<string, Window>();
  for (const [i, window] of access.windows.entries()) {
    const at: Path = ['access', 'windows', i];
    yield* resolve([...at, 'sensor'], window.sensor, sensors);
    yield* resolve([...at, 'object'], window.object, objects);
    const ways = flown.get(window.object) ?? new Set();
    const home = 'the "trajectories" of a branch';
    yield* resolve([...at, 'trajectory'], window.trajectory, {
      noun: `trajectory of ${window.object}`,
      ids: ways,
      home,
    });
    const key = `${window.sensor} ${window.object} ${window.trajectory ?? ''}`;
    yield* orderFindings(at, window, before.get(key));
    before.set(key, window);
  }
}

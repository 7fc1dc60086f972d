/** What incidents say of nations: that each is an ally of the coalition, and none of it leans on the other side. */
import type { Incident } from '../../core/model/incident.ts';
import type { ShareTask } from '../../core/model/task.ts';
import type { Finding, Path } from '../problems.ts';
import { resolveAlly } from './allies.ts';
import type { Setting } from './setting.ts';
import { nationAt, placedTasks } from './setting.ts';

const perNation = ['awareness', 'expects', 'decisions'] as const;

/** By nation: what makes it aware, when it expects to be told, what makes its decision. */
function* keyFindings({ coalition }: Setting, incident: Incident, at: Path): Generator<Finding> {
  for (const key of perNation) {
    for (const nation of Object.keys(incident[key] ?? {})) {
      const place: Path = [...at, key, nation];
      for (const finding of resolveAlly(place, nation, coalition)) yield { ...finding, atKey: true };
    }
  }
  for (const nation of Object.keys(incident.expects ?? {})) {
    if (Object.hasOwn(incident.awareness, nation)) continue;
    yield {
      at: [...at, 'expects', nation],
      atKey: true,
      found: `"${nation}", of which "awareness" says nothing`,
      expected: 'nations that "awareness" lists: without it they would always be told late',
      mend: `add "${nation}" to "awareness", or take it out`,
    };
  }
}

/** Products go between allies only. */
function* shareFindings(setting: Setting, task: ShareTask, at: Path): Generator<Finding> {
  for (const side of ['from', 'to'] as const) {
    if (nationAt(setting, task[side])?.adversary !== true) continue;
    yield {
      at: [...at, side],
      found: `"${task[side]}", which is the other side's`,
      expected: 'a share between organisations of allies',
      mend: 'name another organisation, or take the share out',
    };
  }
  if (task.volunteered !== true) return;
  const [from, to] = [nationAt(setting, task.from), nationAt(setting, task.to)];
  if (from === undefined || from !== to) return;
  yield {
    at: [...at, 'volunteered'],
    found: `a share inside ${from.id} that is volunteered`,
    expected: 'volunteering towards another nation: trust in oneself plays no part',
    mend: 'take "volunteered" out',
  };
}

export function* nationFindings(setting: Setting): Generator<Finding> {
  for (const [i, incident] of setting.scenario.incidents.entries())
    yield* keyFindings(setting, incident, ['scenario', 'incidents', i]);
  for (const { task, at } of placedTasks(setting.scenario)) {
    if (task.task === 'share') yield* shareFindings(setting, task, at);
  }
}

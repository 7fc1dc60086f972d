/** What nations make up their minds about, alone and together: that somebody is there to do it, with numbers of their own. */
import type { DeskRole } from '../../core/model/coalition.ts';
import { defaultRole } from '../../core/model/reach-back.ts';
import type { AlignTask, ConsentTask } from '../../core/model/task.ts';
import type { Finding, Path } from '../problems.ts';
import { deskFindings } from './desks.ts';
import type { Setting } from './setting.ts';
import { COALITION, nationAt, resolve, resolveAll, rosterOf } from './setting.ts';

function noNumbers(at: Path, nation: string, key: 'decision' | 'coordination', otherwise: string): Finding {
  const how = key === 'decision' ? 'makes up its mind' : 'comes to one line with others';
  return {
    at,
    found: `an organisation of ${nation}, of which the coalition files do not say how it ${how}`,
    expected: `a nation with "${key}"`,
    mend: `add "${key}" to the nation ${nation}${otherwise}`,
  };
}

/** One person's word at one desk, with nothing that only a nation's own machine would heed. */
function* wordFindings(setting: Setting, task: ConsentTask, at: Path): Generator<Finding> {
  yield* deskFindings(setting, [...at, 'at'], task.at, task.desk ?? defaultRole.consent);
  const unheard = task.authorities.decide !== undefined ? 'authorities' : task.question === 'within' ? '' : 'question';
  if (unheard === '') return;
  yield {
    at: [...at, unheard],
    found: `"${unheard}" beside "takes", which makes it one person's word`,
    expected: `either "takes", or the nation's own way of deciding with "${unheard}"`,
    mend: 'take one of the two out',
  };
}

/** The desks that a nation's own machine asks: staff, lawyers, whoever decides, and the capital's. */
function* machineFindings(setting: Setting, task: ConsentTask, at: Path): Generator<Finding> {
  const nation = nationAt(setting, task.at);
  if (nation === undefined) return;
  if (nation.decision === undefined) {
    yield noNumbers([...at, 'at'], nation.id, 'decision', ', or write "takes" and "desk" for one person\'s word');
    return;
  }
  const capital = nation.capital ?? nation.exceptionsAt;
  for (const role of ['assessment', 'legal', 'decision'] as const)
    yield* deskFindings(setting, [...at, 'at'], task.at, role);
  if (capital !== task.at) yield* deskFindings(setting, [...at, 'at'], capital, 'decision');
  if (task.desk === undefined) return;
  yield {
    at: [...at, 'desk'],
    found: '"desk" without "takes"',
    expected: '"takes" beside it: without, the nation\'s own way of deciding says which desks',
    mend: 'add "takes", or take "desk" out',
  };
}

export function* consentFindings(setting: Setting, task: ConsentTask, at: Path): Generator<Finding> {
  const unknown = [
    ...resolve([...at, 'at'], task.at, rosterOf('organisation', setting.coalition.organisations, COALITION)),
  ];
  yield* unknown;
  if (unknown.length > 0) return;
  yield* task.takes === undefined ? machineFindings(setting, task, at) : wordFindings(setting, task, at);
}

/** A staff that is brought to one line with whoever convenes. */
function* partnerFindings(setting: Setting, task: AlignTask, partner: string, at: Path): Generator<Finding> {
  const nation = nationAt(setting, partner);
  const mend = 'take it out of "with"';
  if (partner === task.at) {
    yield { at, found: `"${partner}", which convenes`, expected: 'staffs that it brings together with itself', mend };
  } else if (nation?.adversary === true) {
    yield { at, found: `"${partner}", which is the other side's`, expected: 'staffs of allies', mend };
  } else {
    yield* deskFindings(setting, at, partner, 'coordination');
    if (nation !== undefined && nation.coordination === undefined)
      yield noNumbers(at, nation.id, 'coordination', ', or leave it out');
  }
}

export function* alignFindings(setting: Setting, task: AlignTask, at: Path): Generator<Finding> {
  const organisations = rosterOf('organisation', setting.coalition.organisations, COALITION);
  yield* resolve([...at, 'at'], task.at, organisations);
  yield* resolveAll([...at, 'with'], task.with, organisations);
  const roles: readonly DeskRole[] = ['coordination', 'decision'];
  for (const role of roles) yield* deskFindings(setting, [...at, 'at'], task.at, role);
  for (const [i, partner] of task.with.entries()) yield* partnerFindings(setting, task, partner, [...at, 'with', i]);
  const { size } = new Set(task.with);
  if (task.atLeast === undefined || task.atLeast <= size) return;
  yield {
    at: [...at, 'atLeast'],
    found: `at least ${task.atLeast} of ${size}`,
    expected: 'no more than there are in "with"',
    mend: `write ${size} or less, or name more of them`,
  };
}

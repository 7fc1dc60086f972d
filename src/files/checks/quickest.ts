/** Each kind of task at its quickest: nobody in the queue, no spread but at its least, everything as smooth as it can go. */
import type { AlignTask, ConsentTask, SenseTask, ShareTask } from '../../core/model/task.ts';
import { leastOf } from './coalition.ts';
import type { Setting } from './setting.ts';
import { nationAt } from './setting.ts';
import { viewsOf } from './views.ts';

/** Carriage at its quickest; nothing where there is no path: a policy may lay one. */
function carriageLeast(setting: Setting, task: ShareTask): number {
  const pair = pairOf(setting, task);
  if (pair === undefined) return 0;
  const { path: paths, choosePath, send, humanReview, rekey, convert } = pair.carriage;
  const product = setting.scenario.products.find(({ id }) => id === task.product);
  const path = typeof paths === 'string' || product === undefined ? paths : paths[product.marking.classification];
  const byHand = path === 'manual' ? leastOf(rekey) : 0;
  return (
    leastOf(choosePath) + (path === 'reviewed' ? leastOf(humanReview) : 0) + leastOf(send) + byHand + leastOf(convert)
  );
}

function pairOf({ coalition }: Setting, task: ShareTask) {
  const nationOf = (id: string) => coalition.organisations.find((organisation) => organisation.id === id)?.nation;
  return coalition.pairs.find(({ from, to }) => from === nationOf(task.from) && to === nationOf(task.to));
}

/** Marking, and what has to follow it unless the product may go as it is. */
function releaseLeast(setting: Setting, task: ShareTask): number {
  const pair = pairOf(setting, task);
  if (pair === undefined) return 0;
  const { mark, speak, checkDelegation, review, weighException } = pair.release;
  if (task.form === 'oral') return leastOf(mark) + leastOf(speak);
  const product = setting.scenario.products.find(({ id }) => id === task.product);
  const isHome = pair.from === pair.to;
  if (isHome || product === undefined || product.marking.releasableTo.includes(pair.to)) return leastOf(mark);
  return leastOf(mark) + leastOf(checkDelegation) + Math.min(leastOf(review), leastOf(weighException));
}

/** A handover at its quickest: the door is sought while release goes on, then carriage. A call needs release only. */
export function shareLeast(setting: Setting, task: ShareTask): number {
  const release = releaseLeast(setting, task);
  const pair = pairOf(setting, task);
  if (task.form === 'oral' || pair === undefined) return release;
  const door = leastOf(pair.frontDoor.seek) + leastOf(pair.frontDoor.knock);
  return Math.max(door, release) + carriageLeast(setting, task);
}

export function senseEnd({ access }: Setting, task: SenseTask, start: number): number {
  const ends = viewsOf(access, task)
    .filter(({ from, until }) => Math.max(from, start) + task.dwell.exactly <= until)
    .map(({ from }) => Math.max(from, start) + task.dwell.exactly);
  return Math.min(...ends, Number.POSITIVE_INFINITY);
}

/** One person's word, or the nation's staff at its quickest: assessed and decided, and what the question itself asks for. */
export function consentLeast(setting: Setting, task: ConsentTask): number {
  if (task.takes !== undefined) return leastOf(task.takes);
  const numbers = nationAt(setting, task.at)?.decision;
  if (numbers === undefined) return 0;
  const { assess, decide, refer, legal } = numbers;
  const capital = leastOf(legal) + leastOf(refer);
  const ways = { within: leastOf(decide), legal: Math.min(leastOf(legal) + leastOf(decide), capital), capital };
  return leastOf(assess) + Math.min(ways[task.question], capital);
}

/** Partners are brought to one line side by side, each with its own nation's numbers; it ends when enough of them are. */
export function alignLeast(setting: Setting, task: AlignTask): number {
  const meetings = task.with.map((partner) => {
    const numbers = nationAt(setting, partner)?.coordination;
    return numbers === undefined ? 0 : leastOf(numbers.convene) + leastOf(numbers.align);
  });
  return meetings.sort((a, b) => a - b)[(task.atLeast ?? meetings.length) - 1] ?? 0;
}

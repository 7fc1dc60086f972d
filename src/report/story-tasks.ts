/** Tasks of a response as they begin and end: observations, work at desks, handovers between nations. */
import type { FactOf } from '../core/model/facts.ts';
import { known } from '../core/model/setting.ts';
import type { AlignTask, ConsentTask, SenseTask, ShareTask, Task, WorkTask } from '../core/model/task.ts';
import { spoken } from '../words/formats.ts';
import { say, sayNamed } from '../words/index.ts';
import type { Clause, Tale } from './tale.ts';
import { shortOf, tookOf } from './tale.ts';

export function taskTale(tale: Tale, fact: FactOf<'TaskBegan'> | FactOf<'TaskEnded'>, place: number): Clause[] {
  const task = tale.setting.tasks.get(fact.task)?.task;
  if (task === undefined) return []; // An inject is told when it is delivered.
  if (fact.type === 'TaskBegan') return begun(tale, fact, task);
  if (fact.outcome === 'overtaken') return dropped(tale, fact, place);
  switch (task.task) {
    case 'sense':
      return [seen(tale, fact, task)];
    case 'share':
      return [handedOver(tale, fact, task)];
    case 'decide':
      return [];
    case 'consent':
    case 'align':
      return [answered(tale, fact, task)];
    default:
      return isTold(tale, fact, task) ? [done(tale, fact, task)] : [];
  }
}

function productTitle({ setting }: Tale, product: string): string {
  return setting.products.get(product)?.title ?? product;
}

function begun(tale: Tale, { at, task: id }: FactOf<'TaskBegan'>, task: Task): Clause[] {
  const { setting } = tale;
  const end = tale.ended.get(id);
  if (task.task === 'share') {
    if (tale.worth.turnsOnly && end !== undefined && end.at - at < tale.worth.step) return [];
    const args = { title: task.title, product: productTitle(tale, task.product), to: shortOf(setting, task.to) };
    return [{ who: shortOf(setting, task.from), says: say('story.share.begins', args), tone: 'plain', about: id }];
  }
  if (task.task === 'sense' || task.task === 'decide') return [];
  if (end !== undefined && end.at - at < tale.worth.step) return [];
  const says = say('story.work.begins', { title: task.title });
  return [{ who: shortOf(setting, task.at), says, tone: 'plain', about: id }];
}

/** The line with what it gave its maker, if anything. */
function giving(tale: Tale, says: string, gives: string | undefined): string {
  if (gives === undefined || tale.worth.turnsOnly) return says;
  return `${says}; ${say('story.work.holds', { product: productTitle(tale, gives) })}`;
}

function seen(tale: Tale, fact: FactOf<'TaskEnded'>, task: SenseTask): Clause {
  const { setting } = tale;
  const sensor = setting.definition.coalition.sensors.find(({ id }) => id === fact.sensor);
  const unseen = tale.lastStep.get(fact.task)?.closed ?? 0;
  const { title } = task;
  const one = task.sensors.length === 1 ? title : say('story.sense.with', { title, sensor: sensor?.name ?? '' });
  const says = unseen < tale.worth.wait ? one : say('story.sense.waited', { seen: one, time: spoken(unseen) });
  const who = shortOf(setting, sensor?.operator ?? '');
  return { who, says: giving(tale, says, task.gives), tone: 'arrival', about: fact.task };
}

/** Of many days: what somebody found or did, what was said aloud, and what an answer hung on. */
function isTold({ worth, began }: Tale, { at, task: id }: FactOf<'TaskEnded'>, task: WorkTask): boolean {
  if (!worth.turnsOnly || task.finds !== undefined || task.milestone !== undefined) return true;
  return task.task === 'act' || task.task === 'announce' || at - (began.get(id) ?? at) >= worth.step;
}

function done(tale: Tale, fact: FactOf<'TaskEnded'>, task: WorkTask): Clause {
  const step = tale.lastStep.get(fact.task);
  const took = step === undefined ? '' : tookOf(step);
  const end = task.finds?.ends.find(({ outcome }) => outcome === fact.outcome);
  const plain = say('story.work.done', { title: task.title, took });
  const says = end === undefined ? plain : say('story.work.found', { done: plain, finding: end.says });
  return {
    who: shortOf(tale.setting, task.at),
    says: giving(tale, says, end?.gives ?? task.gives),
    tone: 'plain',
    about: fact.task,
  };
}

/** A nation's answer, or what became of a meeting. */
function answered(tale: Tale, fact: FactOf<'TaskEnded'>, task: ConsentTask | AlignTask): Clause {
  const args = { title: task.title, time: spoken(fact.at - (tale.began.get(fact.task) ?? fact.at)) };
  const isGood = ['consented', 'caveated', 'agreed'].includes(fact.outcome);
  return {
    who: shortOf(tale.setting, task.at),
    says: sayNamed(`story.answer.${fact.outcome}`, args),
    tone: isGood ? 'arrival' : 'trouble',
    about: fact.task,
  };
}

const arrivals = ['delivered', 'tear-line', 'spoken'];

function handedOver(tale: Tale, fact: FactOf<'TaskEnded'>, task: ShareTask): Clause {
  const { setting } = tale;
  const says = sayNamed(`story.share.${fact.outcome}`, {
    product: productTitle(tale, task.product),
    from: shortOf(setting, task.from),
    time: spoken(fact.at - (tale.began.get(fact.task) ?? fact.at)),
  });
  const tone = arrivals.includes(fact.outcome) ? 'arrival' : 'trouble';
  return { who: shortOf(setting, task.to), says, tone, about: fact.task };
}

/** What events have overtaken all at once is told once, by the first of it. */
function dropped(tale: Tale, fact: FactOf<'TaskEnded'>, place: number): Clause[] {
  const { setting } = tale;
  const { incident } = known(setting.tasks, fact.task);
  const together = [...tale.ended.values()].filter(
    (one) =>
      one.outcome === 'overtaken' &&
      one.at === fact.at &&
      setting.tasks.has(one.task) &&
      known(setting.tasks, one.task).incident === incident &&
      tale.began.has(one.task),
  );
  if (together[0] === undefined || tale.facts[place] !== together[0]) return [];
  if (tale.worth.turnsOnly) {
    const counted = say('story.incident.droppedCount', { title: incident.title, count: together.length });
    return [{ who: say('story.who.coalition'), says: counted, tone: 'plain', about: incident.id }];
  }
  const tasks = together.map(({ task }) => `“${known(setting.tasks, task).task.title}”`).join(', ');
  const says = say('story.incident.dropped', { title: incident.title, tasks });
  return [{ who: say('story.who.coalition'), says, tone: 'plain', about: incident.id }];
}

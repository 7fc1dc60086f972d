/** Queues: told where the wait turns out long, or is not over yet. */
import type { FactOf } from '../core/model/facts.ts';
import { known } from '../core/model/setting.ts';
import { say, sayNamed } from '../words/index.ts';
import type { Clause, Tale } from './tale.ts';
import { deskOwner, momentOf } from './tale.ts';

/** `first`, `second` … `place 12`. */
function placeOf(place: number): string {
  return place <= 10 ? sayNamed(`story.place.${place}`) : say('story.place.more', { place });
}

export function queuedTale(tale: Tale, fact: FactOf<'WorkQueued'>, place: number): Clause[] {
  const wait = tale.waits.get(place);
  if (wait === undefined || (wait.over && wait.seconds < tale.worth.wait)) return [];
  const { setting } = tale;
  const { title } = known(setting.tasks, fact.task).task;
  const organisation = deskOwner(setting, fact.desk);
  const args = {
    title,
    organisation,
    role: sayNamed(`deskRole.${fact.desk.split('/')[1]}`),
    work: sayNamed(`work.${fact.work}`),
    place: placeOf(fact.ahead + 1),
  };
  const at = { who: organisation, tone: 'plain', about: fact.task } as const;
  if (fact.opensAt === null)
    return [{ ...at, joins: say('story.wait.open', args), says: say('story.wait.alone', args) }];
  const opens = { ...args, opensAt: momentOf(tale, fact.opensAt) };
  return [{ ...at, joins: say('story.wait.closed', opens), says: say('story.wait.aloneClosed', opens) }];
}

/** What happened at the gates of a handover: wrong doors, disputes, returns, exceptions, networks that do not meet. */
import type { FactOf } from '../core/model/facts.ts';
import { totalOf } from '../core/model/ledger.ts';
import { known } from '../core/model/setting.ts';
import { spoken } from '../words/formats.ts';
import type { WordKey } from '../words/index.ts';
import { sayNamed } from '../words/index.ts';
import type { Clause, Tale } from './tale.ts';
import { deskOwner, shortOf, tookOf } from './tale.ts';

/** Told always, by machine, event and state it led to. */
const notable: Readonly<Record<string, WordKey>> = {
  'ANSWERED redirected > misrouted': 'story.door.misrouted',
  'ANSWERED redirected > escalated': 'story.door.patience',
  'ANSWERED disputed > disputed': 'story.door.disputed',
  'SETTLED somebody > received': 'story.door.settled',
  'SETTLED nobody > escalated': 'story.door.nobody',
  'ORDERED > received': 'story.door.ordered',
  'MARKED originator > awaitingOriginator': 'story.release.originator',
  'ORIGINATOR_ANSWERED agreed > checkingDelegation': 'story.release.agreed',
  'ORIGINATOR_ANSWERED refused > denied': 'story.release.refused',
  'DELEGATION_CHECKED uncovered > exception': 'story.release.exception',
  'REVIEWED flawed > underReview': 'story.release.returned',
  'REVIEWED flawed > denied': 'story.release.flawed',
  'REVIEWED tear-line > makingTearLine': 'story.release.tearLine',
  'EXCEPTION_WEIGHED granted > cleared': 'story.release.granted',
  'EXCEPTION_WEIGHED refused > denied': 'story.release.denied',
  'PATH_CHOSEN none > failed': 'story.carriage.noPath',
  'PATH_CHOSEN manual > sending': 'story.carriage.byHand',
  'LOOKED_OVER returned > humanReview': 'story.carriage.returned',
  'LOOKED_OVER returned > failed': 'story.carriage.stopped',
  'SENT garbled > sending': 'story.carriage.garbled',
  'SENT garbled > failed': 'story.carriage.lost',
  'SPOKEN misheard > misheard': 'story.release.misheard',
  'ASSESSED capital > legalReview': 'story.nation.capital',
  'REVIEWED unlawful > declined': 'story.nation.unlawful',
  'ALIGNED split > split': 'story.meeting.split',
  'MENDED broken > apart': 'story.meeting.broken',
};

/** Told where much is: the machine ends there, or somebody has to answer for it. */
const turns: ReadonlySet<WordKey> = new Set<WordKey>([
  'story.door.disputed',
  'story.door.nobody',
  'story.release.refused',
  'story.release.flawed',
  'story.release.granted',
  'story.release.denied',
  'story.release.misheard',
  'story.carriage.noPath',
  'story.carriage.stopped',
  'story.carriage.lost',
  'story.nation.unlawful',
  'story.meeting.broken',
]);

/** The last work on a handover: that it arrives is told in the same breath. */
const toldByArrival = ['release.speak', 'carriage.convert'];

export function frictionTale(tale: Tale, fact: FactOf<'FrictionMoved'>, place: number): Clause[] {
  const { setting } = tale;
  const { task } = known(setting.tasks, fact.task);
  const home = task.task === 'share' ? task.from : 'at' in task ? task.at : '';
  const step = tale.stepBefore.get(place);
  if (fact.event === null || fact.event === 'OVERTAKEN' || step === undefined) return [];
  const who = step.desk === null ? shortOf(setting, home) : deskOwner(setting, step.desk);
  const key = notable[`${fact.event} > ${fact.to}`];
  const args = {
    title: task.title,
    to: shortOf(setting, task.task === 'share' ? task.to : (fact.party ?? home)),
    took: tookOf(step),
    time: spoken(fact.at - step.since),
  };
  if (key !== undefined) {
    if (tale.worth.turnsOnly && !turns.has(key)) return [];
    return [{ who, says: sayNamed(key, args), tone: 'trouble', about: fact.task }];
  }
  const long = totalOf(step) >= tale.worth.step || step.waiting + step.closed >= tale.worth.wait;
  if (!long || toldByArrival.includes(step.work)) return [];
  return [{ who, says: sayNamed(`story.step.${step.work}`, args), tone: 'plain', about: fact.task }];
}

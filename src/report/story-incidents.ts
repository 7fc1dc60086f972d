/** What comes from outside, and how far the coalition's answer has come: injects, incidents, milestones, windows, the end. */
import type { Fact, FactOf } from '../core/model/facts.ts';
import { known } from '../core/model/setting.ts';
import { spoken } from '../words/formats.ts';
import { say } from '../words/index.ts';
import type { Clause, Tale, Tone } from './tale.ts';
import { inIncident, seatName } from './tale.ts';

const line = (who: string, says: string, tone: Tone, about: string): Clause[] => [{ who, says, tone, about }];

export function incidentTale(tale: Tale, fact: Fact): Clause[] {
  switch (fact.type) {
    case 'InjectDelivered':
      return injected(tale, fact);
    case 'IncidentBegan': {
      const { title, reportedAs } = known(tale.setting.incidents, fact.incident);
      const incident = inIncident(tale.setting, fact.incident);
      const says = say('story.incident.begins', { title, incident, reportedAs });
      return line(say('story.who.incident'), says, 'world', fact.incident);
    }
    case 'ResponseMoved':
      return moved(tale, fact);
    case 'WindowClosed':
      return windowClosed(tale, fact);
    case 'ResponseEnded':
      return ended(tale, fact);
    case 'RunEnded':
      return line(say('story.who.exercise'), say('story.incident.ends'), 'world', '');
    default:
      return [];
  }
}

function injected(tale: Tale, fact: FactOf<'InjectDelivered'>): Clause[] {
  const inject = known(tale.setting.injects, fact.inject);
  const all = inject.to.length === tale.setting.seats.size;
  const to = all ? say('story.everybody') : inject.to.map((seat) => seatName(tale.setting, seat)).join(', ');
  const says = say(`story.inject.${inject.method}`, { from: inject.from, to, text: inject.text });
  return line(say('story.who.inject'), says, 'world', fact.inject);
}

/** Milestones only: how it ends is told by the end itself. */
function moved(tale: Tale, fact: FactOf<'ResponseMoved'>): Clause[] {
  const { to, incident } = fact;
  if (to === 'unseen' || to === 'closed' || to === 'overtaken') return [];
  const says = say(`story.incident.${to}`, { title: known(tale.setting.incidents, incident).title });
  return line(say('story.who.coalition'), says, 'plain', incident);
}

function windowClosed(tale: Tale, { incident: id, met }: FactOf<'WindowClosed'>): Clause[] {
  const { title, window } = known(tale.setting.incidents, id);
  const says = say(met ? 'story.incident.met' : 'story.incident.missed', { title, because: window.because });
  return line(say('story.who.window'), says, met ? 'world' : 'trouble', id);
}

function ended(tale: Tale, fact: FactOf<'ResponseEnded'>): Clause[] {
  const incident = known(tale.setting.incidents, fact.incident);
  const late = fact.at - fact.closesAt;
  const isLate = fact.status === 'done' && late > 0;
  const says = say(isLate ? 'story.incident.done-late' : `story.incident.${fact.status}`, {
    title: incident.title,
    time: spoken(fact.elapsedSeconds),
    late: spoken(Math.max(0, late)),
  });
  return line(say('story.who.coalition'), says, fact.status === 'done' ? 'arrival' : 'trouble', fact.incident);
}

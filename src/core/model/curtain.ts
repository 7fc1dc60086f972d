/** The truth at a moment: every gate with its queue, every open question, and why things wait. For control, review and solo play only. */
import { handoverGates } from './facts.ts';
import type { Incident } from './incident.ts';
import type { Setting } from './setting.ts';
import { known } from './setting.ts';
import { theatreFor } from './theatre.ts';
import type { CurtainView, GateState, Phrase, Theatre, TheatreLink } from './view.ts';
import type { WorkInHand } from './work-in-hand.ts';
import { handState, workPhrase } from './work-phrase.ts';
import type { TaskWorld, World } from './world.ts';

const passed = ['received', 'cleared', 'ingested'];
const refused = ['denied', 'failed', 'lapsed', 'overtaken'];
const arrived = ['delivered', 'tear-line', 'spoken'];

export function curtainFor(world: World, setting: Setting): CurtainView {
  return {
    now: world.now,
    links: truthLinks(world, setting),
    holding: truths(world, setting),
    incidents: setting.definition.scenario.incidents
      .filter(({ id }) => world.incidents[id]?.begunAt !== null)
      .map((incident) => ({
        id: incident.id,
        title: incident.title,
        truth: incident.truth,
        state: world.incidents[incident.id]?.state ?? 'unseen',
        closesAt: world.incidents[incident.id]?.closesAt ?? 0,
        branch: branchOf(incident, world.incidents[incident.id]?.branch ?? null),
        windowMet: world.incidents[incident.id]?.ended?.windowMet ?? world.incidents[incident.id]?.windowMet ?? null,
      })),
    others: openQuestions(world, setting),
  };
}

/** The branch in the file's words, null where the incident has none. */
const branchOf = ({ branches }: Incident, branch: string | null): string | null =>
  branches?.find(({ id }) => id === branch)?.says ?? null;

/** The theatre with the curtain open: every satellite, sensor and handover. */
export const openTheatre = (world: World, setting: Setting): Theatre =>
  theatreFor(setting, {
    seat: null,
    now: world.now,
    turnsOf: (incident) => world.incidents[incident]?.turns ?? [],
    incidents: [...setting.incidents.keys()],
    tracked: new Map(),
    links: truthLinks(world, setting),
  });

function openQuestions(world: World, setting: Setting): CurtainView['others'] {
  return Object.entries(world.decisions)
    .filter(([, { taken, withdrawn }]) => taken === null && !withdrawn)
    .map(([id, { deadline }]) => {
      const { task } = known(setting.tasks, id);
      return {
        seat: task.task === 'decide' ? (setting.seats.get(task.seat)?.title ?? '') : '',
        title: task.title,
        deadline,
      };
    });
}

function truthLinks(world: World, setting: Setting): TheatreLink[] {
  return Object.entries(world.tasks).flatMap(([id, state]) => {
    const { task } = known(setting.tasks, id);
    if (task.task !== 'share') return [];
    const { title, from, to } = task;
    return [{ ref: id, title, from, to, state: stateOf(state), gates: gatesOf(state, setting) }];
  });
}

function stateOf({ outcome, gates }: TaskWorld): TheatreLink['state'] {
  if (outcome === null) return gates['front-door']?.state === 'received' ? 'acknowledged' : 'under-way';
  if (arrived.includes(outcome)) return 'arrived';
  return outcome === 'denied' ? 'refused' : 'lost';
}

function gatesOf(state: TaskWorld, setting: Setting): TheatreLink['gates'] {
  return handoverGates.map((gate) => {
    const at = state.gates[gate];
    const work = state.works[gate];
    return { gate, state: gateState(at?.state, work), label: work === undefined ? null : workPhrase(setting, work) };
  });
}

function gateState(state: string | undefined, work: WorkInHand | undefined): GateState {
  if (state === undefined) return 'clear';
  if (passed.includes(state)) return 'passed';
  if (refused.includes(state)) return 'refused';
  return work === undefined ? 'working' : handState(work);
}

function truths(world: World, setting: Setting): Phrase[] {
  const working = Object.entries(world.tasks).flatMap(([id, { works, endedAt }]) => {
    if (endedAt !== null) return [];
    const { title } = known(setting.tasks, id).task;
    return Object.values(works).map((work) => {
      const phrase = workPhrase(setting, work);
      return { key: phrase.key, args: { ...phrase.args, title } };
    });
  });
  const waiting = openQuestions(world, setting).map(({ seat, title, deadline }) => ({
    key: 'truth.decision',
    args: { seat, title, deadlineAt: deadline },
  }));
  return [...waiting, ...working];
}

/** What is delivered to a seat, and when, by V2 to V14: written from the rules and the facts, not from the views. */
import type { Fact, FactOf } from '../../src/core/model/facts.ts';
import type { Definition } from '../../src/core/model/scenario.ts';
import type { Task } from '../../src/core/model/task.ts';

type Placed = { readonly task: Task; readonly incident: string };
type Turn = FactOf<'BranchTaken'>;
type Seat = Definition['scenario']['seats'][number];

export interface Delivery {
  readonly at: number;
  readonly says: string;
}

interface Heard {
  readonly says: string;
  /** The incident that it is about, which the seat then knows of. */
  readonly incident: string | null;
}

/** Everybody whose people are at work on it: whose it is, and whom it convenes. */
const workers = (task: Task): readonly string[] => {
  if (task.task === 'sense' || task.task === 'decide') return [];
  if (task.task === 'share') return [task.from];
  return [task.at, ...(task.task === 'align' ? task.with : [])];
};

const WELL = ['delivered', 'tear-line', 'spoken'];
const isBad = ({ task }: Task, outcome: string): boolean =>
  outcome === 'overtaken' ||
  (task === 'consent' && outcome === 'declined') ||
  (task === 'align' && outcome === 'apart') ||
  (task === 'share' && !WELL.includes(outcome));

export class Deliveries {
  /** Incidents that the seat knows of. */
  readonly incidents = new Set<string>();
  private readonly definition: Definition;
  private readonly seat: Seat;
  private readonly tasks = new Map<string, Placed>();
  private readonly closes = new Map<string, number>();

  constructor(definition: Definition, seat: string) {
    this.definition = definition;
    this.seat = definition.scenario.seats.find(({ id }) => id === seat) as Seat;
    for (const { id: incident, response, begins, window } of definition.scenario.incidents) {
      this.closes.set(incident, begins + window.closes);
      for (const task of response) this.tasks.set(task.id, { task, incident });
    }
  }

  /** Of facts that follow those given before, in the order in which they come. */
  of(facts: readonly Fact[]): Delivery[] {
    return facts.flatMap((fact) => {
      if (fact.type === 'BranchTaken') this.closes.set(fact.incident, fact.closesAt);
      const heard = this.heard(fact);
      for (const { incident } of heard) if (incident !== null) this.incidents.add(incident);
      return heard.map(({ says }) => ({ at: fact.at, says }));
    });
  }

  private heard(fact: Fact): Heard[] {
    switch (fact.type) {
      case 'InjectDelivered': {
        const inject = this.definition.scenario.injects.find(({ id }) => id === fact.inject);
        return inject?.to.includes(this.seat.id) ? [{ says: fact.inject, incident: inject.incident ?? null }] : [];
      }
      case 'TaskBegan':
        return this.owns(...workers(this.placed(fact.task).task)) ? this.about(fact.task, 'began') : [];
      case 'TaskEnded':
        return this.tasks.has(fact.task) ? this.heardEnd(fact) : [];
      case 'ProductHeld':
        return this.owns(fact.organisation) ? this.about(fact.task, `${fact.form} ${fact.product}`) : [];
      case 'FrictionMoved': {
        const isFound = fact.machine === 'front-door' && fact.to === 'received';
        const isCleared = fact.machine === 'release' && fact.to === 'cleared' && this.isTracked(fact.task);
        const isMine = this.owns(...workers(this.placed(fact.task).task));
        return isMine && (isFound || isCleared) ? this.about(fact.task, fact.to) : [];
      }
      case 'WorkQueued':
      case 'WorkBegan': {
        const isMine = this.isTracked(fact.task) && this.owns(...workers(this.placed(fact.task).task));
        return isMine ? this.about(fact.task, JSON.stringify(fact)) : [];
      }
      case 'DecisionOffered':
      case 'OptionOpened':
      case 'DecisionTaken':
      case 'DecisionWithdrawn': {
        const { task } = this.placed(fact.decision);
        const isMine = task.task === 'decide' && task.seat === this.seat.id;
        return isMine ? this.about(fact.decision, JSON.stringify(fact)) : [];
      }
      case 'PromiseMade':
      case 'PromiseSettled':
        return this.heardPromise(fact);
      default:
        return [];
    }
  }

  /** The door by which a handover goes gives out numbers (V14). */
  private isTracked(id: string): boolean {
    const { task } = this.placed(id);
    if (task.task !== 'share') return false;
    const { organisations, pairs } = this.definition.coalition;
    const [from, to] = [task.from, task.to].map((house) => organisations.find((one) => one.id === house)?.nation);
    return pairs.find((pair) => pair.from === from && pair.to === to)?.frontDoor.tracked === true;
  }

  private heardPromise(fact: FactOf<'PromiseMade' | 'PromiseSettled'>): Heard[] {
    for (const { task } of this.tasks.values()) {
      if (task.task !== 'decide') continue;
      const promise = task.options.flatMap(({ promises = [] }) => promises).find(({ id }) => id === fact.promise);
      if (promise === undefined) continue;
      const giver = this.definition.scenario.seats.find(({ id }) => id === task.seat)?.nation;
      const isMine = [giver, promise.to].includes(this.seat.nation);
      return isMine ? this.about(task.id, JSON.stringify(fact)) : [];
    }
    return [];
  }

  private heardEnd({ task: id, outcome, sensor }: FactOf<'TaskEnded'>): Heard[] {
    const { task, incident } = this.placed(id);
    const operator = this.definition.coalition.sensors.find((one) => one.id === sensor)?.operator;
    const isOver = outcome === 'overtaken' && (task.task === 'sense' || task.task === 'decide');
    if (isOver) return [];
    const bad = isBad(task, outcome);
    const isDoer = task.task === 'decide' ? task.seat === this.seat.id : this.owns(ownerOf(task) ?? operator ?? '');
    const isAtWork = task.task === 'sense' ? isDoer : this.owns(...workers(task));
    const isTold = !bad && task.tells.includes(this.seat.id);
    const receives = task.task === 'share' && !bad && this.owns(task.to);
    const hears = [
      ...(isAtWork ? this.about(id, `ended ${outcome}`) : []),
      ...(isTold && !isDoer ? this.about(id, `told ${outcome} by ${ownerOf(task) ?? operator}`) : []),
    ];
    if (bad || !(isDoer || isTold || receives)) return hears;
    const deadline = this.closes.get(incident) as number;
    const learned = task.reveals.map((what) => (what === 'deadline' ? `deadline ${deadline}` : what));
    return [...hears, ...learned.flatMap((says) => this.about(id, says))];
  }

  private placed(id: string): Placed {
    return this.tasks.get(id) as Placed;
  }

  private about(task: string, what: string): Heard[] {
    return [{ says: `${task} ${what}`, incident: this.placed(task).incident }];
  }

  private owns(...organisations: readonly string[]): boolean {
    return organisations.some((one) => this.seat.organisations.includes(one));
  }
}

/** Whose task it is; of an observation, that hangs on which sensor made it. */
const ownerOf = (task: Task): string | undefined => {
  if (task.task === 'sense' || task.task === 'decide') return undefined;
  return task.task === 'share' ? task.from : task.at;
};

/** When the nation's own sensors had objects of those incidents in view until now, as these flew. */
export function sightings(
  definition: Definition,
  seat: string,
  { facts, now, incidents }: { facts: readonly Fact[]; now: number; incidents: ReadonlySet<string> },
): string[] {
  const { scenario, access, coalition } = definition;
  const nation = scenario.seats.find(({ id }) => id === seat)?.nation;
  const own = new Set(coalition.sensors.filter((one) => one.nation === nation).map(({ id }) => id));
  const objects = new Set(
    scenario.incidents
      .filter(({ id }) => incidents.has(id))
      .flatMap(({ response }) => response.flatMap((task) => (task.task === 'sense' ? [task.object] : []))),
  );
  const turns = facts.filter((fact): fact is Turn => fact.type === 'BranchTaken');
  return access.windows
    .filter(({ sensor, object }) => own.has(sensor) && objects.has(object))
    .flatMap(({ sensor, object, trajectory, from, until }) =>
      spansOf(trajectory === undefined ? undefined : flownOn(definition, object, trajectory), turns, now)
        .map(([since, to]) => [Math.max(from, since), Math.min(until, to)] as const)
        .filter(([since, to]) => since < to)
        .map(([since, to]) => `${sensor} ${object} ${since} ${to}`),
    )
    .sort();
}

/** Branches, by incident, on which an object flies so. */
const flownOn = ({ scenario }: Definition, object: string, trajectory: string): Map<string, Set<string>> =>
  new Map(
    scenario.incidents.map(({ id, branches = [] }) => [
      id,
      new Set(branches.filter((one) => one.trajectories?.[object] === trajectory).map((one) => one.id)),
    ]),
  );

/** From when to when until now any incident was on one of those branches; always, where it does not hang on branches. */
function spansOf(
  on: ReadonlyMap<string, ReadonlySet<string>> | undefined,
  turns: readonly Turn[],
  now: number,
): readonly (readonly [number, number])[] {
  if (on === undefined) return [[0, now + 1]];
  const flying = new Map<string, boolean>();
  const spans: [number, number][] = [];
  let since = -1;
  for (const { at, incident, branch } of turns) {
    flying.set(incident, on.get(incident)?.has(branch) ?? false);
    const isFlown = [...flying.values()].some((one) => one);
    if (isFlown && since === -1) since = at;
    if (!isFlown && since !== -1) {
      spans.push([since, at]);
      since = -1;
    }
  }
  return since === -1 ? spans : [...spans, [since, now + 1]];
}

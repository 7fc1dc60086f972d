/**
 * What the independent walker reads off the facts of a run: when tasks began and ended, which way machines went, what was in hand, and whose
 * cause time was. From the rules and the facts, without the engine's own trail.
 */
import { applyPolicy } from '../../src/core/model/apply-policy.ts';
import type { Coalition } from '../../src/core/model/coalition.ts';
import type { Cause, Fact, FactOf } from '../../src/core/model/facts.ts';
import type { Incident } from '../../src/core/model/incident.ts';
import type { Need } from '../../src/core/model/need.ts';
import type { Definition, Inject } from '../../src/core/model/scenario.ts';
import type { AlignTask, ConsentTask, ShareTask, Task } from '../../src/core/model/task.ts';
import type { Moment } from './walker-spans.ts';
import { countOf, literalsOf, stretchBy } from './walker-spans.ts';

const goodEnds: Readonly<Record<string, readonly string[]>> = {
  share: ['delivered', 'tear-line'],
  consent: ['consented', 'caveated'],
  align: ['agreed'],
};
const gates = ['front-door', 'release', 'carriage'] as const;
/** States in which a gate of a handover is passed. */
export const passed = ['received', 'cleared', 'ingested'];
/** Work of a national decision that trust stretches, by the state in which it is done. */
const stretched: Readonly<Record<string, string>> = {
  assessing: 'assess',
  withinAuthority: 'decide',
  referredToCapital: 'refer',
};

/** Tasks that run machines, and one run of one. */
export type Run = ShareTask | ConsentTask | AlignTask;
export interface Machine {
  readonly task: Run;
  readonly machine: string;
  readonly party: string | null;
}
export const isRun = (task: Task): task is Run =>
  task.task === 'share' || task.task === 'align' || (task.task === 'consent' && task.takes === undefined);
export const authorityOf = (task: Run): string | undefined =>
  task.task === 'share'
    ? task.authorities.weighException
    : task.task === 'consent'
      ? task.authorities.decide
      : undefined;
export const isInject = (task: Task | Inject): task is Inject => !('task' in task);

export class RunLog {
  protected readonly facts: readonly Fact[];
  protected readonly definition: Definition;
  protected readonly held: readonly string[];
  protected readonly coalition: Coalition;
  protected readonly tasks = new Map<string, { task: Task | Inject; incident: Incident | null }>();

  constructor(definition: Definition, facts: readonly Fact[], held: readonly string[] = []) {
    this.definition = definition;
    this.facts = facts;
    this.held = held;
    this.coalition = applyPolicy(definition.coalition, definition.policy).coalition;
    for (const incident of definition.scenario.incidents)
      for (const task of incident.response) this.tasks.set(task.id, { task, incident });
    for (const inject of definition.scenario.injects) this.tasks.set(inject.id, { task: inject, incident: null });
  }

  protected known(incident: string): Incident {
    return this.definition.scenario.incidents.find(({ id }) => id === incident) as Incident;
  }

  protected find(id: string): { task: Task | Inject; incident: Incident | null } {
    return this.tasks.get(id) as { task: Task | Inject; incident: Incident | null };
  }

  protected lastBefore(end: Moment, at: Moment | undefined): Moment {
    if (at === undefined || at > end) throw new Error('the goal had not ended');
    return at;
  }

  /** The moment at which a task ended, or an inject arrived. */
  protected endedAt(id: string): Moment | undefined {
    const at = this.facts.findIndex((fact) => fact.type === 'TaskEnded' && fact.task === id);
    return at === -1 ? undefined : at;
  }

  protected beganAt(id: string): Moment | undefined {
    const at = this.facts.findIndex((fact) => fact.type === 'TaskBegan' && fact.task === id);
    return at === -1 ? undefined : at;
  }

  protected at(moment: Moment): number {
    return (this.facts[moment] as Fact).at;
  }

  /** The moment at which a literal came true, if it did. */
  protected came(literal: string): Moment | undefined {
    const [id, outcome] = literal.split('=') as [string, string | undefined];
    const moment = this.endedAt(id);
    if (moment === undefined) return undefined;
    const ended = (this.facts[moment] as FactOf<'TaskEnded'>).outcome;
    if (ended === 'overtaken') return undefined;
    const { task } = this.find(id);
    const good = isInject(task) ? undefined : goodEnds[task.task];
    const wanted = outcome === undefined ? (good?.includes(ended) ?? true) : ended === outcome;
    return wanted ? moment : undefined;
  }

  /** When a need was met, and by which literal: the k-th that came. */
  protected met(need: Need): { moment: Moment; literal: string } | undefined {
    const literals = literalsOf(need);
    const came = literals.flatMap((literal) => {
      const moment = this.came(literal);
      return moment === undefined ? [] : [{ moment, literal }];
    });
    const distinct = [...new Map(came.map((one) => [one.moment, one])).values()].sort((a, b) => a.moment - b.moment);
    return distinct[countOf(need) - 1];
  }

  protected ownerOf(moment: Moment): { task: Task | Inject } {
    return this.find((this.facts[moment] as FactOf<'TaskEnded'>).task);
  }

  /** The machine whose verdict this decision gives. */
  protected askerOf(decision: string): Machine | undefined {
    for (const { task } of this.tasks.values()) {
      if (isInject(task) || !isRun(task) || authorityOf(task) !== decision) continue;
      return { task, machine: task.task === 'share' ? 'release' : 'national-decision', party: null };
    }
    return undefined;
  }

  protected moves({ task, machine, party }: Machine, by: Moment): { moment: Moment; to: string }[] {
    return this.facts.flatMap((fact, moment) =>
      fact.type === 'FrictionMoved' &&
      fact.task === task.id &&
      fact.machine === machine &&
      fact.party === party &&
      moment <= by
        ? [{ moment, to: fact.to }]
        : [],
    );
  }

  protected lastMachine(task: Run, moment: Moment): Machine {
    if (task.task === 'consent') return { task, machine: 'national-decision', party: null };
    if (task.task === 'share') {
      const carriage = { task, machine: 'carriage', party: null };
      return this.moves(carriage, moment).length > 0 ? carriage : { ...carriage, machine: 'release' };
    }
    const last = this.facts.findLast(
      (fact, at): fact is FactOf<'FrictionMoved'> =>
        at <= moment && fact.type === 'FrictionMoved' && fact.task === task.id && ['agreed', 'apart'].includes(fact.to),
    );
    return { task, machine: 'coordination', party: last?.party ?? null };
  }

  /** R113: what trust made of a piece of work when it began, and how its time was spent. */
  protected stretchOf(
    { task, machine }: Machine,
    stay: { state: string; moment: Moment; since: number; until: number },
  ) {
    const work = stretched[stay.state];
    if (task.task !== 'consent' || machine !== 'national-decision' || work === undefined) return {};
    const { trust, lead, organisations } = this.coalition;
    const seat = this.definition.scenario.seats.find((one) => one.organisations.includes(task.at));
    const nation = organisations.find(({ id }) => id === task.at)?.nation ?? '';
    if (trust === undefined || nation === lead || (seat !== undefined && this.held.includes(seat.id))) return {};
    const moved = this.facts.findLast(
      (fact, at): fact is FactOf<'TrustMoved'> =>
        at < stay.moment && fact.type === 'TrustMoved' && fact.of === nation && fact.in === lead,
    );
    const start = trust.starts.find((row) => row.of === nation && row.in === lead);
    const spent = this.facts.find(
      (fact): fact is FactOf<'StepEnded'> =>
        fact.type === 'StepEnded' &&
        fact.task === task.id &&
        fact.work === `national-decision.${work}` &&
        fact.since === stay.since &&
        fact.at === stay.until,
    );
    const stretch = stretchBy(trust.stretch, moved?.trust ?? start?.trust);
    return spent === undefined ? {} : { spent: { ...spent, stretch } };
  }

  protected causeOf({ task, machine, party }: Machine, state: string): Cause {
    if (machine === 'release') return 'regulation';
    if (machine === 'carriage') return 'interoperability';
    if (machine === 'national-decision') return 'national-decision';
    if (machine === 'coordination' && state !== 'split') return 'coordination';
    if (machine === 'front-door' && state !== 'disputed' && state !== 'escalated') return 'unclear-roles';
    const { organisations, lead, matrix } = this.coalition;
    const nationOf = (id: string) => organisations.find((one) => one.id === id)?.nation as string;
    const ends = task.task === 'share' ? [task.from, task.to] : ['at' in task ? task.at : '', party ?? ''];
    const [one, other] = ends.map(nationOf);
    const { incident } = this.find(task.id);
    // The matrix is about the lead nation and each ally, and about nobody else.
    const ally = one === lead ? other : one;
    const isOpen = one !== other && (one === lead || other === lead);
    const spoken = matrix.some(
      ({ nation, area, level }) => nation === ally && area === incident?.area && level !== 'undefined',
    );
    if (isOpen && !spoken) return 'no-agreed-end-state';
    return machine === 'coordination' ? 'coordination' : 'unclear-roles';
  }

  protected stateAt(id: string, by: Moment): 'hand' | 'ended' | 'not begun' {
    const ended = this.endedAt(id);
    if (ended !== undefined && ended < by) return 'ended';
    const began = this.beganAt(id);
    return began !== undefined && began < by ? 'hand' : 'not begun';
  }

  /** R74: the one in hand, else one that ended otherwise, else the first. */
  protected pick(ids: readonly string[], by: Moment): string | undefined {
    const find = (state: string) => ids.find((id) => this.stateAt(id, by) === state);
    return find('hand') ?? find('ended') ?? ids[0];
  }

  /** The cause that a run ended with: that of the machine's last work, or the seat's whose verdict it was. */
  protected lastCause(task: Run, moment: Moment): Cause {
    if ((this.facts[moment] as FactOf<'TaskEnded'>).outcome === 'withheld') return 'national-decision';
    const last = this.lastMachine(task, moment);
    const decision = last.machine === 'carriage' ? undefined : authorityOf(task);
    const verdict = decision === undefined ? undefined : this.endedAt(decision);
    if (verdict !== undefined && verdict < moment && this.at(verdict) === this.at(moment)) return 'deliberation';
    return this.causeOf(last, this.moves(last, moment).at(-2)?.to ?? '');
  }

  /** R74: of a handover's gates the first not passed; of partners, in the order of the file, the first not yet done with. */
  protected machineInHand(task: Run, by: Moment): Machine {
    const all: Machine[] =
      task.task === 'share'
        ? gates.map((machine) => ({ task, machine, party: null }))
        : task.task === 'consent'
          ? [{ task, machine: 'national-decision', party: null }]
          : task.with.map((party) => ({ task, machine: 'coordination', party }));
    return all.find((one) => {
      const last = this.moves(one, by).at(-1);
      return last !== undefined && ![...passed, 'agreed', 'apart'].includes(last.to);
    }) as Machine;
  }
}

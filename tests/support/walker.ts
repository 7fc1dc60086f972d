/**
 * The ledger worked out a second time, from RULES.md R31, R53, R70 to R77 and the facts, without the engine's own trail: it never reads the
 * `after` of a step. Slow and plain; it gives seconds by cause.
 */
import { applyPolicy } from '../../src/core/model/apply-policy.ts';
import type { Cause, Fact, FactOf } from '../../src/core/model/facts.ts';
import type { DecideTask, Definition, Incident, Inject, Need, ShareTask, Task } from '../../src/core/model/scenario.ts';

/** A moment: the place of a fact in the log, so that what happened in one second still has an order. */
type Moment = number;
interface Span {
  readonly cause: Cause;
  readonly since: number;
  readonly until: number;
}
type Trail = Span[];

const workCause: Readonly<Record<string, Cause>> = {
  assess: 'sensing',
  coordinate: 'coordination',
  consent: 'national-decision',
  act: 'execution',
  announce: 'execution',
};
const goodEnds: Readonly<Record<string, readonly string[]>> = { share: ['delivered', 'tear-line'] };
const gates = ['front-door', 'release', 'carriage'] as const;
const passed = ['received', 'cleared', 'ingested'];
const ofSeat = ['denied', 'refused'];

const isInject = (task: Task | Inject): task is Inject => !('task' in task);

export class Walker {
  private readonly facts: readonly Fact[];
  private readonly definition: Definition;
  private readonly tasks = new Map<string, { task: Task | Inject; incident: Incident | null }>();
  denied = false;

  constructor(definition: Definition, facts: readonly Fact[]) {
    this.definition = definition;
    this.facts = facts;
    for (const incident of definition.scenario.incidents)
      for (const task of incident.response) this.tasks.set(task.id, { task, incident });
    for (const inject of definition.scenario.injects) this.tasks.set(inject.id, { task: inject, incident: null });
  }

  /** Seconds by cause of an incident's response. */
  charges(incident: string): Partial<Record<Cause, number>> {
    const end = this.facts.findIndex((fact) => fact.type === 'ResponseEnded' && fact.incident === incident);
    const ended = this.facts[end] as FactOf<'ResponseEnded'>;
    const { goal } = this.known(incident);
    const trail: Trail = [];
    this.denied = false;
    if (ended.status === 'done') this.explainEnd(goal, this.lastBefore(end, this.endedAt(goal)), trail);
    else this.explainBlock(goal, end, ended.at, trail);
    return sum(trail, ended.firstObservable, ended.firstObservable + ended.elapsedSeconds);
  }

  private known(incident: string): Incident {
    return this.definition.scenario.incidents.find(({ id }) => id === incident) as Incident;
  }

  private find(id: string): { task: Task | Inject; incident: Incident | null } {
    return this.tasks.get(id) as { task: Task | Inject; incident: Incident | null };
  }

  private lastBefore(end: Moment, at: Moment | undefined): Moment {
    if (at === undefined || at > end) throw new Error('the goal had not ended');
    return at;
  }

  /** The moment at which a task ended, or an inject arrived. */
  private endedAt(id: string): Moment | undefined {
    const at = this.facts.findIndex((fact) => fact.type === 'TaskEnded' && fact.task === id);
    return at === -1 ? undefined : at;
  }

  private beganAt(id: string): Moment | undefined {
    const at = this.facts.findIndex((fact) => fact.type === 'TaskBegan' && fact.task === id);
    return at === -1 ? undefined : at;
  }

  private at(moment: Moment): number {
    return (this.facts[moment] as Fact).at;
  }

  /** The moment at which a literal came true, if it did. */
  private came(literal: string): Moment | undefined {
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
  private met(need: Need): { moment: Moment; literal: string } | undefined {
    const literals = literalsOf(need);
    const came = literals.flatMap((literal) => {
      const moment = this.came(literal);
      return moment === undefined ? [] : [{ moment, literal }];
    });
    const distinct = [...new Map(came.map((one) => [one.moment, one])).values()].sort((a, b) => a.moment - b.moment);
    return distinct[countOf(need) - 1];
  }

  /** What opened a gate before `by`: R31, and R77 where the clock did. */
  private explainGate(needs: readonly Need[], began: Moment | undefined, trail: Trail): void {
    const last = needs
      .map((need) => ({ need, ...(this.met(need) as { moment: Moment; literal: string }) }))
      // Of needs that one thing met, the last listed.
      .reverse()
      .sort((a, b) => b.moment - a.moment)[0];
    if (last === undefined || (began !== undefined && began > last.moment)) return;
    const id = last.literal.split('=')[0] as string;
    if (!isInject(this.find(id).task)) {
      this.explainEnd(id, last.moment, trail);
      return;
    }
    const others = literalsOf(last.need).filter((literal) => {
      const came = this.came(literal);
      return !(came !== undefined && came <= last.moment) && !isInject(this.find(literal.split('=')[0] as string).task);
    });
    const blocker = this.pick(
      others.map((literal) => literal.split('=')[0] as string),
      last.moment,
    );
    if (blocker !== undefined) this.explainBlock(blocker, last.moment, this.at(last.moment), trail);
  }

  private explainBegin(id: string, trail: Trail): void {
    const { task, incident } = this.find(id);
    if (isInject(task)) return;
    const share = this.shareAskedBy(id);
    if (share !== undefined) {
      this.explainMachine(share, 'release', this.beganAt(id) as Moment, trail);
      return;
    }
    const began = this.facts.findIndex((fact) => fact.type === 'IncidentBegan' && fact.incident === incident?.id);
    this.explainGate(task.needs, began, trail);
  }

  /** The handover whose verdict this decision gives. */
  private shareAskedBy(decision: string): ShareTask | undefined {
    for (const { task } of this.tasks.values())
      if (!isInject(task) && task.task === 'share' && task.authorities.weighException === decision) return task;
    return undefined;
  }

  /** The time of a task that ended at this moment, and of all that led to it. */
  private explainEnd(id: string, moment: Moment, trail: Trail): void {
    const { task } = this.find(id);
    if (isInject(task)) return;
    const until = this.at(moment);
    const since = this.at(this.beganAt(id) as Moment);
    switch (task.task) {
      case 'share':
        this.explainShare(task, moment, trail);
        return;
      case 'decide':
        this.explainDecision(task, moment, until, trail);
        return;
      default:
        trail.push({ cause: task.task === 'sense' ? 'sensing' : (workCause[task.task] as Cause), since, until });
        this.explainBegin(id, trail);
    }
  }

  /** From the later of the offer and the information that the option taken needed (R53). */
  private explainDecision(task: DecideTask, moment: Moment, until: number, trail: Trail): void {
    const offered = this.beganAt(task.id) as Moment;
    const taken = this.facts.findIndex((fact) => fact.type === 'DecisionTaken' && fact.decision === task.id);
    const option =
      taken === -1 || taken > moment
        ? undefined
        : task.options.find(({ id }) => id === (this.facts[taken] as FactOf<'DecisionTaken'>).option);
    const informed = Math.max(-1, ...(option?.needs ?? []).map((need) => this.met(need)?.moment ?? -1));
    const late = informed !== -1 && this.at(informed) > this.at(offered);
    trail.push({ cause: 'deliberation', since: this.at(late ? informed : offered), until });
    if (late) this.explainGate(option?.needs ?? [], undefined, trail);
    else this.explainBegin(task.id, trail);
  }

  private moves(task: string, machine: string, by: Moment): { moment: Moment; to: string; event: string | null }[] {
    return this.facts.flatMap((fact, moment) =>
      fact.type === 'FrictionMoved' && fact.task === task && fact.machine === machine && moment <= by
        ? [{ moment, to: fact.to, event: fact.event }]
        : [],
    );
  }

  private explainShare(task: ShareTask, moment: Moment, trail: Trail): void {
    const carried = this.moves(task.id, 'carriage', moment).length > 0;
    this.explainMachine(task, carried ? 'carriage' : 'release', moment, trail);
  }

  /** All of a machine's time up to a moment, and what led to its beginning. */
  private explainMachine(task: ShareTask, machine: (typeof gates)[number], by: Moment, trail: Trail): void {
    const moves = this.moves(task.id, machine, by);
    const upTo = this.at(by);
    moves.forEach(({ moment, to }, i) => {
      const until = i + 1 < moves.length ? this.at((moves[i + 1] as { moment: Moment }).moment) : upTo;
      this.explainState(task, { machine, state: to, since: this.at(moment), until, by }, trail);
    });
    if (machine !== 'carriage') {
      this.explainBegin(task.id, trail);
      return;
    }
    const lastOf = (gate: (typeof gates)[number]) =>
      this.moves(task.id, gate, by).findLast(({ to }) => passed.includes(to));
    const [door, release] = [lastOf('front-door'), lastOf('release')] as { moment: Moment }[];
    const later =
      (door as { moment: Moment }).moment > (release as { moment: Moment }).moment ? 'front-door' : 'release';
    const moment = later === 'front-door' ? door?.moment : release?.moment;
    this.explainMachine(task, later, moment as Moment, trail);
  }

  /** One stay in one state; while an exception is weighed by a seat, the staff work is regulation's and the rest the seat's. */
  private explainState(
    task: ShareTask,
    stay: { machine: string; state: string; since: number; until: number; by: Moment },
    trail: Trail,
  ): void {
    const { since, until } = stay;
    const decision = task.authorities.weighException;
    const asked = stay.state === 'exception' && decision !== undefined ? this.beganAt(decision) : undefined;
    const cause = this.causeOf(task, stay.machine, stay.state);
    if (asked === undefined || asked > stay.by || this.at(asked) > until) {
      trail.push({ cause, since, until });
      return;
    }
    trail.push({ cause, since, until: this.at(asked) }, { cause: 'deliberation', since: this.at(asked), until });
  }

  private causeOf(task: ShareTask, machine: string, state: string): Cause {
    if (machine === 'release') return 'regulation';
    if (machine === 'carriage') return 'interoperability';
    if (state !== 'disputed' && state !== 'escalated') return 'unclear-roles';
    const { coalition } = applyPolicy(this.definition.coalition, this.definition.policy);
    const nationOf = (id: string) => coalition.organisations.find((one) => one.id === id)?.nation as string;
    const allies = [nationOf(task.from), nationOf(task.to)].filter((nation) => nation !== coalition.lead);
    const { incident } = this.find(task.id);
    const agreed = allies.every((nation) =>
      coalition.matrix.some(
        (cell) => cell.nation === nation && cell.area === incident?.area && cell.level !== 'undefined',
      ),
    );
    return agreed ? 'unclear-roles' : 'no-agreed-end-state';
  }

  private stateAt(id: string, by: Moment): 'hand' | 'ended' | 'not begun' {
    const ended = this.endedAt(id);
    if (ended !== undefined && ended < by) return 'ended';
    const began = this.beganAt(id);
    return began !== undefined && began < by ? 'hand' : 'not begun';
  }

  /** R74: the one in hand, else one that ended otherwise, else the first. */
  private pick(ids: readonly string[], by: Moment): string | undefined {
    const find = (state: string) => ids.find((id) => this.stateAt(id, by) === state);
    return find('hand') ?? find('ended') ?? ids[0];
  }

  /** What stood in the way of a task at a moment (R74), charged up to `until`. */
  private explainBlock(id: string, by: Moment, until: number, trail: Trail): void {
    const { task } = this.find(id);
    if (isInject(task)) return;
    const state = this.stateAt(id, by);
    if (state === 'not begun') {
      const need = task.needs.find((one) => !((this.met(one)?.moment ?? Number.POSITIVE_INFINITY) <= by));
      if (need === undefined) return;
      const open = literalsOf(need).filter((literal) => !((this.came(literal) ?? Number.POSITIVE_INFINITY) <= by));
      const next = this.pick(
        open.map((literal) => literal.split('=')[0] as string),
        by,
      );
      if (next !== undefined) this.explainBlock(next, by, until, trail);
    } else if (state === 'ended') this.explainOtherwise(id, until, trail);
    else this.explainInHand(task, by, until, trail);
  }

  private explainOtherwise(id: string, until: number, trail: Trail): void {
    const moment = this.endedAt(id) as Moment;
    const before: Trail = [];
    const { outcome } = this.facts[moment] as FactOf<'TaskEnded'>;
    this.denied = ofSeat.includes(outcome);
    if (outcome !== 'overtaken') this.explainEnd(id, moment, before);
    const { task } = this.find(id);
    const share = !isInject(task) && task.task === 'share' ? task : undefined;
    const last = share === undefined || outcome === 'overtaken' ? before[0]?.cause : this.lastCause(share, moment);
    trail.push({ cause: last ?? 'sensing', since: this.at(moment), until }, ...before);
  }

  /** The cause that a handover ended with: that of the gate's last work, or the seat's whose verdict it was. */
  private lastCause(task: ShareTask, moment: Moment): Cause {
    if (this.moves(task.id, 'carriage', moment).length > 0) return 'interoperability';
    const decision = task.authorities.weighException;
    const verdict = decision === undefined ? undefined : this.endedAt(decision);
    return verdict !== undefined && verdict < moment && this.at(verdict) === this.at(moment)
      ? 'deliberation'
      : 'regulation';
  }

  private explainInHand(task: Task, by: Moment, until: number, trail: Trail): void {
    const since = this.at(this.beganAt(task.id) as Moment);
    if (task.task === 'decide') this.explainDecision(task, by, until, trail);
    else if (task.task === 'share') {
      const gate = gates.find((one) => {
        const last = this.moves(task.id, one, by).at(-1);
        return last !== undefined && !passed.includes(last.to);
      });
      const inHand: Trail = [];
      this.explainMachine(task, gate as (typeof gates)[number], by, inHand);
      trail.push(...inHand.map((span) => (span.until === this.at(by) ? { ...span, until } : span)));
    } else {
      trail.push({ cause: task.task === 'sense' ? 'sensing' : (workCause[task.task] as Cause), since, until });
      this.explainBegin(task.id, trail);
    }
  }
}

const literalsOf = (need: Need): readonly string[] =>
  typeof need === 'string' ? [need] : 'any' in need ? need.any : need.of;
const countOf = (need: Need): number => (typeof need !== 'string' && 'atLeast' in need ? need.atLeast : 1);

/** Spans never overlap; what they leave open between `from` and `until` went by before anything began: seeing and understanding. */
function sum(trail: Trail, from: number, until: number): Partial<Record<Cause, number>> {
  const charges: Partial<Record<Cause, number>> = {};
  const add = (cause: Cause, seconds: number) => {
    if (seconds > 0) charges[cause] = (charges[cause] ?? 0) + seconds;
  };
  let covered = 0;
  for (const span of trail) {
    const seconds = Math.max(0, Math.min(span.until, until) - Math.max(span.since, from));
    covered += seconds;
    add(span.cause, seconds);
  }
  add('sensing', until - from - covered);
  return charges;
}

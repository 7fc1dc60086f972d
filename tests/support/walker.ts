/**
 * The ledger worked out a second time, from RULES.md R31, R53, R70 to R78, R90 to R93 and the facts, without the engine's own trail: it never
 * reads the `after` of a step. Slow and plain; it gives seconds by cause, and those of trust.
 */
import { applyPolicy } from '../../src/core/model/apply-policy.ts';
import type { Coalition } from '../../src/core/model/coalition.ts';
import type { Cause, Fact, FactOf } from '../../src/core/model/facts.ts';
import type {
  AlignTask,
  ConsentTask,
  DecideTask,
  Definition,
  Incident,
  Inject,
  Need,
  ShareTask,
  Task,
} from '../../src/core/model/scenario.ts';
import type { Moment, Trail } from './walker-spans.ts';
import { countOf, literalsOf, stretchBy, sum, sumTrust } from './walker-spans.ts';

const workCause: Readonly<Record<string, Cause>> = {
  assess: 'sensing',
  coordinate: 'coordination',
  consent: 'national-decision',
  act: 'execution',
  announce: 'execution',
};
const goodEnds: Readonly<Record<string, readonly string[]>> = {
  share: ['delivered', 'tear-line'],
  consent: ['consented', 'caveated'],
  align: ['agreed'],
};
const gates = ['front-door', 'release', 'carriage'] as const;
const passed = ['received', 'cleared', 'ingested'];
const ofSeat = ['denied', 'refused', 'declined'];
/** States in which a nation's staff has done its work and a seat may have the word. */
const awaiting = ['exception', 'withinAuthority', 'referredToCapital'];
/** Work of a national decision that trust stretches, by the state in which it is done. */
const stretched: Readonly<Record<string, string>> = {
  assessing: 'assess',
  withinAuthority: 'decide',
  referredToCapital: 'refer',
};

/** Tasks that run machines, and one run of one. */
type Run = ShareTask | ConsentTask | AlignTask;
interface Machine {
  readonly task: Run;
  readonly machine: string;
  readonly party: string | null;
}
const isRun = (task: Task): task is Run =>
  task.task === 'share' || task.task === 'align' || (task.task === 'consent' && task.takes === undefined);
const authorityOf = (task: Run): string | undefined =>
  task.task === 'share'
    ? task.authorities.weighException
    : task.task === 'consent'
      ? task.authorities.decide
      : undefined;

const isInject = (task: Task | Inject): task is Inject => !('task' in task);

export class Walker {
  private readonly facts: readonly Fact[];
  private readonly definition: Definition;
  private readonly held: readonly string[];
  private readonly coalition: Coalition;
  private readonly tasks = new Map<string, { task: Task | Inject; incident: Incident | null }>();
  denied = false;

  constructor(definition: Definition, facts: readonly Fact[], held: readonly string[] = []) {
    this.definition = definition;
    this.facts = facts;
    this.held = held;
    this.coalition = applyPolicy(definition.coalition, definition.policy).coalition;
    for (const incident of definition.scenario.incidents)
      for (const task of incident.response) this.tasks.set(task.id, { task, incident });
    for (const inject of definition.scenario.injects) this.tasks.set(inject.id, { task: inject, incident: null });
  }

  /** Seconds by cause of an incident's response. */
  charges(incident: string): Partial<Record<Cause, number>> {
    const { trail, from, until } = this.walk(incident);
    return sum(trail, from, until);
  }

  /** Of those, seconds more or fewer than without trust (R78). */
  trustSeconds(incident: string): number {
    const { trail, from, until } = this.walk(incident);
    return sumTrust(trail, from, until);
  }

  private walk(incident: string): { trail: Trail; from: number; until: number } {
    const end = this.facts.findIndex((fact) => fact.type === 'ResponseEnded' && fact.incident === incident);
    const ended = this.facts[end] as FactOf<'ResponseEnded'>;
    const { goal } = this.known(incident);
    const trail: Trail = [];
    this.denied = false;
    if (ended.status === 'done') this.explainEnd(goal, this.lastBefore(end, this.endedAt(goal)), trail);
    else this.explainBlock(goal, end, ended.at, trail);
    return { trail, from: ended.firstObservable, until: ended.firstObservable + ended.elapsedSeconds };
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
    const { task } = this.find(id);
    if (!isInject(task)) {
      this.explainEnd(id, last.moment, trail);
      return;
    }
    if (this.explainInject(task, last.moment, trail)) return;
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

  /** What an inject had waited for, if that came after its time (R31, R38). False: it was the clock. */
  private explainInject({ id, at, needs = [] }: Inject, moment: Moment, trail: Trail): boolean {
    const last = Math.max(-1, ...needs.map((need) => this.met(need)?.moment ?? -1));
    if (last === -1) return false;
    const { task } = this.ownerOf(last);
    // In the inject's own second observations and choices are taken by name, and work ends after them (R2).
    const isTimed = isInject(task) || task.task === 'sense' || task.task === 'decide';
    if (this.at(moment) === at && (this.at(last) < at || (isTimed && task.id < id))) return false;
    const before: Trail = [];
    this.explainGate(needs, undefined, before);
    trail.push(...before);
    return before.length > 0;
  }

  private ownerOf(moment: Moment): { task: Task | Inject } {
    return this.find((this.facts[moment] as FactOf<'TaskEnded'>).task);
  }

  private explainBegin(id: string, trail: Trail): void {
    const { task, incident } = this.find(id);
    if (isInject(task)) return;
    const asker = this.askerOf(id);
    if (asker !== undefined) {
      this.explainMachine(asker, this.beganAt(id) as Moment, trail);
      return;
    }
    const began = this.facts.findIndex((fact) => fact.type === 'IncidentBegan' && fact.incident === incident?.id);
    this.explainGate(task.needs, began, trail);
  }

  /** The machine whose verdict this decision gives. */
  private askerOf(decision: string): Machine | undefined {
    for (const { task } of this.tasks.values()) {
      if (isInject(task) || !isRun(task) || authorityOf(task) !== decision) continue;
      return { task, machine: task.task === 'share' ? 'release' : 'national-decision', party: null };
    }
    return undefined;
  }

  /** The time of a task that ended at this moment, and of all that led to it. */
  private explainEnd(id: string, moment: Moment, trail: Trail): void {
    const { task } = this.find(id);
    if (isInject(task)) return;
    const until = this.at(moment);
    const since = this.at(this.beganAt(id) as Moment);
    if (isRun(task)) this.explainRun(task, moment, trail);
    else if (task.task === 'decide') this.explainDecision(task, moment, until, trail);
    else {
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

  private moves({ task, machine, party }: Machine, by: Moment): { moment: Moment; to: string }[] {
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

  /** The time of a task that machines ran, by the one that it ended with: of partners the last one needed (R92). */
  private explainRun(task: Run, moment: Moment, trail: Trail): void {
    const { outcome } = this.facts[moment] as FactOf<'TaskEnded'>;
    if (outcome === 'withheld') {
      // R84: it was never begun, which took no time.
      trail.push({ cause: 'national-decision', since: this.at(moment), until: this.at(moment) });
      this.explainBegin(task.id, trail);
    } else this.explainMachine(this.lastMachine(task, moment), moment, trail);
  }

  private lastMachine(task: Run, moment: Moment): Machine {
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

  /** All of a machine's time up to a moment, and what led to its beginning. */
  private explainMachine(of: Machine, by: Moment, trail: Trail): void {
    const moves = this.moves(of, by);
    const upTo = this.at(by);
    moves.forEach(({ moment, to }, i) => {
      const until = i + 1 < moves.length ? this.at((moves[i + 1] as { moment: Moment }).moment) : upTo;
      this.explainState(of, { state: to, moment, since: this.at(moment), until, by }, trail);
    });
    if (of.machine !== 'carriage') {
      this.explainBegin(of.task.id, trail);
      return;
    }
    const lastOf = (machine: string) =>
      this.moves({ ...of, machine }, by).findLast(({ to }) => passed.includes(to))?.moment as Moment;
    const later = lastOf('front-door') > lastOf('release') ? 'front-door' : 'release';
    this.explainMachine({ ...of, machine: later }, lastOf(later), trail);
  }

  /** One stay in one state; while a seat has the word, the staff work is the machine's and the rest the seat's. */
  private explainState(
    of: Machine,
    stay: { state: string; moment: Moment; since: number; until: number; by: Moment },
    trail: Trail,
  ): void {
    const { since, until, state } = stay;
    const decision = awaiting.includes(state) ? authorityOf(of.task) : undefined;
    const asked = decision === undefined ? undefined : this.beganAt(decision);
    const cause = this.causeOf(of, state);
    const isAsked = asked !== undefined && asked <= stay.by && this.at(asked) <= until;
    const worked = isAsked ? this.at(asked) : until;
    trail.push({ cause, since, until: worked, ...this.stretchOf(of, { ...stay, until: worked }) });
    if (isAsked) trail.push({ cause: 'deliberation', since: worked, until });
  }

  /** R113: what trust made of a piece of work when it began, and how its time was spent. */
  private stretchOf({ task, machine }: Machine, stay: { state: string; moment: Moment; since: number; until: number }) {
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

  private causeOf({ task, machine, party }: Machine, state: string): Cause {
    if (machine === 'release') return 'regulation';
    if (machine === 'carriage') return 'interoperability';
    if (machine === 'national-decision') return 'national-decision';
    if (machine === 'coordination' && state !== 'split') return 'coordination';
    if (machine === 'front-door' && state !== 'disputed' && state !== 'escalated') return 'unclear-roles';
    const { organisations, lead, matrix } = this.coalition;
    const nationOf = (id: string) => organisations.find((one) => one.id === id)?.nation as string;
    const met = task.task === 'share' ? [nationOf(task.from), nationOf(task.to)] : [nationOf(party ?? '')];
    const isHome = task.task === 'share' && met[0] === met[1];
    const { incident } = this.find(task.id);
    const agreed = met
      .filter((nation) => nation !== lead)
      .every((nation) =>
        matrix.some((cell) => cell.nation === nation && cell.area === incident?.area && cell.level !== 'undefined'),
      );
    if (!isHome && !agreed) return 'no-agreed-end-state';
    return machine === 'coordination' ? 'coordination' : 'unclear-roles';
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
    const state = this.stateAt(id, by);
    if (state === 'not begun') {
      const need = (task.needs ?? []).find((one) => !((this.met(one)?.moment ?? Number.POSITIVE_INFINITY) <= by));
      if (need === undefined) return;
      const open = literalsOf(need).filter((literal) => !((this.came(literal) ?? Number.POSITIVE_INFINITY) <= by));
      const next = this.pick(
        open.map((literal) => literal.split('=')[0] as string),
        by,
      );
      if (next !== undefined) this.explainBlock(next, by, until, trail);
    } else if (isInject(task)) return;
    else if (state === 'ended') this.explainOtherwise(id, until, trail);
    else this.explainInHand(task, by, until, trail);
  }

  private explainOtherwise(id: string, until: number, trail: Trail): void {
    const moment = this.endedAt(id) as Moment;
    const before: Trail = [];
    const { outcome } = this.facts[moment] as FactOf<'TaskEnded'>;
    this.denied = ofSeat.includes(outcome);
    if (outcome !== 'overtaken') this.explainEnd(id, moment, before);
    const { task } = this.find(id);
    const run = !isInject(task) && isRun(task) ? task : undefined;
    const last = run === undefined || outcome === 'overtaken' ? before[0]?.cause : this.lastCause(run, moment);
    trail.push({ cause: last ?? 'sensing', since: this.at(moment), until }, ...before);
  }

  /** The cause that a run ended with: that of the machine's last work, or the seat's whose verdict it was. */
  private lastCause(task: Run, moment: Moment): Cause {
    if ((this.facts[moment] as FactOf<'TaskEnded'>).outcome === 'withheld') return 'national-decision';
    const last = this.lastMachine(task, moment);
    const decision = last.machine === 'carriage' ? undefined : authorityOf(task);
    const verdict = decision === undefined ? undefined : this.endedAt(decision);
    if (verdict !== undefined && verdict < moment && this.at(verdict) === this.at(moment)) return 'deliberation';
    return this.causeOf(last, this.moves(last, moment).at(-2)?.to ?? '');
  }

  private explainInHand(task: Task, by: Moment, until: number, trail: Trail): void {
    const since = this.at(this.beganAt(task.id) as Moment);
    if (task.task === 'decide') this.explainDecision(task, by, until, trail);
    else if (isRun(task)) {
      const inHand: Trail = [];
      this.explainMachine(this.machineInHand(task, by), by, inHand);
      trail.push(...inHand.map((span) => (span.until === this.at(by) ? { ...span, until } : span)));
    } else {
      trail.push({ cause: task.task === 'sense' ? 'sensing' : (workCause[task.task] as Cause), since, until });
      this.explainBegin(task.id, trail);
    }
  }

  /** R74: of a handover's gates the first not passed; of partners, in the order of the file, the first not yet done with. */
  private machineInHand(task: Run, by: Moment): Machine {
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

/**
 * The ledger worked out a second time, from RULES.md R31, R53, R70 to R78, R90 to R93 and the facts, without the engine's own trail: it never
 * reads the `after` of a step. Slow and plain; it gives seconds by cause, and those of trust.
 */
import type { Cause, FactOf } from '../../src/core/model/facts.ts';
import type { Need } from '../../src/core/model/need.ts';
import type { Inject } from '../../src/core/model/scenario.ts';
import type { DecideTask, Task } from '../../src/core/model/task.ts';
import type { Machine, Run } from './walker-log.ts';
import { authorityOf, isInject, isRun, passed, RunLog } from './walker-log.ts';
import type { Moment, Trail } from './walker-spans.ts';
import { literalsOf, sum, sumTrust } from './walker-spans.ts';

const workCause: Readonly<Record<string, Cause>> = {
  assess: 'sensing',
  coordinate: 'coordination',
  consent: 'national-decision',
  act: 'execution',
  announce: 'execution',
};
/** States in which a nation's staff has done its work and a seat may have the word. */
const awaiting = ['exception', 'withinAuthority', 'referredToCapital'];

export class Walker extends RunLog {
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
    if (ended.status === 'done') this.explainEnd(goal, this.lastBefore(end, this.endedAt(goal)), trail);
    else this.explainBlock(goal, end, ended.at, trail);
    return { trail, from: ended.firstObservable, until: ended.firstObservable + ended.elapsedSeconds };
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

  /** The time of a task that machines ran, by the one that it ended with: of partners the last one needed (R92). */
  private explainRun(task: Run, moment: Moment, trail: Trail): void {
    const { outcome } = this.facts[moment] as FactOf<'TaskEnded'>;
    if (outcome === 'withheld') {
      // R84: it was never begun, which took no time.
      trail.push({ cause: 'national-decision', since: this.at(moment), until: this.at(moment) });
      this.explainBegin(task.id, trail);
    } else this.explainMachine(this.lastMachine(task, moment), moment, trail);
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
    if (outcome !== 'overtaken') this.explainEnd(id, moment, before);
    const { task } = this.find(id);
    const run = !isInject(task) && isRun(task) ? task : undefined;
    const last = run === undefined || outcome === 'overtaken' ? before[0]?.cause : this.lastCause(run, moment);
    trail.push({ cause: last ?? 'sensing', since: this.at(moment), until }, ...before);
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
}

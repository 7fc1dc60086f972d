/**
 * An exercise with people in it, free of transport: the same in a browser that runs a seminar and in a host. It is a function of what it
 * was opened with and its journal; passing of time is a command like any other. What is hidden and what does not exist are refused alike.
 */
import type { Phrase } from '../core/model/view.ts';
import type { CycleEvent } from './cycle.machine.ts';
import type { Phase } from './cycle.ts';
import { phaseAfter } from './cycle.ts';
import type { Exercise, RunChoice } from './exercise.ts';
import { beginExercise } from './exercise.ts';
import type { Role } from './roles.ts';
import { policyOf, roleName } from './roles.ts';
import type { RoomCommand, SentCommand } from './room-command.ts';
import type { Answer, CellCard, ControlView, RoomView, Stage } from './room-view.ts';

export interface Opening {
  readonly definition: Exercise['definition'];
  readonly choice: RunChoice;
}

/** An accepted command, as the journal keeps it. */
export interface Entry extends SentCommand {
  readonly role: Role;
}

type Decide = Extract<RoomCommand, { type: 'decide' }>;
type Resolve = Extract<RoomCommand, { type: 'resolve' }>;
type Step = Exclude<RoomCommand, { type: 'decide' | 'pause' | 'resume' }>;

const steps = {
  brief: 'BRIEF',
  deliberate: 'DELIBERATE',
  resolve: 'RESOLVE',
  hotWash: 'HOT_WASH',
  close: 'CLOSE',
} as const satisfies Record<Step['type'], CycleEvent['type']>;

const because = (why: 'notYours' | 'notNow' | 'paused' | 'noMoreMoves' | 'clockMoved'): Phrase => ({
  key: `room.refused.${why}`,
  args: {},
});

export class Room {
  readonly opening: Opening;
  private readonly exercise: Exercise;
  private readonly moves: readonly { readonly title: string; readonly until: number; readonly minutes: number }[];
  private readonly accepted = new Set<string>();
  private phase: Phase = 'setUp';
  private paused: string | null = null;
  /** Index of the move in hand; -1 before the first. */
  private move = -1;
  private moveBegan = 0;

  /** As far as its journal goes. Throws when an entry no longer fits: then it was made by another engine. */
  constructor(opening: Opening, journal: readonly Entry[] = []) {
    this.opening = opening;
    this.exercise = beginExercise(opening.definition, opening.choice);
    const { moves, title, lasts, playMinutes } = opening.definition.scenario;
    const whole = { title, until: lasts, minutes: playMinutes };
    this.moves = moves?.map(({ title, until, minutes }) => ({ title, until, minutes })) ?? [whole];
    journal.forEach((entry, i) => {
      if (this.take(entry).type !== 'accepted')
        throw new RangeError(`entry ${i + 1} of ${journal.length} no longer fits this scenario and engine`);
    });
  }

  /** Head of the chain over header and facts so far. */
  get digest(): string {
    return this.exercise.digest;
  }

  /** Obeys a command, or says why not: then nothing has changed. When it throws, the room is broken: build it anew from its journal. */
  take({ role, id, command }: Entry): Answer {
    const name = `${roleName(role)} ${id}`;
    if (this.accepted.has(name)) return { type: 'repeated' };
    const why = this.obey(role, command);
    if (why !== undefined) return { type: 'refused', why };
    this.accepted.add(name);
    return { type: 'accepted' };
  }

  /** What a role is shown. `shoulder`: the seat over whose shoulder a role that leads looks; others see their own or none. */
  viewFor(role: Role, shoulder: string | null = null): RoomView {
    const policy = policyOf(role);
    const seat = policy.leads ? shoulder : role.seat;
    return {
      stage: this.stage(),
      seat: seat === null ? null : this.exercise.viewFor(seat),
      curtain: policy.truth ? this.exercise.curtain() : null,
      control: policy.leads ? this.control() : null,
    };
  }

  /** The whole truth so far; control's. */
  recordText(): string {
    return this.exercise.recordText();
  }

  private obey(role: Role, command: RoomCommand): Phrase | undefined {
    const { leads, decides } = policyOf(role);
    if (command.type === 'decide') {
      return decides && role.seat !== null ? this.decide(role.seat, command) : because('notYours');
    }
    if (!leads) return because('notYours');
    if (command.type === 'resume') {
      if (this.paused === null) return because('notNow');
      this.paused = null;
      return undefined;
    }
    if (this.paused !== null) return because('paused');
    if (command.type !== 'pause') return this.step(command);
    if (this.phase === 'closed') return because('notNow');
    this.paused = command.reason;
    return undefined;
  }

  private decide(seat: string, { at, decision, option, reason }: Decide): Phrase | undefined {
    if (this.paused !== null) return because('paused');
    if (this.phase !== 'deliberation') return because('notNow');
    if (at !== this.exercise.now) return because('clockMoved');
    return this.exercise.takeDecision(seat, decision, option, reason)?.refused;
  }

  private step(command: Step): Phrase | undefined {
    const next = phaseAfter(this.phase, steps[command.type]);
    if (next === undefined) return because('notNow');
    if (command.type === 'brief') {
      if (!this.hasMoreMoves()) return because('noMoreMoves');
      this.beginMove();
    }
    this.phase = next;
    if (command.type === 'resolve') this.resolve(command);
    return undefined;
  }

  /** What happens at the very second of StartEx is known at the first briefing. */
  private beginMove(): void {
    this.move += 1;
    this.moveBegan = this.exercise.now;
    if (this.move === 0) this.exercise.advance(0);
  }

  private resolve({ until }: Resolve): void {
    const end = this.moves[this.move]?.until ?? this.exercise.ends;
    if (until === 'moveEnd') this.exercise.advance(end);
    else this.exercise.advanceToNextDecision(end);
    this.phase = phaseAfter(this.phase, this.exercise.now < end ? 'ASKED' : 'MOVE_ENDED') ?? this.phase;
  }

  private hasMoreMoves(): boolean {
    return this.move + 1 < this.moves.length;
  }

  private stage(): Stage {
    const move = this.moves[this.move];
    return {
      phase: this.phase,
      paused: this.paused,
      now: this.exercise.now,
      ended: this.exercise.ended,
      move: move === undefined ? null : { ...move, number: this.move + 1, of: this.moves.length },
    };
  }

  private control(): ControlView {
    const { definition, choice } = this.opening;
    return {
      digest: this.digest,
      cells: definition.scenario.seats.filter(({ id }) => choice.held.includes(id)).map(({ id }) => this.cell(id)),
      discussion: definition.scenario.discussion,
      moreMoves: this.hasMoreMoves(),
    };
  }

  private cell(seat: string): CellCard {
    const { card, decisions, taken } = this.exercise.viewFor(seat);
    return {
      seat,
      title: card.title,
      nation: card.nation,
      waiting: decisions.map(({ title, deadline }) => ({ title, deadline })),
      answered: taken
        .filter(({ by, at }) => by === 'seat' && at >= this.moveBegan)
        .map(({ title, says, at }) => ({ title, says, at })),
    };
  }
}

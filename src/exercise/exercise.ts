/**
 * A live exercise, free of transport: the same in the browser, the terminal and (later) the host. It owns the run, folds its facts into
 * the world, and hands out views. Everything it was given is kept as inputs, from which it can be begun again.
 */

import type { Input, LiveRun, Refused, RunChoice } from '../core/engine/index.ts';
import { compile, startRun } from '../core/engine/index.ts';
import { curtainFor, openTheatre } from '../core/model/curtain.ts';
import type { Fact } from '../core/model/facts.ts';
import { referent } from '../core/model/refs.ts';
import { reviewOf } from '../core/model/review.ts';
import type { Definition } from '../core/model/scenario.ts';
import { viewFor } from '../core/model/seat-view.ts';
import type { Setting } from '../core/model/setting.ts';
import { settingOf } from '../core/model/setting.ts';
import type { CurtainView, Phrase, ReviewView, SeatView, Theatre } from '../core/model/view.ts';
import type { SeatWorld, World } from '../core/model/world.ts';
import { emptyWorld, fold } from '../core/model/world.ts';
import type { RecordHeader } from '../files/record.ts';
import { beginChain, headerOf, linkFacts, recordText } from '../files/record.ts';

export type { Input, RunChoice } from '../core/engine/index.ts';
export type Refusal = { readonly refused: Phrase };

export interface Exercise {
  readonly definition: Definition;
  readonly choice: RunChoice;
  readonly header: RecordHeader;
  readonly now: number;
  readonly ends: number;
  readonly ended: boolean;
  readonly inputs: readonly Input[];
  readonly facts: readonly Fact[];
  /** Head of the chain over header and facts so far. */
  readonly digest: string;
  viewFor(seat: string): SeatView;
  curtain(): CurtainView;
  /** The theatre with the curtain open. */
  openTheatre(): Theatre;
  review(): ReviewView;
  /** `ref` is the seat's own reference. Undefined when taken; else why not, and nothing has changed. */
  takeDecision(seat: string, ref: string, option: string, reason: string): Refusal | undefined;
  /** Lets time pass up to this second; not back, and not past the end. */
  advance(to: number): void;
  /** Stops after the second in which a held seat is next asked, or at `until`, or at the end. */
  advanceToNextDecision(until?: number): void;
  recordText(): string;
}

const refusal = (why: Refused['refused']): Refusal => ({ refused: { key: `refused.${why}`, args: {} } });

class LiveExercise implements Exercise {
  readonly definition: Definition;
  readonly choice: RunChoice;
  readonly header: RecordHeader;
  readonly ends: number;
  readonly inputs: Input[] = [];
  readonly facts: Fact[] = [];
  digest: string;
  private readonly run: LiveRun;
  private readonly setting: Setting;
  private world: World;
  /** A seat's last view, with all of the world that a view is made of: most of what happens changes nothing for most seats. */
  private readonly shown = new Map<
    string,
    { readonly told: SeatWorld | undefined; readonly incidents: World['incidents']; readonly view: SeatView }
  >();

  constructor(definition: Definition, choice: RunChoice) {
    const plan = compile(definition);
    this.definition = definition;
    this.choice = choice;
    this.run = startRun(plan, choice);
    this.ends = plan.lasts;
    this.setting = settingOf(definition);
    this.world = emptyWorld(this.setting);
    this.header = headerOf(plan, choice);
    this.digest = beginChain(this.header);
  }

  get now(): number {
    return this.run.now;
  }

  get ended(): boolean {
    return this.run.ended;
  }

  viewFor(seat: string): SeatView {
    const { now, incidents, seats } = this.world;
    const last = this.shown.get(seat);
    if (last?.told === seats[seat] && last?.incidents === incidents && last?.view.now === now) return last.view;
    const view = viewFor(this.world, this.setting, seat);
    this.shown.set(seat, { told: seats[seat], incidents, view });
    return view;
  }

  curtain(): CurtainView {
    return curtainFor(this.world, this.setting);
  }

  openTheatre(): Theatre {
    return openTheatre(this.world, this.setting);
  }

  review(): ReviewView {
    return reviewOf(this.world, this.setting);
  }

  takeDecision(seat: string, ref: string, option: string, reason: string): Refusal | undefined {
    const decision = referent(this.world.seats[seat]?.refs ?? {}, 'd', ref);
    if (decision === undefined) return refusal('not-open');
    const refused = this.give({ type: 'decide', at: this.now, seat, decision, option, reason });
    return refused && refusal(refused.refused);
  }

  advance(to: number): void {
    const until = Math.min(Math.max(to, this.now), this.ends);
    this.give({ type: 'advance', to: until });
  }

  advanceToNextDecision(until = this.ends): void {
    const { input, facts } = this.run.toNextDecision(Math.min(Math.max(until, this.now), this.ends));
    this.take(input, facts);
  }

  recordText(): string {
    return recordText({ header: this.header, inputs: this.inputs, facts: this.facts });
  }

  /** Gives the run an input, and keeps it once it is taken. */
  give(input: Input): Refused | undefined {
    const given = this.run.give(input);
    if ('refused' in given) return given;
    this.take(input, given);
    return undefined;
  }

  private take(input: Input, facts: readonly Fact[]): void {
    this.inputs.push(input);
    for (const fact of facts) this.facts.push(fact);
    this.digest = linkFacts(this.digest, facts);
    this.world = fold(this.world, this.setting, facts, this.now);
  }
}

/** An exercise at StartEx, or as far as `inputs` take it. Throws when an input no longer fits: then it was made by another engine. */
export function beginExercise(definition: Definition, choice: RunChoice, inputs: readonly Input[] = []): Exercise {
  const exercise = new LiveExercise(definition, choice);
  inputs.forEach((input, i) => {
    const refused = exercise.give(input);
    if (refused)
      throw new RangeError(
        `input ${i + 1} of ${inputs.length} no longer fits this scenario and engine (${refused.refused})`,
      );
  });
  return exercise;
}

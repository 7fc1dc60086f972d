/** An exercise of three moments (nothing yet, a full table, the end) for looking at places before and without the engine. */

import type { Definition } from '../../src/core/model/scenario.ts';
import type { Phrase, SeatView } from '../../src/core/model/view.ts';
import type { Exercise, Input, RunChoice } from '../../src/exercise/exercise.ts';
import { emptyView, sampleCurtain, sampleEnds, sampleReview, sampleTheatre, sampleView } from './sample-view.ts';

export class FakeExercise implements Exercise {
  readonly definition: Definition;
  readonly choice: RunChoice;
  readonly inputs: Input[] = [];
  readonly header = {} as Exercise['header'];
  readonly facts = [];
  now = 0;
  ends = sampleEnds;
  #decided: string[] = [];

  constructor(definition: Definition, choice: RunChoice, inputs: readonly Input[] = []) {
    this.definition = definition;
    this.choice = choice;
    for (const input of inputs) {
      if (input.type === 'advance') this.advance(input.to);
      else this.takeDecision(input.seat, input.decision, input.option, input.reason);
    }
  }

  get ended(): boolean {
    return this.now >= this.ends;
  }

  get digest(): string {
    return `${this.inputs.length}-${this.now}`;
  }

  viewFor(seat: string): SeatView {
    const view = this.now === 0 ? emptyView : sampleView;
    const decisions = view.decisions.filter(({ ref, deadline }) => !this.#decided.includes(ref) && deadline > this.now);
    const taken = this.#decided.map((ref) => ({ ...(sampleView.taken[0] as SeatView['taken'][number]), ref }));
    return { ...view, card: { ...view.card, seat }, now: this.now, decisions, taken: [...view.taken, ...taken] };
  }

  curtain() {
    return { ...sampleCurtain, now: this.now };
  }

  openTheatre() {
    return { ...sampleTheatre, links: sampleCurtain.links };
  }

  review() {
    return sampleReview;
  }

  takeDecision(
    seat: string,
    decision: string,
    option: string,
    reason: string,
  ): { readonly refused: Phrase } | undefined {
    this.inputs.push({ type: 'decide', at: this.now, seat, decision, option, reason });
    this.#decided.push(decision);
    return undefined;
  }

  advance(to: number): void {
    this.inputs.push({ type: 'advance', to });
    this.now = Math.min(to, this.ends);
  }

  advanceToNextDecision(until = this.ends): void {
    this.advance(Math.min(this.now < sampleView.now ? sampleView.now : this.ends, until));
  }

  recordText(): string {
    return JSON.stringify({ choice: this.choice, inputs: this.inputs });
  }
}

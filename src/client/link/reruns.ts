/** A run once more without each cause, in the background and only when asked. */
import { signal } from '@preact/signals';
import type { Fact } from '../../core/model/facts.ts';
import { causes } from '../../core/model/facts.ts';
import type { Played } from '../../study/without-each.ts';
import type { RerunsApart } from '../../workers/rerun-apart.ts';
import { rerunApart } from '../../workers/rerun-apart.ts';
import type { BackCard } from './cards.ts';

const chargedIn = (facts: readonly Fact[]): number =>
  causes.filter((cause) => facts.some((fact) => fact.type === 'ResponseEnded' && fact.charges[cause] !== undefined))
    .length;

export class Reruns {
  readonly card = signal<BackCard>({ state: 'idle' });
  #apart: RerunsApart | null = null;

  play(played: Played): void {
    this.stop();
    const all = chargedIn(played.facts);
    this.card.value = { state: 'running', done: 0, all };
    this.#apart = rerunApart(played, (done) => {
      this.card.value = { state: 'running', done, all };
    });
    this.#apart.done.then(
      (rows) => {
        this.card.value = { state: 'known', rows };
      },
      (why: Error) => {
        this.card.value = { state: 'failed', why: why.message };
      },
    );
  }

  /** Back to before it was asked. */
  stop(): void {
    this.#apart?.stop();
    this.#apart = null;
    this.card.value = { state: 'idle' };
  }
}

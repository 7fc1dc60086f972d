/** Other evenings, played in the background for a review. */
import { signal } from '@preact/signals';
import type { Definition } from '../../core/model/scenario.ts';
import type { ReviewView } from '../../core/model/view.ts';
import type { Apart } from '../../workers/replicate-apart.ts';
import { replicateApart } from '../../workers/replicate-apart.ts';
import type { UsualCard } from './cards.ts';

/** Enough for a first impression; a study is for more. */
const EVENINGS = 300;

export class OtherEvenings {
  readonly card = signal<UsualCard>({ state: 'running', done: 0, wanted: EVENINGS });
  #apart: Apart | null = null;

  /** Plays them for this review. What was being played before stops. */
  play(definition: Definition, seed: string, review: ReviewView): void {
    this.#apart?.stop();
    this.card.value = { state: 'running', done: 0, wanted: EVENINGS };
    const wanted = { seed: `usual/${seed}`, from: 0, count: EVENINGS, standIn: 'by-the-book' } as const;
    const apart = replicateApart(definition, wanted, (done) => {
      this.card.value = { state: 'running', done, wanted: EVENINGS };
    });
    this.#apart = apart;
    apart.done
      .then(async (others) => {
        // By now the engine is here; the first page does without it.
        const { howUsual } = await import('../../study/usual.ts');
        const evening = review.incidents.map(({ id, elapsedSeconds, status }) => ({
          incident: id,
          elapsedSeconds,
          done: status === 'done',
        }));
        this.card.value = { state: 'known', rows: howUsual(others, evening) };
      })
      .catch((why: Error) => {
        this.card.value = { state: 'failed', why: why.message };
      });
  }
}

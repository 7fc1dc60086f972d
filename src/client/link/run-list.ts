/** The runs this browser keeps, as the start page lists them; forgetting one can be undone while the page stands. */
import { signal } from '@preact/signals';
import { percent, zulu } from '../../words/formats.ts';
import type { RunCard, Trouble } from './cards.ts';
import type { SavedRun, SavedRuns } from './saved-runs.ts';
import type { Shelf } from './shelf.ts';
import { savedWords, storageTrouble } from './troubles.ts';

export class RunList {
  readonly cards = signal<readonly RunCard[]>([]);
  readonly forgotten = signal<SavedRun | null>(null);
  readonly #runs: SavedRuns;
  readonly #shelf: Shelf;
  readonly #onTrouble: (trouble: Trouble) => void;

  constructor(runs: SavedRuns, shelf: Shelf, onTrouble: (trouble: Trouble) => void) {
    this.#runs = runs;
    this.#shelf = shelf;
    this.#onTrouble = onTrouble;
  }

  async refresh(): Promise<void> {
    await this.#guarded(async () => {
      this.cards.value = (await this.#runs.all()).map((run) => this.#card(run));
    });
  }

  async forget(id: string): Promise<void> {
    await this.#guarded(async () => {
      this.forgotten.value = (await this.#runs.get(id)) ?? null;
      await this.#runs.remove(id);
    });
    await this.refresh();
  }

  async undoForget(): Promise<void> {
    await this.#guarded(async () => {
      if (this.forgotten.value !== null) await this.#runs.put(this.forgotten.value);
      this.forgotten.value = null;
    });
    await this.refresh();
  }

  #card(run: SavedRun): RunCard {
    const scenario = this.#shelf.scenarios.find(({ id }) => id === run.scenario);
    return {
      id: run.id,
      scenario: scenario?.title ?? run.scenario,
      cut: scenario?.cuts.find(({ id }) => id === run.cut)?.title ?? '',
      policy: this.#shelf.policies.find(({ id }) => id === run.policy)?.title ?? run.policy,
      seed: run.seed,
      at: scenario === undefined ? '' : zulu(scenario.startsAt, run.now),
      done: scenario === undefined ? '' : percent(run.now, scenario.lasts),
      ended: run.ended,
      saved: savedWords(run.savedAt),
    };
  }

  async #guarded(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (why) {
      this.#onTrouble(storageTrouble(why));
    }
  }
}

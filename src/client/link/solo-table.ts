/**
 * A table for one person: begins runs, passes time, takes decisions, keeps the run after every input and finds it again.
 * Screens read its signals and call its functions; nothing else on this side knows an exercise.
 */
import { signal } from '@preact/signals';
import type { Definition } from '../../core/model/scenario.ts';
import type { Phrase } from '../../core/model/view.ts';
import type { Exercise } from '../../exercise/exercise.ts';
import type { Played } from '../../study/without-each.ts';
import { say } from '../../words/index.ts';
import type { Arriving, Kept, Place, Play, StartChoice, Trouble } from './cards.ts';
import { download } from './download.ts';
import { newRunId } from './luck.ts';
import type { Run, RunParts } from './run.ts';
import { madeAgain, playOf, savedOf, seatAsked } from './run.ts';
import { RunList } from './run-list.ts';
import type { SavedRuns } from './saved-runs.ts';
import { brokenTrouble, changedTrouble, missingTrouble, storageTrouble, troubleOf } from './troubles.ts';

export interface SoloTableParts extends RunParts {
  readonly runs: SavedRuns;
  /** Milliseconds since 1970. */
  readonly wallClock: () => number;
}

const HOUR = 3_600;

export class SoloTable {
  readonly place = signal<Place>({ at: 'start' });
  readonly play = signal<Play | null>(null);
  readonly kept = signal<Kept>('not');
  readonly trouble = signal<Trouble | null>(null);
  readonly arriving = signal<Arriving>(null);
  readonly runList: RunList;
  readonly #parts: SoloTableParts;
  #run: Run | null = null;

  constructor(parts: SoloTableParts) {
    this.#parts = parts;
    this.runList = new RunList(parts.runs, parts.shelf, (trouble) => {
      this.trouble.value = trouble;
    });
  }

  /** What the run in hand is played with. */
  get definition(): Definition | null {
    return this.#run?.definition ?? null;
  }

  /** The run in hand as it was played, for whoever plays it again. */
  get played(): Played | null {
    if (this.#run === null) return null;
    const { definition, exercise } = this.#run;
    return { definition, choice: exercise.choice, facts: exercise.facts };
  }

  async begin(choice: StartChoice): Promise<void> {
    if (this.arriving.value !== null) return;
    this.arriving.value = 'begun';
    try {
      const { held, policy, cut, curtain } = choice;
      const definition = await this.#parts.shelf.definition(choice);
      const seated = { seed: choice.seed.trim(), held, standIn: 'by-the-book' } as const;
      const exercise = await this.#parts.begin(definition, seated);
      this.trouble.value = null;
      this.kept.value = 'not';
      this.#show({ id: newRunId(), exercise, definition, policy, cut, seat: held[0] as string, curtain, lookedAt: -1 });
      this.place.value = { at: 'table', run: (this.#run as Run).id };
    } catch (why) {
      this.trouble.value = troubleOf(why, say('doing.beginning'));
    } finally {
      this.arriving.value = null;
    }
  }

  /** The run in hand once more, with one thing changed: the policy or the luck. */
  async playAgain(policy: string, seed: string): Promise<void> {
    const run = this.#run;
    if (run === null) return;
    const { definition, cut, curtain, exercise } = run;
    await this.begin({ scenario: definition.scenario.id, policy, cut, seed, curtain, held: exercise.choice.held });
  }

  /** Goes where an address says, taking up a kept run where one is named. */
  async goTo(next: Place): Promise<void> {
    if (next.at !== 'start' && this.#run?.id !== next.run) {
      this.arriving.value = 'taken-up';
      const found = await this.#takeUp(next.run).catch((why: unknown) => troubleOf(why, say('doing.takingUp')));
      this.arriving.value = null;
      if (found !== null) {
        this.trouble.value = found;
        return this.goTo({ at: 'start' });
      }
    }
    const early = next.at === 'review' && this.play.value?.ended !== true;
    this.place.value = early ? { at: 'table', run: next.run } : next;
    if (next.at === 'start') await this.runList.refresh();
  }

  advanceToNextDecision(): void {
    this.#advance(say('doing.next'), (exercise) => exercise.advanceToNextDecision());
  }

  /** An hour, or less when a held seat is asked something within it: a question must not lapse unread. */
  advanceHour(): void {
    this.#advance(say('doing.hour'), (exercise) => exercise.advanceToNextDecision(exercise.now + HOUR));
  }

  advanceToEnd(): void {
    this.#advance(say('doing.end'), (exercise) => exercise.advance(exercise.ends));
  }

  /** A phrase when the seat may not have that. */
  decide(decision: string, option: string, reason: string): Phrase | undefined {
    let refused: Phrase | undefined;
    this.#attempt(say('doing.decision'), (run) => {
      refused = run.exercise.takeDecision(run.seat, decision, option, reason)?.refused;
      return run;
    });
    return refused;
  }

  takeSeat(seat: string): void {
    this.#attempt(say('doing.seat'), (run) => ({ ...run, seat }));
  }

  drawCurtain(open: boolean): void {
    this.#attempt(say('doing.curtain'), (run) => ({ ...run, curtain: open }));
  }

  downloadRecord(): void {
    const run = this.#run;
    if (run !== null)
      download(run.exercise.recordText(), `${run.definition.scenario.id}-${run.exercise.choice.seed}.saydo`);
  }

  /** For faults that show up while drawing. */
  reportFault(why: unknown): void {
    this.trouble.value = brokenTrouble(why, say('doing.drawing'));
  }

  dismissTrouble(): void {
    this.trouble.value = null;
  }

  #advance(doing: string, pass: (exercise: Exercise) => void): void {
    this.#attempt(doing, (run) => {
      const lookedAt = run.exercise.now;
      if (!run.exercise.ended) pass(run.exercise);
      return { ...run, lookedAt, seat: seatAsked(run) };
    });
    if (this.play.value?.ended) this.place.value = { at: 'review', run: this.play.value.run };
  }

  /** Does what the person asked for; a fault of the program is told, never swallowed. */
  #attempt(doing: string, act: (run: Run) => Run): void {
    if (this.#run === null) return;
    try {
      this.#show(act(this.#run));
    } catch (why) {
      this.trouble.value = brokenTrouble(why, doing);
    }
  }

  /** Draws the run anew and keeps it. */
  #show(run: Run): void {
    this.#run = run;
    this.play.value = playOf(run);
    void this.#keep(run);
  }

  /** Says that a run is kept only once it is on disk. */
  async #keep(run: Run): Promise<void> {
    const record = savedOf(run, this.#parts.wallClock());
    try {
      await this.#parts.runs.put(record);
      if (this.#run?.id === run.id) this.kept.value = record.now;
    } catch (why) {
      this.kept.value = 'not';
      this.trouble.value = storageTrouble(why);
    }
  }

  async #takeUp(id: string): Promise<Trouble | null> {
    const record = await this.#parts.runs.get(id).catch(() => undefined);
    if (record === undefined) return missingTrouble(id);
    const run = await madeAgain(record, this.#parts);
    if (run === null) return changedTrouble(record);
    this.#run = run;
    this.play.value = playOf(run);
    this.kept.value = record.now;
    return null;
  }
}

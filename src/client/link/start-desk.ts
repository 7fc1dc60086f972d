/** The start page's choices, filled in from the first moment, and what can be shown of them before StartEx. */
import { computed, signal } from '@preact/signals';
import type { Definition } from '../../core/model/scenario.ts';
import type { Theatre } from '../../core/model/view.ts';
import { policiesInOrder } from '../../files/policy-order.ts';
import { capitalClocks } from './capitals.ts';
import type { CapitalClock, Fetching, StartChoice } from './cards.ts';
import { friendlySeed } from './luck.ts';
import type { Shelf, Wanted } from './shelf.ts';
import { settingBefore } from './shelf.ts';

export interface StartDeskParts {
  readonly shelf: Shelf;
  readonly stage: (definition: Definition, seat: string) => Theatre;
}

/** What is known of a choice once its scenario has come. */
interface Opened {
  /** Null while they are still another scenario's. */
  readonly capitals: readonly CapitalClock[] | null;
  /** Before StartEx, as the first of the chosen seats may see it. */
  readonly showing: { readonly theatre: Theatre; readonly now: number; readonly startsAt: string };
}

function firstChoice(shelf: Shelf): StartChoice {
  const scenario = shelf.scenarios[0];
  const seat = scenario?.seats[0];
  return {
    scenario: scenario?.id ?? '',
    policy: policiesInOrder(shelf.policies, scenario?.startsAt)[0]?.id ?? '',
    cut: null,
    held: seat === undefined ? [] : [seat.id],
    seed: friendlySeed(),
    curtain: false,
  };
}

const isSameWanted = (a: Wanted, b: Wanted): boolean =>
  a.scenario === b.scenario && a.policy === b.policy && a.cut === b.cut;

export class StartDesk {
  readonly choice = signal<StartChoice>({ scenario: '', policy: '', cut: null, held: [], seed: '', curtain: false });
  readonly fetching = signal<Fetching>({ state: 'under-way' });
  /** Of the choice before until that of this one is here. */
  readonly #definition = signal<Definition | null>(null);
  readonly #parts: StartDeskParts;

  constructor(parts: StartDeskParts) {
    this.#parts = parts;
    this.choice.value = firstChoice(parts.shelf);
    void this.fetch();
  }

  readonly scenario = computed(() => this.#parts.shelf.scenarios.find(({ id }) => id === this.choice.value.scenario));
  readonly policies = computed(() => policiesInOrder(this.#parts.shelf.policies, this.scenario.value?.startsAt));
  readonly setting = computed(() => (this.scenario.value === undefined ? null : settingBefore(this.scenario.value)));

  readonly #seat = computed(() => {
    const seats = this.#definition.value?.scenario.seats.map(({ id }) => id) ?? [];
    return seats.find((id) => this.choice.value.held.includes(id)) ?? seats[0] ?? '';
  });
  readonly opened = computed((): Opened | null => {
    const definition = this.#definition.value;
    if (definition === null) return null;
    const theatre = this.#parts.stage(definition, this.#seat.value);
    const isChosen = definition.scenario.id === this.choice.value.scenario;
    return {
      capitals: isChosen ? capitalClocks(definition) : null,
      showing: { theatre, now: 0, startsAt: definition.scenario.startsAt },
    };
  });

  choose(choice: StartChoice): void {
    const before = this.choice.value;
    this.choice.value = choice;
    if (!isSameWanted(choice, before)) void this.fetch();
  }

  otherLuck(): void {
    this.choice.value = { ...this.choice.value, seed: friendlySeed() };
  }

  /** Brings what is chosen; again, where it could not be had before. */
  async fetch(): Promise<void> {
    const wanted = this.choice.value;
    if (this.scenario.value === undefined) return;
    const isStillWanted = () => isSameWanted(this.choice.value, wanted);
    this.fetching.value = { state: 'under-way' };
    try {
      const definition = await this.#parts.shelf.definition(wanted);
      if (!isStillWanted()) return;
      this.#definition.value = definition;
      this.fetching.value = { state: 'done' };
    } catch (why) {
      if (!isStillWanted()) return;
      this.#definition.value = null;
      this.fetching.value = { state: 'failed', why: String(why instanceof Error ? why.message : why) };
    }
  }
}

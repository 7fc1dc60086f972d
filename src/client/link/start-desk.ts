/** The start page's choices, filled in from the first moment, and what can be shown of them before StartEx. */
import { computed, signal } from '@preact/signals';
import type { Theatre } from '../../core/model/view.ts';
import { capitalClocks } from './capitals.ts';
import type { StartChoice } from './cards.ts';
import { friendlySeed } from './luck.ts';
import type { Shelf } from './shelf.ts';
import { settingOf } from './shelf.ts';
import type { SoloTableParts } from './solo-table.ts';

function firstChoice(shelf: Shelf): StartChoice {
  const scenario = shelf.scenarios[0];
  const seat = scenario?.seats[0];
  return {
    scenario: scenario?.id ?? '',
    policy: shelf.policies[0]?.id ?? '',
    held: seat === undefined ? [] : [seat.id],
    seed: friendlySeed(),
    curtain: false,
  };
}

export class StartDesk {
  readonly choice = signal<StartChoice>({ scenario: '', policy: '', held: [], seed: '', curtain: false });
  readonly #parts: Pick<SoloTableParts, 'shelf' | 'begin'>;

  constructor(parts: Pick<SoloTableParts, 'shelf' | 'begin'>) {
    this.#parts = parts;
    this.choice.value = firstChoice(parts.shelf);
  }

  readonly #definition = computed(() => {
    const { scenario, policy } = this.choice.value;
    return this.#parts.shelf.definition(scenario, policy);
  });
  readonly setting = computed(() => settingOf(this.#definition.value, ''));
  readonly capitals = computed(() => capitalClocks(this.#definition.value));

  /** The stage at StartEx, as any seat may see it. */
  readonly showing = computed((): { readonly theatre: Theatre; readonly now: number; readonly startsAt: string } => {
    const definition = this.#definition.value;
    const seat = definition.scenario.seats[0]?.id ?? '';
    const exercise = this.#parts.begin(definition, { seed: 'start', held: [seat], standIn: 'by-the-book' });
    return { theatre: exercise.viewFor(seat).theatre, now: 0, startsAt: definition.scenario.startsAt };
  });

  choose(choice: StartChoice): void {
    this.choice.value = choice;
  }

  otherLuck(): void {
    this.choice.value = { ...this.choice.value, seed: friendlySeed() };
  }
}

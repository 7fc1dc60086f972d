/**
 * What stands in the plan from the beginning: when incidents begin and injects come. Of these only the next is in the agenda, which so
 * stays short: taking from it and adding to it costs by its length.
 */
import type { Agenda } from '../kernel/agenda.ts';
import type { Inject } from '../model/scenario.ts';
import type { Plan } from './plan.ts';
import { INJECT } from './plan.ts';

interface Entry {
  readonly slot: number;
  readonly time: number;
}

function entriesOf(plan: Plan, slots: { readonly begin: number; readonly timer: number }): Entry[] {
  return [
    ...plan.incidents.map(({ begins }, incident) => ({ slot: slots.begin + incident, time: begins })),
    ...plan.tasks.flatMap(({ kind, source }, task) =>
      kind === INJECT ? [{ slot: slots.timer + task, time: (source as Inject).at }] : [],
    ),
  ];
}

export class Foreseen {
  private readonly slots: Int32Array;
  private readonly times: Int32Array;
  private entered = 0;

  constructor(plan: Plan, slots: { readonly begin: number; readonly timer: number }) {
    const entries = entriesOf(plan, slots).sort((a, b) => a.time - b.time || a.slot - b.slot);
    this.slots = Int32Array.from(entries, ({ slot }) => slot);
    this.times = Int32Array.from(entries, ({ time }) => time);
  }

  /** StartEx: the first is entered. */
  begin(agenda: Agenda): void {
    this.entered = 0;
    this.enterNext(agenda);
  }

  /** A slot has been taken from the agenda: if it was foreseen, the one after it is entered. */
  follow(agenda: Agenda, taken: number): void {
    if (taken === this.slots[this.entered - 1]) this.enterNext(agenda);
  }

  private enterNext(agenda: Agenda): void {
    if (this.entered === this.slots.length) return;
    agenda.set(this.slots[this.entered] as number, this.times[this.entered] as number);
    this.entered++;
  }
}

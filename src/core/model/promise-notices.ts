/** Who is told of promises: both nations, from when one is given to how it ends. */
import type { FactOf } from './facts.ts';
import { refer } from './refs.ts';
import type { Setting } from './setting.ts';
import { known } from './setting.ts';
import type { Told } from './telling.ts';
import { about } from './telling.ts';

/** Both nations have a promise on the table: whoever gave it, and whoever counts on it. */
export function promised(setting: Setting, fact: FactOf<'PromiseMade'>): Told[] {
  const { incident } = known(setting.tasks, fact.decision);
  const { says } = known(setting.promises, fact.promise);
  const { at, from, to, due } = fact;
  return seatsOfNations(setting, [from, to]).flatMap((seat) =>
    about(seat, incident, at, (refs, ref) => ({
      at,
      type: 'PromiseMade',
      promise: refer(refs, 'v', fact.promise),
      says,
      from,
      to,
      due,
      incident: ref,
    })),
  );
}

export function settled(setting: Setting, fact: FactOf<'PromiseSettled'>): Told[] {
  const { from, to } = known(setting.promises, fact.promise);
  const { at, how } = fact;
  return seatsOfNations(setting, [from, to]).map((seat) => ({
    seat,
    tell: (refs, notices) => notices.push({ at, type: 'PromiseSettled', promise: refer(refs, 'v', fact.promise), how }),
  }));
}

const seatsOfNations = ({ definition }: Setting, nations: readonly string[]): string[] =>
  definition.scenario.seats.filter(({ nation }) => nations.includes(nation)).map(({ id }) => id);

/** What nations promised each other in a run, and which of it did not hold. */
import type { Fact, FactOf } from '../core/model/facts.ts';
import type { Setting } from '../core/model/setting.ts';
import { known } from '../core/model/setting.ts';
import { say } from '../words/index.ts';
import { clipped, hanging, unpainted } from './columns.ts';
import type { Layout } from './layout.ts';
import { nationName } from './tale.ts';

const isSettled = (fact: Fact): fact is FactOf<'PromiseSettled'> => fact.type === 'PromiseSettled';

/** Counts in a line, broken promises in a line each; empty where nobody promised anything. */
export function promisesText(setting: Setting, facts: readonly Fact[], { width, tones = {} }: Layout): string {
  const made = facts.filter(({ type }) => type === 'PromiseMade').length;
  if (made === 0) return '';
  const settled = facts.filter(isSettled);
  const [kept, broken, dropped] = (['kept', 'broken', 'dropped'] as const).map((how) =>
    settled.filter((one) => one.how === how),
  ) as [typeof settled, typeof settled, typeof settled];
  const counts = { made, kept: kept.length, broken: broken.length, dropped: dropped.length };
  const { heading = unpainted } = tones;
  const lines = broken.map(({ promise }) => {
    const { from, to, says } = known(setting.promises, promise);
    const args = { from: nationName(setting, from), to: nationName(setting, to), says };
    return `  ${clipped(say('result.broken', args), width - 2)}`;
  });
  const told = say('result.promises', { ...counts, open: made - settled.length });
  return [heading(say('result.promised')), hanging('  ', told, width), ...lines].join('\n');
}

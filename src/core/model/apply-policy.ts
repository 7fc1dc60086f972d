/**
 * Changes, a policy's or an arrangement's, applied to a coalition's numbers. Knows places by their path only; that the result still fits the
 * schema is checked where files are read.
 */
import { Immer } from 'immer';
import { LONGEST, PER_MILLE, parseDuration } from '../kernel/units.ts';
import type { Coalition } from './coalition.ts';
import type { Change, Policy } from './policy.ts';

/** What it is given stays as it is, unfrozen too: it is the caller's. */
const { produce } = new Immer({ autoFreeze: false });

/** Keys under which the coalition holds durations: seconds once read. */
export const durationKeys: ReadonlySet<string> = new Set([
  'low',
  'mode',
  'high',
  'p0',
  'p10',
  'p50',
  'p90',
  'p100',
  'exactly',
  'callIn',
]);

/** A change that found no place: which lever's, and the how-manieth of its changes, from 0. */
export interface Unmatched {
  readonly lever: string;
  readonly change: number;
}

/** A mapping or a list. */
type Branch = Record<string, unknown>;

/** What a path ends in: a key in a branch, with the branches around it, the nearest last. */
interface Place {
  readonly key: string;
  readonly around: readonly Branch[];
}

function isBranch(value: unknown): value is Branch {
  return typeof value === 'object' && value !== null;
}

function holderOf(place: Place): Branch {
  return place.around.at(-1) as Branch;
}

/** Whether a list entry is the one that `key=value&key!=value` asks for. */
function answers(entry: unknown, selector: string): boolean {
  return selector.split('&').every((condition) => {
    const [key, value] = condition.split('=', 2) as [string, string | undefined];
    const isUnlike = key.endsWith('!');
    const name = isUnlike ? key.slice(0, -1) : key;
    return isBranch(entry) && Object.hasOwn(entry, name) && (String(entry[name]) === value) !== isUnlike;
  });
}

/** Keys of a branch that one part of a path chooses. */
function chosen(branch: Branch, step: string): string[] {
  if (step === '*') return Object.keys(branch);
  if (step.includes('='))
    return Array.isArray(branch) ? Object.keys(branch).filter((key) => answers(branch[key], step)) : [];
  return !Array.isArray(branch) && Object.hasOwn(branch, step) ? [step] : [];
}

/** All places a path ends in. With `making`, its last key may be one that is not there yet. */
function placesAt(root: Branch, path: string, making: boolean): Place[] {
  const steps = path.split('/');
  let around: (readonly Branch[])[] = [[root]];
  for (const [i, step] of steps.entries()) {
    const last = i === steps.length - 1;
    const places = around.flatMap((branches) => {
      const branch = branches.at(-1) as Branch;
      const isNew = last && making && /^[a-z]\w*$/i.test(step) && !Array.isArray(branch);
      return (isNew ? [step] : chosen(branch, step)).map((key) => ({ key, around: branches }));
    });
    if (last) return places;
    around = places.flatMap((place) => {
      const next = holderOf(place)[place.key];
      return isBranch(next) ? [[...place.around, next]] : [];
    });
  }
  return [];
}

/** Numbers say where they come from: a changed one comes from the change. */
function credit(branch: Branch, change: Change): void {
  branch.source = change.source;
  branch.confidence = change.confidence;
  delete branch.basis;
  if (change.basis !== undefined) branch.basis = change.basis;
}

function isScaled(key: string): boolean {
  return durationKeys.has(key) || key === 'perMille';
}

/** A copy in which durations are seconds and every number has a source: its own, or else the change's. */
function settled(value: unknown, key: string, change: Change): unknown {
  if (typeof value === 'string') return durationKeys.has(key) ? (parseDuration(value) ?? value) : value;
  if (!isBranch(value)) return value;
  if (Array.isArray(value)) return value.map((entry) => settled(entry, '', change));
  const parts = Object.entries(value).map(([inner, part]) => [inner, settled(part, inner, change)]);
  const copy: Branch = Object.fromEntries(parts);
  if (Object.keys(copy).some(isScaled) && copy.source === undefined) credit(copy, change);
  return copy;
}

function setAt(place: Place, change: Change): boolean {
  holderOf(place)[place.key] = settled(change.set, place.key, change);
  const sourced =
    isBranch(change.set) && !Array.isArray(change.set)
      ? undefined
      : place.around.findLast((branch) => 'confidence' in branch);
  if (sourced !== undefined) credit(sourced, change);
  return true;
}

function addAt(place: Place, change: Change): boolean {
  const list = holderOf(place)[place.key];
  if (!Array.isArray(list)) return false;
  list.push(...(change.add ?? []).map((entry) => settled(entry, '', change)));
  return true;
}

/** Half up to whole numbers; a share stays a share, a duration within what the kernel accepts. */
function scaled(value: number, key: string, perMille: number): number {
  const product = Math.floor((value * perMille + PER_MILLE / 2) / PER_MILLE);
  return Math.min(product, key === 'perMille' ? PER_MILLE : LONGEST);
}

/** Multiplies the durations and shares at or under a place; false when there are none. */
function scaleAt({ key, around }: Place, change: Change): boolean {
  const holder = around.at(-1) as Branch;
  const value = holder[key];
  if (typeof value === 'number' && isScaled(key)) {
    holder[key] = scaled(value, key, change.scale ?? PER_MILLE);
    credit(holder, change);
    return true;
  }
  if (!isBranch(value)) return false;
  const inner = Object.keys(value).map((part) => scaleAt({ key: part, around: [value] }, change));
  return inner.includes(true);
}

/** Applies one change to a draft; false when it found no place. */
function applyChange(draft: Branch, change: Change): boolean {
  const applied = placesAt(draft, change.at, change.set !== undefined).map((place) => {
    if (change.set !== undefined) return setAt(place, change);
    return change.scale === undefined ? addAt(place, change) : scaleAt(place, change);
  });
  return applied.includes(true);
}

/** Applies changes to a draft; the numbers of those that found no place. */
function applyAll(draft: Branch, changes: readonly Change[]): number[] {
  return changes.flatMap((change, i) => (applyChange(draft, change) ? [] : [i]));
}

/**
 * The coalition after changes in the order in which they are written, each on what the earlier ones left, and the numbers
 * of those that found no place. Durations in `set` and `add` may be written out ("15m") or be seconds. Never changes what
 * it is given.
 */
export function applyChanges(
  coalition: Coalition,
  changes: readonly Change[],
): { readonly coalition: Coalition; readonly unmatched: readonly number[] } {
  let unmatched: number[] = [];
  const changed = produce(coalition, (draft) => {
    unmatched = applyAll(draft as unknown as Branch, changes);
  });
  return { coalition: changed, unmatched };
}

/** The coalition under a policy: its levers' changes, lever by lever. */
export function applyPolicy(
  coalition: Coalition,
  policy: Policy,
): { readonly coalition: Coalition; readonly unmatched: readonly Unmatched[] } {
  const all = policy.levers.flatMap(({ id, changes }) => changes.map((_, change) => ({ lever: id, change })));
  const changes = policy.levers.flatMap((lever) => lever.changes);
  const { coalition: changed, unmatched } = applyChanges(coalition, changes);
  return { coalition: changed, unmatched: all.filter((_, i) => unmatched.includes(i)) };
}

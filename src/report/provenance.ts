/** Where every number comes from: each sourced value of a definition with its place, source, confidence and basis. */
import { formatDuration } from '../core/kernel/units.ts';
import { durationKeys } from '../core/model/apply-policy.ts';
import type { Coalition } from '../core/model/coalition.ts';
import { say } from '../words/index.ts';

export interface Provenance {
  /** Like `pairs / us → fr / release / review`. */
  readonly where: string;
  readonly value: string;
  readonly source: string;
  /** The source's title, or the code again where sources.yaml does not list it. */
  readonly title: string;
  readonly confidence: string;
  readonly basis: string;
}

type Branch = Readonly<Record<string, unknown>>;
const isBranch = (value: unknown): value is Branch => typeof value === 'object' && value !== null;

const provenanceKeys = new Set(['source', 'confidence', 'basis']);
const spans = new Set([...durationKeys, 'closes']);

/** How a list entry is called: by its id, its ends, its role, or its place. */
function nameOf(entry: unknown, place: number): string {
  if (!isBranch(entry)) return String(place + 1);
  const { id, from, to, by, role, nation, area, at, urgency } = entry;
  if (typeof id === 'string') return id;
  if (typeof by === 'string') return `${by} → ${String(to)}`;
  if (typeof to === 'string' && typeof from === 'string') return `${from} → ${to}`;
  if (typeof nation === 'string' && typeof area === 'string') return `${nation} · ${area}`;
  if (typeof role === 'string') return role;
  if (typeof at === 'string') return at;
  return typeof urgency === 'string' ? `${urgency} ${place + 1}` : String(place + 1);
}

const percentOf = (perMille: unknown): string => `${Number(perMille) / 10} %`;
const spread = (branch: Branch, keys: readonly string[]): string =>
  keys.map((key) => described(branch[key], key)).join(' – ');

/** Shapes that are written in a way of their own, by a key that only they have. */
const shapes: readonly (readonly [key: string, write: (branch: Branch) => string])[] = [
  ['perMille', ({ perMille }) => percentOf(perMille)],
  ['low', (branch) => spread(branch, ['low', 'mode', 'high'])],
  ['p50', (branch) => spread(branch, ['p0', 'p10', 'p50', 'p90', 'p100'])],
  ['exactly', ({ exactly }) => described(exactly, 'exactly')],
  ['closes', ({ closes }) => described(closes, 'closes')],
  ['level', ({ level }) => String(level)],
  ['people', ({ days, from, until, people }) => `${described(days)} ${from}–${until}, ${people} on shift`],
  ['set', ({ set, at }) => say('cli.show.set', { value: described(set, lastStep(at)) })],
  ['scale', ({ scale }) => say('cli.show.scale', { share: Number(scale) / 1000 })],
  ['add', ({ add }) => say('cli.show.add', { value: described(add) })],
];

/** The key that a change's path ends in. */
const lastStep = (at: unknown): string => String(at).split('/').at(-1) ?? '';

const named = new Set(['id', 'from', 'to', 'by', 'nation', 'area', 'at', 'role', 'object', 'sensor']);

/** A value in words: durations written out, without its provenance and what names its place. */
export function described(value: unknown, key = ''): string {
  if (typeof value === 'number' && spans.has(key)) return formatDuration(value);
  if (key === 'perMille') return percentOf(value);
  if (Array.isArray(value)) return value.map((one) => described(one)).join(', ');
  if (!isBranch(value)) return String(value);
  const shape = shapes.find(([only]) => only in value);
  if (shape !== undefined) return shape[1](value);
  return Object.entries(value)
    .filter(([inner]) => !provenanceKeys.has(inner) && !named.has(inner))
    .map(([inner, part]) => `${inner} ${described(part, inner)}`)
    .join(', ');
}

/** Every sourced value under `root`, in the order in which it is written. */
export function provenanceOf(root: unknown, sources: Coalition['sources']): Provenance[] {
  const titles = new Map(sources.map(({ id, title }) => [id, title]));
  const found: Provenance[] = [];
  const walk = (value: unknown, where: readonly string[]): void => {
    if (Array.isArray(value)) {
      value.forEach((entry, i) => {
        walk(entry, [...where, nameOf(entry, i)]);
      });
      return;
    }
    if (!isBranch(value)) return;
    if (typeof value.source === 'string' && typeof value.confidence === 'string') {
      const { source, confidence, basis } = value;
      found.push({
        where: where.join(' / '),
        value: described(value),
        source,
        title: titles.get(source) ?? source,
        confidence,
        basis: typeof basis === 'string' ? basis : '',
      });
    }
    for (const [key, part] of Object.entries(value)) if (key !== 'set' && key !== 'add') walk(part, [...where, key]);
  };
  walk(root, []);
  return found;
}

/** Where every number comes from: each sourced value of a definition with its place, source, confidence and basis. */
import { formatDuration } from '../core/kernel/units.ts';
import { durationKeys } from '../core/model/apply-policy.ts';
import { say } from '../words/index.ts';

/** A value that says where it comes from, and the keys and names that lead to it. */
export interface SourcedValue {
  readonly steps: readonly string[];
  readonly value: string;
  readonly source: string;
  /** Empty where the file does not say how far to trust it: places on the map, time zones. */
  readonly confidence: string;
  readonly basis: string;
}

type Branch = Readonly<Record<string, unknown>>;
const isBranch = (value: unknown): value is Branch => typeof value === 'object' && value !== null;

const provenanceKeys = new Set(['source', 'confidence', 'basis']);
const spans = new Set([...durationKeys, 'closes', 'dwell']);

/** How a list entry is called: by its id, its ends, its role, or its place. */
function nameOf(entry: unknown, place: number): string {
  if (!isBranch(entry)) return String(place + 1);
  const { id, from, to, by, of, in: other, role, nation, area, at, urgency, sensor, sensors, object } = entry;
  if (typeof id === 'string') return id;
  if (typeof by === 'string') return `${by} → ${String(to)}`;
  if (typeof to === 'string' && typeof from === 'string') return `${from} → ${to}`;
  if (typeof of === 'string' && typeof other === 'string') return `${of} → ${other}`;
  if (typeof nation === 'string' && typeof area === 'string') return `${nation} · ${area}`;
  if (typeof role === 'string') return role;
  if (typeof sensor === 'string') return typeof object === 'string' ? `${sensor} → ${object}` : sensor;
  if (Array.isArray(sensors)) return sensors.join(', ');
  if (typeof at === 'string') return at;
  return typeof urgency === 'string' ? `${urgency} ${place + 1}` : String(place + 1);
}

const percentOf = (perMille: unknown): string => `${Number(perMille) / 10} %`;
const spread = (branch: Branch, keys: readonly string[]): string =>
  keys.map((key) => described(branch[key], key)).join(' – ');

function endsOf({ ends }: Branch): string {
  const list = Array.isArray(ends) ? ends.filter(isBranch) : [];
  return list
    .map(({ outcome, perMille, inBranch }) => {
      const elsewhere = isBranch(inBranch)
        ? Object.entries(inBranch).map(([branch, share]) => `${branch} ${percentOf(share)}`)
        : [];
      return [`${String(outcome)} ${percentOf(perMille)}`, ...elsewhere].join(', ');
    })
    .join('; ');
}

function ladderOf({ rungs, moves }: Branch): string {
  const steps = Array.isArray(moves) ? moves.filter(isBranch) : [];
  const list = steps.map(({ when, by }) => `${String(when)} ${Number(by) > 0 ? '+' : ''}${String(by)}`);
  return say('cli.sources.ladder', { rungs: Array.isArray(rungs) ? rungs.length : 0, moves: list.join(', ') });
}

const namesIn = (list: unknown): string =>
  (Array.isArray(list) ? list : []).map((entry, i) => nameOf(entry, i)).join(', ');

const betweenOf = (from: unknown, until: unknown): string =>
  `${formatDuration(Number(from))}–${formatDuration(Number(until))}`;

/** Shapes that are written in a way of their own, by a key that only they have. */
const shapes: readonly (readonly [key: string, write: (branch: Branch) => string])[] = [
  ['perMille', ({ perMille }) => percentOf(perMille)],
  ['low', (branch) => spread(branch, ['low', 'mode', 'high'])],
  ['p50', (branch) => spread(branch, ['p0', 'p10', 'p50', 'p90', 'p100'])],
  ['exactly', ({ exactly }) => described(exactly, 'exactly')],
  ['closes', ({ closes }) => described(closes, 'closes')],
  ['level', ({ level }) => String(level)],
  ['people', ({ days, from, until, people }) => `${described(days)} ${from}–${until}, ${people} on shift`],
  ['points', ({ points }) => say('cli.sources.points', { points: Number(points) })],
  ['trust', ({ trust }) => String(trust)],
  ['atNone', ({ atNone, atFull }) => `${percentOf(atNone)} – ${percentOf(atFull)}`],
  ['ends', endsOf],
  ['rungs', ladderOf],
  [
    'perHour',
    ({ perHour, from }) => say('cli.sources.perHour', { hours: Number(perHour), from: formatDuration(Number(from)) }),
  ],
  ['latitude', ({ latitude, longitude }) => `${latitude}, ${longitude}`],
  ['standardMinutes', ({ standardMinutes }) => say('cli.sources.zone', { minutes: Number(standardMinutes) })],
  ['trajectories', ({ trajectories }) => say('cli.sources.trajectories', { names: namesIn(trajectories) })],
  [
    'segments',
    ({ segments }) => say('cli.sources.segments', { number: Array.isArray(segments) ? segments.length : 0 }),
  ],
  ['sensor', ({ from, until }) => (from === undefined ? say('cli.sources.always') : betweenOf(from, until))],
  ['until', ({ from, until }) => `${String(from)}–${String(until)}`],
  ['callIn', ({ callIn, atLeast }) => `${described(callIn, 'callIn')}, ${String(atLeast)}`],
  ['set', ({ set, at }) => say('cli.show.set', { value: described(set, lastStep(at)) })],
  ['scale', ({ scale }) => say('cli.show.scale', { share: Number(scale) / 1000 })],
  ['add', ({ add }) => say('cli.show.add', { value: entriesOf(add) })],
];

/** Entries with what names them, where something does. */
const entriesOf = (list: unknown): string =>
  (Array.isArray(list) ? list : [])
    .map((entry, place) => {
      const name = nameOf(entry, place);
      return name === String(place + 1) ? described(entry) : `${name}: ${described(entry)}`;
    })
    .join('; ');

/** The key that a change's path ends in. */
const lastStep = (at: unknown): string => String(at).split('/').at(-1) ?? '';

const named = new Set(['sensors', 'id', 'from', 'to', 'by', 'nation', 'area', 'at', 'role', 'object', 'sensor']);

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

function holdsNumber(branch: Branch): boolean {
  return Object.values(branch).some((part) => typeof part === 'number');
}

/** Every value under `root` that names a source and holds a number or a confidence, in the order in which it is written. */
export function sourcedValues(root: unknown): SourcedValue[] {
  const found: SourcedValue[] = [];
  const walk = (value: unknown, steps: readonly string[]): void => {
    if (Array.isArray(value)) {
      value.forEach((entry, i) => {
        walk(entry, [...steps, nameOf(entry, i)]);
      });
      return;
    }
    if (!isBranch(value)) return;
    const { source, confidence, basis } = value;
    if (typeof source === 'string' && (typeof confidence === 'string' || holdsNumber(value)))
      found.push({
        steps,
        value: described(value),
        source,
        confidence: typeof confidence === 'string' ? confidence : '',
        basis: typeof basis === 'string' ? basis : '',
      });
    for (const [key, part] of Object.entries(value)) if (key !== 'set' && key !== 'add') walk(part, [...steps, key]);
  };
  walk(root, []);
  return found;
}

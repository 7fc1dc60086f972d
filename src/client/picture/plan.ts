/** The difference between two moments, as changes to draw. Pure; a picture can always be rebuilt from the second alone. */
import type { GateState, TheatreLink } from '../../core/model/view.ts';
import type { GateName } from './glyphs.ts';
import { isOver } from './progress.ts';
import type { Scene } from './scene.ts';

export type Change =
  /** Places, satellites or sights are others: lay them out again. */
  | { readonly type: 'ground-changed' }
  /** The terminator has moved so far that it shows. */
  | { readonly type: 'night-moved' }
  | { readonly type: 'clock-moved' }
  | { readonly type: 'link-appeared'; readonly ref: string }
  /** `past`: the gates that it has passed since. */
  | { readonly type: 'link-advanced'; readonly ref: string; readonly past: readonly GateName[] }
  | {
      readonly type: 'gate-turned';
      readonly ref: string;
      readonly gate: GateName;
      readonly from: GateState;
      readonly to: GateState;
    }
  | { readonly type: 'link-acknowledged'; readonly ref: string }
  | { readonly type: 'link-arrived'; readonly ref: string }
  | { readonly type: 'link-ended'; readonly ref: string; readonly how: 'refused' | 'lost' }
  | { readonly type: 'link-faded'; readonly ref: string }
  | { readonly type: 'link-left'; readonly ref: string }
  /** Only its words, or where it leads, are others. */
  | { readonly type: 'link-changed'; readonly ref: string };

/** Degrees that the sun moves before night is drawn again: two minutes of time. */
const NIGHT_STEP = 0.5;
const MINUTE = 60;

/** Seen from another seat, or with the curtain drawn: other links may go by the same references. */
export const isOtherTable = (previous: Scene | undefined, next: Scene): boolean =>
  previous !== undefined && ownIn(previous) !== ownIn(next);

const ownIn = ({ theatre }: Scene): string =>
  theatre.organisations.flatMap(({ id, own }) => (own ? [id] : [])).join(' ');

export function plan(previous: Scene | undefined, next: Scene): readonly Change[] {
  if (previous === undefined) return appearanceOf(next);
  const changes: Change[] = [];
  if (groundOf(previous) !== groundOf(next)) changes.push({ type: 'ground-changed' });
  if (nightOf(previous) !== nightOf(next)) changes.push({ type: 'night-moved' });
  if (minuteOf(previous) !== minuteOf(next)) changes.push({ type: 'clock-moved' });
  const before = new Map(previous.theatre.links.map((link) => [link.ref, link]));
  for (const link of next.theatre.links) {
    const old = before.get(link.ref);
    before.delete(link.ref);
    changes.push(...(old === undefined ? [{ type: 'link-appeared', ref: link.ref } as const] : changesOf(old, link)));
  }
  for (const ref of before.keys()) changes.push({ type: 'link-left', ref });
  if (minuteOf(previous) !== minuteOf(next)) changes.push(...fadesOf(previous, next));
  return changes;
}

const appearanceOf = (next: Scene): Change[] => [
  { type: 'ground-changed' },
  { type: 'night-moved' },
  { type: 'clock-moved' },
  ...next.theatre.links.map((link) => ({ type: 'link-appeared', ref: link.ref }) as const),
];

const groundOf = ({ theatre: { organisations, sensors, satellites } }: Scene): string =>
  JSON.stringify([organisations, sensors, satellites]);

const nightOf = ({ theatre: { sun } }: Scene): string =>
  `${Math.round(sun.longitude / NIGHT_STEP)} ${Math.round(sun.latitude / NIGHT_STEP)}`;

const minuteOf = ({ now, startsAt }: Scene): string => `${startsAt} ${Math.floor(now / MINUTE)}`;

function changesOf(old: TheatreLink, link: TheatreLink): Change[] {
  const { ref } = link;
  const changes: Change[] = [];
  const past = link.gates.filter((gate, i) => gate.state === 'passed' && old.gates[i]?.state !== 'passed');
  if (past.length > 0) changes.push({ type: 'link-advanced', ref, past: past.map((gate) => gate.gate) });
  link.gates.forEach((gate, i) => {
    const from = old.gates[i]?.state ?? 'unknown';
    if (gate.state !== from && gate.state !== 'passed') {
      changes.push({ type: 'gate-turned', ref, gate: gate.gate, from, to: gate.state });
    }
  });
  if (link.state !== old.state) changes.push(...turnOf(link));
  if (changes.length === 0 && JSON.stringify(old) !== JSON.stringify(link)) changes.push({ type: 'link-changed', ref });
  return changes;
}

function turnOf({ ref, state }: TheatreLink): Change[] {
  switch (state) {
    case 'acknowledged':
      return [{ type: 'link-acknowledged', ref }];
    case 'arrived':
      return [{ type: 'link-arrived', ref }];
    case 'refused':
    case 'lost':
      return [{ type: 'link-ended', ref, how: state }];
    case 'under-way':
      return [{ type: 'link-changed', ref }];
  }
}

/** What was over already fades a little with every minute. */
const fadesOf = (previous: Scene, next: Scene): Change[] => {
  const over = new Set(previous.theatre.links.filter(isOver).map((link) => link.ref));
  return next.theatre.links
    .filter((link) => isOver(link) && over.has(link.ref))
    .map(({ ref }) => ({ type: 'link-faded', ref }));
};

/** Since when each link is over, as far as this picture has seen; null: longer than it has been watching. */
export type Endings = ReadonlyMap<string, number | null>;

export function endingsOf(known: Endings, previous: Scene | undefined, next: Scene): Endings {
  const endings = new Map<string, number | null>();
  for (const link of next.theatre.links) {
    if (!isOver(link)) continue;
    const watched = previous !== undefined && next.now >= previous.now;
    endings.set(
      link.ref,
      known.has(link.ref) && watched ? (known.get(link.ref) as number | null) : watched ? next.now : null,
    );
  }
  return endings;
}

/** Seconds over which an arrived link fades, and what remains of it. */
const FADE = 3 * 3_600;
const FAINTEST = 0.22;

/** How strongly a link is drawn: full while anything moves on it, fainter the longer it is over. Refused and lost ones stay readable. */
export function strengthOf(link: TheatreLink, endedAt: number | null | undefined, now: number): number {
  if (!isOver(link) || endedAt === undefined) return 1;
  const faintest = link.state === 'arrived' ? FAINTEST : 0.5;
  if (endedAt === null) return faintest;
  return Math.max(faintest, 1 - ((now - endedAt) / FADE) * (1 - FAINTEST));
}

/** Below this an arrived link has become a line without gates, and no gate is captioned any more. */
export const QUIET = 0.95;

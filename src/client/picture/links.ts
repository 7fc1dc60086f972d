/** Where handovers run, where their gates stand, and how far each has come. Pure. */
import type { TheatreLink } from '../../core/model/view.ts';
import type { Arc } from './arcs.ts';
import { arcBetween, pointAt } from './arcs.ts';
import type { Density } from './frame.ts';
import type { GateName } from './glyphs.ts';
import { gateMarks } from './glyphs.ts';
import type { Centre, Places } from './places.ts';
import type { Endings } from './plan.ts';
import { QUIET, strengthOf } from './plan.ts';
import { holdingGate, productAt } from './progress.ts';
import type { Box, Point } from './shapes.ts';
import { around, overlaps } from './shapes.ts';

export interface GatePicture {
  readonly gate: GateName;
  readonly state: TheatreLink['gates'][number]['state'];
  readonly at: Point;
  /** Of the way's length. */
  readonly share: number;
  readonly radius: number;
}

export interface Route {
  readonly link: TheatreLink;
  readonly arc: Arc;
  readonly gates: readonly GatePicture[];
  /** Share of the way at which the product stands. */
  readonly product: number;
  /** Of the gate that holds it; -1 for none. */
  readonly holding: number;
  readonly strength: number;
  /** Become a line: arrived a while ago, and without gates. */
  readonly atRest: boolean;
}

/** How the first, second, … handover between the same two nations leaves the straight way. */
const BENDS = [0.17, 0.29, -0.15, 0.4, -0.27];
/** Where on the way the gates may stand together, the best first. */
const MIDDLES = Array.from({ length: 17 }, (_, i) => 0.5 + (i % 2 === 0 ? -1 : 1) * 0.035 * Math.ceil(i / 2));
const SPACING: Readonly<Record<Density, number>> = { wide: 30, middle: 26, narrow: 22 };
/** Of a gate that holds something up; in CSS pixels. */
export const GATE_RADIUS: Readonly<Record<Density, number>> = { wide: 8.5, middle: 7.5, narrow: 6 };

export function routeLinks(
  links: readonly TheatreLink[],
  places: Places,
  { now, endings }: { now: number; endings: Endings },
): readonly Route[] {
  const { frame } = places;
  const centres = new Map(places.centres.map((one) => [one.id, one]));
  const taken: Box[] = [...places.centres, ...places.sensors].map(({ at, radius }) => around(at, radius));
  const counts = new Map<string, number>();
  return links.flatMap((link) => {
    const [from, to] = [centres.get(link.from), centres.get(link.to)];
    if (from === undefined || to === undefined || from === to) return [];
    const arc = arcBetween(from.at, to.at, bendOf(from, to, counts), frame.ground.y + 12);
    const strength = strengthOf(link, endings.get(link.ref), now);
    const atRest = link.state === 'arrived' && strength < QUIET;
    const gates = atRest ? [] : standGates(link, arc, frame.density, taken);
    const margin = (GATE_RADIUS[frame.density] * 1.75 + 1) / arc.length;
    const product = productAt(
      link,
      gates.map(({ share }) => share),
      margin,
    );
    const route = { link, arc, gates, product, atRest, holding: holdingGate(link) };
    taken.push(...takenBy(route));
    return [{ ...route, strength }];
  });
}

/** What labels may not cover. A gate keeps its room whatever its state, so that labels stay where they are. */
export function takenBy({ arc, gates, product, atRest }: Omit<Route, 'strength'>): readonly Box[] {
  if (atRest) return [];
  return [...gates.map(({ at }) => around(at, 8)), around(pointAt(arc, product), 6)];
}

/** What is covered counts whole; what is near counts a little, for it wants to be labelled. */
const crowding = (at: Point, taken: readonly Box[]): number =>
  taken.reduce(
    (sum, box) => sum + (overlaps(around(at, 8), box, 2) ? 1 : overlaps(around(at, 8), box, 24) ? 0.12 : 0),
    0,
  );

function bendOf(from: Centre, to: Centre, counts: Map<string, number>): number {
  const pair = [from.nation, to.nation].sort().join(' ');
  const count = counts.get(pair) ?? 0;
  counts.set(pair, count + 1);
  return BENDS[count % BENDS.length] as number;
}

function standGates(link: TheatreLink, arc: Arc, density: Density, taken: readonly Box[]): readonly GatePicture[] {
  const count = link.gates.length;
  const spacing = Math.min(SPACING[density], (arc.length * 0.66) / Math.max(1, count)) / arc.length;
  const stand = (middle: number): GatePicture[] =>
    link.gates.map(({ gate, state }, i) => {
      const share = middle + (i - (count - 1) / 2) * spacing;
      return { gate, state, share, at: pointAt(arc, share), radius: GATE_RADIUS[density] * gateMarks[state].scale };
    });
  const clashes = (gates: readonly GatePicture[]): number =>
    gates.reduce((sum, { at }) => sum + crowding(at, taken), 0);
  const choices = MIDDLES.map(stand).filter((gates) => gates.every(({ share }) => share > 0.12 && share < 0.9));
  return choices.reduce((best, next) => (clashes(next) < clashes(best) ? next : best), choices[0] ?? stand(0.5));
}

/** Where handovers run, where their gates stand, how far each has come, and what the gate that holds it is called. Pure. */
import type { Theatre, TheatreLink } from '../../core/model/view.ts';
import { say, sayPhrase } from '../../words/index.ts';
import type { Arc } from './arcs.ts';
import { arcBetween, pointAt } from './arcs.ts';
import type { Density } from './frame.ts';
import type { GateName } from './glyphs.ts';
import { gateMarks } from './glyphs.ts';
import type { Tag } from './labels.ts';
import { placeLabels } from './labels.ts';
import type { Measure } from './lettering.ts';
import type { Centre, Places } from './places.ts';
import type { Endings } from './plan.ts';
import { isAtRest, strengthOf } from './plan.ts';
import { holdingGate, productAt } from './progress.ts';
import type { Box, Point } from './shapes.ts';
import { around, overlaps } from './shapes.ts';

export interface GatePicture {
  readonly gate: GateName;
  readonly state: TheatreLink['gates'][number]['state'];
  readonly at: Point;
  readonly share: number;
  readonly radius: number;
}

export interface LinkPicture {
  readonly ref: string;
  readonly state: TheatreLink['state'];
  readonly arc: Arc;
  readonly gates: readonly GatePicture[];
  /** Share of the way at which the product stands. */
  readonly product: number;
  /** Of the gate that holds it; -1 for none. */
  readonly holding: number;
  readonly caption: { readonly text: string; readonly box: Box } | null;
  readonly strength: number;
  readonly atRest: boolean;
}

/** How the first, second, … handover between the same two nations leaves the straight way. */
const BENDS = [0.17, 0.29, -0.15, 0.4, -0.27];
/** Where on the way the gates may stand together, the best first. */
const MIDDLES = Array.from({ length: 17 }, (_, i) => 0.5 + (i % 2 === 0 ? -1 : 1) * 0.035 * Math.ceil(i / 2));
const SPACING: Readonly<Record<Density, number>> = { wide: 30, middle: 26, narrow: 20 };
export const GATE_RADIUS: Readonly<Record<Density, number>> = { wide: 8.5, middle: 7.5, narrow: 6 };
const LONGEST_CAPTION = 170;

export function routeLinks(
  theatre: Theatre,
  places: Places,
  context: { now: number; endings: Endings; measure: Measure },
): readonly LinkPicture[] {
  const centres = new Map(places.centres.map((one) => [one.id, one]));
  const taken: Box[] = [
    ...places.labels.map(({ box }) => box),
    ...places.centres.map(({ at, radius }) => around(at, radius + 1)),
  ];
  const counts = new Map<string, number>();
  const routed = theatre.links.flatMap((link) => {
    const [from, to] = [centres.get(link.from), centres.get(link.to)];
    if (from === undefined || to === undefined || from === to) return [];
    const arc = arcBetween(from.at, to.at, bendOf(from, to, counts), places.frame.ground.y + 10);
    const atRest = isAtRest(link);
    const gates = atRest ? [] : standGates(link, arc, places.frame.density, taken);
    taken.push(...gates.map(({ at, radius }) => around(at, radius)));
    return [{ link, arc, gates, atRest, strength: strengthOf(link, context.endings.get(link.ref), context.now) }];
  });
  const captions = captionsFor(routed, places, taken, context.measure);
  return routed.map(({ link, arc, gates, atRest, strength }) => ({
    ref: link.ref,
    state: link.state,
    arc,
    gates,
    atRest,
    strength,
    product: productAt(
      link,
      gates.map(({ share }) => share),
      marginOf(places.frame.density, arc),
    ),
    holding: holdingGate(link),
    caption: captions.get(link.ref) ?? null,
  }));
}

/** Space between the product and the gate before which it stands. */
const marginOf = (density: Density, arc: Arc): number => (GATE_RADIUS[density] + 7) / arc.length;

function bendOf(from: Centre, to: Centre, counts: Map<string, number>): number {
  const pair = [from.nation, to.nation].sort().join(' ');
  const count = counts.get(pair) ?? 0;
  counts.set(pair, count + 1);
  return BENDS[count % BENDS.length] as number;
}

function standGates(link: TheatreLink, arc: Arc, density: Density, taken: readonly Box[]): GatePicture[] {
  const spacing = Math.min(SPACING[density], (arc.length * 0.66) / Math.max(1, link.gates.length));
  const stand = (middle: number): GatePicture[] =>
    link.gates.map(({ gate, state }, i) => {
      const share = middle + ((i - (link.gates.length - 1) / 2) * spacing) / arc.length;
      return { gate, state, share, at: pointAt(arc, share), radius: GATE_RADIUS[density] * gateMarks[state].scale };
    });
  const clashes = (gates: readonly GatePicture[]): number =>
    gates.reduce(
      (sum, { at }) => sum + taken.filter((box) => overlaps(around(at, GATE_RADIUS[density]), box, 1)).length,
      0,
    );
  const choices = MIDDLES.map(stand).filter((gates) => gates.every(({ share }) => share > 0.1 && share < 0.92));
  return choices.reduce((best, next) => (clashes(next) < clashes(best) ? next : best), choices[0] ?? stand(0.5));
}

/** What the gate that holds it says of itself, else its name and state. */
export function captionOf(link: TheatreLink, measure: Measure): string | null {
  const gate = link.gates[holdingGate(link)];
  if (gate === undefined || gate.state === 'unknown' || gate.state === 'clear') return null;
  if (gate.label !== null) {
    const said = sayPhrase(gate.label);
    if (measure(said, 'caption') <= LONGEST_CAPTION) return said;
  }
  return `${say(`machine.${gate.gate}`)}: ${say(`gateState.${gate.state}`)}`;
}

interface Routed {
  readonly link: TheatreLink;
  readonly gates: readonly GatePicture[];
}

function captionsFor(
  routed: readonly Routed[],
  places: Places,
  taken: readonly Box[],
  measure: Measure,
): Map<string, { text: string; box: Box }> {
  if (places.frame.density === 'narrow') return new Map();
  const texts = new Map<string, string>();
  const tags: Tag[] = routed.flatMap(({ link, gates }, i) => {
    const gate = gates[holdingGate(link)];
    const text = captionOf(link, measure);
    if (gate === undefined || text === null) return [];
    texts.set(link.ref, text);
    return [
      {
        id: link.ref,
        at: gate.at,
        radius: gate.radius,
        width: Math.ceil(measure(text, 'caption')) + 8,
        height: 16,
        rank: i,
        reach: 7,
      },
    ];
  });
  const marks = [...places.sensors, ...places.satellites].map(({ at, radius }) => around(at, radius));
  const { ground } = places.frame;
  const inset = { x: 4, y: ground.y + 2, width: ground.width - 8, height: ground.height - 6 };
  const labels = placeLabels(tags, [...taken, ...marks], inset);
  return new Map(labels.map(({ id, box }) => [id, { text: texts.get(id) as string, box }]));
}

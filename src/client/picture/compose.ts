/** The whole picture of one moment, placed but not painted. Pure, and the same for the same moment and size. */
import type { TheatreLink } from '../../core/model/view.ts';
import { say, sayPhrase } from '../../words/index.ts';
import type { Frame } from './frame.ts';
import type { Tag } from './labels.ts';
import { placeLabels } from './labels.ts';
import type { Measure } from './lettering.ts';
import type { Route } from './links.ts';
import { routeLinks, takenBy } from './links.ts';
import type { Places } from './places.ts';
import { arrange } from './places.ts';
import type { Endings } from './plan.ts';
import { QUIET } from './plan.ts';
import { holdingGate } from './progress.ts';
import type { Scene } from './scene.ts';
import type { Box } from './shapes.ts';
import type { Written } from './writing.ts';
import { marksOf, write } from './writing.ts';

export interface Composition {
  readonly places: Places;
  readonly labels: readonly Written[];
  readonly links: readonly LinkPicture[];
}

export interface LinkPicture extends Route {
  /** What the gate that holds it says, where there is room. */
  readonly caption: { readonly text: string; readonly box: Box } | null;
}

const LONGEST_CAPTION = 170;

export function compose(scene: Scene, frame: Frame, measure: Measure, endings: Endings): Composition {
  const { theatre, now } = scene;
  const places = arrange(theatre, frame);
  const routes = routeLinks(theatre.links, places, { now, endings });
  const taken = routes.flatMap(takenBy);
  const labels = write(places, theatre, taken, measure);
  const captions = captionsFor(
    routes,
    places,
    [...taken, ...marksOf(places), ...labels.map(({ box }) => box)],
    measure,
  );
  return {
    places,
    labels,
    links: routes.map((route) => ({ ...route, caption: captions.get(route.link.ref) ?? null })),
  };
}

/** What the gate that holds it says of itself, else its name and state; nothing of gates that nobody has been told of. */
export function captionOf(link: TheatreLink, measure: Measure): string | null {
  const gate = link.gates[holdingGate(link)];
  if (gate === undefined || gate.state === 'unknown' || gate.state === 'clear') return null;
  if (gate.label !== null) {
    const said = sayPhrase(gate.label);
    if (measure(said, 'caption') <= LONGEST_CAPTION) return said;
  }
  return `${say(`machine.${gate.gate}`)}: ${say(`gateState.${gate.state}`)}`;
}

function captionsFor(
  routes: readonly Route[],
  { frame }: Places,
  taken: readonly Box[],
  measure: Measure,
): ReadonlyMap<string, { text: string; box: Box }> {
  if (frame.density === 'narrow') return new Map();
  const texts = new Map<string, string>();
  const tags: Tag[] = routes.flatMap(({ link, gates, holding, strength }, rank) => {
    const gate = gates[holding];
    const text = captionOf(link, measure);
    if (gate === undefined || text === null || strength < QUIET) return [];
    texts.set(link.ref, text);
    const width = Math.ceil(measure(text, 'caption')) + 8;
    return [{ id: link.ref, at: gate.at, radius: gate.radius + 1, width, height: 16, rank, reach: 14 }];
  });
  const { ground } = frame;
  const inset = { x: 4, y: ground.y + 2, width: ground.width - 8, height: ground.height - 6 };
  const labels = placeLabels(tags, taken, inset);
  return new Map(labels.map(({ id, box }) => [id, { text: texts.get(id) as string, box }]));
}

/** What lies under a point of the picture. A convenience: everything can be opened from the tables beside it. */

import { pointAt } from './arcs.ts';
import type { Composition, LinkPicture } from './compose.ts';
import type { Intention } from './scene.ts';
import type { Box, Point } from './shapes.ts';
import { distance } from './shapes.ts';

const NEAR_MARK = 6;
const NEAR_WAY = 5;

const within = (box: Box, p: Point): boolean =>
  p.x >= box.x && p.x <= box.x + box.width && p.y >= box.y && p.y <= box.y + box.height;

const onGate = (link: LinkPicture, p: Point): boolean =>
  link.gates.some(({ at, radius }) => distance(at, p) <= radius + NEAR_MARK) ||
  distance(pointAt(link.arc, link.product), p) <= NEAR_MARK + 4 ||
  (link.caption !== null && within(link.caption.box, p));

const onWay = (link: LinkPicture, p: Point): boolean => link.arc.points.some((point) => distance(point, p) <= NEAR_WAY);

/** Gates and products before centres, centres before ways. */
export function pick({ places, labels, links }: Composition, p: Point): Intention | undefined {
  const gated = links.find((link) => onGate(link, p));
  if (gated !== undefined) return { type: 'open-link', ref: gated.link.ref };
  const centre = places.centres.find(
    (one) =>
      distance(one.at, p) <= one.radius + NEAR_MARK ||
      labels.some((label) => label.id === `centre ${one.id}` && within(label.box, p)),
  );
  if (centre !== undefined) return { type: 'open-organisation', id: centre.id };
  const way = links.find((link) => onWay(link, p));
  return way === undefined ? undefined : { type: 'open-link', ref: way.link.ref };
}

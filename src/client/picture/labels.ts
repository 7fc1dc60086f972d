/** Finds room for labels: none covers another, a mark, or another's leader. What finds no room is left out; the table says it all. */
import type { Box, Point } from './shapes.ts';
import { around, contains, crosses, distance, nearest, overlaps, passesThrough } from './shapes.ts';

export interface Tag {
  readonly id: string;
  readonly at: Point;
  /** Of the mark that the label stands beside. */
  readonly radius: number;
  readonly width: number;
  readonly height: number;
  /** Lowest first finds room. */
  readonly rank: number;
  /** How far from its mark it may stand. */
  readonly reach: number;
  /** Names a line rather than a mark, and may stand near any mark. */
  readonly loose?: boolean;
}

export interface Label {
  readonly id: string;
  readonly box: Box;
  /** From the mark to the label, where it could not stand beside it. */
  readonly leader: readonly [from: Point, to: Point] | null;
}

const GAP = 3;
/** Preferred sides, as the place of the label's centre: right, left, then the corners, above and below, then between. */
const SIDES: readonly (readonly [dx: number, dy: number])[] = [
  [1, 0],
  [-1, 0],
  [1, -0.75],
  [1, 0.75],
  [-1, -0.75],
  [-1, 0.75],
  [0, -1],
  [0, 1],
  [0.6, -1],
  [0.6, 1],
  [-0.6, -1],
  [-0.6, 1],
  [1, -0.35],
  [1, 0.35],
  [-1, -0.35],
  [-1, 0.35],
  [1, -1],
  [1, 1],
  [-1, -1],
  [-1, 1],
];
const STEP = 7;
/** A mark this near to a label could be taken for its own. */
const MISTAKEN = 9;

function* candidatesFor(tag: Tag): Generator<Label> {
  for (let away = 0; away <= tag.reach; away += STEP) {
    for (const [dx, dy] of SIDES) {
      const far = tag.radius + GAP + away;
      const x = tag.at.x + dx * far + ((dx - 1) / 2) * tag.width;
      const y = tag.at.y + dy * far + ((dy - 1) / 2) * tag.height;
      const box = { x: Math.round(x), y: Math.round(y), width: tag.width, height: tag.height };
      const end = nearest(box, tag.at);
      yield { id: tag.id, box, leader: away < STEP ? null : [edgeOf(tag, end), end] };
    }
  }
}

/** Where a leader leaves its mark. */
function edgeOf(tag: Tag, towards: Point): Point {
  const far = Math.hypot(towards.x - tag.at.x, towards.y - tag.at.y) || 1;
  const share = tag.radius / far;
  return { x: tag.at.x + (towards.x - tag.at.x) * share, y: tag.at.y + (towards.y - tag.at.y) * share };
}

const spoils = (label: Label, other: Label): boolean => {
  if (overlaps(label.box, other.box, 2)) return true;
  if (other.leader && passesThrough(...other.leader, label.box)) return true;
  if (label.leader === null) return false;
  if (passesThrough(...label.leader, other.box)) return true;
  return other.leader !== null && crosses(...label.leader, ...other.leader);
};

/** Nobody takes the label for that of a mark it stands nearer to. */
function isPlain(tag: Tag, { box }: Label, tags: readonly Tag[]): boolean {
  const gapTo = (one: Tag): number => distance(nearest(box, one.at), one.at) - one.radius;
  const own = gapTo(tag);
  return (
    tag.loose === true ||
    tags.every((other) => other === tag || other.loose === true || gapTo(other) > Math.min(own + 1, MISTAKEN))
  );
}

/** The first free place where nobody takes the label for another's; else the first free place. */
function chosenFor(tag: Tag, tags: readonly Tag[], isFree: (label: Label) => boolean): Label | undefined {
  let free: Label | undefined;
  for (const label of candidatesFor(tag)) {
    if (!isFree(label)) continue;
    if (isPlain(tag, label, tags)) return label;
    free ??= label;
  }
  return free;
}

function placeInOrder(tags: readonly Tag[], obstacles: readonly Box[], within: Box): readonly Label[] {
  const placed: Label[] = [];
  const marks = new Map(tags.map((tag) => [tag.id, around(tag.at, tag.radius)]));
  const isFree = (label: Label): boolean => {
    if (!contains(within, label.box)) return false;
    if (obstacles.some((box) => overlaps(label.box, box, 1))) return false;
    for (const [id, box] of marks) {
      if (overlaps(label.box, box, 1)) return false;
      if (id !== label.id && label.leader && passesThrough(...label.leader, box)) return false;
    }
    return placed.every((other) => !spoils(label, other));
  };
  for (const tag of tags) {
    const label = chosenFor(tag, tags, isFree);
    if (label !== undefined) placed.push(label);
  }
  return placed;
}

/** How much is missing: what comes early in rank weighs most. */
const lossOf = (tags: readonly Tag[], labels: readonly Label[]): number => {
  const placed = new Set(labels.map(({ id }) => id));
  return tags.reduce((sum, { id, rank }) => sum + (placed.has(id) ? 0 : 1 / (rank + 1)), 0);
};

const TRIES = 4;

/** In order of rank; what was left out goes before the others of its rank in the next try. */
export function placeLabels(tags: readonly Tag[], obstacles: readonly Box[], within: Box): readonly Label[] {
  let order = [...tags].sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
  let best: readonly Label[] = [];
  let loss = Number.POSITIVE_INFINITY;
  for (let i = 0; i < TRIES && loss > 0; i++) {
    const labels = placeInOrder(order, obstacles, within);
    const left = lossOf(order, labels);
    if (left < loss) [best, loss] = [labels, left];
    const placed = new Set(labels.map(({ id }) => id));
    order = [...order].sort((a, b) => a.rank - b.rank || Number(placed.has(a.id)) - Number(placed.has(b.id)));
  }
  return best;
}

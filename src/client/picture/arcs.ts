/** The way of a handover between two organisations: a curve walked by its length, never across the cut of the map. */
import type { Point } from './shapes.ts';
import { distance } from './shapes.ts';

export interface Arc {
  readonly points: readonly Point[];
  /** Length from the start to each point. */
  readonly walked: readonly number[];
  readonly length: number;
}

const STEPS = 56;
/** Shorter ways swing out to this length, so that three gates find room on them. */
const SHORTEST = 130;

const mix = (a: Point, b: Point, t: number): Point => ({ x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t });

function walk(points: readonly Point[]): Arc {
  const walked = [0];
  for (let i = 1; i < points.length; i++) {
    walked.push((walked[i - 1] as number) + distance(points[i - 1] as Point, points[i] as Point));
  }
  return { points, walked, length: walked[walked.length - 1] as number };
}

function curve(from: Point, a: Point, b: Point, to: Point): Arc {
  const points: Point[] = [];
  for (let i = 0; i <= STEPS; i++) {
    const t = i / STEPS;
    const [p, q, r] = [mix(from, a, t), mix(a, b, t), mix(b, to, t)];
    points.push(mix(mix(p, q, t), mix(q, r, t), t));
  }
  return walk(points);
}

/**
 * `bend` is how far the curve leaves the straight way, as a share of it; positive bends upwards.
 * `ceiling` is the least y it may reach: a curve that would rise above it is flattened.
 */
export function arcBetween(from: Point, to: Point, bend: number, ceiling = 0): Arc {
  const chord = distance(from, to);
  if (chord < SHORTEST * 0.6) return loopBetween(from, to, bend, ceiling);
  const up = Math.min(bend * chord * 1.33, Math.max(0, (from.y + to.y) / 2 - ceiling) * 1.3);
  const lifted = (p: Point): Point => ({ x: p.x, y: p.y - up });
  return curve(from, lifted(mix(from, to, 0.28)), lifted(mix(from, to, 0.72)), to);
}

function loopBetween(from: Point, to: Point, bend: number, ceiling: number): Arc {
  const side = Math.sign(to.x - from.x) || 1;
  const room = Math.max(20, Math.min(from.y, to.y) - ceiling);
  const up =
    Math.sign(bend || 1) * Math.min(SHORTEST * (0.48 + 0.3 * Math.abs(bend)), bend < 0 ? Infinity : room * 1.33);
  const out = SHORTEST * 0.24 * side;
  return curve(from, { x: from.x - out, y: from.y - up }, { x: to.x + out, y: to.y - up }, to);
}

/** The point at a share of the length, and the direction of travel there in radians. */
export function pointAt(arc: Arc, share: number): Point & { readonly angle: number } {
  const target = Math.min(Math.max(share, 0), 1) * arc.length;
  let i = 1;
  while (i < arc.points.length - 1 && (arc.walked[i] as number) < target) i++;
  const [a, b] = [arc.points[i - 1] as Point, arc.points[i] as Point];
  const [start, end] = [arc.walked[i - 1] as number, arc.walked[i] as number];
  const at = mix(a, b, end === start ? 0 : (target - start) / (end - start));
  return { ...at, angle: Math.atan2(b.y - a.y, b.x - a.x) };
}

/** The part of the way between two shares of its length. */
export function partOf(arc: Arc, from: number, to: number): readonly Point[] {
  if (to <= from) return [];
  const inner = arc.points.filter((_, i) => {
    const share = (arc.walked[i] as number) / (arc.length || 1);
    return share > from && share < to;
  });
  return [pointAt(arc, from), ...inner, pointAt(arc, to)];
}

/** The same part as dashes. */
export function dashesOf(arc: Arc, from: number, to: number, dash: number, gap: number): readonly (readonly Point[])[] {
  const dashes: (readonly Point[])[] = [];
  for (let at = from * arc.length; at < to * arc.length; at += dash + gap) {
    dashes.push(partOf(arc, at / arc.length, Math.min((at + dash) / arc.length, to)));
  }
  return dashes;
}

/** Two short strokes across the way, near its end. */
export function ticksOf(arc: Arc): readonly (readonly Point[])[] {
  return [13, 17].map((before) => {
    const { x, y, angle } = pointAt(arc, 1 - before / arc.length);
    const [dx, dy] = [-Math.sin(angle) * 4, Math.cos(angle) * 4];
    return [
      { x: x - dx, y: y - dy },
      { x: x + dx, y: y + dy },
    ];
  });
}

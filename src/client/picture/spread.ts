/** Moves marks apart that would cover one another, as little as may be. Deterministic; the same theatre always looks the same. */
import type { Box, Point } from './shapes.ts';

export interface Body {
  readonly id: string;
  readonly home: Point;
  readonly radius: number;
}

const ROUNDS = 120;
/** Towards home, as a share of the way, while there are rounds left to undo the harm. */
const PULL = 0.03;
const GOLDEN_ANGLE = 2.399963;

interface Mover {
  x: number;
  y: number;
}

/** Bodies that stand on one spot leave it in different directions. */
const jittered = (bodies: readonly Body[]): Mover[] =>
  bodies.map(({ home }, i) => ({
    x: home.x + 0.01 * Math.cos(i * GOLDEN_ANGLE),
    y: home.y + 0.01 * Math.sin(i * GOLDEN_ANGLE),
  }));

function push(a: Mover, b: Mover, apart: number): boolean {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const gap = Math.hypot(dx, dy);
  if (gap >= apart || gap === 0) return false;
  const step = (apart - gap) / 2 + 0.01;
  a.x -= (dx / gap) * step;
  a.y -= (dy / gap) * step;
  b.x += (dx / gap) * step;
  b.y += (dy / gap) * step;
  return true;
}

function relax(bodies: readonly Body[], movers: readonly Mover[], pull: number): boolean {
  let moved = false;
  movers.forEach((mover, i) => {
    const body = bodies[i] as Body;
    mover.x += (body.home.x - mover.x) * pull;
    mover.y += (body.home.y - mover.y) * pull;
    for (let j = i + 1; j < movers.length; j++) {
      if (push(mover, movers[j] as Mover, body.radius + (bodies[j] as Body).radius)) moved = true;
    }
  });
  return moved;
}

export function spread(bodies: readonly Body[], within: Box): ReadonlyMap<string, Point> {
  const movers = jittered(bodies);
  for (let round = 0; round < ROUNDS * 4; round++) {
    const moved = relax(bodies, movers, round < ROUNDS ? PULL : 0);
    movers.forEach((mover, i) => {
      const { radius } = bodies[i] as Body;
      mover.x = Math.min(Math.max(mover.x, within.x + radius), within.x + within.width - radius);
      mover.y = Math.min(Math.max(mover.y, within.y + radius), within.y + within.height - radius);
    });
    if (!moved && round >= ROUNDS) break;
  }
  return new Map(bodies.map((body, i) => [body.id, { x: (movers[i] as Mover).x, y: (movers[i] as Mover).y }]));
}

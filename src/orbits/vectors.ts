/** Vectors in three dimensions: km in the frame that turns with the Earth, unless said otherwise. */

export interface Vector {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

export const minus = (a: Vector, b: Vector): Vector => ({ x: a.x - b.x, y: a.y - b.y, z: a.z - b.z });
export const dot = (a: Vector, b: Vector): number => a.x * b.x + a.y * b.y + a.z * b.z;
export const lengthOf = (a: Vector): number => Math.sqrt(dot(a, a));

/** Cosine of the angle between two directions. */
export const cosineBetween = (a: Vector, b: Vector): number => dot(a, b) / (lengthOf(a) * lengthOf(b));

export const RADIANS = Math.PI / 180;
/** Sine and cosine of an angle in degrees. */
export const sine = (degrees: number): number => Math.sin(degrees * RADIANS);
export const cosine = (degrees: number): number => Math.cos(degrees * RADIANS);

/**
 * A share with its exact 95 % interval: the shares under which so many or more, and so many or fewer, are not rarer than one in forty. Source:
 * Clopper and Pearson, "The use of confidence or fiducial limits illustrated in the case of the binomial", Biometrika 26 (1934).
 */
export interface Share {
  readonly count: number;
  readonly of: number;
  /** Bounds of the interval, 0 to 1. */
  readonly from: number;
  readonly to: number;
}

const TAIL = 0.025;
const HALVINGS = 50;

/** Logarithms of the binomial coefficients of `of`. */
function logCoefficients(of: number): Float64Array {
  const logs = new Float64Array(of + 1);
  for (let k = 1; k <= of; k++) logs[k] = (logs[k - 1] as number) + Math.log(of - k + 1) - Math.log(k);
  return logs;
}

/** Probability of `count` or more of so many, each with probability `share`. */
function orMore(logs: Float64Array, count: number, share: number): number {
  const of = logs.length - 1;
  let sum = 0;
  for (let k = count; k <= of; k++)
    sum += Math.exp((logs[k] as number) + k * Math.log(share) + (of - k) * Math.log1p(-share));
  return sum;
}

/** The share, between 0 and 1, at which a function that rises with it reaches `value`. */
function whereReached(value: number, rising: (share: number) => number): number {
  let low = 0;
  let high = 1;
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (rising(middle) < value) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

export function exactShare(count: number, of: number): Share {
  const logs = logCoefficients(of);
  return {
    count,
    of,
    from: count === 0 ? 0 : whereReached(TAIL, (share) => orMore(logs, count, share)),
    to: count === of ? 1 : whereReached(1 - TAIL, (share) => orMore(logs, count + 1, share)),
  };
}

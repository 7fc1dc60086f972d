/** A row of numbers by which everything is chosen. One that has run out says the plainest choice, so that a failing case shrinks to a plain world. */
import * as fc from 'fast-check';

export const DEEP = process.env.SAYDO_DEEP === '1';

/** How many cases a law tries: modest in `npm test`, many in `npm run test:deep`. */
export const times = (few: number, many = few * 40): { numRuns: number; endOnFailure: boolean } => ({
  numRuns: DEEP ? many : few,
  endOnFailure: process.env.SAYDO_UNSHRUNK === '1',
});

export class Tape {
  private readonly numbers: readonly number[];
  private at = 0;

  constructor(numbers: readonly number[]) {
    this.numbers = numbers;
  }

  /** A whole number from 0 to `most`. */
  upTo(most: number): number {
    return (this.numbers[this.at++] ?? 0) % (most + 1);
  }

  /** Once in so many cases. */
  once(inSoMany: number): boolean {
    return this.upTo(inSoMany - 1) === inSoMany - 1;
  }

  one<T>(of: readonly T[]): T {
    return of[this.upTo(of.length - 1)] as T;
  }

  some<T>(of: readonly T[]): T[] {
    return of.filter(() => this.once(2));
  }
}

export const tapes = (length = 2400): fc.Arbitrary<number[]> =>
  fc.array(fc.nat(999_999), { minLength: length, maxLength: length });

/**
 * Luck by name. A draw is a function of the run's key and the draw's own name, so two policies share their luck wherever
 * they do the same work, and no draw shifts another.
 *
 * Generator: Threefry2x32 with 20 rounds, a counter-based generator. Source: Salmon, Moraes, Dror, Shaw, "Parallel
 * random numbers: as easy as 1, 2, 3", SC'11; rotations, parity and known answers as in Random123 1.14 (kat_vectors).
 */
import alea from 'seedrandom/lib/alea.js';
import { sha256Bytes } from './digest.ts';

/** The run's secret, two 32-bit words. */
export interface Key {
  readonly k0: number;
  readonly k1: number;
}

/** The first 56 bits of a name's SHA-256: 32 and 24 bits, unsigned. */
export interface DrawName {
  readonly hi: number;
  readonly lo24: number;
}

/** One reusable pair of dice. Purpose is which word: they are independent. */
export interface Dice {
  /** Casts the draw of this name and visit (0 to 255). Throws past 255 visits. */
  roll(nameHi: number, nameLo24: number, visit: number): void;
  /** Uniform on 0 … 2³²−1: for how long it takes. */
  readonly first: number;
  /** Uniform on 0 … 2³²−1: for how it ends. */
  readonly second: number;
  /** Changes the key, for the next run. */
  rekey(key: Key): void;
}

const PARITY = 0x1bd11bda;
const MOST_VISITS = 255;
const SEPARATOR = '\u001f';

/** The counter is the name and the visit: (hi, lo24 · 2⁸ + visit). */
class Threefry implements Dice {
  private readonly words = new Uint32Array(2);
  private k0 = 0;
  private k1 = 0;
  private k2 = 0;

  constructor(key: Key) {
    this.rekey(key);
  }

  get first(): number {
    return this.words[0]!;
  }

  get second(): number {
    return this.words[1]!;
  }

  rekey(key: Key): void {
    this.k0 = key.k0 | 0;
    this.k1 = key.k1 | 0;
    this.k2 = PARITY ^ this.k0 ^ this.k1;
  }

  /** Five times four rounds, with two rows of rotations in turn; after each four the next two key words and the count. */
  roll(nameHi: number, nameLo24: number, visit: number): void {
    if (visit >>> 0 > MOST_VISITS)
      throw new RangeError(`visit ${visit}: a draw can be visited ${MOST_VISITS} times at most`);
    let { k0: spent, k1: keyA, k2: keyB } = this;
    let a = (nameHi + spent) | 0;
    let b = (((nameLo24 << 8) | visit) + keyA) | 0;
    for (let four = 1; four <= 5; four++) {
      const even = (four & 1) === 1;
      a = (a + b) | 0;
      b = (even ? (b << 13) | (b >>> 19) : (b << 17) | (b >>> 15)) ^ a;
      a = (a + b) | 0;
      b = (even ? (b << 15) | (b >>> 17) : (b << 29) | (b >>> 3)) ^ a;
      a = (a + b) | 0;
      b = (even ? (b << 26) | (b >>> 6) : (b << 16) | (b >>> 16)) ^ a;
      a = (a + b) | 0;
      b = (even ? (b << 6) | (b >>> 26) : (b << 24) | (b >>> 8)) ^ a;
      a = (a + keyA) | 0;
      b = (b + keyB + four) | 0;
      const next = spent;
      spent = keyA;
      keyA = keyB;
      keyB = next;
    }
    this.words[0] = a;
    this.words[1] = b;
  }
}

/** Dice under a key. One pair serves a whole study: `rekey` it for each run. */
export function createDice(key: Key): Dice {
  return new Threefry(key);
}

/** A key from a seed that people can say ("lively-otter-42"). Throws on an empty seed: nothing here seeds itself. */
export function keyFromSeed(seed: string): Key {
  if (seed === '') throw new RangeError('a seed must not be empty');
  const source = alea(seed);
  return { k0: source.int32() >>> 0, k1: source.int32() >>> 0 };
}

/**
 * The name of a draw: the first 56 bits of SHA-256 over its parts joined by U+001F. For load time; slow.
 * Throws on no parts, or on a part holding U+001F. Danger: who compiles a plan must check that no two names collide.
 */
export function nameOf(parts: readonly string[]): DrawName {
  if (parts.length === 0) throw new RangeError('a draw without a name');
  for (const part of parts) {
    if (part.includes(SEPARATOR)) throw new RangeError(`"${part}" holds the separator U+001F`);
  }
  const bytes = sha256Bytes(parts.join(SEPARATOR));
  const word = (at: number) => bytes[at]! * 0x10000 + bytes[at + 1]! * 0x100 + bytes[at + 2]!;
  return { hi: word(0) * 0x100 + bytes[3]!, lo24: word(4) };
}

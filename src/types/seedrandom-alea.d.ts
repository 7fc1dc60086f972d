/** What the core uses of seedrandom's Alea; @types/seedrandom types only the package's root. */
declare module 'seedrandom/lib/alea.js' {
  interface Alea {
    /** The next draw, a signed 32-bit integer. */
    int32(): number;
  }
  /** Seeded with `String(seed)`; the same seed gives the same draws everywhere. */
  export default function alea(seed: string): Alea;
}

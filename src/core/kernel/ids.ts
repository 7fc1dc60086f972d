/** Branded types, exhaustiveness, and names turned into dense numbers. */

declare const brand: unique symbol;

/** A `T` that the compiler keeps apart from other `T`s. Brands exist at compile time only. */
export type Brand<T, B extends string> = T & { readonly [brand]: B };

/** Ends every switch over a union: does not compile while a case is missing, throws if one arrives at run time. */
export function unreachable(x: never): never {
  throw new Error(`unreachable: ${String(x)}`);
}

/** Orders text by UTF-16 code units, as `<` does: the same on every machine and in every locale. Negative, 0 or positive. */
export function compareText(a: string, b: string): number {
  if (a < b) return -1;
  return a > b ? 1 : 0;
}

/** Names in code-unit order with their positions: `names[index.get(n)] === n`. */
export interface NumberedNames {
  readonly index: ReadonlyMap<string, number>;
  readonly names: readonly string[];
}

/**
 * Numbers names 0, 1, 2 … in code-unit order, so that the order in which files list them changes nothing.
 * Throws on a name given twice.
 */
export function numberNames(names: readonly string[]): NumberedNames {
  const sorted = names.toSorted(compareText);
  const index = new Map<string, number>();
  for (const [number, name] of sorted.entries()) {
    if (index.has(name)) throw new Error(`the name "${name}" is given twice`);
    index.set(name, number);
  }
  return { index, names: sorted };
}

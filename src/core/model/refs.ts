/** A seat's own references to things, so that no name of the file's ever leaves for it. */

/** A seat's own references: `i:storm` → `i1`, numbered in the order in which it learned of things. */
export type Refs = Readonly<Record<string, string>>;

/** Of an incident, task, decision, product, vow (a promise). */
export type RefKind = 'i' | 't' | 'd' | 'p' | 'v';

/** The reference for a thing, made if the seat has none yet. */
export function refer(refs: Record<string, string>, kind: RefKind, id: string): string {
  const key = `${kind}:${id}`;
  const ref = refs[key];
  if (ref !== undefined) return ref;
  const made = `${kind}${Object.keys(refs).filter((other) => other.startsWith(`${kind}:`)).length + 1}`;
  refs[key] = made;
  return made;
}

/** What a reference of a seat stands for; undefined for one that it was never given. */
export function referent(refs: Refs, kind: RefKind, ref: string): string | undefined {
  const key = Object.keys(refs).find((other) => other.startsWith(`${kind}:`) && refs[other] === ref);
  return key?.slice(2);
}

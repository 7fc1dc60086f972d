/**
 * What compiling has made before, kept beside the part of a definition that it was made from, for as long as that part lives. Parts are never
 * written to, and a policy leaves those that it does not change as the very objects that they were: so another policy is soon compiled.
 */
interface Made {
  readonly from: readonly unknown[];
  readonly made: unknown;
}

/** Of one part: more than there are causes to leave out. */
const MOST = 12;

const kept = new WeakMap<object, Made[]>();

/** What `make` makes of a part and of what else it looks at; `from` begins with what it is. Shared: not to be written to. */
export function remembered<T>(part: object, from: readonly unknown[], make: () => T): T {
  let all = kept.get(part);
  if (all === undefined) {
    all = [];
    kept.set(part, all);
  }
  const known = all.find((one) => areSame(one.from, from));
  if (known !== undefined) return known.made as T;
  const made = make();
  all.unshift({ from, made });
  if (all.length > MOST) all.pop();
  return made;
}

function areSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one.length !== other.length) return false;
  for (let i = 0; i < one.length; i++) if (!Object.is(one[i], other[i])) return false;
  return true;
}

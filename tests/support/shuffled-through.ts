/** Data as files write it, with every list and mapping whose order means nothing in another order. */

/** Lists whose order means something, by their key; those of a policy all do. */
const ordered = new Set([
  'options',
  'needs',
  'byTheBook',
  'response',
  'branches',
  'ends',
  'rungs',
  'objectives',
  'discussion',
  'windows',
  'levers',
  'changes',
  'any',
  'of',
]);

/** The moves of play follow one another; those on the ladder do not. */
function isOrdered(key: string, value: unknown): boolean {
  const [first] = Array.isArray(value) ? value : [];
  return ordered.has(key) || (key === 'moves' && first !== undefined && 'until' in first);
}

function mix<T>(list: T[], luck: (n: number) => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = luck(i + 1);
    [list[i], list[j]] = [list[j] as T, list[i] as T];
  }
}

/** `luck(n)` is a number below n. `key` is the key under which the value stands; lists under "policy" or one of `kept` keep their order. */
export function shuffledThrough(
  value: unknown,
  luck: (n: number) => number,
  key = '',
  kept: readonly string[] = [],
): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const entries: [string, unknown][] = Array.isArray(value) ? value.map((entry) => ['', entry]) : Object.entries(value);
  if (!isOrdered(key, value) && !(Array.isArray(value) && (key === 'policy' || kept.includes(key)))) mix(entries, luck);
  const inner = (name: string) => (key === 'policy' ? key : name);
  if (Array.isArray(value)) return entries.map(([, entry]) => shuffledThrough(entry, luck, inner(''), kept));
  return Object.fromEntries(entries.map(([name, entry]) => [name, shuffledThrough(entry, luck, inner(name), kept)]));
}

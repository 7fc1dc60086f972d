/** The word that was probably meant, by edit distance. */

/** Fewest letters to put in, take out, change, or swap with their neighbour. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** Of two words of which one begins with the other, the shorter was cut off or the longer went on: a single slip. */
function distanceOf(word: string, candidate: string): number {
  const [short, long] = word.length < candidate.length ? [word, candidate] : [candidate, word];
  const cut = short.length > 3 && long.startsWith(short);
  return cut ? 1 : editDistance(word, candidate);
}

/** The nearest of some words, if it is near enough to have been meant; the first of equals. */
export function nearest(word: string, words: Iterable<string>): string | undefined {
  if (word.length > 80) return undefined;
  let best: string | undefined;
  let least = (word.length < 3 ? 0 : Math.max(1, Math.floor(word.length / 3))) + 1;
  for (const candidate of words) {
    const distance = distanceOf(word.toLowerCase(), candidate.toLowerCase());
    if (distance >= least) continue;
    least = distance;
    best = candidate;
  }
  return best;
}

/** At most a dozen words in quotes, for a sentence. */
export function listed(words: Iterable<string>): string {
  const all = [...words];
  if (all.length === 0) return 'none';
  const shown = all.slice(0, 12).map((word) => `"${word}"`);
  const rest = all.length - shown.length;
  return shown.join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

/** What to do about a word that is not among those allowed. */
export function mendWord(word: string, words: Iterable<string>, otherwise: string): string {
  const near = nearest(word, words);
  return near === undefined ? otherwise : `write "${near}", if that is meant`;
}

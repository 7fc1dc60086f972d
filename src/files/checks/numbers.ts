/** Numbers: that each says where it comes from, that spreads rise, that odds of one draw are not more than certain. */
import { formatDuration, PER_MILLE } from '../../core/kernel/units.ts';
import type { Coalition } from '../../core/model/coalition.ts';
import { listed, mendWord } from '../nearest.ts';
import type { Finding, Path } from '../problems.ts';

interface Mapping {
  readonly at: Path;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Every mapping under some data, each before what it holds. */
export function mappingsUnder(at: Path, value: unknown): Mapping[] {
  const found: Mapping[] = [];
  const visit = (place: Path, held: unknown): void => {
    if (typeof held !== 'object' || held === null) return;
    if (!Array.isArray(held)) found.push({ at: place, fields: held as Record<string, unknown> });
    const entries = Array.isArray(held) ? held.entries() : Object.entries(held);
    for (const [step, inner] of entries) if (typeof inner === 'object') visit([...place, step], inner);
  };
  visit(at, value);
  return found;
}

const ESTIMATE = 'estimate';

/** Every `source` is `estimate` or one that the coalition's files list. */
export function* sourceFindings(at: Path, value: unknown, sources: ReadonlySet<string>): Generator<Finding> {
  for (const { at: place, fields } of mappingsUnder(at, value)) {
    const { source } = fields;
    if (typeof source !== 'string' || source === ESTIMATE || sources.has(source)) continue;
    yield {
      at: [...place, 'source'],
      found: `the source "${source}", which is not listed`,
      expected: `"${ESTIMATE}", or a source: ${listed(sources)}`,
      mend: mendWord(
        source,
        [...sources, ESTIMATE],
        `add it to "sources" in the coalition files, or write "${ESTIMATE}" and the reason in "basis"`,
      ),
    };
  }
}

const rises = [
  ['low', 'mode', 'high'],
  ['p0', 'p10', 'p50', 'p90', 'p100'],
] as const;

/** Every spread's points rise. */
export function* spreadFindings(at: Path, value: unknown): Generator<Finding> {
  for (const { at: place, fields } of mappingsUnder(at, value)) {
    for (const points of rises) {
      for (const [i, point] of points.entries()) {
        const before = points[i - 1];
        const [lower, here] = [before === undefined ? 0 : fields[before], fields[point]];
        if (typeof lower !== 'number' || typeof here !== 'number' || lower <= here) continue;
        yield {
          at: [...place, point],
          found: `"${point}" (${formatDuration(here)}) shorter than "${before}" (${formatDuration(lower)})`,
          expected: `${points.map((name) => `"${name}"`).join(' ≤ ')}`,
          mend: `exchange the two, or write at least ${formatDuration(lower)} here`,
        };
      }
    }
  }
}

/** Odds that one draw decides between, by where they stand. */
const drawnTogether = {
  frontDoor: [
    ['misroute', 'dispute'],
    ['misroute', 'disputeUnlessAgreed'],
  ],
  release: [['flawed', 'needsTearLine']],
  decision: [
    ['referred', 'legalAsked'],
    ['caveated', 'declined'],
  ],
} as const;

function oddsIn(numbers: object, name: string): number {
  const odds: { readonly perMille?: number } | undefined = new Map(Object.entries(numbers)).get(name);
  return odds?.perMille ?? 0;
}

function* togetherFindings(at: Path, numbers: object, key: keyof typeof drawnTogether): Generator<Finding> {
  for (const [first, second] of drawnTogether[key]) {
    const sum = oddsIn(numbers, first) + oddsIn(numbers, second);
    if (sum <= PER_MILLE) continue;
    yield {
      at: [...at, key, second],
      found: `"${first}" and "${second}" with ${sum} per mille together`,
      expected: `at most ${PER_MILLE}: one draw decides between them`,
      mend: `lower one of them by ${sum - PER_MILLE} or more`,
    };
  }
}

/** Odds that one draw decides between come to no more than certainty. */
export function* shareFindings(coalition: Coalition): Generator<Finding> {
  for (const [i, { frontDoor, release }] of coalition.pairs.entries()) {
    yield* togetherFindings(['coalition', 'pairs', i], frontDoor, 'frontDoor');
    yield* togetherFindings(['coalition', 'pairs', i], release, 'release');
  }
  for (const [i, { decision }] of coalition.nations.entries())
    if (decision !== undefined) yield* togetherFindings(['coalition', 'nations', i], decision, 'decision');
}

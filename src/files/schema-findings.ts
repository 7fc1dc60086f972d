/** Data held against a schema: what does not fit, in words, one finding for each thing to mend. */
import { z } from 'zod';
import type { Schema } from './expectations.ts';
import { discriminatorWords, expectationOf, optionsOf, schemaAt, shapeOf, valueAt } from './expectations.ts';
import { describeValue, mendKind, mendText } from './mending.ts';
import { listed, mendWord, nearest } from './nearest.ts';
import type { Finding, Path } from './problems.ts';
import { formatPath, nameOfPath } from './problems.ts';

type Issue = z.core.$ZodIssue;
type OutOfBounds = z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall;

/** Data, the schema it is held against, and where the data stands in its file. */
interface Held {
  readonly schema: Schema;
  readonly data: unknown;
  readonly base: Path;
}

/** The place an issue is about. */
interface Spot {
  readonly at: Path;
  readonly value: unknown;
  readonly schema: Schema;
}

function missing(at: Path, expected: string): Finding {
  const key = String(at.at(-1));
  const where = nameOfPath(at.slice(0, -1));
  return { at, found: `no key "${key}" in ${where}`, expected, mend: `add "${key}: …" to ${where}` };
}

function unknownKey(at: Path, keys: readonly string[]): Finding {
  const key = String(at.at(-1));
  const near = nearest(key, keys);
  return {
    at,
    atKey: true,
    found: `the key "${key}", which means nothing in ${nameOfPath(at.slice(0, -1))}`,
    expected: `keys among ${listed(keys)}`,
    mend:
      near === undefined
        ? `take "${key}" out, or move it to where it belongs`
        : `did you mean "${near}"? Rename it, or take it out`,
  };
}

function wrongKind({ at, value, schema }: Spot): Finding {
  const expected = expectationOf(schema);
  if (value === undefined && at.length > 0) return missing(at, expected);
  return { at, found: describeValue(value), expected, mend: mendKind(value, schema) };
}

function wrongWord({ at, value, schema }: Spot, words: readonly unknown[]): Finding {
  const [only, ...more] = words;
  const expected = more.length > 0 ? expectationOf(schema) : `${only}`;
  if (value === undefined) return missing(at, expected);
  const otherwise = more.length > 0 ? 'choose one of those' : `write ${only}`;
  return { at, found: describeValue(value), expected, mend: mendWord(String(value), words.map(String), otherwise) };
}

function wrongDiscriminator(spot: Spot, words: readonly string[]): Finding {
  const expected = `one of ${listed(words)}`;
  if (spot.value === undefined) return missing(spot.at, expected);
  return {
    at: spot.at,
    found: describeValue(spot.value),
    expected,
    mend: mendWord(String(spot.value), words, 'choose one of those'),
  };
}

function outOfBounds({ at, value, schema }: Spot, issue: OutOfBounds): Finding {
  const found = describeValue(value);
  const expected = expectationOf(schema);
  if (issue.origin === 'array') return { at, found, ...wrongCount(expected, issue) };
  if (issue.origin === 'string') return { at, found, expected, mend: `write ${expected}` };
  const bound = issue.code === 'too_small' ? `${issue.minimum} or more` : `${issue.maximum} or less`;
  return { at, found, expected, mend: `write ${bound}` };
}

/** A list of too few or too many. */
function wrongCount(expected: string, issue: OutOfBounds): Pick<Finding, 'expected' | 'mend'> {
  if (issue.code === 'too_big') return { expected: `${expected}, and at most ${issue.maximum}`, mend: 'take some out' };
  const least = Number(issue.minimum);
  return {
    expected: `${expected}, and at least ${least === 1 ? 'one' : least}`,
    mend: least === 1 ? 'add an item under it' : 'add items under it',
  };
}

/** How far data is from an alternative: of the wrong kind, the wrong word, or with so many keys and values amiss. */
function distance(issues: readonly Issue[]): number {
  let far = 0;
  for (const issue of issues) {
    const whole = issue.path.length === 0;
    if (whole && issue.code === 'invalid_type') far += 10_000;
    else if (whole && issue.code === 'invalid_value') far += 1000;
    else far += issue.code === 'unrecognized_keys' ? 2 * issue.keys.length : 1;
  }
  return far;
}

/** Whether a mapping has a key of this alternative that not all alternatives have. */
function shows(value: unknown, option: Schema, options: readonly Schema[]): boolean {
  const shape = shapeOf(option);
  if (shape === undefined || typeof value !== 'object' || value === null) return true;
  return Object.keys(shape).some(
    (key) => Object.hasOwn(value, key) && !options.every((other) => key in (shapeOf(other) ?? {})),
  );
}

/** Keys that no alternative has, if one of them looks like a key that one has. */
function misspelt({ at, value }: Spot, options: readonly Schema[]): Finding[] | undefined {
  const keys = [...new Set(options.flatMap((option) => Object.keys(shapeOf(option) ?? {})))];
  const unknown = Object.keys(value as object).filter((key) => !keys.includes(key));
  if (unknown.every((key) => nearest(key, keys) === undefined)) return undefined;
  return unknown.map((key) => unknownKey([...at, key], keys));
}

function wordsOf(errors: readonly (readonly Issue[])[]): unknown[] {
  return errors.flat().flatMap((issue) => (issue.code === 'invalid_value' ? issue.values : []));
}

/** Of a union, what the alternative that was meant says; one finding for the whole when none can be told. */
function wrongUnion(spot: Spot, errors: readonly (readonly Issue[])[]): Finding[] {
  const options = optionsOf(spot.schema) ?? [];
  const distances = errors.map(distance);
  const least = Math.min(...distances);
  const best = distances.indexOf(least);
  const option = options[best];
  if (option === undefined || least >= 10_000) return [wrongKind(spot)];
  if (!shows(spot.value, option, options)) return misspelt(spot, options) ?? [wrongKind(spot)];
  if (least >= 1000) return [wrongWord(spot, wordsOf(errors))];
  const held = { schema: option, data: spot.value, base: spot.at };
  return withoutEchoes(errors[best] ?? [], held).flatMap((issue) => findingsOf(issue, held));
}

/** Issues without those that a key is missing which stands there misspelt: one mistake is reported once. */
function withoutEchoes(issues: readonly Issue[], held: Held): Issue[] {
  const meant = new Set<string>();
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    const path = issue.path as Path;
    const keys = Object.keys(shapeOf(schemaAt(held.schema, path, held.data) ?? z.unknown()) ?? {});
    for (const key of issue.keys) meant.add(formatPath([...path, nearest(key, keys) ?? key]));
  }
  return issues.filter(
    ({ path }) => !meant.has(formatPath(path as Path)) || valueAt(held.data, path as Path) !== undefined,
  );
}

function findingsOf(issue: Issue, held: Held): Finding[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  const schema = schemaAt(held.schema, path, held.data) ?? z.unknown();
  const spot = { at: [...held.base, ...path], value: valueAt(held.data, path), schema };
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey([...spot.at, key], Object.keys(shapeOf(schema) ?? {})));
    case 'invalid_value':
      return [wrongWord(spot, issue.values)];
    case 'invalid_union':
      return issue.errors.length === 0 ? [discriminated(spot, held, path)] : wrongUnion(spot, issue.errors);
    case 'too_small':
    case 'too_big':
      return [outOfBounds(spot, issue)];
    case 'invalid_format':
    case 'custom':
      return [
        {
          at: spot.at,
          found: describeValue(spot.value),
          expected: expectationOf(schema),
          mend: mendText(spot.value, schema),
        },
      ];
    case 'invalid_key':
      return [
        {
          at: spot.at,
          atKey: true,
          found: `the key ${JSON.stringify(path.at(-1))}`,
          expected: 'an identifier in kebab-case as a key',
          mend: 'rename the key',
        },
      ];
    default:
      return [wrongKind(spot)];
  }
}

function discriminated(spot: Spot, held: Held, path: Path): Finding {
  const union = schemaAt(held.schema, path.slice(0, -1), held.data);
  return wrongDiscriminator(spot, union === undefined ? [] : discriminatorWords(union));
}

export interface Against<T> {
  readonly value?: T;
  readonly findings: readonly Finding[];
}

/**
 * What a schema makes of data: its value, or everything that does not fit. `base` is where the data stands in its
 * file.
 */
export function readAgainst<S extends Schema>(schema: S, data: unknown, base: Path = []): Against<z.output<S>> {
  const result = z.safeParse(schema, data);
  if (result.success) return { value: result.data, findings: [] };
  const held = { schema, data, base };
  return { findings: withoutEchoes(result.error.issues, held).flatMap((issue) => findingsOf(issue, held)) };
}

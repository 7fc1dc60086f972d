/** What a schema asks for, in words, and the schema of any place under another. */
import type { z } from 'zod';
import { durationSchema, idSchema, shareSchema, spreadSchema } from '../core/model/quantities.ts';
import type { Path } from './problems.ts';

export type Schema = z.core.$ZodType;

function defOf(schema: Schema): z.core.$ZodTypes['_zod']['def'] {
  return (schema as z.core.$ZodTypes)._zod.def;
}

/** The schema of what a file writes, without what is done when it is absent or read. */
export function writtenSchema(schema: Schema): Schema {
  const def = defOf(schema);
  if (schema === durationSchema) return schema;
  if (def.type === 'optional' || def.type === 'default' || def.type === 'nullable') return writtenSchema(def.innerType);
  if (def.type === 'pipe') return writtenSchema(def.in);
  return schema;
}

const PROVENANCE = 'with "source" and "confidence"';

/** Schemas whose shape would not tell a reader what is meant. */
const known = new Map<Schema, string>([
  [durationSchema, 'a duration like "45s", "15m", "1h30m" or "2d"'],
  [idSchema, 'an identifier in kebab-case, like "share-track-france"'],
  [spreadSchema, `"low", "mode" and "high", or "p0", "p10", "p50", "p90" and "p100", or "exactly", ${PROVENANCE}`],
  [shareSchema, `"perMille" from 0 to 1000, ${PROVENANCE}`],
]);

function quoted(values: Iterable<unknown>): string {
  return [...values].map((value) => JSON.stringify(value)).join(', ');
}

/** The words a check was given when the schema was written, like "a UTC instant …". */
function givenWords(check: z.core.$ZodCheck): string | undefined {
  const words: unknown = check._zod.def.error?.({ code: 'custom', input: undefined } as never);
  return typeof words === 'string' ? words : undefined;
}

function textExpectation(checks: readonly z.core.$ZodCheck[]): string {
  for (const check of checks) {
    const words = givenWords(check);
    if (words !== undefined) return words;
    const def = (check as z.core.$ZodChecks)._zod.def;
    if (def.check === 'min_length') return `text of at least ${def.minimum} character${def.minimum === 1 ? '' : 's'}`;
    if (def.check === 'string_format' && def.format === 'regex') return `text of the form ${String(def.pattern)}`;
  }
  return 'text';
}

function numberExpectation(checks: readonly z.core.$ZodCheck[]): string {
  let words = 'a number';
  for (const check of checks) {
    const def = (check as z.core.$ZodChecks)._zod.def;
    if (def.check === 'number_format') words = 'a whole number';
    if (def.check === 'greater_than') words += ` from ${def.value}`;
    if (def.check === 'less_than') words += ` to ${def.value}`;
  }
  return words;
}

/** A mapping's schemas by key; undefined for other schemas. */
export function shapeOf(schema: Schema): Readonly<Record<string, Schema>> | undefined {
  const def = defOf(writtenSchema(schema));
  return def.type === 'object' ? def.shape : undefined;
}

/** The alternatives of a union; undefined for other schemas. */
export function optionsOf(schema: Schema): readonly Schema[] | undefined {
  const def = defOf(writtenSchema(schema));
  return def.type === 'union' ? def.options : undefined;
}

/** What a list holds; undefined for other schemas. */
export function elementOf(schema: Schema): Schema | undefined {
  const def = defOf(writtenSchema(schema));
  return def.type === 'array' ? def.element : undefined;
}

export function isRequired(schema: Schema): boolean {
  return schema._zod.optin === undefined;
}

function mappingExpectation(shape: Readonly<Record<string, Schema>>): string {
  const required = Object.keys(shape).filter((key) => isRequired(shape[key] as Schema));
  return `a mapping with ${required.length === 1 ? 'the key' : 'the keys'} ${quoted(required)}`;
}

/** What a place asks for, as the object of a sentence: `one of "leo", "meo", "geo"`. */
export function expectationOf(schema: Schema): string {
  const written = writtenSchema(schema);
  const words = known.get(written);
  if (words !== undefined) return words;
  const def = defOf(written);
  switch (def.type) {
    case 'string':
      return textExpectation(def.checks ?? []);
    case 'number':
      return numberExpectation(def.checks ?? []);
    case 'boolean':
      return 'true or false';
    case 'enum':
      return `one of ${quoted(Object.values(def.entries))}`;
    case 'literal':
      return quoted(def.values);
    case 'array':
      return `a list, each item ${expectationOf(def.element)}`;
    case 'object':
      return mappingExpectation(def.shape);
    case 'record':
      return `a mapping from ${expectationOf(def.keyType)} to ${expectationOf(def.valueType)}`;
    case 'union':
      return unionExpectation(written, def.options);
    default:
      return 'a value';
  }
}

/** The values of a schema that lists them; undefined for other schemas. */
function wordsOf(schema: Schema): readonly unknown[] | undefined {
  const def = defOf(writtenSchema(schema));
  if (def.type === 'enum') return Object.values(def.entries);
  return def.type === 'literal' ? def.values : undefined;
}

function unionExpectation(union: Schema, options: readonly Schema[]): string {
  const discriminator = discriminatorOf(union);
  if (discriminator !== undefined) return `a mapping with "${discriminator}", which says what else belongs to it`;
  const words = options.map(wordsOf);
  if (words.every((some) => some !== undefined)) return `one of ${quoted(words.flat())}`;
  return options.map(expectationOf).join(', or ');
}

/** The key that tells a union's alternatives apart, where there is one. */
export function discriminatorOf(union: Schema): string | undefined {
  const def = defOf(writtenSchema(union)) as { discriminator?: unknown };
  return typeof def.discriminator === 'string' ? def.discriminator : undefined;
}

/** The words a discriminator allows. */
export function discriminatorWords(union: Schema): string[] {
  const words = union._zod.propValues?.[discriminatorOf(union) ?? ''] ?? [];
  return [...words].filter((word) => typeof word === 'string');
}

/** One step down; several schemas where alternatives or `*` leave it open. */
export function schemasUnder(schema: Schema, step: string | number): Schema[] {
  const written = writtenSchema(schema);
  const def = defOf(written);
  if (def.type === 'union') return def.options.flatMap((option) => schemasUnder(option, step));
  if (def.type === 'array') return typeof step === 'number' ? [def.element] : [];
  if (def.type === 'record') return [def.valueType];
  if (def.type !== 'object') return [];
  const next = Object.hasOwn(def.shape, step) ? def.shape[String(step)] : undefined;
  return next === undefined ? [] : [next];
}

/** The alternatives of a discriminated union that a value has chosen; the schema itself otherwise. */
function chosen(schema: Schema, value: unknown): Schema[] {
  const discriminator = discriminatorOf(schema);
  const options = optionsOf(schema);
  if (discriminator === undefined || options === undefined) return [schema];
  const word = (value as Record<string, never> | null | undefined)?.[discriminator];
  return options.filter((option) => option._zod.propValues?.[discriminator]?.has(word as never));
}

/** The value at a path; undefined where there is none. */
export function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

/** The schema at a path of some data; undefined where the schema knows no such place. */
export function schemaAt(root: Schema, path: Path, data: unknown): Schema | undefined {
  let schemas = [root];
  for (const [i, step] of path.entries()) {
    const value = valueAt(data, path.slice(0, i));
    schemas = schemas.flatMap((schema) => chosen(schema, value)).flatMap((schema) => schemasUnder(schema, step));
  }
  return schemas.flatMap((schema) => chosen(schema, valueAt(data, path)))[0] ?? schemas[0];
}

/** How a value that does not fit its schema is described, and how it could be made to fit. */
import { z } from 'zod';
import { parseDuration } from '../core/kernel/units.ts';
import { durationSchema, spreadSchema } from '../core/model/quantities.ts';
import type { Schema } from './expectations.ts';
import { elementOf, expectationOf, isRequired, optionsOf, shapeOf, writtenSchema } from './expectations.ts';
import { listed } from './nearest.ts';

function describeMapping(keys: readonly string[]): string {
  if (keys.length === 0) return 'an empty mapping';
  return `a mapping with the key${keys.length === 1 ? '' : 's'} ${listed(keys)}`;
}

/** What stands in a file, in words. */
export function describeValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'an empty value';
  if (value === '') return 'an empty text';
  if (typeof value === 'string')
    return `the text ${JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}…` : value)}`;
  if (typeof value === 'number') return `the number ${value}`;
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value === 'object') return describeMapping(Object.keys(value));
  return `the value ${String(value)}`;
}

/** A duration as people write it, put right if we can see what was meant. */
function mendDuration(value: unknown): string {
  if (typeof value === 'number') return `write the unit: "${value}s", "${value}m" or "${value}h"`;
  const compact = String(value)
    .toLowerCase()
    .replaceAll(/[\s,]|and/g, '')
    .replaceAll(/(\d)(w|d|h|m|s)[a-z]*/g, '$1$2');
  if (compact !== value && parseDuration(compact) !== undefined) return `write "${compact}"`;
  return 'write whole numbers with their units, the largest first and without spaces, like "1h30m"';
}

/** Ways in which a text may have been meant, the likeliest first. */
function readings(text: string): string[] {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return [text.trim(), words.join('-'), text.toUpperCase().trim()];
}

/** How to make a text fit that has the wrong form. */
export function mendText(value: unknown, schema: Schema): string {
  if (writtenSchema(schema) === durationSchema) return mendDuration(value);
  const meant = readings(String(value)).find((text) => z.safeParse(schema, text).success);
  return meant === undefined ? `write ${expectationOf(schema)}` : `write "${meant}"`;
}

/** How to write something that has several forms. */
function mendForms(value: unknown, schema: Schema): string {
  if (writtenSchema(schema) !== spreadSchema) return 'write it in one of these forms';
  const exactly = typeof value === 'string' && parseDuration(value) !== undefined ? value : '10m';
  return `write it in one of these forms, like { exactly: ${exactly}, source: estimate, confidence: low }`;
}

/** How to turn a value of one kind into what is asked for. */
export function mendKind(value: unknown, schema: Schema): string {
  const expected = expectationOf(schema);
  if (value === null) return `write ${expected} after the colon${isRequired(schema) ? '' : ', or take the key out'}`;
  if (writtenSchema(schema) === durationSchema && typeof value !== 'object') return mendDuration(value);
  if (optionsOf(schema) !== undefined) return mendForms(value, schema);
  if (elementOf(schema) !== undefined) return 'write it as a list, each item on a line of its own after "- "';
  if (expected.includes('number')) {
    const numeric = typeof value === 'string' && value !== '' && Number.isFinite(Number(value));
    return numeric ? 'take the quotes off' : `write ${expected}`;
  }
  const takesText = shapeOf(schema) === undefined && expected !== 'true or false';
  if (takesText && typeof value !== 'object') return 'put it in double quotes, so that it is read as text';
  return `replace it by ${expected}`;
}

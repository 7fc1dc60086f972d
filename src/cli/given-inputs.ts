/** Decisions of people for a run without a screen: from a JSON file, or out of a record. */
import { z } from 'zod';
import type { Input } from '../core/engine/index.ts';
import { parseText, problemIn } from '../files/document.ts';
import { MalformedError } from '../files/problems.ts';
import { openRecord } from '../files/record-open.ts';
import { readAgainst } from '../files/schema-findings.ts';

export interface GivenInputs {
  readonly held: readonly string[];
  readonly inputs: readonly Input[];
}

const second = z.number().int().min(0);
const inputSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('advance'), to: second }),
  z.strictObject({
    type: z.literal('decide'),
    at: second,
    seat: z.string(),
    decision: z.string(),
    option: z.string(),
    reason: z.string().default(''),
  }),
]);
const fileSchema = z.strictObject({ held: z.array(z.string()).default([]), inputs: z.array(inputSchema) });

/** Throws a MalformedError with what is wrong and where. */
export function readInputs(text: string, file: string): GivenInputs {
  if (text.startsWith('{"saydo"')) {
    const { header, inputs } = openRecord(text, file);
    return { held: header.choice.held, inputs };
  }
  const document = parseText(file, text);
  if (document.problems.length > 0) throw new MalformedError(document.problems);
  const { value, findings } = readAgainst(fileSchema, document.data);
  if (value === undefined) throw new MalformedError(findings.map((finding) => problemIn(document, finding)));
  return value;
}

/** What travels between nations, and who may have it. */
import { z } from 'zod';
import { classifications } from './classifications.ts';
import { idSchema } from './quantities.ts';

/** A `request` is a question on its way: it meets the same gates as an answer. */
export const productKinds = [
  'detection',
  'track',
  'characterisation',
  'finding',
  'warning',
  'plan',
  'request',
] as const;

/** Areas of space operations for which a sharing level is agreed, or is not. */
export const areas = [
  'domain-awareness',
  'satcom',
  'navigation',
  'environment',
  'missile-warning',
  'cyber',
  'orbital-operations',
] as const;
export type Area = (typeof areas)[number];

export const markingSchema = z.strictObject({
  classification: z.enum(classifications),
  /** Nations that may have it without anybody being asked. The owner always may. */
  releasableTo: z.array(idSchema).default([]),
  controls: z.array(z.enum(['originator-controlled', 'intelligence-derived', 'special-access'])).default([]),
});
export type Marking = z.infer<typeof markingSchema>;

export const productSchema = z.strictObject({
  id: idSchema,
  title: z.string().min(3),
  kind: z.enum(productKinds),
  /** 1 (a hint) to 5 (enough to act on and to defend in public). */
  quality: z.number().int().min(1).max(5),
  /** The organisation whose consent is needed when the marking says originator-controlled. */
  owner: idSchema,
  marking: markingSchema,
});
export type Product = z.infer<typeof productSchema>;

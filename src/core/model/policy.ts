/** A policy is a named setting of levers; a lever is a set of changes to the coalition's numbers, each with its source. */
import { z } from 'zod';
import { idSchema } from './quantities.ts';

/**
 * `at` walks the coalition: names, `*`, or `key=value&key!=value` on a list, parted by `/`:
 * `pairs/to=us/frontDoor/misroute/perMille`. It must match at least one place.
 * `set` puts a value there; `scale` multiplies every duration or share there (in parts of a thousand); `add` appends to a list.
 */
const changeSchema = z.strictObject({
  at: z.string().min(1),
  set: z.unknown().optional(),
  scale: z.number().int().min(0).max(100_000).optional(),
  add: z.array(z.unknown()).optional(),
  source: z.string().min(1),
  confidence: z.enum(['high', 'medium', 'low']),
  basis: z.string().optional(),
});
export type Change = z.infer<typeof changeSchema>;

export const leverSchema = z.strictObject({
  id: idSchema,
  title: z.string().min(3),
  owner: z.string(),
  leadTime: z.string(),
  cost: z.string(),
  /** The channel through which the lever can hurt. */
  harm: z.string(),
  /** Which way it is expected to move what, written before the first comparison. */
  expected: z.string(),
  source: z.string(),
  changes: z.array(changeSchema),
});
export type Lever = z.infer<typeof leverSchema>;

export const policySchema = z.strictObject({
  id: idSchema,
  title: z.string().min(3),
  summary: z.string().min(10),
  /** The arrangement whose coalition data it starts from. */
  arrangement: z.string(),
  levers: z.array(leverSchema),
});
export type Policy = z.infer<typeof policySchema>;

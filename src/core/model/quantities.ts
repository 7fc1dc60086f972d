/**
 * Numbers as files write them: every one with where it comes from and how far it can be trusted.
 * Durations are written `45s`, `15m`, `1h30m`, `2d` and become whole seconds.
 */
import { z } from 'zod';
import { parseDuration } from '../kernel/units.ts';

export const idSchema = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'an identifier in kebab-case, like "share-track-france"');

/** A span of time in a file; whole seconds once read. */
export const durationSchema = z.string().transform((text, context) => {
  const read = parseDuration(text);
  if (read === undefined) {
    context.addIssue({ code: 'custom', message: 'a duration like "45s", "15m", "1h30m" or "2d"' });
    return z.NEVER;
  }
  return read as number;
});

/** `source` names an entry of sources.yaml, or says `estimate`: ours, with the reason in `basis`. */
export const provenance = {
  source: z.string().min(1),
  confidence: z.enum(['high', 'medium', 'low']),
  basis: z.string().optional(),
};
const provenanceSchema = z.strictObject(provenance);
export type Provenance = z.infer<typeof provenanceSchema>;

/** How long a piece of work takes once somebody does it (touch time). */
export const spreadSchema = z.union([
  z.strictObject({ low: durationSchema, mode: durationSchema, high: durationSchema, ...provenance }),
  z.strictObject({
    p0: durationSchema,
    p10: durationSchema,
    p50: durationSchema,
    p90: durationSchema,
    p100: durationSchema,
    ...provenance,
  }),
  z.strictObject({ exactly: durationSchema, ...provenance }),
]);
export type SourcedSpread = z.infer<typeof spreadSchema>;

/** A chance, in parts of a thousand. */
export const shareSchema = z.strictObject({ perMille: z.number().int().min(0).max(1000), ...provenance });
export type SourcedShare = z.infer<typeof shareSchema>;

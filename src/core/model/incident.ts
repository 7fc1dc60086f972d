/** Something in contested space: how it may go, what it costs, and the response to it. */
import { z } from 'zod';
import { literalSchema } from './need.ts';
import { areas } from './product.ts';
import { durationSchema, idSchema, provenance, shareSchema } from './quantities.ts';
import { taskSchema } from './task.ts';

/** One of a small set of ways in which an incident may go. */
const branchSchema = z.strictObject({
  id: idSchema,
  says: z.string().min(10),
  /** Is it somebody's attack? */
  hostile: z.boolean(),
  /** Of a thousand such incidents, how many begin so. They add up to 1000. */
  starts: shareSchema,
  /** Instead of the incident's window: when it closes, from the incident's beginning. */
  closes: durationSchema.optional(),
  /** By object, the trajectory that it flies. */
  trajectories: z.record(idSchema, idSchema).optional(),
});

/** What grows while nobody puts an end to it. */
const consequenceSchema = z.strictObject({
  says: z.string().min(5),
  /** From the incident's beginning. */
  from: durationSchema,
  /** It ends with the first of these, else with the incident's horizon. */
  until: z.array(literalSchema).min(1),
  /** Service-hours lost in an hour. */
  perHour: z.number().int().min(1).max(100_000),
  /** Branches on which it happens. Absent: all. */
  branches: z.array(idSchema).min(1).optional(),
  ...provenance,
});

export const incidentKinds = [
  'unexplained-approach',
  'uplink-jamming',
  'space-weather',
  'co-orbital',
  'direct-ascent',
  'debris',
  'navigation-jamming',
  'dazzling',
  'cyber-attack',
  'commercial-attack',
  'reentry',
  'false-alarm',
] as const;

export const incidentSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(incidentKinds),
  area: z.enum(areas),
  /** What it is. */
  title: z.string().min(3),
  /** What it looks like to those who do not know yet. */
  reportedAs: z.string().min(3),
  /** What nobody at the table may see before the review. */
  truth: z.string().min(10),
  begins: durationSchema,
  /** The physical deadline, from its beginning: the coordinated action has been taken by then or the window is missed. */
  window: z.strictObject({
    closes: durationSchema,
    because: z.string().min(10),
    source: z.string(),
    confidence: z.enum(['high', 'medium', 'low']),
    basis: z.string().optional(),
  }),
  /** Its horizon (tau), from its first observable moment: after this the response is overtaken. */
  horizon: durationSchema,
  /** The task whose good end closes the response. */
  goal: idSchema,
  /** Per nation, the tasks any of which makes that nation aware. */
  awareness: z.record(idSchema, z.array(literalSchema).min(1)),
  /** Per nation, the time from first observable after which it holds that it was told late. */
  expects: z.record(idSchema, durationSchema).optional(),
  /** Per nation, what makes its decision. */
  decisions: z.record(idSchema, z.array(literalSchema).min(1)).optional(),
  /** What makes a joint attribution. */
  attribution: z.array(literalSchema).min(1).optional(),
  branches: z.array(branchSchema).min(1).max(6).optional(),
  consequences: z.array(consequenceSchema).optional(),
  /** For those who run the exercise. */
  notes: z.string().min(10).optional(),
  response: z.array(taskSchema).min(2),
});
export type Incident = z.infer<typeof incidentSchema>;

/** A scenario as its file writes it: the schema is the type. Times are offsets from StartEx in whole seconds once read. */
import { z } from 'zod';
import type { Coalition } from './coalition.ts';
import { incidentSchema } from './incident.ts';
import { literalSchema, needSchema } from './need.ts';
import type { Policy } from './policy.ts';
import { productSchema } from './product.ts';
import { durationSchema, idSchema, provenance } from './quantities.ts';

const injectSchema = z.strictObject({
  id: idSchema,
  at: durationSchema,
  to: z.array(idSchema).min(1),
  from: z.string().min(2),
  method: z.enum(['message', 'call', 'press', 'log']),
  text: z.string().min(10),
  incident: idSchema.optional(),
  expected: z.string().min(5),
  objective: idSchema,
  /** Delivered at `at`, or once all this has happened if that comes later. */
  needs: z.array(needSchema).optional(),
  /** Not delivered if any of this has happened by then. */
  unless: z.array(literalSchema).min(1).optional(),
});

const seatSchema = z.strictObject({
  id: idSchema,
  title: z.string().min(3),
  nation: idSchema,
  organisations: z.array(idSchema).min(1),
  brief: z.string().min(40),
});

const satelliteSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(2),
  nation: idSchema.optional(),
  regime: z.enum(['leo', 'meo', 'geo']),
  /** Sub-satellite longitude at StartEx, degrees east. */
  longitude: z.number().min(-180).max(180),
  /** Degrees east a day. */
  drift: z.number().default(0),
  role: z.enum(['threatened', 'approaching', 'neutral']),
  fictional: z.literal(true),
});

/** Escalation: rungs from the lowest, and the named actions that move it. */
const ladderSchema = z.strictObject({
  rungs: z
    .array(z.strictObject({ id: idSchema, says: z.string().min(3) }))
    .min(2)
    .max(12),
  starts: idSchema,
  moves: z.array(z.strictObject({ when: literalSchema, by: z.number().int().min(-3).max(3), says: z.string().min(3) })),
  ...provenance,
});

const moveSchema = z.strictObject({
  id: idSchema,
  title: z.string().min(3),
  /** Game time at which it ends; it begins where the one before ended. */
  until: durationSchema,
  minutes: z.number().int().min(5).max(120),
});

/** A shorter way through the same exercise. */
const cutSchema = z.strictObject({
  id: idSchema,
  title: z.string().min(3),
  playMinutes: z.number().int().min(5).max(600),
  moves: z.array(moveSchema).min(1),
  /** Incidents left out, with their injects. */
  without: z.array(idSchema).default([]),
});

export const scenarioSchema = z.strictObject({
  id: idSchema,
  version: z.number().int().min(1),
  title: z.string().min(3),
  summary: z.string().min(20),
  marking: z.string().startsWith('EXERCISE', 'a marking that begins with EXERCISE'),
  startsAt: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, 'a UTC instant like "2023-10-11T17:00:00Z"'),
  lasts: durationSchema,
  /** Minutes of table time the designer means it to take. */
  playMinutes: z.number().int().min(5).max(600),
  brief: z.string().min(80),
  objectives: z.array(z.strictObject({ id: idSchema, says: z.string().min(20) })).min(1),
  discussion: z.array(z.string().min(10)).min(1),
  seats: z.array(seatSchema).min(2),
  satellites: z.array(satelliteSchema).default([]),
  products: z.array(productSchema),
  injects: z.array(injectSchema),
  incidents: z.array(incidentSchema).min(1),
  ladder: ladderSchema.optional(),
  moves: z.array(moveSchema).min(1).optional(),
  cuts: z.array(cutSchema).optional(),
  /** For those who run the exercise. */
  notes: z.string().min(10).optional(),
});

/** What one incident's file under a scenario's `incidents/` holds: the incident, with the products and injects that are its own. */
export const incidentFileSchema = z.strictObject({
  incident: incidentSchema,
  products: z.array(productSchema).default([]),
  injects: z.array(injectSchema).default([]),
  ladder: z.array(ladderSchema.shape.moves.element).default([]),
});
export type Scenario = z.infer<typeof scenarioSchema>;
export type Seat = Scenario['seats'][number];
export type Inject = Scenario['injects'][number];

/** When each sensor can see each object: half-open `[from, until)` offsets from StartEx, as `saydo access` will write them. */
export const accessSchema = z.strictObject({
  scenario: idSchema,
  madeBy: z.string(),
  /** Digest of what the windows were computed from. */
  inputs: z.string().optional(),
  windows: z.array(
    z.strictObject({
      sensor: idSchema,
      object: idSchema,
      /** Absent: whichever way the object goes. */
      trajectory: idSchema.optional(),
      from: durationSchema,
      until: durationSchema,
    }),
  ),
});
export type Access = z.infer<typeof accessSchema>;

/** Everything a run is made of but seed and inputs: plain data, checked, and what a record carries. */
export interface Definition {
  readonly scenario: Scenario;
  readonly access: Access;
  readonly coalition: Coalition;
  readonly policy: Policy;
}

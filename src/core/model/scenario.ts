/** A scenario as its file writes it: the schema is the type. Times are offsets from StartEx in whole seconds once read. */
import { z } from 'zod';
import type { Coalition } from './coalition.ts';
import { deskRoles } from './coalition.ts';
import type { Policy } from './policy.ts';
import { areas, productSchema } from './product.ts';
import { durationSchema, idSchema, spreadSchema } from './quantities.ts';
import { urgencies } from './urgency.ts';

/** `task` (it ended well) or `task=outcome` (it ended so; for a decision, the option taken). */
const literalSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]*(=[a-z][a-z0-9-]*)?$/, 'a task, or a task and its outcome, like "share-track=denied"');

const needSchema = z.union([
  literalSchema,
  z.strictObject({ any: z.array(literalSchema).min(1) }),
  z.strictObject({ atLeast: z.number().int().min(1), of: z.array(literalSchema).min(1) }),
]);
export type Need = z.infer<typeof needSchema>;

export const milestones = ['noticed', 'understood', 'decided', 'acting', 'closed'] as const;
export type Milestone = (typeof milestones)[number];

const shared = {
  id: idSchema,
  title: z.string().min(3),
  needs: z.array(needSchema).default([]),
  milestone: z.enum(milestones).optional(),
  /** Seats told when it ends well, beside the seat whose work it is. */
  tells: z.array(idSchema).default([]),
  /** What those told then know of the incident. */
  reveals: z.array(z.enum(['nature', 'deadline'])).default([]),
};

const senseSchema = z.strictObject({
  ...shared,
  task: z.literal('sense'),
  object: idSchema,
  sensors: z.array(idSchema).min(1),
  /** Unbroken time in view that makes an observation. */
  dwell: z.strictObject({
    exactly: durationSchema,
    source: z.string(),
    confidence: z.enum(['high', 'medium', 'low']),
    basis: z.string().optional(),
  }),
  gives: idSchema.optional(),
});

const workSchema = z.strictObject({
  ...shared,
  task: z.enum(['assess', 'consent', 'coordinate', 'act', 'announce']),
  at: idSchema,
  /** `none`: it takes time but nobody's, like a drift or a command pass. */
  desk: z.union([z.enum(deskRoles), z.literal('none')]).optional(),
  takes: spreadSchema,
  urgency: z.enum(urgencies).default('priority'),
  gives: idSchema.optional(),
});

const shareSchema = z.strictObject({
  ...shared,
  task: z.literal('share'),
  product: idSchema,
  from: idSchema,
  to: idSchema,
  form: z.enum(['full', 'tear-line', 'oral']).default('full'),
  urgency: z.enum(urgencies).default('priority'),
  /** Verdicts that are a seat's: which decision gives the verdict on which work. */
  authorities: z.strictObject({ weighException: idSchema.optional() }).default({}),
});

const optionSchema = z.strictObject({
  id: idSchema,
  says: z.string().min(3),
  /** What published planning times say it will cost. */
  planning: z.string().min(3),
  /** Information without which it cannot be chosen. */
  needs: z.array(needSchema).default([]),
});

const bookRuleSchema = z.strictObject({
  /** Products the seat must hold for the rule to apply; all of them. */
  holds: z.array(idSchema).default([]),
  choose: idSchema,
});

const decideSchema = z.strictObject({
  ...shared,
  task: z.literal('decide'),
  seat: idSchema,
  question: z.string().min(5),
  context: z.string().min(5),
  options: z.array(optionSchema).min(2),
  default: idSchema,
  /** Tried in order; the first whose products the seat holds is chosen; else the default. */
  byTheBook: z.array(bookRuleSchema).min(1),
  staffTime: durationSchema,
  answerWithin: durationSchema,
});

export const taskSchema = z.discriminatedUnion('task', [senseSchema, workSchema, shareSchema, decideSchema]);
export type Task = z.infer<typeof taskSchema>;
export type SenseTask = z.infer<typeof senseSchema>;
export type WorkTask = z.infer<typeof workSchema>;
export type ShareTask = z.infer<typeof shareSchema>;
export type DecideTask = z.infer<typeof decideSchema>;

const incidentSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(['unexplained-approach', 'uplink-jamming', 'space-weather']),
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
  response: z.array(taskSchema).min(2),
});
export type Incident = z.infer<typeof incidentSchema>;

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
});
export type Scenario = z.infer<typeof scenarioSchema>;
export type Seat = Scenario['seats'][number];
export type Inject = Scenario['injects'][number];

/** When each sensor can see each object: half-open `[from, until)` offsets from StartEx, as `saydo access` will write them. */
export const accessSchema = z.strictObject({
  scenario: idSchema,
  madeBy: z.string(),
  windows: z.array(z.strictObject({ sensor: idSchema, object: idSchema, from: durationSchema, until: durationSchema })),
});
export type Access = z.infer<typeof accessSchema>;

/** Everything a run is made of but seed and inputs: plain data, checked, and what a record carries. */
export interface Definition {
  readonly scenario: Scenario;
  readonly access: Access;
  readonly coalition: Coalition;
  readonly policy: Policy;
}

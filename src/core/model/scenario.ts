/** A scenario as its file writes it: the schema is the type. Times are offsets from StartEx in whole seconds once read. */
import { z } from 'zod';
import type { Coalition } from './coalition.ts';
import { deskRoles } from './coalition.ts';
import type { Policy } from './policy.ts';
import { areas, productSchema } from './product.ts';
import { durationSchema, idSchema, provenance, shareSchema, spreadSchema } from './quantities.ts';
import { urgencies } from './urgency.ts';

/** Parts of a thousand. */
const perMilleSchema = z.number().int().min(0).max(1000);

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
  /** Levers one of which must be in force, else it never begins. */
  under: z.array(idSchema).min(1).optional(),
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

/** How work may end when chance has a say: the odds may hang on the branch that the incident has taken. */
const findsSchema = z.strictObject({
  ends: z
    .array(
      z.strictObject({
        outcome: idSchema,
        /** What whoever is told then reads. */
        says: z.string().min(3),
        gives: idSchema.optional(),
        perMille: perMilleSchema,
        /** Instead of `perMille` while the incident is on that branch. On every branch the ends add up to 1000. */
        inBranch: z.record(idSchema, perMilleSchema).optional(),
      }),
    )
    .min(2),
  ...provenance,
});

const workSchema = z.strictObject({
  ...shared,
  task: z.enum(['assess', 'coordinate', 'act', 'announce']),
  at: idSchema,
  /** `none`: it takes time but nobody's, like a drift or a command pass. */
  desk: z.union([z.enum(deskRoles), z.literal('none')]).optional(),
  takes: spreadSchema,
  urgency: z.enum(urgencies).default('priority'),
  gives: idSchema.optional(),
  finds: findsSchema.optional(),
  /** For an act: needless if the incident is then on a branch of the other kind. For an announcement: what it says of it, right or wrong. */
  presumes: z.enum(['hostile', 'harmless']).optional(),
});

/** A nation makes up its mind: consented, caveated or declined. */
const consentSchema = z.strictObject({
  ...shared,
  task: z.literal('consent'),
  at: idSchema,
  /** Within the authority of whoever is asked, for the lawyers, or for the capital. */
  question: z.enum(['within', 'legal', 'capital']).default('within'),
  /** Given, it is one person's word at that desk, and no machine: it takes that long and ends consented. */
  takes: spreadSchema.optional(),
  desk: z.enum(deskRoles).optional(),
  urgency: z.enum(urgencies).default('priority'),
  /** Verdicts that are a seat's: its options are consented, caveated, declined. */
  authorities: z.strictObject({ decide: idSchema.optional() }).default({}),
});

/** Several staffs come to one line: each of `with` with the one that convenes. */
const alignSchema = z.strictObject({
  ...shared,
  task: z.literal('align'),
  at: idSchema,
  with: z.array(idSchema).min(1).max(8),
  /** How many of them are enough. Absent: all. */
  atLeast: z.number().int().min(1).optional(),
  urgency: z.enum(urgencies).default('priority'),
});

const handoverSchema = z.strictObject({
  ...shared,
  task: z.literal('share'),
  product: idSchema,
  from: idSchema,
  to: idSchema,
  form: z.enum(['full', 'tear-line', 'oral']).default('full'),
  urgency: z.enum(urgencies).default('priority'),
  /** Verdicts that are a seat's: which decision gives the verdict on which work. */
  authorities: z.strictObject({ weighException: idSchema.optional() }).default({}),
  /** Nobody asked for it: a nation that withholds does not begin it, unless a person plays the sender. */
  volunteered: z.boolean().optional(),
});

/** "You will have it by 1400Z." */
const promiseSchema = z.strictObject({
  id: idSchema,
  to: idSchema,
  says: z.string().min(3),
  /** Kept when this has come true; broken when `within` has passed since the choice came into force. */
  that: literalSchema,
  within: durationSchema,
});

const optionSchema = z.strictObject({
  id: idSchema,
  says: z.string().min(3),
  /** What published planning times say it will cost. */
  planning: z.string().min(3),
  /** Information without which it cannot be chosen. */
  needs: z.array(needSchema).default([]),
  /** How a stand-in of that temper looks at it. */
  lean: z.enum(['forward', 'cautious']).optional(),
  under: z.array(idSchema).min(1).optional(),
  /** The branch that the incident takes: red's choices. */
  branch: idSchema.optional(),
  promises: z.array(promiseSchema).optional(),
  /** Promises taken back in good time. */
  drops: z.array(idSchema).optional(),
  /** Nations that had reason to be asked, and are not. */
  bypasses: z.array(idSchema).optional(),
});

const bookRuleSchema = z.strictObject({
  /** Products the seat must hold for the rule to apply; all of them. */
  holds: z.array(idSchema).default([]),
  /** What the seat must have been told: tasks whose end it is told of. */
  knows: z.array(literalSchema).optional(),
  choose: idSchema,
  /** How long after the offer to wait for what the rule asks and for its option to open, before the next rule is looked at. */
  waits: durationSchema.optional(),
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
  /** What the designer hopes to see, for those who run the exercise. */
  expected: z.string().min(5).optional(),
});

export const taskSchema = z.discriminatedUnion('task', [
  senseSchema,
  workSchema,
  consentSchema,
  alignSchema,
  handoverSchema,
  decideSchema,
]);
export type Task = z.infer<typeof taskSchema>;
export type SenseTask = z.infer<typeof senseSchema>;
export type WorkTask = z.infer<typeof workSchema>;
export type ConsentTask = z.infer<typeof consentSchema>;
export type AlignTask = z.infer<typeof alignSchema>;
export type ShareTask = z.infer<typeof handoverSchema>;
export type DecideTask = z.infer<typeof decideSchema>;

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

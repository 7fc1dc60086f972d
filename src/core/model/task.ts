/** The tasks of a response, one schema for each kind. */
import { z } from 'zod';
import { deskRoles } from './coalition.ts';
import { literalSchema, needSchema } from './need.ts';
import { durationSchema, idSchema, provenance, spreadSchema } from './quantities.ts';
import { urgencies } from './urgency.ts';

/** Parts of a thousand. */
const perMilleSchema = z.number().int().min(0).max(1000);

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
  options: z.array(optionSchema).min(2).max(16),
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

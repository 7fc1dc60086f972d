/** The standing world: nations, organisations with their desks, sensors, and the numbers of friction between nations. */
import { z } from 'zod';
import { areas, productKinds } from './product.ts';
import { durationSchema, idSchema, shareSchema, spreadSchema } from './quantities.ts';
import { urgencies } from './urgency.ts';

export const deskRoles = [
  'front-door',
  'disclosure',
  'gateway',
  'watch',
  'assessment',
  'decision',
  'legal',
  'coordination',
] as const;
export type DeskRole = (typeof deskRoles)[number];

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

const minuteOfDay = z.string().regex(/^([01]\d|2[0-3])[0-5]\d$/, 'a local time of day like "0800"');

const changeoverSchema = z.strictObject({
  month: z.number().int().min(1).max(12),
  week: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal('last')]),
  weekday: z.enum(weekdays),
  at: minuteOfDay,
  reckonedIn: z.enum(['local', 'utc']),
});

export const zoneSchema = z.strictObject({
  id: idSchema,
  /** Minutes east of UTC. */
  standardMinutes: z.number().int().min(-720).max(840),
  daylight: z.strictObject({ minutes: z.number().int(), from: changeoverSchema, until: changeoverSchema }).optional(),
  source: z.string(),
});

const shiftSchema = z.strictObject({
  days: z.union([z.enum(['daily', 'mon-fri']), z.array(z.enum(weekdays)).min(1)]),
  from: minuteOfDay,
  /** May be earlier than `from`: past midnight. Equal: round the clock. */
  until: minuteOfDay,
  people: z.number().int().min(1).max(50),
  source: z.string(),
  confidence: z.enum(['high', 'medium', 'low']),
  basis: z.string().optional(),
});

/** Work that is not the exercise's but competes for the same people. */
const backgroundSchema = z.strictObject({
  urgency: z.enum(urgencies),
  every: spreadSchema,
  takes: spreadSchema,
  /** Items already waiting at StartEx. */
  backlog: z.number().int().min(0).max(200).default(0),
});

const deskSchema = z.strictObject({
  role: z.enum(deskRoles),
  hours: z.array(shiftSchema).min(1),
  /** What happens to work in hand when the shift ends: somebody stays, or it waits for the next shift. */
  atClose: z.enum(['finish', 'hold']).default('hold'),
  onCall: z
    .strictObject({
      atLeast: z.enum(urgencies),
      callIn: durationSchema,
      source: z.string(),
      confidence: z.enum(['high', 'medium', 'low']),
    })
    .optional(),
  background: z.array(backgroundSchema).default([]),
});

export const organisationSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(2),
  short: z.string().min(2).max(16),
  nation: idSchema,
  zone: idSchema,
  /** Where it stands on the map, rounded. */
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  desks: z.array(deskSchema),
  /** Where work goes that this organisation has no desk for. */
  reachBack: idSchema.optional(),
  source: z.string(),
});
export type Organisation = z.infer<typeof organisationSchema>;

export const nationSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(2),
  /** Three letters, as markings write it. */
  code: z.string().regex(/^[A-Z]{3}$/),
  /** Who may except a release from the rules. */
  exceptionsAt: idSchema,
  source: z.string(),
});
export type Nation = z.infer<typeof nationSchema>;

export const sensorSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(2),
  nation: idSchema,
  operator: idSchema,
  kind: z.enum(['optical', 'radar', 'space-based', 'monitor']),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  source: z.string(),
});
export type Sensor = z.infer<typeof sensorSchema>;

/** What crossing costs from one nation to another: touch times and odds; waiting comes from desks. */
export const pairSchema = z.strictObject({
  from: idSchema,
  to: idSchema,
  /** Whose roles are unclear on this path: at whose desks a dispute is settled. */
  doorAt: z.enum(['from', 'to']),
  frontDoor: z.strictObject({
    seek: spreadSchema,
    knock: spreadSchema,
    settle: spreadSchema,
    escalate: spreadSchema,
    misroute: shareSchema,
    dispute: shareSchema,
    /** Used instead of `dispute` where the sharing matrix says nothing. */
    disputeUnlessAgreed: shareSchema,
    /** Of disputes taken up, how many find no owner at all. */
    nobody: shareSchema,
  }),
  release: z.strictObject({
    mark: spreadSchema,
    checkDelegation: spreadSchema,
    askOriginator: spreadSchema,
    review: spreadSchema,
    weighException: spreadSchema,
    makeTearLine: spreadSchema,
    speak: spreadSchema,
    originatorRefuses: shareSchema,
    flawed: shareSchema,
    needsTearLine: shareSchema,
    exceptionRefused: shareSchema,
  }),
  carriage: z.strictObject({
    path: z.enum(['automated', 'reviewed', 'manual', 'none']),
    choosePath: spreadSchema,
    send: spreadSchema,
    humanReview: spreadSchema,
    rekey: spreadSchema,
    convert: spreadSchema,
    garbled: shareSchema,
    returned: shareSchema,
  }),
});
export type Pair = z.infer<typeof pairSchema>;

/** What a nation's disclosure officers may release to whom without asking above. */
export const delegationSchema = z.strictObject({
  by: idSchema,
  to: idSchema,
  kinds: z.array(z.enum(productKinds)).min(1),
  /** The delegation is for tear-lines, not for the whole product. */
  tearLineOnly: z.boolean().default(false),
  source: z.string(),
  confidence: z.enum(['high', 'medium', 'low']),
  basis: z.string().optional(),
});

export const matrixLevels = ['undefined', 'deconflict', 'share', 'coordinate', 'integrate'] as const;
export type MatrixLevel = (typeof matrixLevels)[number];

/** The sharing matrix: what the US and an ally have said they will do together, by area. */
export const matrixCellSchema = z.strictObject({
  nation: idSchema,
  area: z.enum(areas),
  level: z.enum(matrixLevels),
  source: z.string(),
  confidence: z.enum(['high', 'medium', 'low']),
  basis: z.string().optional(),
});

export const sourceSchema = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(3),
  address: z.string().optional(),
  read: z.string(),
});

export const coalitionSchema = z.strictObject({
  arrangement: z.string(),
  lead: idSchema,
  sources: z.array(sourceSchema),
  zones: z.array(zoneSchema),
  nations: z.array(nationSchema),
  organisations: z.array(organisationSchema),
  sensors: z.array(sensorSchema),
  pairs: z.array(pairSchema),
  delegations: z.array(delegationSchema),
  matrix: z.array(matrixCellSchema),
});
export type Coalition = z.infer<typeof coalitionSchema>;

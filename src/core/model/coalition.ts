/** The standing world: nations, organisations with their desks, sensors, and the numbers of friction between nations. */
import { z } from 'zod';
import { classifications } from './classifications.ts';
import { areas, productKinds } from './product.ts';
import { durationSchema, idSchema, provenance, shareSchema, spreadSchema } from './quantities.ts';
import type { TrustMove } from './trust-moves.ts';
import { trustMoves } from './trust-moves.ts';
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

/** How a nation makes up its mind about what others ask of it: touch times and odds; waiting comes from desks. */
const nationalDecisionSchema = z.strictObject({
  assess: spreadSchema,
  decide: spreadSchema,
  refer: spreadSchema,
  legal: spreadSchema,
  /** Of questions that look like within somebody's authority, how many go up all the same, and how many to the lawyers. */
  referred: shareSchema,
  legalAsked: shareSchema,
  /** Of legal reviews, how many find that it may not be. */
  unlawful: shareSchema,
  caveated: shareSchema,
  declined: shareSchema,
});

/** How a nation's staff comes to one line with others. */
const nationalCoordinationSchema = z.strictObject({
  convene: spreadSchema,
  align: spreadSchema,
  mend: spreadSchema,
  splits: shareSchema,
  /** Used instead of `splits` where the sharing matrix says nothing. */
  splitsUnlessAgreed: shareSchema,
  /** Of splits taken up, how many cannot be mended. */
  broken: shareSchema,
});

export const nationSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(2),
  /** Three letters, as markings write it. */
  code: z.string().regex(/^[A-Z]{3}$/),
  /** Who may except a release from the rules. */
  exceptionsAt: idSchema,
  /** To whom a question goes that is beyond the authority of whoever was asked. Absent: `exceptionsAt`. */
  capital: idSchema.optional(),
  decision: nationalDecisionSchema.optional(),
  coordination: nationalCoordinationSchema.optional(),
  /** A fictional adversary: no ally, on no ally's map. */
  adversary: z.boolean().optional(),
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

export const carriagePaths = ['automated', 'reviewed', 'manual', 'none'] as const;

/** One path for everything, or one for each level. */
const pathSchema = z.union([
  z.enum(carriagePaths),
  z.strictObject(
    Object.fromEntries(classifications.map((level) => [level, z.enum(carriagePaths)])) as Record<
      (typeof classifications)[number],
      z.ZodEnum<{ [P in (typeof carriagePaths)[number]]: P }>
    >,
  ),
]);

/** What crossing costs from one nation to another, or inside one: touch times and odds; waiting comes from desks. */
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
    /** Whoever sends by this door can look up where what was sent stands. */
    tracked: z.boolean().optional(),
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
    /** Used instead of `exceptionRefused` where the sharing matrix says nothing: there is no yardstick to weigh against. */
    exceptionRefusedUnlessAgreed: shareSchema.optional(),
    /** Used instead of `exceptionRefused` for special access. Absent: always refused. */
    specialAccessRefused: shareSchema.optional(),
    /** Of informal calls, how many do not get across what they were about. */
    misheard: shareSchema.optional(),
  }),
  carriage: z.strictObject({
    path: pathSchema,
    choosePath: spreadSchema,
    send: spreadSchema,
    humanReview: spreadSchema,
    rekey: spreadSchema,
    convert: spreadSchema,
    garbled: shareSchema,
    returned: shareSchema,
  }),
  /** What sharing costs. */
  costs: z
    .strictObject({
      /** Of intelligence-derived products that arrive whole, how many expose their source. */
      exposes: shareSchema,
      /** Of products of a third nation that arrive in writing, how many start a row over the third-party rule. */
      breaches: shareSchema,
    })
    .optional(),
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

const pointsSchema = z.strictObject({ points: z.number().int().min(-1000).max(1000), ...provenance });
const levelSchema = z.strictObject({ trust: z.number().int().min(0).max(1000), ...provenance });

/** Trust of one nation in another, 0 to 1000; what moves it; what it does to national decisions that nobody plays. */
export const trustSchema = z.strictObject({
  starts: z.array(z.strictObject({ of: idSchema, in: idSchema, ...levelSchema.shape })),
  moves: z.strictObject(
    Object.fromEntries(trustMoves.map((move) => [move, pointsSchema])) as Record<TrustMove, typeof pointsSchema>,
  ),
  /** At or above: high, fair, low; below the last: lost. */
  bands: z.strictObject({ high: levelSchema, fair: levelSchema, low: levelSchema }),
  /** Parts of a thousand by which the work of an unplayed national decision takes longer, at no trust and at full trust; straight between. */
  stretch: z.strictObject({
    atNone: z.number().int().min(1000).max(4000),
    atFull: z.number().int().min(100).max(1000),
    ...provenance,
  }),
});
export type TrustRules = z.infer<typeof trustSchema>;

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
  nations: z.array(nationSchema).max(16),
  organisations: z.array(organisationSchema),
  sensors: z.array(sensorSchema),
  pairs: z.array(pairSchema),
  delegations: z.array(delegationSchema),
  matrix: z.array(matrixCellSchema),
  /** Absent: trust plays no part. */
  trust: trustSchema.optional(),
});
export type Coalition = z.infer<typeof coalitionSchema>;

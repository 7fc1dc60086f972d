/** A scenario's orbits.yaml: who flies where, what each sensor can see, and windows that geometry does not decide. */
import { z } from 'zod';
import { durationSchema, idSchema, provenance } from '../core/model/quantities.ts';
import { scenarioSchema } from '../core/model/scenario.ts';

/** The last digit of a line of a TLE: its digits added up, a minus counting one, modulo 10. */
function sumOf(line: string): number {
  const sum = [...line.slice(0, 68)].reduce((all, sign) => all + (sign === '-' ? 1 : Number(sign) || 0), 0);
  return sum % 10;
}

const tleLine = (place: 1 | 2) =>
  z.string().refine((line) => line.length === 69 && line[0] === String(place) && sumOf(line) === Number(line[68]), {
    error: `line ${place} of a two-line element set: 69 characters, the last its checksum`,
  });

/** Mean elements for SGP4 as an Orbit Mean-Elements Message (CCSDS 502.0-B) names them: degrees, turns a day, UTC. */
const ommSchema = z.strictObject({
  OBJECT_NAME: z.string().default('EXERCISE OBJECT'),
  OBJECT_ID: z.string().default('2023-000A'),
  EPOCH: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z?$/, 'a UTC instant like "2023-10-13T15:00:00"'),
  MEAN_MOTION: z.number().min(0.5).max(17),
  ECCENTRICITY: z.number().min(0).max(0.95),
  INCLINATION: z.number().min(0).max(180),
  RA_OF_ASC_NODE: z.number().min(0).max(360),
  ARG_OF_PERICENTER: z.number().min(0).max(360),
  MEAN_ANOMALY: z.number().min(0).max(360),
  BSTAR: z.number().min(-1).max(1).default(0),
  MEAN_MOTION_DOT: z.number().default(0),
  MEAN_MOTION_DDOT: z.number().default(0),
  NORAD_CAT_ID: z.number().int().min(0).default(0),
  ELEMENT_SET_NO: z.number().int().min(0).default(0),
});

/** A satellite of the geostationary ring. What a later segment does not say it takes over from the one before. */
const geoSchema = z.strictObject({
  /** Degrees east, when the segment begins. */
  longitude: z.number().min(-180).max(180).optional(),
  /** Degrees east a day. */
  drift: z.number().min(-20).max(20).default(0),
  /** Degrees. */
  inclination: z.number().min(0).max(30).optional(),
  /** How long after StartEx it crosses the equator northward. */
  ascends: durationSchema.optional(),
});
export type GeoState = z.output<typeof geoSchema>;

/** From this offset on it flies so; a manoeuvre is the next segment. */
const segmentSchema = z.union([
  z.strictObject({ from: durationSchema, geo: geoSchema }),
  z.strictObject({ from: durationSchema, omm: ommSchema }),
  z.strictObject({ from: durationSchema, tle: z.strictObject({ line1: tleLine(1), line2: tleLine(2) }) }),
]);
export type Segment = z.output<typeof segmentSchema>;

const trajectorySchema = z.strictObject({
  id: idSchema,
  says: z.string().min(5),
  segments: z.array(segmentSchema).min(1),
  /** It is no more from here on: broken up, or come down. */
  until: durationSchema.optional(),
});
export type Trajectory = z.output<typeof trajectorySchema>;

const objectSchema = z.strictObject({
  id: idSchema,
  says: z.string().min(5),
  /** Only these look at it. Absent: all whose limits are known. */
  sensors: z.array(idSchema).min(1).optional(),
  trajectories: z.array(trajectorySchema).min(1),
  ...provenance,
});

const degrees = (most: number) => z.number().min(0).max(most);

/** What a sensor must have to see. Weather is not modelled: every night is clear. */
const limitsSchema = z.strictObject({
  sensors: z.array(idSchema).min(1),
  /** Least elevation above the horizon, degrees, without refraction: sensors on the ground. */
  elevation: degrees(89).optional(),
  /** Bearings it looks along, degrees clockwise from north, from `from` to `until`. Absent: all round. */
  azimuth: z.strictObject({ from: degrees(360), until: degrees(360) }).optional(),
  /** Greatest distance, km. */
  range: z.number().min(1).max(1_000_000).optional(),
  /** Altitudes of objects, km, that it is made for. */
  altitude: z.strictObject({ from: z.number().min(0), until: z.number().max(1_000_000) }).optional(),
  /** How many degrees the sun must be below its horizon. */
  sunBelow: degrees(18).optional(),
  /** The object must be in the sun. */
  sunlit: z.boolean().default(false),
  /** Least angle, degrees, between the object and the sun. */
  sunAngle: degrees(180).optional(),
  /** Shorter windows do not count. */
  dwell: durationSchema,
  ...provenance,
});
export type Limits = z.output<typeof limitsSchema>;

export const orbitsSchema = z.strictObject({
  scenario: idSchema,
  limits: z.array(limitsSchema).min(1),
  /** Where space-based sensors are. */
  platforms: z
    .array(z.strictObject({ sensor: idSchema, segments: z.array(segmentSchema).min(1), ...provenance }))
    .default([]),
  objects: z.array(objectSchema).min(1),
  /** Windows that geometry does not decide, copied as they are. Without times: all the time. */
  given: z
    .array(
      z.strictObject({
        sensor: idSchema,
        object: idSchema,
        from: durationSchema.optional(),
        until: durationSchema.optional(),
        ...provenance,
      }),
    )
    .default([]),
});
export type Orbits = z.output<typeof orbitsSchema>;

/** What of a scenario its windows hang on. */
export const periodSchema = z.looseObject({
  id: idSchema,
  startsAt: scenarioSchema.shape.startsAt,
  lasts: scenarioSchema.shape.lasts,
});

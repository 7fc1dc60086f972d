/** What something waits for: how tasks ended, singly, any of several, or so many of several. */
import { z } from 'zod';

/** `task` (it ended well) or `task=outcome` (it ended so; for a decision, the option taken). */
export const literalSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]*(=[a-z][a-z0-9-]*)?$/, 'a task, or a task and its outcome, like "share-track=denied"');

export const needSchema = z.union([
  literalSchema,
  z.strictObject({ any: z.array(literalSchema).min(1) }),
  z.strictObject({ atLeast: z.number().int().min(1), of: z.array(literalSchema).min(1) }),
]);
export type Need = z.infer<typeof needSchema>;

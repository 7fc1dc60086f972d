/** What a role may ask of a room, checked at the edge. All but `decide` is control's. */
import { z } from 'zod';

const reason = z.string().max(600);

export const roomCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('brief') }),
  z.strictObject({ type: z.literal('deliberate') }),
  /** Lets game time pass: to the end of the move, or up to the next question put to a held seat if that comes first. */
  z.strictObject({ type: z.literal('resolve'), until: z.enum(['moveEnd', 'nextQuestion']) }),
  z.strictObject({ type: z.literal('hotWash') }),
  z.strictObject({ type: z.literal('close') }),
  z.strictObject({ type: z.literal('pause'), reason }),
  z.strictObject({ type: z.literal('resume') }),
  /** `at`: the game time that the one who decides was looking at. `decision`: the seat's own reference. */
  z.strictObject({
    type: z.literal('decide'),
    at: z.number().int().min(0),
    decision: z.string().max(12),
    option: z.string().max(80),
    reason,
  }),
]);
export type RoomCommand = z.infer<typeof roomCommandSchema>;

/** As it comes: `id` is made by the sender and stays when the same command is sent again. */
export const sentCommandSchema = z.strictObject({
  id: z.string().regex(/^[\w-]{8,40}$/),
  command: roomCommandSchema,
});
export type SentCommand = z.infer<typeof sentCommandSchema>;

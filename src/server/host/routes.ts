/** What a host answers over plain requests: a door for codes, and for the holder of the key a way to open rooms. */
import fastifyRateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { idSchema } from '../../core/model/quantities.ts';
import { say } from '../../words/index.ts';
import type { Host } from './host.ts';

const joinSchema = z.strictObject({ code: z.string().max(20) });
const wishSchema = z.strictObject({
  scenario: idSchema,
  cut: idSchema.nullable().default(null),
  policy: idSchema,
  seed: z.string().trim().min(1).max(60),
  held: z.array(idSchema).min(1).max(40),
});

const BODY_BYTES = 4_096;
/** Tries a minute from one address: forty people behind one address come in at once, and whoever guesses at a dozen doors needs years. */
const TRIES = 60;

export async function addRoutes(app: FastifyInstance, host: Host): Promise<void> {
  await app.register(fastifyRateLimit, { global: false });
  const limited = { bodyLimit: BODY_BYTES, config: { rateLimit: { max: TRIES, timeWindow: 60_000 } } };
  const keyed = { ...limited, onRequest: onlyWithKey(host) };

  app.get('/api/health', async () => ({ ok: true }));

  app.post('/api/join', limited, async ({ body }, reply) => {
    const asked = joinSchema.safeParse(body);
    const token = asked.success ? await host.admit(asked.data.code) : undefined;
    return token === undefined ? refuse(reply, 404, say('room.refused.noDoor')) : { token };
  });

  app.get('/api/host', keyed, () => host.shelf());

  app.post('/api/host', keyed, async ({ body }, reply) => {
    const wish = wishSchema.safeParse(body);
    if (!wish.success) return refuse(reply, 400, say('room.refused.malformed'));
    try {
      return await host.open(wish.data);
    } catch (why) {
      if (why instanceof RangeError) return refuse(reply, 400, why.message);
      throw why;
    }
  });

  app.post('/api/host/:room', keyed, async ({ params }, reply) => {
    const token = await host.takeControl((params as { readonly room: string }).room);
    return token === undefined ? refuse(reply, 404, say('room.refused.noDoor')) : { token };
  });
}

const refuse = (reply: FastifyReply, status: number, why: string) => reply.code(status).send({ why });

const onlyWithKey = (host: Host) => async (request: FastifyRequest, reply: FastifyReply) => {
  const [, given = ''] = /^Bearer (\S{1,100})$/.exec(request.headers.authorization ?? '') ?? [];
  if (!host.mayHost(given)) await refuse(reply, 401, say('room.refused.noKey'));
};

import fastifyHelmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import fastify, { LogController } from 'fastify';
import type { HostParts } from './host/host.ts';

export interface ServeOptions {
  /** What `npm run build` made; index.html is served for `/`. */
  readonly directory: string;
  /** `localhost` for this machine alone, `0.0.0.0` for everybody on the local network. */
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Exercises for several devices, where they are wanted. */
  readonly hosting?: HostParts & {
    /** The file that the log goes to; nothing is logged without. */
    readonly log?: string;
  };
}

export interface Served {
  /** With the port really taken and no slash at the end. */
  readonly url: string;
  /** What opens rooms, where they are hosted. */
  readonly key: string | null;
  readonly close: () => Promise<void>;
}

/**
 * Nothing from other hosts, ever: a room may have no internet, and an exercise must not leave it. On plain http, as a
 * local network has it, upgrade-insecure-requests and HSTS would lock everybody out, so they are left off. Workers may
 * start from a blob, and styles may be inline, which charts need.
 */
const CONTENT_SECURITY_POLICY = {
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'worker-src': ["'self'", 'blob:'],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'self'"],
};

/** Names in this folder carry a digest of what is in them (see vite.config.ts). */
const NEVER_CHANGES = /[\\/]app[\\/][^\\/]+$/;

/** Serves the built client. @throws when the address is taken or not ours, as Node says it (`EADDRINUSE`). */
export async function serve({ directory, host, port, hosting }: ServeOptions): Promise<Served> {
  const server = fastify({
    logger: hosting?.log === undefined ? false : { file: hosting.log },
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true,
  });
  await addClient(server, directory);
  const key = hosting === undefined ? null : await addHosting(server, hosting);
  server.setNotFoundHandler((request, reply) =>
    reply.code(404).type('text/plain; charset=utf-8').send(`Nothing at ${request.url}. Say-Do starts at /\n`),
  );
  const url = await server.listen({ host, port });
  return { url, key, close: () => server.close() };
}

async function addClient(server: FastifyInstance, directory: string): Promise<void> {
  await server.register(fastifyHelmet, {
    contentSecurityPolicy: { useDefaults: false, directives: CONTENT_SECURITY_POLICY },
    strictTransportSecurity: false,
    // Browsers ignore these two on plain http and complain in the console.
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
  });
  await server.register(fastifyStatic, {
    root: directory,
    dotfiles: 'ignore',
    cacheControl: false,
    setHeaders: (response, path) => {
      response.setHeader(
        'cache-control',
        NEVER_CHANGES.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  for (const place of ['/join', '/host']) server.get(place, (_, reply) => reply.sendFile('room.html'));
}

/** @returns the key that opens rooms. */
async function addHosting(server: FastifyInstance, parts: HostParts): Promise<string> {
  const { Host } = await import('./host/host.ts');
  const { addRoutes } = await import('./host/routes.ts');
  const { Sockets } = await import('./host/sockets.ts');
  const host = new Host(parts, server.log);
  await addRoutes(server, host);
  const sockets = new Sockets(server.server, host, server.log);
  server.addHook('preClose', async () => sockets.close());
  server.addHook('onClose', () => host.close());
  return host.key;
}

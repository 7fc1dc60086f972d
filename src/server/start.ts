/** `npm start`: builds the client if need be and serves it. scripts/start.mjs comes here once Node is new enough. */
import { networkInterfaces } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { freshBuild } from './fresh-build.ts';
import type { Served } from './serve.ts';
import { serve } from './serve.ts';

const USAGE = `npm start -- [--port 4470] [--host localhost]

  --port  where to listen; 0 takes any free port
  --host  localhost: this machine alone; 0.0.0.0: everybody on the local network`;

interface Wish {
  readonly host: string;
  readonly port: number;
}

/** @throws a sentence with the usage. */
function wishOf(args: string[]): Wish {
  const { values } = parseArgs({
    args,
    options: { port: { type: 'string', default: '4470' }, host: { type: 'string', default: 'localhost' } },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port ${values.port} is not a port`);
  return { host: values.host, port };
}

async function listen(wish: Wish): Promise<Served> {
  const directory = freshBuild(fileURLToPath(new URL('../../', import.meta.url)), console.log);
  try {
    return await serve({ directory, ...wish });
  } catch (problem) {
    const taken = (problem as NodeJS.ErrnoException).code === 'EADDRINUSE';
    throw taken
      ? new Error(`Port ${wish.port} is taken. Choose another: npm start -- --port ${wish.port + 1}`)
      : problem;
  }
}

/** The addresses under which others in the room reach this machine. */
function addressesInTheRoom(port: string): string[] {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return addresses
    .filter((one) => one.family === 'IPv4' && !one.internal)
    .map((one) => `http://${one.address}:${port}`);
}

async function start(args: string[]): Promise<void> {
  const wish = wishOf(args);
  const { url, close } = await listen(wish);
  const { port } = new URL(url);
  const open = wish.host === '0.0.0.0' || wish.host === '::';
  console.log(`Say-Do is at http://${open ? 'localhost' : wish.host}:${port}`);
  if (open) for (const address of addressesInTheRoom(port)) console.log(`  in the room: ${address}`);
  console.log('Stop with Ctrl-C.');
  process.once('SIGINT', () => close());
  process.once('SIGTERM', () => close());
}

const args = process.argv.slice(2);
if (args.includes('--help')) console.log(USAGE);
else {
  start(args).catch((problem: Error) => {
    console.error('code' in problem ? `${problem.message}\n\n${USAGE}` : problem.message);
    process.exitCode = 1;
  });
}

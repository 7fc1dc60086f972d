/** `npm start`: builds the client if need be and serves it. scripts/start.mjs comes here once Node is new enough. */
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { freshBuild } from './fresh-build.ts';
import { keptLibrary } from './kept-library.ts';
import type { Served } from './serve.ts';
import { serve } from './serve.ts';

const USAGE = `npm start -- [--port 4470] [--host localhost] [--data say-do.db]

  --port  where to listen; 0 takes any free port
  --host  localhost: this machine alone; 0.0.0.0: everybody on the local network
  --data  the file that hosted exercises are kept in; made when the first is opened`;

interface Wish {
  readonly host: string;
  readonly port: number;
  readonly data: string;
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/** @throws a sentence with the usage. */
function wishOf(args: string[]): Wish {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '4470' },
      host: { type: 'string', default: 'localhost' },
      data: { type: 'string', default: 'say-do.db' },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port ${values.port} is not a port`);
  return { host: values.host, port, data: values.data };
}

const isOpen = ({ host }: Wish): boolean => host === '0.0.0.0' || host === '::';

async function listen(wish: Wish): Promise<Served> {
  const directory = freshBuild(root, console.log);
  let port = `${wish.port}`;
  const addresses = () => (isOpen(wish) ? addressesInTheRoom(port).map((address) => `${address}/join`) : []);
  const hosting = {
    data: wish.data,
    library: keptLibrary(join(root, 'scenarios'), directory),
    log: `${wish.data}.log`,
    addresses,
  };
  try {
    const served = await serve({ directory, host: wish.host, port: wish.port, hosting });
    port = new URL(served.url).port;
    return served;
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
  const { url, key, close } = await listen(wish);
  const { port } = new URL(url);
  const open = isOpen(wish);
  const here = `http://${open ? 'localhost' : wish.host}:${port}`;
  console.log(`Say-Do is at ${here}`);
  console.log(`To run an exercise, open ${here}/host#${key}`);
  if (open) for (const address of addressesInTheRoom(port)) console.log(`  others in the room join at ${address}/join`);
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

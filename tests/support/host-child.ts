/** A host in a process of its own, to be killed: `host-child.ts <folder> <port> <client>`. Says on its first line where it is. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Definition } from '../../src/core/model/scenario.ts';
import { serve } from '../../src/server/serve.ts';
import { libraryOf } from './hosted.ts';

const [folder = '', port = '0', client = folder] = process.argv.slice(2);
const library = () => libraryOf(JSON.parse(readFileSync(join(folder, 'definition.json'), 'utf8')) as Definition);
const hosting = { data: join(folder, 'rooms.db'), library, log: join(folder, 'host.log') };
const { url, key } = await serve({ directory: client, host: '127.0.0.1', port: Number(port), hosting });
console.log(JSON.stringify({ url, key }));

/** Run as a program with the URL of a module: imports it where whatever core must not touch throws. */
import { putThrowersInPlace } from './throwers.ts';

const [, , module = ''] = process.argv;
putThrowersInPlace();
await import(module);
process.stdout.write('loaded\n');

/** `npm run -s saydo -- …`: the command line. */
import { runCli } from './program.ts';
import { INTERRUPTED } from './stop.ts';
import { terminalOf } from './terminal.ts';

/** Whoever reads our output may stop reading (`| head`): that is fine. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}
process.on('SIGINT', () => process.exit(INTERRUPTED));

process.exitCode = await runCli(process.argv.slice(2), terminalOf(process), process.env.SAYDO_TRACE === '1');

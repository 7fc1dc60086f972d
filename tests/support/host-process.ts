/** Starts and kills a host in a process of its own, always with the same folder. */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('./host-child.ts', import.meta.url));

export class HostChild {
  url = '';
  key = '';
  private readonly folder: string;
  private readonly client: string;
  private child: ChildProcess | undefined;

  /** `folder` holds `definition.json`; `client` is what is served, the folder itself if not given. */
  constructor(folder: string, client = folder) {
    this.folder = folder;
    this.client = client;
  }

  /** At the port of last time, if there was one. */
  async start(): Promise<void> {
    const port = this.url === '' ? '0' : new URL(this.url).port;
    const command = ['--import', 'tsx', program, this.folder, port, this.client];
    this.child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] });
    for await (const line of createInterface({ input: this.child.stdout as NodeJS.ReadableStream })) {
      ({ url: this.url, key: this.key } = JSON.parse(line) as { url: string; key: string });
      return;
    }
    throw new Error('the host did not start');
  }

  /** As a power cut would, as far as a process can tell. */
  async kill(): Promise<void> {
    const { child } = this;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((go) => child.once('exit', go));
    child.kill('SIGKILL');
    await gone;
  }
}

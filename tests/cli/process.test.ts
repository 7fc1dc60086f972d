/** The program itself, started as a person starts it. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { tinyFolder } from '../support/fake-terminal.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const main = ['--import', 'tsx', 'src/cli/main.ts'];

function start(args: readonly string[], onOutput?: (kill: () => void) => void) {
  return new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    const child = spawn(process.execPath, [...main, ...args], { cwd: root, env: { ...process.env, FORCE_COLOR: '0' } });
    const said = { out: '', err: '' };
    child.stdout.on('data', (part) => {
      said.out += part;
      onOutput?.(() => child.stdout.destroy());
    });
    child.stderr.on('data', (part) => {
      said.err += part;
    });
    child.on('close', (code) => resolve({ code, ...said }));
  });
}

const tiny = ['--library', tinyFolder];

it('runs, prints one JSON document and nothing else', async () => {
  const { code, out, err } = await start(['run', 'tiny', '--policy', 'as-is', '--json', ...tiny]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(JSON.parse(out).scenario).toBe('tiny');
});

it('says quietly what was wrong', async () => {
  const { code, out, err } = await start(['run', 'tiny', '--policy', 'nothing', ...tiny]);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/^There is no policy “nothing” here\./);
});

it('does not mind whoever stops reading', async () => {
  const { code, err } = await start(['sources', 'tiny', '--json', ...tiny], (stopReading) => stopReading());
  expect({ code, err }).toEqual({ code: 0, err: '' });
});

/** The digest of the engine: of every source under src/core but the file that holds it, by path, with line ends made alike. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256Hex } from '../src/core/kernel/digest.ts';
import { compareText } from '../src/core/kernel/ids.ts';

const core = fileURLToPath(new URL('../src/core', import.meta.url));
export const versionFile = join(core, 'engine', 'version.ts');

export function engineDigest(): string {
  const files = readdirSync(core, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => path.split(sep).join('/'))
    .filter((path) => path !== 'engine/version.ts')
    .sort(compareText);
  const parts = files.map((path) => `${path}\n${readFileSync(join(core, path), 'utf8').replaceAll('\r\n', '\n')}`);
  return sha256Hex(parts.join('\0')).slice(0, 16);
}

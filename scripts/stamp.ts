/** `npm run stamp`: writes the digest of the engine's sources into src/core/engine/version.ts. With `--check`, only says whether it is current. */
import { readFileSync, writeFileSync } from 'node:fs';
import { engineDigest, versionFile } from './engine-digest.ts';

const digest = engineDigest();
const written = readFileSync(versionFile, 'utf8');
const current = written.replace(/engineVersion = '[^']*'/, `engineVersion = '${digest}'`);

if (process.argv.includes('--check')) {
  if (current !== written) {
    console.error(
      'The engine has changed since it was stamped. Run `npm run stamp` and commit src/core/engine/version.ts.',
    );
    process.exitCode = 1;
  }
} else {
  writeFileSync(versionFile, current);
  console.log(digest);
}

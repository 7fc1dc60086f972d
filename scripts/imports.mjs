/** `npm run imports`: who imports whom, against the rules in .dependency-cruiser.cjs. */
import { checkImports } from './import-rules.mjs';

/** @param {import('./import-rules.mjs').Violation} violation */
function describe({ rule, comment, from, to, path }) {
  const way = path.length > 0 ? `\n    by way of ${path.join(' → ')}` : '';
  return `  ${from} → ${to}${way}\n    ${rule}: ${comment}\n`;
}

const { modules, imports, violations } = await checkImports(process.cwd());
for (const violation of violations) console.error(describe(violation));
console.log(`${modules} files of src, ${imports} imports, ${violations.length} forbidden`);
if (modules === 0) console.error('No file was read: is @swc/core installed for this platform?');
process.exitCode = violations.length > 0 || modules === 0 ? 1 : 0;

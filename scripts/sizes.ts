/** `npm run sizes`: how long files and functions of src are, by folder, and the longest of each. */
import { functionsOf, linesOf, quantile, sourcesBelow } from './source-shape.ts';

const sources = sourcesBelow(process.cwd(), 'src');
const files = sources.map((file) => ({ name: file.path, lines: linesOf(file) }));
const functions = sources
  .flatMap(functionsOf)
  .map(({ file, line, name, lines }) => ({ name: `${file}:${line} ${name}`, lines }));

function print(what: string, measured: readonly { name: string; lines: number }[]): void {
  const lines = measured.map((one) => one.lines);
  console.log(`${what}: ${lines.length}, p50 ${quantile(lines, 0.5)}, p95 ${quantile(lines, 0.95)}, lines each`);
  const longest = measured.toSorted((a, b) => b.lines - a.lines).slice(0, 10);
  for (const one of longest) console.log(`  ${String(one.lines).padStart(4)}  ${one.name}`);
}

print('files', files);
print('functions', functions);

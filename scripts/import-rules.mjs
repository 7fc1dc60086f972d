/**
 * Plain JavaScript, not TypeScript: dependency-cruiser looks for swc's visitor in a way that fails under tsx.
 *
 * @import { ICruiseOptions, ICruiseResult, IForbiddenRuleType } from 'dependency-cruiser'
 *
 * @typedef {object} Violation One import that a rule forbids.
 * @property {string} rule
 * @property {string} comment
 * @property {string} from
 * @property {string} to
 * @property {string[]} path The way round, when the rule is about cycles or about reaching through others.
 *
 * @typedef {object} ImportReport
 * @property {number} modules Files of src read. With the wrong parser dependency-cruiser reads none and finds all well.
 * @property {number} imports
 * @property {Violation[]} violations
 */
import { createRequire } from 'node:module';
import swc from '@swc/core';
import { cruise } from 'dependency-cruiser';

/** Rules named so are about what is left when `import type` has been taken away. */
const AT_RUN_TIME = 'at-run-time/';

/**
 * The one rule that dependency-cruiser cannot express: what `import()` fetches later may weigh what it likes, and what
 * the entry imports before that may not.
 */
const LIGHT_FIRST_PAGE = {
  entry: 'src/client/main.tsx',
  heavy: /node_modules\/(phaser|@observablehq\/plot|zod|yaml)\//,
  rule: 'light-first-page',
  comment:
    'Phaser and Observable Plot are most of a megabyte, and the first page needs neither; files are read and checked when ' +
    'the page is built, so it needs no schema either. Way out: somewhere on the way, `await import()` the file that needs ' +
    'it; of a file with a schema in it, import types only.',
};

/** @type {{ forbidden: IForbiddenRuleType[], options: ICruiseOptions }} */
const configuration = createRequire(import.meta.url)('../.dependency-cruiser.cjs');
const parseAsIs = swc.parseFileSync.bind(swc);

/**
 * The folders under src that a rule knows, as patterns.
 * @returns {string[]}
 */
export function knownLayers() {
  return configuration.forbidden
    .filter((rule) => rule.name?.startsWith('layer/'))
    .flatMap((rule) => ('from' in rule ? (rule.from.path ?? []) : []));
}

/**
 * Checks every rule of .dependency-cruiser.cjs over `src` below `baseDir`.
 * @param {string} baseDir
 * @returns {Promise<ImportReport>}
 */
export async function checkImports(baseDir) {
  const everything = await cruiseAs('everything', baseDir);
  const atRunTime = await cruiseAs('at run time', baseDir);
  const own = everything.modules.filter((module) => /^src\/.*\.tsx?$/.test(module.source));
  return {
    modules: own.length,
    imports: own.reduce((sum, module) => sum + module.dependencies.length, 0),
    violations: [...violationsOf(everything), ...violationsOf(atRunTime), ...heavyFirstPage(atRunTime)],
  };
}

/**
 * @param {'everything' | 'at run time'} reading
 * @param {string} baseDir
 * @returns {Promise<ICruiseResult>}
 */
async function cruiseAs(reading, baseDir) {
  const atRunTime = reading === 'at run time';
  const forbidden = configuration.forbidden.filter((rule) => atRunTime === Boolean(rule.name?.startsWith(AT_RUN_TIME)));
  swc.parseFileSync = parserFor(atRunTime);
  try {
    const { output } = await cruise(['src'], {
      ...configuration.options,
      baseDir,
      validate: true,
      ruleSet: { forbidden },
    });
    if (typeof output === 'string') throw new Error(`dependency-cruiser answered with text: ${output.slice(0, 200)}`);
    return output;
  } finally {
    swc.parseFileSync = parseAsIs;
  }
}

/**
 * dependency-cruiser asks swc for plain TypeScript whatever a file is called; .tsx has to be asked for.
 * @param {boolean} atRunTime
 */
function parserFor(atRunTime) {
  /** @type {(file: string, options?: object) => swc.Module} */
  const parse = (file, options) => {
    const parsed = parseAsIs(file, { ...options, syntax: 'typescript', tsx: file.endsWith('.tsx') });
    if (atRunTime) parsed.body = parsed.body.filter((statement) => !isTypeOnly(statement));
    return parsed;
  };
  return /** @type {typeof swc.parseFileSync} */ (parse);
}

/**
 * `import { type A }` is not among them: under verbatimModuleSyntax it loads the module.
 * @param {swc.ModuleItem} statement
 */
function isTypeOnly(statement) {
  return 'typeOnly' in statement && Boolean(statement.typeOnly);
}

/**
 * @param {ICruiseResult} result
 * @returns {Violation[]}
 */
function violationsOf(result) {
  const comments = new Map(configuration.forbidden.map((rule) => [rule.name, rule.comment]));
  return result.summary.violations.map((violation) => ({
    rule: violation.rule.name,
    comment: comments.get(violation.rule.name) ?? '',
    from: violation.from,
    to: violation.to,
    path: (violation.cycle ?? violation.via ?? []).map((step) => step.name),
  }));
}

/**
 * @param {ICruiseResult} atRunTime
 * @returns {Violation[]}
 */
function heavyFirstPage({ modules }) {
  const { entry, heavy, rule, comment } = LIGHT_FIRST_PAGE;
  const importsOf = new Map(
    modules.map((module) => [module.source, module.dependencies.filter((one) => !one.dynamic)]),
  );
  /** The way to each file that loads with the entry. @type {Map<string, string[]>} */
  const ways = new Map([[entry, []]]);
  for (const [file, way] of ways) {
    for (const { resolved } of importsOf.get(file) ?? []) {
      if (!ways.has(resolved)) ways.set(resolved, [...way, resolved]);
    }
  }
  return [...ways].filter(([file]) => heavy.test(file)).map(([to, path]) => ({ rule, comment, from: entry, to, path }));
}

/** Policies against their coalition: every change finds its place, and what comes out is as sound as what went in. */

import { formatDuration } from '../../core/kernel/units.ts';
import { applyPolicy, durationKeys } from '../../core/model/apply-policy.ts';
import type { Coalition } from '../../core/model/coalition.ts';
import { coalitionSchema } from '../../core/model/coalition.ts';
import type { Change, Policy } from '../../core/model/policy.ts';
import type { Finding, Path } from '../problems.ts';
import { formatPath } from '../problems.ts';
import { readAgainst } from '../schema-findings.ts';
import { accessFindings } from './access.ts';
import { coalitionFindings } from './coalition.ts';
import { decisionFindings } from './decisions.ts';
import { scenarioFindings } from './scenario.ts';
import type { Setting } from './setting.ts';
import { distinct } from './setting.ts';
import { taskFindings } from './tasks.ts';

function* changeFindings(change: Change, at: Path): Generator<Finding> {
  const given = (['set', 'scale', 'add'] as const).filter((key) => change[key] !== undefined);
  if (given.length === 1) return;
  yield {
    at,
    found: given.length === 0 ? 'a change that changes nothing' : `"${given.join('" and "')}" in one change`,
    expected: 'one of "set", "scale" and "add"',
    mend: given.length === 0 ? 'add the one that is meant' : 'make two changes of it',
  };
}

function* ownFindings(coalition: Coalition, policy: Policy): Generator<Finding> {
  if (policy.arrangement !== coalition.arrangement) {
    yield {
      at: ['policy', 'arrangement'],
      found: `the arrangement "${policy.arrangement}"`,
      expected: `the arrangement of the coalition files: "${coalition.arrangement}"`,
      mend: `write "${coalition.arrangement}"`,
    };
  }
  yield* distinct(['policy', 'levers'], policy.levers, ({ id }) => id);
  for (const [l, { changes }] of policy.levers.entries()) {
    for (const [c, change] of changes.entries()) yield* changeFindings(change, ['policy', 'levers', l, 'changes', c]);
  }
}

/** Where a lever's change stands. */
function placeOf(policy: Policy, lever: string, change: number): Path {
  return ['policy', 'levers', policy.levers.findIndex(({ id }) => id === lever), 'changes', change];
}

function unmatchedFinding(policy: Policy, lever: string, index: number): Finding {
  const change = policy.levers.find(({ id }) => id === lever)?.changes[index];
  const scaling = change?.scale !== undefined;
  return {
    at: [...placeOf(policy, lever, index), 'at'],
    found: `the path "${change?.at}", at which the coalition has ${scaling ? 'no duration or share' : 'nothing'}`,
    expected: scaling
      ? 'the path of a duration, a share, or something that holds some'
      : 'a path that leads to at least one place',
    mend: 'compare the names in the path with those in the coalition files',
  };
}

/** A coalition as files would write it: durations as text. */
function asWritten(value: unknown, key = ''): unknown {
  if (typeof value === 'number' && durationKeys.has(key))
    return Number.isSafeInteger(value) && value >= 0 ? formatDuration(value) : value;
  if (Array.isArray(value)) return value.map((entry) => asWritten(entry));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([inner, part]) => [inner, asWritten(part, inner)]));
}

/** Everything wrong with a coalition and, if they are given, with the scenarios in it. */
function* consequences(coalition: Coalition, settings: readonly Setting[]): Generator<Finding> {
  for (const finding of readAgainst(coalitionSchema, asWritten(coalition)).findings)
    yield { ...finding, at: ['coalition', ...finding.at] };
  yield* coalitionFindings(coalition);
  for (const { scenario, access } of settings) {
    const setting = { scenario, access, coalition };
    for (const check of [scenarioFindings, taskFindings, decisionFindings, accessFindings]) yield* check(setting);
  }
}

/** A finding by its place and wording: changes add to the end of lists, so places keep their names. */
function nameOf({ at, found }: Finding): string {
  return `${formatPath(at)} ${found}`;
}

/** The policy with its first changes only, as many as are asked for. */
function firstChanges(policy: Policy, count: number): Policy {
  let left = count;
  const levers = policy.levers.map((lever) => {
    const changes = lever.changes.slice(0, Math.max(0, left));
    left -= lever.changes.length;
    return { ...lever, changes };
  });
  return { ...policy, levers };
}

function flatPlaces(policy: Policy): Path[] {
  return policy.levers.flatMap(({ changes }, l) => changes.map((_, c) => ['policy', 'levers', l, 'changes', c]));
}

/** What a policy breaks, each with the first change that breaks it. */
function* effectFindings(coalition: Coalition, policy: Policy, settings: readonly Setting[]): Generator<Finding> {
  const known = new Set([...consequences(coalition, settings)].map(nameOf));
  const whole = [...consequences(applyPolicy(coalition, policy).coalition, settings)];
  if (whole.every((finding) => known.has(nameOf(finding)))) return;
  for (const [i, at] of flatPlaces(policy).entries()) {
    const { coalition: changed } = applyPolicy(coalition, firstChanges(policy, i + 1));
    for (const finding of consequences(changed, settings)) {
      if (known.has(nameOf(finding))) continue;
      known.add(nameOf(finding));
      const found = `a change after which there is, at ${formatPath(finding.at)}, ${finding.found}`;
      yield { at, found, expected: finding.expected, mend: `change something else: there, ${finding.mend}` };
    }
  }
}

/** All that can be said of a policy: by itself, in its coalition, and in the scenarios that are played under it. */
export function* policyFindings(
  coalition: Coalition,
  policy: Policy,
  settings: readonly Setting[],
): Generator<Finding> {
  const own = [...ownFindings(coalition, policy)];
  yield* own;
  const { unmatched } = applyPolicy(coalition, policy);
  for (const { lever, change } of unmatched) yield unmatchedFinding(policy, lever, change);
  if (own.length === 0 && unmatched.length === 0) yield* effectFindings(coalition, policy, settings);
}

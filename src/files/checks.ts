/** Cross-checks: what no schema can see, because it needs more than one place or more than one file. */

import { accessFindings } from './checks/access.ts';
import { bookFindings } from './checks/book.ts';
import { branchFindings } from './checks/branches.ts';
import { deadlineFindings } from './checks/deadlines.ts';
import { decisionFindings } from './checks/decisions.ts';
import { leverFindings } from './checks/levers.ts';
import { nationFindings } from './checks/nations.ts';
import { needFindings } from './checks/needs.ts';
import { orderFindings } from './checks/order.ts';
import { playFindings } from './checks/play.ts';
import { promisesFindings } from './checks/promises.ts';
import { scenarioFindings } from './checks/scenario.ts';
import type { Setting } from './checks/setting.ts';
import { silenceFindings } from './checks/silence.ts';
import { taskFindings } from './checks/tasks.ts';
import type { Finding } from './problems.ts';

export { coalitionFindings } from './checks/coalition.ts';
export { arrangementFindings, policyFindings } from './checks/policy.ts';
export type { Setting } from './checks/setting.ts';

const checks = [
  scenarioFindings,
  nationFindings,
  taskFindings,
  branchFindings,
  needFindings,
  orderFindings,
  decisionFindings,
  promisesFindings,
  silenceFindings,
  bookFindings,
  leverFindings,
  playFindings,
  accessFindings,
];

/**
 * All that is wrong with a scenario in its coalition. How fast it can go is asked only of one that is sound otherwise.
 */
export function settingFindings(setting: Setting): Finding[] {
  const findings = checks.flatMap((check) => [...check(setting)]);
  return findings.length > 0 ? findings : [...deadlineFindings(setting)];
}

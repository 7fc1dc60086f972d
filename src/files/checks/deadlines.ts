/**
 * Whether a window can be met at all: the shortest possible way to the goal, every piece of work at its quickest and
 * nobody in the queue. A bound from below: nothing a run could skip is counted.
 */
import { formatDuration } from '../../core/kernel/units.ts';
import type { Incident } from '../../core/model/incident.ts';
import type { Need } from '../../core/model/need.ts';
import type { Inject } from '../../core/model/scenario.ts';
import type { Task } from '../../core/model/task.ts';
import type { Finding, Path } from '../problems.ts';
import { leastOf } from './coalition.ts';
import { alignLeast, consentLeast, senseEnd, shareLeast } from './quickest.ts';
import type { Setting } from './setting.ts';
import { needables, readLiteral, verdictsAskedBy } from './setting.ts';

/** The earliest moment something can have happened, seconds since StartEx, and the tasks on the way there. */
interface Earliest {
  readonly at: number;
  readonly way: readonly string[];
}

const never: Earliest = { at: Number.POSITIVE_INFINITY, way: [] };

function later(a: Earliest, b: Earliest): Earliest {
  return b.at > a.at ? b : a;
}

const good = new Set([undefined, 'delivered', 'tear-line', 'spoken']);

/** Walks the needs back from a task. Circles and names that do not resolve cost nothing here: others report them. */
class Walk {
  private readonly setting: Setting;
  private readonly names: ReturnType<typeof needables>;
  private readonly begun = new Map<string, Earliest>();

  constructor(setting: Setting) {
    this.setting = setting;
    this.names = needables(setting.scenario);
  }

  needsMet(needs: readonly Need[]): Earliest {
    return needs.map((need) => this.needMet(need)).reduce(later, { at: 0, way: [] });
  }

  private needMet(need: Need): Earliest {
    if (typeof need === 'string') return this.ended(need);
    const [count, list] = 'any' in need ? [1, need.any] : [need.atLeast, need.of];
    const ends = list.map((literal) => this.ended(literal)).sort((a, b) => a.at - b.at);
    return ends[count - 1] ?? never;
  }

  /** When a task can begin. */
  private start(task: Task): Earliest {
    const known = this.begun.get(task.id);
    if (known !== undefined) return known;
    this.begun.set(task.id, { at: 0, way: [] });
    const incident = this.setting.scenario.incidents.find(({ response }) => response.some(({ id }) => id === task.id));
    const asker = task.task === 'decide' ? this.askerOf(task.id) : undefined;
    const offered = asker === undefined ? this.needsMet(task.needs) : this.start(asker);
    const start = later({ at: incident?.begins ?? 0, way: [] }, offered);
    this.begun.set(task.id, start);
    return start;
  }

  /** The task that asks for a decision's verdict. */
  private askerOf(decision: string): Task | undefined {
    const tasks = this.setting.scenario.incidents.flatMap(({ response }) => response);
    return tasks.find((task) => verdictsAskedBy(task).some((verdict) => verdict.decision === decision));
  }

  private delivered(inject: Inject): Earliest {
    const known = this.begun.get(inject.id);
    if (known !== undefined) return known;
    this.begun.set(inject.id, { at: 0, way: [] });
    const ready = this.needsMet(inject.needs ?? []);
    const delivered = { at: Math.max(inject.at, ready.at), way: [...ready.way, inject.id] };
    this.begun.set(inject.id, delivered);
    return delivered;
  }

  /** When a literal can have come true. */
  ended(literal: string): Earliest {
    const { id, outcome } = readLiteral(literal);
    const task = this.names.get(id);
    if (task === undefined) return { at: 0, way: [] };
    if (task.task === 'inject') return this.delivered(task);
    const start = this.start(task);
    const option = task.task === 'decide' ? task.options.find((one) => one.id === outcome) : undefined;
    const from = option === undefined ? start : later(start, this.needsMet(option.needs));
    return { at: this.endOf(task, from.at, outcome), way: [...from.way, id] };
  }

  private endOf(task: Task, start: number, outcome: string | undefined): number {
    switch (task.task) {
      case 'sense':
        return senseEnd(this.setting, task, start);
      case 'share':
        return good.has(outcome) ? start + shareLeast(this.setting, task) : start;
      case 'decide':
        return start + Math.min(task.staffTime, task.answerWithin);
      case 'consent':
        return start + consentLeast(this.setting, task);
      case 'align':
        return start + alignLeast(this.setting, task);
      default:
        return start + leastOf(task.takes);
    }
  }
}

/** A window, or one that a branch closes earlier or later. */
interface Closing {
  readonly at: Path;
  /** Seconds after the incident's beginning. */
  readonly closes: number;
}

function closingsOf({ window, branches = [] }: Incident, at: Path): Closing[] {
  const own = branches.flatMap(({ closes }, i) =>
    closes === undefined ? [] : [{ at: [...at, 'branches', i, 'closes'], closes }],
  );
  const plain = branches.length > 0 && own.length === branches.length;
  return plain ? own : [{ at: [...at, 'window', 'closes'], closes: window.closes }, ...own];
}

function closingFinding(incident: Incident, closing: Closing, { at, way }: Earliest): Finding {
  if (at === Number.POSITIVE_INFINITY) {
    return {
      at: closing.at,
      found: `a window that can never be met: nothing leads to the goal "${incident.goal}"`,
      expected: 'a way to the goal',
      mend: 'look at the access windows and needs on the way to the goal',
    };
  }
  const least = formatDuration(at - incident.begins);
  return {
    at: closing.at,
    found: `a window that can never be met: even without waiting the goal takes ${least} (${way.join(', ')})`,
    expected: `at least "${least}" after the incident begins`,
    mend: `let the window close at "${least}" or later, or shorten the way to "${incident.goal}"`,
  };
}

/** Windows that could not be met even if nobody ever waited, whatever red does and whichever levers are in force. */
export function* deadlineFindings(setting: Setting): Generator<Finding> {
  for (const [i, incident] of setting.scenario.incidents.entries()) {
    const earliest = new Walk(setting).ended(incident.goal);
    for (const closing of closingsOf(incident, ['scenario', 'incidents', i])) {
      if (earliest.at > incident.begins + closing.closes) yield closingFinding(incident, closing, earliest);
    }
  }
}

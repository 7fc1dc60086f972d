/** Deliberate bugs, each an exact replacement in one place, and the tests that must catch it. */
export interface Mutant {
  /** The bug in words. */
  readonly bug: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** The narrowest test file, and a part of the names of the tests in it that should notice. */
  readonly caughtBy: readonly [file: string, name: string];
}

const desks = 'tests/core/engine/time-and-desks.test.ts';
const tasks = 'tests/core/engine/luck-and-tasks.test.ts';
const handovers = 'tests/core/engine/handovers.test.ts';
const decisions = 'tests/core/engine/decisions.test.ts';
const responses = 'tests/core/engine/responses.test.ts';
const ledger = 'tests/core/engine/ledger.test.ts';
const measures = 'tests/core/engine/measures.test.ts';
const views = 'tests/core/model/views.test.ts';

export const mutants: readonly Mutant[] = [
  {
    bug: 'the first draw of a piece of work is counted as its second',
    file: 'src/core/engine/handovers.ts',
    from: 'a.dice.roll(row.drawHi, row.drawLo, visit);',
    to: 'a.dice.roll(row.drawHi, row.drawLo, visit + 1);',
    caughtBy: [tasks, 'R20'],
  },
  {
    bug: 'the last in a queue is served first',
    file: 'src/core/kernel/desks.ts',
    from: 'let before = this.lanes.last[lane]!;',
    to: 'let before = NOBODY;',
    caughtBy: [desks, 'R11'],
  },
  {
    bug: 'of two things in one second the later by name comes first',
    file: 'src/core/kernel/agenda.ts',
    from: 'if (time > above || (time === above && slot > heap[parent]!)) break;',
    to: 'if (time > above || (time === above && slot < heap[parent]!)) break;',
    caughtBy: ['tests/core/kernel/agenda.test.ts', 'takes what is due in one second by number'],
  },
  {
    bug: 'durations are rounded down, not to the nearest second',
    file: 'src/core/kernel/spread.ts',
    from: '(step * place + 0x800000)',
    to: '(step * place)',
    caughtBy: ['tests/core/kernel/spread.test.ts', 'exact interpolation'],
  },
  {
    bug: 'an incident is known by what it is before anybody has learned that',
    file: 'src/core/model/notices.ts',
    from: 'reportedAs: incident.reportedAs });',
    to: 'reportedAs: incident.title });',
    caughtBy: [views, 'V5'],
  },
  {
    bug: 'the name of a hidden incident leaks into a notice',
    file: 'src/core/model/notices.ts',
    from: 'reportedAs: incident.reportedAs });',
    to: 'reportedAs: incident.reportedAs, of: incident.id } as never);',
    caughtBy: ['tests/laws/views.test.ts', 'names of hidden things'],
  },
  {
    bug: 'the sender of a handover is told of the gate that only the truth knows',
    file: 'src/core/model/notices.ts',
    from: "fact.machine === 'front-door' && fact.to === 'received'",
    to: "(fact.to === 'received' || fact.to === 'cleared')",
    caughtBy: [views, 'V3'],
  },
  {
    bug: 'seats are told that a task is done when a handover was refused',
    file: 'src/core/model/notices.ts',
    from: '(badly ? [] : task.tells)',
    to: '(task.tells)',
    caughtBy: [views, 'V2'],
  },
  {
    bug: 'a seat sees what other nations’ sensors see',
    file: 'src/core/model/theatre.ts',
    from: 'nation === null || of === nation ?',
    to: 'nation === null || of !== null ?',
    caughtBy: [views, 'V8'],
  },
  {
    bug: 'the ledger charges everything to sensing',
    file: 'src/core/model/ledger.ts',
    from: 'const cell = (trail.cause[i] as number) * KINDS;',
    to: 'const cell = sensing * KINDS;',
    caughtBy: [ledger, 'R71'],
  },
  {
    bug: 'at least so many of several is met by the first',
    file: 'src/core/engine/compile-graph.ts',
    from: 'count: need.atLeast,',
    to: 'count: 1,',
    caughtBy: [tasks, 'R30'],
  },
  {
    bug: 'a product that was only spoken of counts as in hand',
    file: 'src/core/engine/compile-graph.ts',
    from: "? ['delivered', 'tear-line'] :",
    to: "? ['delivered', 'tear-line', 'spoken'] :",
    caughtBy: [tasks, 'R32'],
  },
  {
    bug: 'a question lapses after its staff time',
    file: 'src/core/engine/decisions.ts',
    from: 'const deadline = a.now + plan.answerWithin;',
    to: 'const deadline = a.now + plan.staffTime;',
    caughtBy: [decisions, 'R51'],
  },
  {
    bug: 'something is still seen in the second in which a window ends',
    file: 'src/core/engine/tasks.ts',
    from: 'seen >= (windows[i + 1] as number) ||',
    to: '',
    caughtBy: [tasks, 'R33'],
  },
  {
    bug: 'desks do not know of summer time',
    file: 'src/core/kernel/zones.ts',
    from: 'return holds ? zone.daylight.minutes * MINUTE : standard;',
    to: 'return holds ? standard : standard;',
    caughtBy: [desks, 'R10'],
  },
  {
    bug: 'a refused handover goes on at its other gates',
    file: 'src/core/engine/handovers.ts',
    from: '  dropHandover(a, a.plan.tasks[task] as TaskPlan);\n',
    to: '',
    caughtBy: [handovers, 'R47'],
  },
  {
    bug: 'options can be chosen without their information',
    file: 'src/core/engine/choices.ts',
    from: 'return gate === -1 || a.gateAt[gate] !== -1;',
    to: 'return gate === -1 || a.gateAt[gate] !== -2;',
    caughtBy: [decisions, 'R53'],
  },
  {
    bug: 'late information is not what enabled the choice that needed it',
    file: 'src/core/engine/choices.ts',
    from: '(a.gateAt[gate] as number) <= offered.since',
    to: '(a.gateAt[gate] as number) >= -1',
    caughtBy: [decisions, 'R53'],
  },
  {
    bug: 'a stand-in answers for a seat that a person holds',
    file: 'src/core/engine/decisions.ts',
    from: '  else decide(a, task, plan, { option: a.standIn',
    to: '  decide(a, task, plan, { option: a.standIn',
    caughtBy: [decisions, 'R55'],
  },
  {
    bug: 'a stand-in sees what every seat holds',
    file: 'src/core/engine/decisions.ts',
    from: 'if (seatOf[org] !== this.plan?.seat) continue;',
    to: 'if (seatOf[org] === this.plan?.staffTime) continue;',
    caughtBy: [decisions, 'R55'],
  },
  {
    bug: 'a need that has come is blamed for the rest of it',
    file: 'src/core/engine/blocked.ts',
    from: 'return literals.map(taskOf).filter((task) => !come.includes(task));',
    to: 'return literals.map(taskOf).filter(() => come.length >= 0);',
    caughtBy: [ledger, 'R74'],
  },
  {
    bug: 'a window is missed in the second in which it closes',
    file: 'src/core/engine/responses.ts',
    from: 'status === DONE && a.now <= plan.closes ? 1 : 0',
    to: 'status === DONE && a.now < plan.closes ? 1 : 0',
    caughtBy: [responses, 'R60'],
  },
  {
    bug: 'the horizon is counted from the beginning of an incident',
    file: 'src/core/engine/compile-incidents.ts',
    from: 'overtakenAt: observable + source.horizon',
    to: 'overtakenAt: source.begins + source.horizon',
    caughtBy: [responses, 'R61'],
  },
  {
    bug: 'desks close before the last second of the exercise',
    file: 'src/core/engine/compile-desks.ts',
    from: 'lasts + 1)',
    to: 'lasts)',
    caughtBy: [desks, 'R3'],
  },
  {
    bug: 'an empty cell of the sharing matrix counts as an agreement',
    file: 'src/core/engine/compile-work.ts',
    from: "cell.level !== 'undefined'",
    to: "cell.level !== 'nothing'",
    caughtBy: [handovers, 'R42'],
  },
  {
    bug: 'what is only about to begin counts as in hand',
    file: 'src/core/engine/blocked.ts',
    from: 'if (state === ACTIVE) cutActive(a, task, found);',
    to: 'if (state === ACTIVE || state === 3) cutActive(a, task, found);',
    caughtBy: [ledger, 'R77'],
  },
  {
    bug: 'an answer is waited for in the last second, which no replay can give',
    file: 'src/core/engine/run.ts',
    from: 'if (stopAtOffer && a.offered && a.now < a.plan.lasts) return;',
    to: 'if (stopAtOffer && a.offered) return;',
    caughtBy: [decisions, 'R3'],
  },
  {
    bug: 'what could never begin counts as ended',
    file: 'src/core/engine/tasks.ts',
    from: 'a.taskState[task] = IDLE;',
    to: 'a.taskState[task] = IDLE + 2;',
    caughtBy: [ledger, 'R74'],
  },
  {
    bug: 'work that was dropped cost its desk nothing',
    file: 'src/core/engine/desk-work.ts',
    from: '  a.deskSeconds += a.desks.workingOf(ticket);\n  afterDesk(a, desk);',
    to: '  afterDesk(a, desk);',
    caughtBy: [measures, 'M6'],
  },
];

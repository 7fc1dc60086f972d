/** Marks on all that a reader could be shown, and what a seat may have read of them, by V1 to V11: written from the rules and the facts. */
import type { Fact } from '../../src/core/model/facts.ts';
import type { Definition } from '../../src/core/model/scenario.ts';
import type { Task } from '../../src/core/model/task.ts';
import { withTasks } from './variants.ts';

/** Every text that a reader could be shown gets a mark of its own; so do the names of hidden things. */
const mark = (of: string, what: string) => `«${of}:${what}»`;
export const marksIn = (text: string) => new Set([...text.matchAll(/«[^»]*»/g)].map(([found]) => found));

export function marked(definition: Definition): Definition {
  const { scenario } = definition;
  const tainted = withTasks(definition, (task): Task => {
    const titled = { ...task, title: mark(task.id, 'title') };
    if ('finds' in titled && titled.finds !== undefined) {
      const ends = titled.finds.ends.map((end) => ({ ...end, says: mark(task.id, `finds-${end.outcome}`) }));
      return { ...titled, finds: { ...titled.finds, ends } };
    }
    if (titled.task !== 'decide') return titled;
    const options = titled.options.map((option) => ({
      ...option,
      ...(option.promises === undefined
        ? {}
        : { promises: option.promises.map((one) => ({ ...one, says: mark(one.id, 'promise') })) }),
      says: mark(task.id, `says-${option.id}`),
      planning: mark(task.id, `planning-${option.id}`),
    }));
    return { ...titled, options, question: mark(task.id, 'question'), context: mark(task.id, 'context') };
  });
  return {
    ...tainted,
    scenario: {
      ...tainted.scenario,
      brief: mark('all', 'brief'),
      seats: scenario.seats.map((seat) => ({ ...seat, brief: mark(seat.id, 'brief') })),
      products: scenario.products.map((product) => ({ ...product, title: mark(product.id, 'title') })),
      injects: scenario.injects.map((inject) => ({
        ...inject,
        from: mark(inject.id, 'from'),
        text: mark(inject.id, 'text'),
        expected: mark(inject.id, 'expected'),
      })),
      incidents: tainted.scenario.incidents.map((one) => ({
        ...one,
        title: mark(one.id, 'title'),
        reportedAs: mark(one.id, 'reported'),
        truth: mark(one.id, 'truth'),
        window: { ...one.window, because: mark(one.id, 'because') },
        ...(one.branches === undefined
          ? {}
          : { branches: one.branches.map((branch) => ({ ...branch, says: mark(one.id, branch.id) })) }),
        ...(one.consequences === undefined
          ? {}
          : { consequences: one.consequences.map((each) => ({ ...each, says: mark(one.id, 'consequence') })) }),
      })),
      ...(scenario.ladder === undefined
        ? {}
        : {
            ladder: {
              ...scenario.ladder,
              rungs: scenario.ladder.rungs.map((rung) => ({ ...rung, says: mark(rung.id, 'rung') })),
              moves: scenario.ladder.moves.map((move) => ({ ...move, says: mark(move.when, 'move') })),
            },
          }),
    },
  };
}

/** What a seat may have read, not going by the views. */
export class Told {
  readonly marks = new Set<string>();
  readonly incidents = new Set<string>();
  readonly deadlines = new Set<string>();
  private readonly seat: Definition['scenario']['seats'][number];
  private readonly definition: Definition;
  private readonly tasks = new Map<string, { task: Task; incident: string }>();

  constructor(definition: Definition, seat: string) {
    this.definition = definition;
    this.seat = definition.scenario.seats.find(({ id }) => id === seat) as Definition['scenario']['seats'][number];
    for (const one of definition.scenario.incidents)
      for (const task of one.response) this.tasks.set(task.id, { task, incident: one.id });
    this.read(seat, 'brief');
  }

  private read(of: string, ...what: string[]): void {
    for (const each of what) this.marks.add(mark(of, each));
  }

  private knows(incident: string): void {
    this.incidents.add(incident);
    this.read(incident, 'reported');
  }

  private owns(organisation: string): boolean {
    return this.seat.organisations.includes(organisation);
  }

  hear(fact: Fact): void {
    if (fact.type === 'InjectDelivered') {
      const inject = this.definition.scenario.injects.find(({ id }) => id === fact.inject);
      if (!inject?.to.includes(this.seat.id)) return;
      this.read(fact.inject, 'from', 'text');
      if (inject.incident !== undefined) this.knows(inject.incident);
    } else if (fact.type === 'PromiseMade') {
      if (![fact.from, fact.to].includes(this.seat.nation)) return;
      this.read(fact.promise, 'promise');
      this.knows((this.tasks.get(fact.decision) as { incident: string }).incident);
    } else if (fact.type === 'ProductHeld' && this.owns(fact.organisation)) {
      this.read(fact.product, 'title');
      this.knows((this.tasks.get(fact.task) as { incident: string }).incident);
    } else if (fact.type === 'TaskBegan') this.hearBeginning(fact.task);
    else if (fact.type === 'TaskEnded' && fact.outcome !== 'overtaken') this.hearEnd(fact);
  }

  private hearBeginning(id: string): void {
    const { task, incident: of } = this.tasks.get(id) as { task: Task; incident: string };
    if (task.task === 'sense') return;
    if (task.task === 'decide') {
      if (task.seat !== this.seat.id) return;
      this.read(
        id,
        'title',
        'question',
        'context',
        ...task.options.flatMap((option) => [`says-${option.id}`, `planning-${option.id}`]),
      );
    } else if (this.works(task)) this.read(id, 'title');
    else return;
    this.knows(of);
  }

  /** Its people are at work on it: it is theirs, or they are convened. */
  private works(task: Exclude<Task, { task: 'sense' | 'decide' }>): boolean {
    if (task.task === 'share') return this.owns(task.from);
    return this.owns(task.at) || (task.task === 'align' && task.with.some((partner) => this.owns(partner)));
  }

  private hearEnd({ task: id, outcome, sensor }: Extract<Fact, { type: 'TaskEnded' }>): void {
    const found = this.tasks.get(id);
    if (found === undefined) return;
    const { task, incident: of } = found;
    const badly =
      (task.task === 'consent' && outcome === 'declined') ||
      (task.task === 'align' && outcome === 'apart') ||
      (task.task === 'share' && ['denied', 'failed', 'withheld'].includes(outcome));
    const operator = this.definition.coalition.sensors.find((one) => one.id === sensor)?.operator;
    const doer =
      task.task === 'sense'
        ? this.owns(operator ?? '')
        : task.task === 'decide'
          ? task.seat === this.seat.id
          : this.owns(task.task === 'share' ? task.from : task.at);
    const tells = task.tells.includes(this.seat.id) && !badly;
    const receives = task.task === 'share' && this.owns(task.to) && !badly;
    if (doer && task.task === 'sense') this.read(id, 'title');
    const isFound = 'finds' in task && task.finds !== undefined;
    if (tells) this.read(id, task.task === 'decide' ? `says-${outcome}` : isFound ? `finds-${outcome}` : 'title');
    if (doer && isFound) this.read(id, 'title', `finds-${outcome}`);
    if (doer || tells || (task.task === 'align' && this.works(task))) this.knows(of);
    if (badly || !(doer || tells || receives)) return;
    if (task.reveals.includes('nature')) this.read(of, 'title');
    if (task.reveals.includes('deadline')) {
      this.read(of, 'because');
      this.deadlines.add(of);
    }
  }
}

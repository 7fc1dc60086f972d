/** Decisions of a plan: options with what follows from them, the book, and the verdict that a choice may be. */
import type { ConsentTask, DecideTask, ShareTask } from '../model/task.ts';
import { literalsOf } from './compile-graph.ts';
import type { Graph, Parts } from './compile-parts.ts';
import type { DecidePlan, OptionEffects } from './plan.ts';
import { NATIONAL_DECISION, PACK, RELEASE } from './plan.ts';

interface Verdict {
  readonly process: number;
  readonly event: (option: string) => number;
}

/** The task whose authority a decision is, by the decision's name: the first that names it. */
export function authorisedBy(tasks: Parts['tasks']): ReadonlyMap<string, ShareTask | ConsentTask> {
  const found = new Map<string, ShareTask | ConsentTask>();
  for (const { source } of tasks) {
    if (!('task' in source) || (source.task !== 'share' && source.task !== 'consent')) continue;
    const decision = source.task === 'share' ? source.authorities?.weighException : source.authorities?.decide;
    if (decision !== undefined && !found.has(decision)) found.set(decision, source);
  }
  return found;
}

/** The process whose verdict a decision gives, and the event that each option is; null when it is no authority. */
function verdictOf(parts: Parts, decision: string): Verdict | null {
  const source = parts.authorised.get(decision);
  if (source === undefined) return null;
  const first = parts.processes.get(source.id)?.first as number;
  const eventOf = (machine: number, type: string) => (option: string) =>
    parts.tables[machine]?.events.indexOf(`${type} ${option}`) ?? -1;
  return source.task === 'share'
    ? { process: first + RELEASE, event: eventOf(RELEASE, 'EXCEPTION_WEIGHED') }
    : { process: first, event: eventOf(NATIONAL_DECISION, 'DECIDED') };
}

function effectsOf(parts: Parts, source: DecideTask, option: DecideTask['options'][number]): OptionEffects | null {
  const { branch, promises, drops, bypasses } = option;
  if (branch === undefined && promises === undefined && drops === undefined && bypasses === undefined) return null;
  const incident = parts.tasks[parts.index.get(source.id) as number]?.incident;
  const promise = (id: string) => parts.promises.findIndex((one) => one.promise.id === id);
  return {
    branch: branch === undefined ? -1 : (incident?.branches?.findIndex(({ id }) => id === branch) ?? -1),
    promises: (promises ?? []).map(({ id }) => promise(id)),
    drops: (drops ?? []).map(promise),
    bypasses: (bypasses ?? []).map((nation) => parts.nations.index.get(nation) as number),
  };
}

const leaning = (source: DecideTask, temper: 'forward' | 'cautious'): number[] =>
  source.options.flatMap(({ lean }, place) => (lean === temper ? [place] : []));

export function decidePlan(
  parts: Parts,
  source: DecideTask,
  { optionGates, index }: Graph & { readonly index: number },
): DecidePlan {
  const optionAt = (id: string) => source.options.findIndex((option) => option.id === id);
  const verdict = verdictOf(parts, source.id);
  return {
    seat: parts.seats.index.get(source.seat) as number,
    options: source.options.map(({ id }) => id),
    optionGates: Int32Array.from(source.options, (_, place) => optionGates.get(index * PACK + place) ?? -1),
    fallback: optionAt(source.default),
    book: source.byTheBook.map((rule) => ({
      holds: rule.holds.map((product) => parts.products.index.get(product) as number),
      knows: (rule.knows ?? []).map((literal) => literalsOf(literal, parts.places)),
      option: optionAt(rule.choose),
      waits: rule.waits ?? 0,
    })),
    forward: leaning(source, 'forward'),
    cautious: leaning(source, 'cautious'),
    effects: source.options.map((option) => effectsOf(parts, source, option)),
    staffTime: parts.without === 'deliberation' ? 0 : source.staffTime,
    answerWithin: source.answerWithin,
    process: verdict?.process ?? -1,
    verdicts: Int32Array.from(source.options, ({ id }) => verdict?.event(id) ?? -1),
  };
}

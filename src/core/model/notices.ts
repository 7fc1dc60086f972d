/**
 * Who is told what. The only way from a fact to a seat: each notice is cut down to what that seat may know, and names things by
 * references of the seat's own. `docs/model/RULES.md` (V rules) says the same in words.
 */
import { compareText } from '../kernel/ids.ts';
import type { Fact, Form } from './facts.ts';
import type { Incident } from './incident.ts';
import type { Notice, ProductCard } from './notice.ts';
import type { Product } from './product.ts';
import { promised, settled } from './promise-notices.ts';
import { refer } from './refs.ts';
import { revealed } from './revelations.ts';
import type { Setting } from './setting.ts';
import { known } from './setting.ts';
import type { Task } from './task.ts';
import type { Told } from './telling.ts';
import { about } from './telling.ts';
import { cleared, tracked } from './tracking.ts';

/** What each seat is told because of a fact, in the order told. */
export function noticesOf(setting: Setting, fact: Fact): Told[] {
  switch (fact.type) {
    case 'InjectDelivered':
      return injected(setting, fact.at, fact.inject);
    case 'TaskBegan':
      return begun(setting, fact.at, fact.task);
    case 'TaskEnded':
      return ended(setting, fact);
    case 'ProductHeld':
      return held(setting, fact);
    case 'FrictionMoved':
      if (fact.machine === 'front-door' && fact.to === 'received') return acknowledged(setting, fact.at, fact.task);
      return fact.machine === 'release' && fact.to === 'cleared' ? cleared(setting, fact) : [];
    case 'WorkQueued':
    case 'WorkBegan':
      return tracked(setting, fact);
    case 'DecisionOffered':
      return offered(setting, fact);
    case 'OptionOpened':
      return toDecider(setting, fact.decision, (d) => ({
        at: fact.at,
        type: 'OptionOpened',
        decision: d,
        option: fact.option,
      }));
    case 'DecisionTaken': {
      const { at, option, by, inForceAt } = fact;
      return toDecider(setting, fact.decision, (d) => ({
        at,
        type: 'DecisionTaken',
        decision: d,
        option,
        by,
        inForceAt,
      }));
    }
    case 'PromiseMade':
      return promised(setting, fact);
    case 'PromiseSettled':
      return settled(setting, fact);
    case 'DecisionWithdrawn':
      return toDecider(setting, fact.decision, (d) => ({ at: fact.at, type: 'DecisionWithdrawn', decision: d }));
    default:
      return [];
  }
}

function injected(setting: Setting, at: number, id: string): Told[] {
  const inject = known(setting.injects, id);
  const incident = inject.incident === undefined ? null : known(setting.incidents, inject.incident);
  const { from, method, text } = inject;
  return inject.to.flatMap((seat) =>
    about(seat, incident, at, (_, ref) => ({
      at,
      type: 'MessageReceived',
      from,
      method,
      text,
      incident: incident === null ? null : ref,
    })),
  );
}

function begun(setting: Setting, at: number, id: string): Told[] {
  const { task, incident } = known(setting.tasks, id);
  const { title } = task;
  switch (task.task) {
    case 'sense':
    case 'decide':
      return [];
    case 'share': {
      const { from, to } = task;
      return about(setting.seatOf.get(from), incident, at, (refs, ref) => ({
        at,
        type: 'RequestSent',
        request: refer(refs, 't', id),
        title,
        from,
        to,
        incident: ref,
      }));
    }
    default:
      return seatsAtWork(setting, task).flatMap(({ seat, organisation }) =>
        about(seat, incident, at, (refs, ref) => ({
          at,
          type: 'WorkStarted',
          task: refer(refs, 't', id),
          title,
          organisation,
          incident: ref,
        })),
      );
  }
}

/** Seats whose people are at work on a task, each once: the organisation that it is at, and partners that it convenes. */
function seatsAtWork(
  setting: Setting,
  task: Exclude<Task, { task: 'sense' | 'decide' | 'share' }>,
): { seat: string; organisation: string }[] {
  const found = new Map<string, string>();
  for (const organisation of [task.at, ...(task.task === 'align' ? task.with : [])]) {
    const seat = setting.seatOf.get(organisation);
    if (seat !== undefined && !found.has(seat)) found.set(seat, organisation);
  }
  return [...found].map(([seat, organisation]) => ({ seat, organisation }));
}

/** Whose task it is, as far as telling goes: a sense task's is the sensor's operator. */
function organisationOf(setting: Setting, task: Task, sensor: string | null): string | undefined {
  if (task.task === 'sense') return sensor === null ? undefined : setting.operatorOf.get(sensor);
  if (task.task === 'share') return task.from;
  return task.task === 'decide' ? undefined : task.at;
}

/** Ways in which a handover ends well, as far as telling goes. */
const arrived = ['delivered', 'tear-line', 'spoken'];

/** Only those whose work it was hear of an end like that (V2). */
function isBad({ task }: Task, outcome: string): boolean {
  if (task === 'share') return !arrived.includes(outcome);
  return outcome === 'overtaken' || outcome === { consent: 'declined', align: 'apart' }[task as string];
}

function ended(setting: Setting, fact: Extract<Fact, { type: 'TaskEnded' }>): Told[] {
  const found = setting.tasks.get(fact.task);
  if (found === undefined) return [];
  const { task, incident } = found;
  const { at, outcome } = fact;
  const organisation = organisationOf(setting, task, fact.sensor);
  const owner = organisation === undefined ? undefined : setting.seatOf.get(organisation);
  if (outcome === 'overtaken' && (task.task === 'sense' || task.task === 'decide')) return [];
  const own = task.task === 'decide' ? [] : finished(owner, { task, incident, at, outcome });
  const partners = task.task === 'align' ? seatsAtWork(setting, task).filter(({ seat }) => seat !== owner) : [];
  const convened = partners.flatMap(({ seat }) => finished(seat, { task, incident, at, outcome }));
  const receiver = task.task === 'share' && arrived.includes(outcome) ? [setting.seatOf.get(task.to)] : [];
  const spoken =
    task.task === 'decide'
      ? (task.options.find(({ id }) => id === outcome)?.says ?? task.title)
      : (findingOf(task, outcome) ?? task.title);
  const teller = task.task === 'decide' ? (setting.seats.get(task.seat)?.title ?? '') : (organisation ?? '');
  const badly = isBad(task, outcome);
  const others = (badly ? [] : task.tells)
    .filter((seat) => seat !== owner)
    .flatMap((seat) =>
      about(seat, incident, at, (_, ref) => ({
        at,
        type: 'ToldOf',
        title: spoken,
        organisation: teller,
        incident: ref,
      })),
    );
  const doer = task.task === 'decide' ? task.seat : owner;
  const wiser = badly ? [] : [doer, ...receiver, ...task.tells];
  return [...own, ...convened, ...others, ...wiser.flatMap((seat) => revealed(seat, task, incident, at))];
}

function finished(
  seat: string | undefined,
  of: { task: Task; incident: Incident; at: number; outcome: string },
): Told[] {
  const { task, incident, at, outcome } = of;
  if (task.task === 'share')
    return about(seat, incident, at, (refs) => ({
      at,
      type: 'RequestAnswered',
      request: refer(refs, 't', task.id),
      outcome,
    }));
  return about(seat, incident, at, (refs, ref) => ({
    at,
    type: 'WorkFinished',
    task: refer(refs, 't', task.id),
    title: task.title,
    outcome,
    finding: findingOf(task, outcome),
    incident: ref,
  }));
}

/** What the work found, in the file's words, where chance had a say in it. */
function findingOf(task: Task, outcome: string): string | null {
  if (!('finds' in task) || task.finds === undefined) return null;
  return task.finds.ends.find((end) => end.outcome === outcome)?.says ?? null;
}

/**
 * The product as its holder has it. What crossed is marked as releasable to the holder's nation; a tear-line is for that nation alone, without
 * the controls of what it was written from, and less than the whole; a word is the least.
 */
function cardOf(
  refs: Record<string, string>,
  product: Product,
  crossed: { form: Form; nation: string } | null,
): ProductCard {
  const { title, kind } = product;
  const ref = refer(refs, 'p', product.id);
  if (crossed === null) return { ref, title, kind, quality: product.quality, marking: product.marking };
  const { form, nation } = crossed;
  const readers =
    form === 'tear-line' ? [nation] : [...new Set([...product.marking.releasableTo, nation])].sort(compareText);
  const controls = form === 'tear-line' ? [] : product.marking.controls;
  const quality = form === 'full' ? product.quality : form === 'oral' ? 1 : Math.max(1, product.quality - 1);
  return { ref, title, kind, quality, marking: { ...product.marking, releasableTo: readers, controls } };
}

function held(setting: Setting, fact: Extract<Fact, { type: 'ProductHeld' }>): Told[] {
  const { task, incident } = known(setting.tasks, fact.task);
  const product = known(setting.products, fact.product);
  const { at, form, organisation } = fact;
  const { nation } = known(setting.organisations, organisation);
  const crossed = task.task === 'share' ? { form, nation } : null;
  return about(setting.seatOf.get(organisation), incident, at, (refs, ref) => ({
    at,
    type: 'ProductReceived',
    product: cardOf(refs, product, crossed),
    form,
    from: task.task === 'share' ? task.from : null,
    to: organisation,
    incident: ref,
  }));
}

function acknowledged(setting: Setting, at: number, id: string): Told[] {
  const { task, incident } = known(setting.tasks, id);
  const seat = task.task === 'share' ? setting.seatOf.get(task.from) : undefined;
  return about(seat, incident, at, (refs) => ({ at, type: 'ReceiptAcknowledged', request: refer(refs, 't', id) }));
}

function offered(setting: Setting, fact: Extract<Fact, { type: 'DecisionOffered' }>): Told[] {
  const { task, incident } = known(setting.tasks, fact.decision);
  if (task.task !== 'decide') return [];
  const { title, question, context, options, staffTime } = task;
  const { at, deadline, open } = fact;
  return about(task.seat, incident, at, (refs, ref) => ({
    at,
    type: 'DecisionOffered',
    decision: refer(refs, 'd', task.id),
    title,
    question,
    context,
    options: options.map(({ id, says, planning }) => ({ id, says, planning })),
    open,
    default: task.default,
    deadline,
    staffTime,
    incident: ref,
  }));
}

function toDecider(setting: Setting, decision: string, make: (ref: string) => Notice): Told[] {
  const { task } = known(setting.tasks, decision);
  if (task.task !== 'decide') return [];
  return [{ seat: task.seat, tell: (refs, notices) => notices.push(make(refer(refs, 'd', decision))) }];
}

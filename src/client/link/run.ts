/** One run in hand: the live exercise with what the person chose to look at; how it is drawn and how it is kept. */
import type { Json } from '../../core/kernel/digest.ts';
import { digestOf } from '../../core/kernel/digest.ts';
import type { Definition } from '../../core/model/scenario.ts';
import type { Exercise, Input, RunChoice } from '../../exercise/exercise.ts';
import type { HeldSeat, Play } from './cards.ts';
import { dealingsOf } from './dealings.ts';
import type { SavedRun } from './saved-runs.ts';
import type { Shelf } from './shelf.ts';
import { settingOf } from './shelf.ts';

export interface Run {
  readonly id: string;
  readonly exercise: Exercise;
  readonly definition: Definition;
  readonly policy: string;
  readonly cut: string | null;
  readonly seat: string;
  readonly curtain: boolean;
  /** Game time before the last step: what came later is new. */
  readonly lookedAt: number;
}

const digests = new WeakMap<Definition, string>();

function definitionDigest(definition: Definition): string {
  const known = digests.get(definition) ?? digestOf(definition as unknown as Json);
  digests.set(definition, known);
  return known;
}

export const heldSeats = (exercise: Exercise): readonly HeldSeat[] =>
  exercise.choice.held.map((seat) => ({ seat, undecided: exercise.viewFor(seat).decisions }));

/** The seat to look at: the one in view while it is asked something, else the held seat whose answer is due first. */
export function seatAsked({ exercise, seat }: Run): string {
  const asked = heldSeats(exercise).flatMap((held) =>
    held.undecided.map(({ deadline }) => ({ seat: held.seat, deadline })),
  );
  if (asked.some((one) => one.seat === seat)) return seat;
  return asked.toSorted((a, b) => a.deadline - b.deadline)[0]?.seat ?? seat;
}

export function playOf({ id, exercise, definition, policy, seat, curtain, lookedAt }: Run): Play {
  return {
    run: id,
    setting: settingOf(definition, exercise.choice.seed),
    policy,
    held: heldSeats(exercise),
    view: exercise.viewFor(seat),
    curtain: curtain ? exercise.curtain() : null,
    openTheatre: curtain ? exercise.openTheatre() : null,
    review: exercise.ended ? exercise.review() : null,
    dealings: curtain || exercise.ended ? dealingsOf(definition, exercise.facts) : null,
    discussion: definition.scenario.discussion,
    digest: exercise.digest,
    ended: exercise.ended,
    lookedAt,
  };
}

export function savedOf(run: Run, savedAt: number): SavedRun {
  const { exercise, definition } = run;
  return {
    id: run.id,
    scenario: definition.scenario.id,
    policy: run.policy,
    cut: run.cut,
    definition: definitionDigest(definition),
    seed: exercise.choice.seed,
    held: exercise.choice.held,
    seat: run.seat,
    curtain: run.curtain,
    inputs: [...exercise.inputs],
    now: exercise.now,
    ended: exercise.ended,
    digest: exercise.digest,
    savedAt,
  };
}

/** What is needed to make a run. */
export interface RunParts {
  readonly shelf: Shelf;
  /** A promise where the engine is yet to be fetched. */
  readonly begin: (
    definition: Definition,
    choice: RunChoice,
    inputs?: readonly Input[],
  ) => Exercise | Promise<Exercise>;
}

/** A kept run made again from its inputs; null where this copy of the program would make another one of them. */
export async function madeAgain(record: SavedRun, { shelf, begin }: RunParts): Promise<Run | null> {
  const { policy, cut = null } = record;
  const scenario = shelf.scenarios.find(({ id }) => id === record.scenario);
  const hasCut = cut === null || scenario?.cuts.some(({ id }) => id === cut) === true;
  if (scenario === undefined || !hasCut || shelf.policies.every(({ id }) => id !== policy)) return null;
  const definition = await shelf.definition({ scenario: scenario.id, policy, cut });
  if (definitionDigest(definition) !== record.definition) return null;
  const { seed, held, seat, curtain } = record;
  const exercise = await begin(definition, { seed, held, standIn: 'by-the-book' }, record.inputs);
  if (exercise.digest !== record.digest) return null;
  return { id: record.id, exercise, definition, policy, cut, seat, curtain, lookedAt: record.now };
}

/** Troubles in words: what happened, where, and the way out. */
import { say } from '../../words/index.ts';
import type { Trouble } from './cards.ts';
import { Unfetched } from './fetched.ts';
import type { SavedRun } from './saved-runs.ts';

const whyOf = (why: unknown): string => (why instanceof Error ? why.message : String(why));

export const brokenTrouble = (why: unknown, doing: string): Trouble => ({
  what: say('trouble.broken', { why: whyOf(why) }),
  where: say('trouble.brokenWhere', { doing }),
  wayOut: say('trouble.brokenOut'),
});

const unfetchedTrouble = (why: Unfetched, doing: string): Trouble => ({
  what: say('start.unfetched'),
  where: say('start.unfetchedWhere', { doing, why: why.message }),
  wayOut: say('start.unfetchedOut'),
});

/** Something that could not be fetched is no fault of the program. */
export const troubleOf = (why: unknown, doing: string): Trouble =>
  why instanceof Unfetched ? unfetchedTrouble(why, doing) : brokenTrouble(why, doing);

export const storageTrouble = (why: unknown): Trouble => ({
  what: say('trouble.storage'),
  where: say('trouble.storageWhere', { why: whyOf(why) }),
  wayOut: say('trouble.storageOut'),
});

export const missingTrouble = (run: string): Trouble => ({
  what: say('trouble.notFound'),
  where: say('trouble.notFoundWhere', { run }),
  wayOut: say('trouble.notFoundOut'),
});

/** The inputs no longer belong to what is in this copy: another scenario, policy or engine. */
export const changedTrouble = (run: SavedRun): Trouble => ({
  what: say('trouble.changed'),
  where: say('trouble.changedWhere', { scenario: run.scenario, policy: run.policy, when: savedWords(run.savedAt) }),
  wayOut: say('trouble.changedOut', { seed: run.seed }),
});

/** `2026-11-23 2040Z`: wall time, in Zulu like every other. */
export function savedWords(savedAt: number): string {
  const written = new Date(savedAt).toISOString();
  return `${written.slice(0, 10)} ${written.slice(11, 13)}${written.slice(14, 16)}Z`;
}

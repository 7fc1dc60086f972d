/** The stand-ins by name. An adversary's seat is always filled by `red`. */
import { byTheBook } from './by-the-book.ts';
import { cautious } from './cautious.ts';
import { forwardLeaning } from './forward-leaning.ts';
import type { StandIn } from './stand-in.ts';

export { red } from './red.ts';
export type { Glimpse, PutDecision, StandIn } from './stand-in.ts';
export { nextLook, WAIT } from './stand-in.ts';

export const standIns = {
  'by-the-book': byTheBook,
  'forward-leaning': forwardLeaning,
  cautious,
} as const satisfies Record<string, StandIn>;
export type StandInName = keyof typeof standIns;
export const standInNames = Object.keys(standIns) as StandInName[];

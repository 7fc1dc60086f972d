/** The stand-ins by name. */
import { byTheBook } from './by-the-book.ts';
import type { StandIn } from './stand-in.ts';

export type { Glimpse, PutDecision, StandIn } from './stand-in.ts';

export const standIns = { 'by-the-book': byTheBook } as const satisfies Record<string, StandIn>;
export type StandInName = keyof typeof standIns;
export const standInNames = Object.keys(standIns) as StandInName[];

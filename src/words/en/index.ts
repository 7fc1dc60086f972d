/** The English catalogue, by area. A new area is one file and one line here. */
import { facts } from './facts.ts';
import { review } from './review.ts';
import { standing } from './standing.ts';
import { start } from './start.ts';
import { table } from './table.ts';

export const en = { ...facts, ...review, ...standing, ...start, ...table } as const;

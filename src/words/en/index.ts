/** The English catalogue, by area. A new area is one file and one line here. */
import { facts } from './facts.ts';

export const en = { ...facts } as const;

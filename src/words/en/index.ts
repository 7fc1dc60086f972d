/** The English catalogue, by area. A new area is one file and one line here. */
import { cli } from './cli.ts';
import { dealings } from './dealings.ts';
import { facts } from './facts.ts';
import { picture } from './picture.ts';
import { review } from './review.ts';
import { room } from './room.ts';
import { standing } from './standing.ts';
import { start } from './start.ts';
import { story } from './story.ts';
import { table } from './table.ts';
import { usual } from './usual.ts';

export const en = {
  ...cli,
  ...dealings,
  ...facts,
  ...picture,
  ...review,
  ...room,
  ...standing,
  ...start,
  ...story,
  ...table,
  ...usual,
} as const;

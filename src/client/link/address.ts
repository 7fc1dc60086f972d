/** Places as addresses, so that a reload, a bookmark and the back button find what was on the screen. */
import type { Place } from './cards.ts';

export function placeOf(hash: string): Place {
  const [, run, review] = /^#\/run\/([\w-]+)(\/review)?$/.exec(hash) ?? [];
  if (run === undefined) return { at: 'start' };
  return { at: review === undefined ? 'table' : 'review', run };
}

export function addressOf(place: Place): string {
  if (place.at === 'start') return '#/';
  return place.at === 'table' ? `#/run/${place.run}` : `#/run/${place.run}/review`;
}

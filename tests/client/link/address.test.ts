import { expect, test } from 'vitest';
import { addressOf, placeOf } from '../../../src/client/link/address.ts';
import type { Place } from '../../../src/client/link/cards.ts';

test('every place has an address that leads back to it', () => {
  const places: Place[] = [{ at: 'start' }, { at: 'table', run: 'a1b2' }, { at: 'review', run: 'a1b2' }];
  for (const place of places) expect(placeOf(addressOf(place))).toEqual(place);
});

test('an address that leads nowhere is the start page', () => {
  for (const hash of ['', '#', '#/run/', '#/run/a b', '#/elsewhere']) expect(placeOf(hash)).toEqual({ at: 'start' });
});

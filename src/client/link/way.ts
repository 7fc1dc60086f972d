/** Keeps the address and the place on the screen the same, both ways. */
import { effect } from '@preact/signals';
import { addressOf, placeOf } from './address.ts';
import type { SoloTable } from './solo-table.ts';

export async function followAddress(table: SoloTable): Promise<void> {
  await table.goTo(placeOf(location.hash));
  effect(() => {
    const address = addressOf(table.place.value);
    if (location.hash !== address && !(location.hash === '' && address === '#/')) location.hash = address;
  });
  addEventListener('hashchange', () => {
    const asked = placeOf(location.hash);
    if (addressOf(asked) !== addressOf(table.place.value)) void table.goTo(asked);
  });
}

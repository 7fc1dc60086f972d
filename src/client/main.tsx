/** The entry: puts link, panels and picture together. */
import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { pictureHanger } from './hang-picture.ts';
import { createAppearance } from './link/appearance.ts';
import { Reruns } from './link/reruns.ts';
import { soloParts } from './link/solo-parts.ts';
import { SoloTable } from './link/solo-table.ts';
import { StartDesk } from './link/start-desk.ts';
import { OtherEvenings } from './link/usual.ts';
import { followAddress } from './link/way.ts';
import type { PlayPlaces } from './page.ts';
import { SayDo } from './say-do.tsx';

const playPlaces = signal<PlayPlaces | null>(null);
const parts = soloParts(async () => {
  playPlaces.value = await import('./play-places.tsx');
});
const table = new SoloTable(parts);
const startDesk = new StartDesk(parts);
const appearance = createAppearance();
const page = (
  <SayDo
    table={table}
    startDesk={startDesk}
    shelf={parts.shelf}
    appearance={appearance}
    hang={pictureHanger(appearance)}
    others={new OtherEvenings()}
    reruns={new Reruns()}
    playPlaces={playPlaces}
  />
);

const show = (): void => render(page, document.getElementById('say-do') as HTMLElement);
const arrived = followAddress(table);
// The start page waits for its list of kept runs, so that nothing moves under the hand; a kept run says at once that it is coming.
if (table.arriving.value === null) void arrived.then(show);
else show();

effect(() => {
  if (startDesk.fetching.value.state === 'done') void parts.fetchAhead();
});

/** The entry: puts link, panels and picture together. */
import { render } from 'preact';
import { pictureHanger } from './hang-picture.ts';
import { createAppearance } from './link/appearance.ts';
import { Reruns } from './link/reruns.ts';
import { soloParts } from './link/solo-parts.ts';
import { SoloTable } from './link/solo-table.ts';
import { StartDesk } from './link/start-desk.ts';
import { OtherEvenings } from './link/usual.ts';
import { followAddress } from './link/way.ts';
import { SayDo } from './say-do.tsx';

const parts = soloParts();
const table = new SoloTable(parts);
const appearance = createAppearance();
const page = (
  <SayDo
    table={table}
    startDesk={new StartDesk(parts)}
    shelf={parts.shelf}
    appearance={appearance}
    hang={pictureHanger(appearance)}
    others={new OtherEvenings()}
    reruns={new Reruns()}
  />
);

// A kept run is found first, so that a reload never shows the start page in between.
void followAddress(table).then(() => render(page, document.getElementById('say-do') as HTMLElement));

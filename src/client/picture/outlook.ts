/** Which way the picture looks: where the map is cut, and which regimes there is something in. Steady through an exercise. */
import type { Theatre } from '../../core/model/view.ts';

export type Regime = Theatre['satellites'][number]['regime'];

export interface Outlook {
  /** Degrees east in the middle of the map. */
  readonly middle: number;
  /** Regimes with something in them; the others stand back. */
  readonly peopled: readonly Regime[];
}

/** The map is cut in the Bering Strait or in the Atlantic: nowhere else does a cut meet so little land. */
export const MIDDLES = { atlantic: 11, pacific: 151 } as const;

const apart = (a: number, b: number): number => Math.abs(((a - b + 540) % 360) - 180);

/** Towards the satellites that are threatened, else towards any; the Atlantic where there are none. */
export function outlookOf({ satellites }: Theatre): Outlook {
  const threatened = satellites.filter(({ role }) => role === 'threatened');
  const watched = threatened.length > 0 ? threatened : satellites;
  const farFrom = (middle: number): number => watched.reduce((sum, { longitude }) => sum + apart(longitude, middle), 0);
  const { atlantic, pacific } = MIDDLES;
  const peopled = [...new Set(satellites.map(({ regime }) => regime))].sort();
  return { middle: farFrom(pacific) < farFrom(atlantic) ? pacific : atlantic, peopled };
}

export const sameOutlook = (a: Outlook, b: Outlook): boolean =>
  a.middle === b.middle && a.peopled.join() === b.peopled.join();

/** Colours of the picture. They mirror the page's tokens; a canvas cannot read custom properties. Never a colour alone: a shape or a word beside it. */
import type { GateState } from '../../core/model/view.ts';

export type Theme = 'dark' | 'light';

export interface Palette {
  readonly space: readonly [top: string, horizon: string];
  readonly hairline: string;
  /** The air above the horizon, at its brightest. */
  readonly air: string;
  readonly ocean: string;
  readonly land: string;
  readonly coast: string;
  readonly graticule: string;
  /** Laid on the night side once per step of twilight: sunset, civil, nautical, astronomical. */
  readonly night: string;
  readonly sun: string;
  /** Behind labels and gates, so that lines pass under them. */
  readonly plate: string;
  readonly text: string;
  readonly muted: string;
  readonly faint: string;
  readonly path: string;
  readonly marker: string;
  readonly sight: string;
  readonly threatened: string;
  readonly approaching: string;
  readonly arrived: string;
  readonly lost: string;
  readonly gate: Readonly<Record<GateState, string>>;
  /** For nations only, in the order in which nations are met. */
  readonly nations: readonly string[];
}

const dark: Palette = {
  space: ['#080c12', '#0c131b'],
  hairline: 'rgba(148, 172, 196, 0.16)',
  air: 'rgba(108, 199, 240, 0.13)',
  ocean: '#101a25',
  land: '#22303e',
  coast: '#3d5163',
  graticule: 'rgba(148, 172, 196, 0.07)',
  night: 'rgba(3, 6, 11, 0.17)',
  sun: '#e8c873',
  plate: '#0b1118',
  text: '#e3eaf1',
  muted: '#93a4b5',
  faint: '#5d7083',
  path: '#b4c5d6',
  marker: '#ffffff',
  sight: '#7fc6e6',
  threatened: '#6cc7f0',
  approaching: '#ff8a70',
  arrived: '#7cd3a4',
  lost: '#ff8a70',
  gate: {
    clear: '#b4c5d6',
    working: '#6cc7f0',
    waiting: '#f2c14e',
    closed: '#f59e62',
    passed: '#7cd3a4',
    refused: '#ff6b6b',
    unknown: '#93a4b5',
  },
  nations: ['#9db4ff', '#e0b76c', '#cfa0ee', '#f0a5b6', '#93cfae', '#c3cb7a', '#86c9cf', '#d3ae97'],
};

const light: Palette = {
  space: ['#eef2f6', '#f7f9fb'],
  hairline: 'rgba(38, 58, 80, 0.18)',
  air: 'rgba(14, 111, 168, 0.1)',
  ocean: '#e1e9f0',
  land: '#fbfcfd',
  coast: '#a9bac9',
  graticule: 'rgba(38, 58, 80, 0.08)',
  night: 'rgba(38, 56, 82, 0.06)',
  sun: '#b07d10',
  plate: '#f9fbfc',
  text: '#15212c',
  muted: '#4e6172',
  faint: '#8496a6',
  path: '#33495c',
  marker: '#0f1a24',
  sight: '#1f7aa8',
  threatened: '#0e6fa8',
  approaching: '#c03d1f',
  arrived: '#1b7a4b',
  lost: '#c03d1f',
  gate: {
    clear: '#33495c',
    working: '#0e6fa8',
    waiting: '#b27a00',
    closed: '#b8541a',
    passed: '#1b7a4b',
    refused: '#c02b2b',
    unknown: '#647789',
  },
  nations: ['#3d57c4', '#8f6410', '#8240b3', '#b13a5d', '#26764c', '#68711a', '#187680', '#8c5433'],
};

export const palettes: Readonly<Record<Theme, Palette>> = { dark, light };

/** Each nation its own colour while there are enough, whatever the order in which they are listed. */
export function nationColours(nations: Iterable<string>, palette: Palette): ReadonlyMap<string, string> {
  const colours = palette.nations;
  const sorted = [...new Set(nations)].sort();
  return new Map(sorted.map((nation, i) => [nation, colours[i % colours.length] as string]));
}

/** `#rrggbb` as the number Phaser takes. Throws on any other spelling: only solid colours can be a tint. */
export function tint(colour: string): number {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) throw new Error(`Impossible: ${colour} is not a solid colour`);
  return Number.parseInt(colour.slice(1), 16);
}

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
  /** Sensors that see nothing now. */
  readonly idle: string;
  readonly threatened: string;
  readonly approaching: string;
  readonly arrived: string;
  readonly lost: string;
  readonly gate: Readonly<Record<GateState, string>>;
  /** For nations only: those that the page's tokens know, by their codes, then colours for others. */
  readonly nations: Readonly<Record<string, string>>;
  readonly otherNations: readonly string[];
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
  text: '#e6edf4',
  muted: '#8fa1b3',
  faint: '#5d7083',
  path: '#b4c5d6',
  marker: '#ffffff',
  sight: '#7fc6e6',
  idle: '#7b8d9f',
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
  nations: {
    us: '#7aa2f7',
    gb: '#e06c85',
    au: '#e5c05c',
    ca: '#ef8354',
    fr: '#5fc4e8',
    de: '#b9b06a',
    jp: '#f2a7b8',
  },
  otherNations: ['#cfa0ee', '#93cfae', '#d3ae97', '#86c9cf', '#c3cb7a', '#9db4ff', '#e0b76c', '#f0a5b6'],
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
  text: '#0d151d',
  muted: '#51626f',
  faint: '#8496a6',
  path: '#33495c',
  marker: '#0f1a24',
  sight: '#1f7aa8',
  idle: '#6b7d8d',
  threatened: '#0e6fa8',
  approaching: '#a52a12',
  arrived: '#0b6b42',
  lost: '#a52a12',
  gate: {
    clear: '#33495c',
    working: '#0e6fa8',
    waiting: '#8a5600',
    closed: '#b8541a',
    passed: '#0b6b42',
    refused: '#c02b2b',
    unknown: '#647789',
  },
  nations: {
    us: '#2454c7',
    gb: '#b3123c',
    au: '#a37400',
    ca: '#c24a10',
    fr: '#0f7ca8',
    de: '#6d6620',
    jp: '#c9486a',
  },
  otherNations: ['#8240b3', '#26764c', '#8c5433', '#187680', '#68711a', '#3d57c4', '#8f6410', '#b13a5d'],
};

export const palettes: Readonly<Record<Theme, Palette>> = { dark, light };

/** Each nation its own colour while there are enough, whatever the order in which they are listed. */
export function nationColours(nations: Iterable<string>, palette: Palette): ReadonlyMap<string, string> {
  const { nations: known, otherNations } = palette;
  const sorted = [...new Set(nations)].sort();
  const others = sorted.filter((nation) => known[nation] === undefined);
  const otherOf = (nation: string): string => otherNations[others.indexOf(nation) % otherNations.length] as string;
  return new Map(sorted.map((nation) => [nation, known[nation] ?? otherOf(nation)]));
}

/** `#rrggbb` as the number Phaser takes. Throws on any other spelling: only solid colours can be a tint. */
export function tint(colour: string): number {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) throw new Error(`Impossible: ${colour} is not a solid colour`);
  return Number.parseInt(colour.slice(1), 16);
}

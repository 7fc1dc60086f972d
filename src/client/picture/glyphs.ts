/**
 * Shapes as SVG path data in a box of 24 by 24, so that the canvas, a legend and print draw the same ones.
 * Space objects after APP-6 frames of the space domain: open below, the block at the top; dome, peak and square.
 */
import type { GateState, Theatre, TheatreLink } from '../../core/model/view.ts';

export interface Glyph {
  readonly stroke?: string;
  readonly fill?: string;
  /** Laid under it in the colour of the plate, so that lines end at it. */
  readonly plate?: string;
}

export type GateName = TheatreLink['gates'][number]['gate'];
export type Role = Theatre['satellites'][number]['role'];

/** What kind of gate: a doorway, a stamp, a network node. */
export const gateFrames: Readonly<Record<GateName, string>> = {
  'front-door':
    'M4 6.5 A2.5 2.5 0 0 1 6.5 4 H17.5 A2.5 2.5 0 0 1 20 6.5 V17.5 A2.5 2.5 0 0 1 17.5 20 H6.5 A2.5 2.5 0 0 1 4 17.5 Z',
  release: 'M3 12 A9 9 0 1 1 21 12 A9 9 0 1 1 3 12 Z',
  carriage: 'M12 2.6 L20.2 7.3 V16.7 L12 21.4 L3.8 16.7 V7.3 Z',
};

interface GateMark {
  readonly stroke?: string;
  readonly fill?: string;
  /** Filled gates hold something up; hollow ones do not. */
  readonly solid: boolean;
  readonly dashed?: boolean;
  /** Beside the size of a gate that holds something up. */
  readonly scale: number;
}

/** What state it is in. */
export const gateMarks: Readonly<Record<GateState, GateMark>> = {
  clear: { solid: false, scale: 0.66 },
  unknown: {
    fill: 'M10.3 12 A1.7 1.7 0 1 1 13.7 12 A1.7 1.7 0 1 1 10.3 12 Z',
    solid: false,
    dashed: true,
    scale: 0.78,
  },
  passed: { stroke: 'M7.6 12.4 L10.8 15.5 L16.4 8.8', solid: false, scale: 0.78 },
  working: {
    fill: 'M12 6.6 A5.4 5.4 0 0 1 12 17.4 Z',
    stroke: 'M12 6.6 A5.4 5.4 0 0 0 12 17.4',
    solid: false,
    scale: 1,
  },
  waiting: { fill: 'M8 7.4 H10.8 V16.6 H8 Z M13.2 7.4 H16 V16.6 H13.2 Z', solid: true, scale: 1 },
  closed: { fill: 'M6.6 10.3 H17.4 V13.7 H6.6 Z', solid: true, scale: 1 },
  refused: { stroke: 'M8.3 8.3 L15.7 15.7 M15.7 8.3 L8.3 15.7', solid: true, scale: 1 },
};

export const satelliteGlyphs: Readonly<Record<Role, Glyph>> = {
  threatened: {
    plate: 'M4.5 20 V11.5 A7.5 7.5 0 0 1 19.5 11.5 V20 Z',
    stroke: 'M4.5 20 V11.5 A7.5 7.5 0 0 1 19.5 11.5 V20',
    fill: 'M5.8 8.4 A7.5 7.5 0 0 1 18.2 8.4 Z',
  },
  approaching: {
    plate: 'M4.5 20 V12.5 L12 3 L19.5 12.5 V20 Z',
    stroke: 'M4.5 20 V12.5 L12 3 L19.5 12.5 V20',
    fill: 'M8.1 8.6 L12 3 L15.9 8.6 Z',
  },
  neutral: { plate: 'M5 20 V5 H19 V20 Z', stroke: 'M5 20 V5 H19 V20', fill: 'M5 5 H19 V8.6 H5 Z' },
};

/** An aperture, a dish, a spacecraft, a mast that listens. Kinds not known here are a ring. */
export const sensorGlyphs: Readonly<Record<string, Glyph>> = {
  optical: {
    plate: 'M4 12 A8 8 0 1 1 20 12 A8 8 0 1 1 4 12 Z',
    stroke: 'M4 12 A8 8 0 1 1 20 12 A8 8 0 1 1 4 12 Z',
    fill: 'M8.8 12 A3.2 3.2 0 1 1 15.2 12 A3.2 3.2 0 1 1 8.8 12 Z',
  },
  radar: {
    plate: 'M5 6 A10.5 10.5 0 0 0 18 19 Z',
    stroke: 'M5 6 A10.5 10.5 0 0 0 18 19 Z M11.5 12.5 L17.5 6.5',
    fill: 'M15.6 6.5 A1.9 1.9 0 1 1 19.4 6.5 A1.9 1.9 0 1 1 15.6 6.5 Z',
  },
  'space-based': {
    plate: 'M8.5 7.5 H15.5 V16.5 H8.5 Z',
    stroke: 'M9 8 H15 V16 H9 Z M2 9.5 H6.5 V14.5 H2 Z M17.5 9.5 H22 V14.5 H17.5 Z M6.5 12 H9 M15 12 H17.5',
  },
  monitor: {
    plate: 'M10 8 H14 V21 H10 Z',
    stroke: 'M12 11 V21 M7.5 13 A6 6 0 0 1 7.5 5 M16.5 5 A6 6 0 0 1 16.5 13 M8.5 21 H15.5',
    fill: 'M10.2 9 A1.8 1.8 0 1 1 13.8 9 A1.8 1.8 0 1 1 10.2 9 Z',
  },
};

export const otherSensor: Glyph = { stroke: 'M5 12 A7 7 0 1 1 19 12 A7 7 0 1 1 5 12 Z' };

/** Operations centres: a disc; the seat's own a diamond within a diamond. */
export const centreGlyphs: Readonly<Record<'own' | 'other', Glyph>> = {
  other: {
    plate: 'M3 12 A9 9 0 1 1 21 12 A9 9 0 1 1 3 12 Z',
    fill: 'M6 12 A6 6 0 1 1 18 12 A6 6 0 1 1 6 12 Z',
  },
  own: {
    plate: 'M12 0 L24 12 L12 24 L0 12 Z',
    stroke: 'M12 1 L23 12 L12 23 L1 12 Z',
    fill: 'M12 6 L18 12 L12 18 L6 12 Z',
  },
};

/** The travelling product, heading right; what has arrived; what was lost. */
export const productGlyphs: Readonly<Record<'moving' | 'arrived' | 'lost', Glyph>> = {
  moving: {
    plate: 'M1 12 A11 11 0 1 1 23 12 A11 11 0 1 1 1 12 Z',
    fill: 'M3 12 A9 9 0 1 1 21 12 A9 9 0 1 1 3 12 Z M9.2 6.6 L14.6 12 L9.2 17.4 L11.4 18.6 L17.6 12 L11.4 5.4 Z',
  },
  arrived: {
    plate: 'M3 12 A9 9 0 1 1 21 12 A9 9 0 1 1 3 12 Z',
    stroke: 'M4 12 A8 8 0 1 1 20 12 A8 8 0 1 1 4 12 Z M8 12.3 L11 15.2 L16 9.2',
  },
  lost: {
    plate: 'M3 12 A9 9 0 1 1 21 12 A9 9 0 1 1 3 12 Z',
    stroke: 'M4 12 A8 8 0 1 1 20 12 A8 8 0 1 1 4 12 Z M6.4 17.6 L17.6 6.4',
  },
};

/** The few faces that the picture writes in, and how wide their words are. */
import type { Palette } from './palette.ts';

export interface Face {
  readonly size: number;
  readonly weight: number;
  readonly family: 'sans' | 'mono';
  readonly colour: 'text' | 'muted' | 'faint' | 'threatened' | 'approaching';
}

const families = {
  sans: '"IBM Plex Sans", "Segoe UI", system-ui, sans-serif',
  mono: '"IBM Plex Mono", ui-monospace, "DejaVu Sans Mono", monospace',
} as const;

export const faces = {
  own: { size: 12, weight: 600, family: 'sans', colour: 'text' },
  centre: { size: 11, weight: 500, family: 'sans', colour: 'text' },
  nation: { size: 9, weight: 400, family: 'mono', colour: 'muted' },
  threatened: { size: 11, weight: 600, family: 'sans', colour: 'threatened' },
  approaching: { size: 11, weight: 600, family: 'sans', colour: 'approaching' },
  neutral: { size: 10, weight: 400, family: 'sans', colour: 'muted' },
  sensor: { size: 10, weight: 400, family: 'sans', colour: 'muted' },
  degrees: { size: 9.5, weight: 500, family: 'mono', colour: 'muted' },
  caption: { size: 10.5, weight: 600, family: 'sans', colour: 'text' },
  regime: { size: 10.5, weight: 600, family: 'mono', colour: 'muted' },
  altitude: { size: 9.5, weight: 400, family: 'mono', colour: 'faint' },
} as const satisfies Record<string, Face>;
export type FaceName = keyof typeof faces;

/** Width of a text in CSS pixels. */
export type Measure = (text: string, face: FaceName) => number;

export const fontOf = (name: FaceName): string => {
  const face: Face = faces[name];
  return `${face.weight} ${face.size}px ${families[face.family]}`;
};

export const familyOf = (name: FaceName): string => families[(faces[name] as Face).family];
export const colourOf = (name: FaceName, palette: Palette): string => palette[(faces[name] as Face).colour];

/** Measures with a canvas, remembering what it measured. */
export function createMeasure(context: CanvasRenderingContext2D): Measure {
  const known = new Map<string, number>();
  return (text, face) => {
    const key = `${face} ${text}`;
    const width = known.get(key);
    if (width !== undefined) return width;
    context.font = fontOf(face);
    const measured = context.measureText(text).width;
    known.set(key, measured);
    return measured;
  };
}

/** Every face, for loading before anything is measured. */
export const fontsNeeded = (): readonly string[] => [...new Set((Object.keys(faces) as FaceName[]).map(fontOf))];

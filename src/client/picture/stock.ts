/** Ready-made textures of the shapes that move: gates in every state, products. Made when first asked for. */
import type { Scene, Textures } from 'phaser';
import type { GateState } from '../../core/model/view.ts';
import type { GateName } from './glyphs.ts';
import { gateFrames, gateMarks, productGlyphs } from './glyphs.ts';
import type { Palette } from './palette.ts';
import type { Ink } from './stamp.ts';
import { stamp } from './stamp.ts';

export interface Stock {
  readonly ratio: number;
  readonly palette: Palette;
  /** Texture keys. `radius` in CSS pixels is that of a gate that holds something up. */
  gate(gate: GateName, state: GateState, radius: number): string;
  /** Turned to its angle of travel as it is painted: a texture drawn as it is stays sharp. */
  product(kind: keyof typeof productGlyphs, gateRadius: number, angle: number): string;
  clear(): void;
}

const MARGIN = 2;
/** Directions of travel told apart. */
const HEADINGS = 24;

export function createStock(scene: Scene, palette: Palette, ratio: number): Stock {
  const made = new Set<string>();
  const make = (key: string, size: number, draw: (context: CanvasRenderingContext2D, size: number) => void): string => {
    if (made.has(key)) return key;
    const box = size + 2 * MARGIN;
    const texture = scene.textures.createCanvas(
      key,
      Math.ceil(box * ratio),
      Math.ceil(box * ratio),
    ) as Textures.CanvasTexture;
    texture.context.setTransform(ratio, 0, 0, ratio, MARGIN * ratio, MARGIN * ratio);
    draw(texture.context, size);
    texture.refresh();
    made.add(key);
    return key;
  };
  return {
    ratio,
    palette,
    gate: (gate, state, radius) =>
      make(`gate ${gate} ${state} ${radius}`, 2 * radius * gateMarks[state].scale * 1.2, (context, size) =>
        drawGate(context, gate, state, { size, palette }),
      ),
    product: (kind, gateRadius, angle) => {
      const heading = kind === 'moving' ? Math.round((angle / (2 * Math.PI)) * HEADINGS + HEADINGS) % HEADINGS : 0;
      return make(`product ${kind} ${gateRadius} ${heading}`, gateRadius * 1.55, (context, size) => {
        const colour = kind === 'moving' ? palette.marker : palette[kind];
        context.translate(size / 2, size / 2);
        context.rotate((heading / HEADINGS) * 2 * Math.PI);
        stamp(context, productGlyphs[kind], { x: 0, y: 0 }, size, { colour, plate: palette.plate, lineWidth: 1.5 });
      });
    },
    clear() {
      for (const key of made) scene.textures.remove(key);
      made.clear();
    },
  };
}

/** The frame tells which gate, the mark within tells its state; filled frames hold something up. */
function drawGate(
  context: CanvasRenderingContext2D,
  gate: GateName,
  state: GateState,
  { size, palette }: { size: number; palette: Palette },
): void {
  const mark = gateMarks[state];
  const at = { x: size / 2, y: size / 2 };
  const ink: Ink = { colour: palette.gate[state], plate: palette.plate, lineWidth: state === 'working' ? 1.7 : 1.3 };
  const frame = gateFrames[gate];
  context.setLineDash(mark.dashed ? [3.6, 3.2] : []);
  stamp(context, { plate: frame, stroke: frame, ...(mark.solid ? { fill: frame } : {}) }, at, size, ink);
  context.setLineDash([]);
  const inner = mark.solid ? palette.plate : ink.colour;
  const glyph = { ...(mark.fill ? { fill: mark.fill } : {}), ...(mark.stroke ? { stroke: mark.stroke } : {}) };
  stamp(context, glyph, at, size, { ...ink, colour: inner, lineWidth: state === 'refused' ? 2 : 1.6 });
}

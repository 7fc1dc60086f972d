/** A layer that is painted once and shown until it is painted again: a canvas texture the size of the picture. */
import type { GameObjects, Scene, Textures } from 'phaser';

export interface Sheet {
  readonly image: GameObjects.Image;
  /** Wipes and paints anew, in pixels of the picture. */
  paint(painter: (context: CanvasRenderingContext2D) => void): void;
}

/** Width and height in pixels of the picture. */
export interface Size {
  readonly width: number;
  readonly height: number;
  /** Device pixels to a pixel of the picture. */
  readonly ratio: number;
  /** CSS pixels to a pixel of the picture: more than 1 on a wall, so that all is larger there. */
  readonly zoom: number;
}

const deviceSize = ({ width, height, ratio }: Size) => ({
  width: Math.round(width * ratio),
  height: Math.round(height * ratio),
});

export function createSheet(scene: Scene, key: string, size: Size): Sheet {
  if (scene.textures.exists(key)) scene.textures.remove(key);
  const { width, height } = deviceSize(size);
  const texture = scene.textures.createCanvas(key, width, height) as Textures.CanvasTexture;
  const image = scene.add
    .image(0, 0, key)
    .setOrigin(0, 0)
    .setScale(1 / size.ratio);
  const paint: Sheet['paint'] = (painter) => {
    const { context } = texture;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, width, height);
    context.setTransform(size.ratio, 0, 0, size.ratio, 0, 0);
    painter(context);
    texture.refresh();
  };
  return { image, paint };
}

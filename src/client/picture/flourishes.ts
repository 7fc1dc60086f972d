/** Short movements that show what just happened. They end where the picture would have been without them. */
import type { GameObjects, Scene } from 'phaser';
import type { Point } from './shapes.ts';

/** A gate turns. */
export function pop(scene: Scene, image: GameObjects.Image): void {
  const running = scene.tweens.getTweensOf(image);
  if (running.length > 0) return;
  const scale = image.scale;
  image.setScale(scale * 1.4);
  scene.tweens.add({ targets: image, scale, duration: 240, ease: 'Cubic.easeOut' });
}

/** Words appear. */
export function fadeIn(scene: Scene, text: GameObjects.Text): void {
  scene.tweens.killTweensOf(text);
  text.setAlpha(0);
  scene.tweens.add({ targets: text, alpha: 1, duration: 220 });
}

/** One ring, once: it is there. */
export function pulse(scene: Scene, layer: GameObjects.Container, at: Point, colour: number): void {
  const ring = scene.add.circle(at.x, at.y, 8).setStrokeStyle(2, colour);
  layer.add(ring);
  scene.tweens.add({
    targets: ring,
    scale: 3,
    alpha: 0,
    duration: 900,
    ease: 'Cubic.easeOut',
    onComplete: () => ring.destroy(),
  });
}

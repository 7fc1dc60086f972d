/** The one door to the picture. Phaser loads when the first theatre is mounted, not before. */
import type { Game } from 'phaser';
import { fontsNeeded } from './lettering.ts';
import { rendererFor, unmaskedRenderer } from './renderer.ts';
import type { TheatreHandle, TheatreOptions } from './scene.ts';
import type { Size } from './sheet.ts';
import type { TheatreScene } from './theatre-scene.ts';

export type { Intention, Scene, TheatreHandle, TheatreOptions } from './scene.ts';

const LEAST = 40;
/** Beyond this many device pixels to a CSS pixel nothing looks sharper, but everything costs more. */
const FINEST = 3;
const FONT_PATIENCE_MS = 1500;

/** Above this size the picture grows as a whole, to be read from the back of a room. */
const READING = { width: 900, height: 600 };
const LARGEST = 2.5;

function sizeOf({ clientWidth, clientHeight }: HTMLElement): Size {
  const least = Math.min(clientWidth / READING.width, clientHeight / READING.height);
  const zoom = Math.min(Math.max(least, 1), LARGEST);
  return {
    width: Math.max(LEAST, Math.floor(clientWidth / zoom)),
    height: Math.max(LEAST, Math.floor(clientHeight / zoom)),
    ratio: Math.min(window.devicePixelRatio || 1, FINEST) * zoom,
    zoom,
  };
}

const sameSize = (a: Size, b: Size): boolean =>
  a.width === b.width && a.height === b.height && a.ratio === b.ratio && a.zoom === b.zoom;

/** Mounts the picture in an element that has a size of its own. The caller gives the element its role and label. */
export async function mountTheatre(element: HTMLElement, options: TheatreOptions): Promise<TheatreHandle> {
  const [phaser, { TheatreScene: SceneClass }] = await Promise.all([
    import('phaser'),
    import('./theatre-scene.ts'),
    loadFonts(),
  ]);
  let size = sizeOf(element);
  const { game, scene } = await new Promise<{ game: Game; scene: TheatreScene }>((resolve) => {
    const created = new SceneClass({ ...options, size, whenReady: () => resolve({ game: started, scene: created }) });
    const type = rendererFor(unmaskedRenderer()) === 'canvas' ? phaser.CANVAS : phaser.WEBGL;
    const started = new phaser.Game(configOf(element, size, { type, scene: created, none: phaser.Scale.NONE }));
  });
  game.canvas.setAttribute('aria-hidden', 'true');
  // Phaser hands out the canvas of an earlier game again, at the size it had there.
  game.canvas.style.width = `${size.width * size.zoom}px`;
  game.canvas.style.height = `${size.height * size.zoom}px`;
  const pointing = listenTo(game.canvas, scene, options);
  const fit = (): void => {
    const next = sizeOf(element);
    if (element.clientWidth === 0 || element.clientHeight === 0 || sameSize(size, next)) return;
    size = next;
    scene.resize(next);
  };
  const observer = new ResizeObserver(fit);
  observer.observe(element);
  window.addEventListener('resize', fit);
  return {
    show: (moment) => scene.show(moment),
    setTheme: (theme) => scene.setTheme(theme),
    setReducedMotion: (reduced) => {
      scene.reducedMotion = reduced;
    },
    destroy() {
      observer.disconnect();
      window.removeEventListener('resize', fit);
      pointing.abort();
      game.destroy(true);
      game.loop.wake();
    },
  };
}

function configOf(
  element: HTMLElement,
  { width, height, ratio, zoom }: Size,
  { type, scene, none }: { type: number; scene: TheatreScene; none: number },
) {
  return {
    type,
    scene,
    parent: element,
    banner: false,
    transparent: false,
    disableContextMenu: false,
    autoFocus: false,
    audio: { noAudio: true },
    input: { keyboard: false, mouse: false, touch: false, gamepad: false },
    scale: { mode: none, width: Math.round(width * ratio), height: Math.round(height * ratio), zoom: zoom / ratio },
    render: { antialias: true, roundPixels: false, powerPreference: 'low-power' },
  };
}

/** A font that does not come must not keep the picture away. */
async function loadFonts(): Promise<void> {
  const loads = Promise.allSettled(fontsNeeded().map((font) => document.fonts.load(font)));
  await Promise.race([loads, new Promise((resolve) => setTimeout(resolve, FONT_PATIENCE_MS))]);
}

function listenTo(canvas: HTMLCanvasElement, scene: TheatreScene, { onIntention }: TheatreOptions): AbortController {
  const listening = new AbortController();
  if (onIntention === undefined) return listening;
  const { signal } = listening;
  const under = (event: MouseEvent) => scene.intentionAt({ x: event.offsetX, y: event.offsetY });
  canvas.addEventListener(
    'pointermove',
    (event) => {
      canvas.style.cursor = under(event) === undefined ? '' : 'pointer';
    },
    { signal },
  );
  canvas.addEventListener(
    'click',
    (event) => {
      const intention = under(event);
      if (intention !== undefined) onIntention(intention);
    },
    { signal },
  );
  return listening;
}

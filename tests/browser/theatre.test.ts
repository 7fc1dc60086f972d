/** The picture in a real browser: it draws, it rests while nothing moves, it follows its element, and it goes without a trace. */
import { afterEach, describe, expect, test } from 'vitest';
import type { Intention, TheatreHandle } from '../../src/client/picture/index.ts';
import { mountTheatre } from '../../src/client/picture/index.ts';
import { handover, scene, theatre } from '../client/picture/theatre-sample.ts';

let handle: TheatreHandle | undefined;
let element: HTMLElement;

async function mount(options: { reducedMotion?: boolean; intentions?: Intention[] } = {}): Promise<HTMLCanvasElement> {
  element = document.createElement('div');
  element.style.cssText = 'width: 760px; height: 560px';
  document.body.append(element);
  handle = await mountTheatre(element, {
    theme: 'dark',
    reducedMotion: options.reducedMotion ?? true,
    onIntention: (intention) => options.intentions?.push(intention),
  });
  return element.querySelector('canvas') as HTMLCanvasElement;
}

/** How many different colours a grid of points has; one where nothing was drawn. */
function coloursOf(canvas: HTMLCanvasElement): Set<string> {
  const copy = document.createElement('canvas');
  copy.width = canvas.width;
  copy.height = canvas.height;
  const context = copy.getContext('2d') as CanvasRenderingContext2D;
  context.drawImage(canvas, 0, 0);
  const { data } = context.getImageData(0, 0, copy.width, copy.height);
  const colours = new Set<string>();
  for (let i = 0; i < data.length; i += 4 * 97) colours.add(`${data[i]} ${data[i + 1]} ${data[i + 2]}`);
  return colours;
}

/** Frames asked for by anybody on the page within the time. */
async function framesWithin(milliseconds: number): Promise<number> {
  const real = window.requestAnimationFrame;
  let count = 0;
  window.requestAnimationFrame = (callback) => {
    count++;
    return real.call(window, callback);
  };
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  window.requestAnimationFrame = real;
  return count;
}

const advanced = scene({
  links: [handover('d1', 'usspacecom', 'ausspoc', 'arrived', 'passed', 'passed', 'passed'), ...theatre.links.slice(1)],
});

afterEach(() => {
  handle?.destroy();
  handle = undefined;
  element.remove();
});

describe('the theatre', () => {
  test('draws in both themes, hidden from screen readers: the tables beside it say the same', async () => {
    const canvas = await mount();
    handle?.show(scene());
    expect(canvas.getAttribute('aria-hidden')).toBe('true');
    await expect.poll(() => coloursOf(canvas).size).toBeGreaterThan(30);
    const dark = coloursOf(canvas);
    handle?.setTheme('light');
    const shared = () => [...coloursOf(canvas)].filter((colour) => dark.has(colour)).length;
    await expect.poll(shared).toBeLessThan(dark.size / 2);
    expect(coloursOf(canvas).size).toBeGreaterThan(30);
  });

  test('asks for no frame while nothing moves', async () => {
    await mount();
    handle?.show(scene());
    await framesWithin(100);
    expect(await framesWithin(300)).toBe(0);
    handle?.show(structuredClone(scene()));
    expect(await framesWithin(100)).toBe(0);
  });

  test('moves what has moved, then rests', async () => {
    await mount({ reducedMotion: false });
    handle?.show(scene());
    await framesWithin(100);
    handle?.show(advanced);
    expect(await framesWithin(300)).toBeGreaterThan(3);
    await expect.poll(() => framesWithin(200), { timeout: 8_000 }).toBe(0);
  });

  test('with less motion draws the last state at once', async () => {
    await mount({ reducedMotion: true });
    handle?.show(scene());
    handle?.show(advanced);
    await framesWithin(50);
    expect(await framesWithin(200)).toBe(0);
  });

  test('follows the size of its element', async () => {
    const canvas = await mount();
    handle?.show(scene());
    element.style.width = '390px';
    element.style.height = '300px';
    await expect.poll(() => [canvas.clientWidth, canvas.clientHeight]).toEqual([390, 300]);
    expect(canvas.width).toBe(Math.round(390 * window.devicePixelRatio));
    await expect.poll(() => coloursOf(canvas).size).toBeGreaterThan(30);
    element.style.width = '1800px';
    element.style.height = '1200px';
    await expect.poll(() => [canvas.clientWidth, canvas.clientHeight]).toEqual([1800, 1200]);
    await expect.poll(() => coloursOf(canvas).size).toBeGreaterThan(30);
  });

  test('says what was pressed', async () => {
    const intentions: Intention[] = [];
    const canvas = await mount({ intentions });
    handle?.show({ ...scene(), theatre: { ...theatre, organisations: theatre.organisations.slice(5, 6), links: [] } });
    const { left, top } = canvas.getBoundingClientRect();
    for (let y = 330; y < 560; y += 6) {
      for (let x = 560; x < 760; x += 6) {
        canvas.dispatchEvent(new MouseEvent('click', { clientX: left + x, clientY: top + y, bubbles: true }));
      }
    }
    expect(intentions.length).toBeGreaterThan(0);
    expect(new Set(intentions.map((intention) => JSON.stringify(intention)))).toEqual(
      new Set([JSON.stringify({ type: 'open-organisation', id: 'ausspoc' })]),
    );
  });

  test('goes without a trace, and another can take its place', async () => {
    await mount();
    handle?.show(scene());
    handle?.destroy();
    await expect.poll(() => element.querySelectorAll('canvas').length).toBe(0);
    element.remove();
    const canvas = await mount();
    handle?.show(scene());
    await expect.poll(() => coloursOf(canvas).size).toBeGreaterThan(30);
  });
});

/** Fetches the picture once the page stands, and keeps its theme and motion in step with the page's. */
import { effect } from '@preact/signals';
import type { Appearance } from './link/appearance.ts';
import type { HangPicture } from './panels/theatre.tsx';

const stillness = matchMedia('(prefers-reduced-motion: reduce)');

export function pictureHanger({ theme }: Appearance): HangPicture {
  return async (element, onOpen) => {
    const { mountTheatre } = await import('./picture/index.ts');
    const handle = await mountTheatre(element, {
      theme: theme.peek(),
      reducedMotion: stillness.matches,
      onIntention: onOpen,
    });
    const stopTheme = effect(() => handle.setTheme(theme.value));
    const onMotion = (): void => handle.setReducedMotion(stillness.matches);
    stillness.addEventListener('change', onMotion);
    return {
      show: (scene) => handle.show(scene),
      destroy: () => {
        stopTheme();
        stillness.removeEventListener('change', onMotion);
        handle.destroy();
      },
    };
  };
}

/** Dark or light: what the system asks for until a person chooses; the choice is kept. */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Theme } from './cards.ts';

const KEPT_AS = 'say-do-theme';

/** Some browsers refuse storage outright; then the choice lasts as long as the page. */
function keptTheme(): Theme | undefined {
  try {
    const kept = localStorage.getItem(KEPT_AS);
    return kept === 'dark' || kept === 'light' ? kept : undefined;
  } catch {
    return undefined;
  }
}

function keep(theme: Theme): void {
  try {
    localStorage.setItem(KEPT_AS, theme);
  } catch {
    // It lasts as long as the page.
  }
}

export interface Appearance {
  readonly theme: ReadonlySignal<Theme>;
  readonly change: () => void;
}

export function createAppearance(): Appearance {
  const light = matchMedia('(prefers-color-scheme: light)');
  const theme = signal<Theme>(keptTheme() ?? (light.matches ? 'light' : 'dark'));
  light.addEventListener('change', () => {
    if (keptTheme() === undefined) theme.value = light.matches ? 'light' : 'dark';
  });
  effect(() => {
    document.documentElement.dataset.theme = theme.value;
  });
  return {
    theme,
    change: () => {
      theme.value = theme.value === 'dark' ? 'light' : 'dark';
      keep(theme.value);
    },
  };
}

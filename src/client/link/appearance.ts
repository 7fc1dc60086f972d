/** How the page behaves for this person: dark or light, and whether single keys are obeyed. Kept in this browser. */
import type { ReadonlySignal } from '@preact/signals';
import { effect, signal } from '@preact/signals';
import type { Theme } from './cards.ts';

/** Some browsers refuse storage outright; then a choice lasts as long as the page. */
function kept(name: string): string | null {
  try {
    return localStorage.getItem(`say-do-${name}`);
  } catch {
    return null;
  }
}

function keep(name: string, value: string): void {
  try {
    localStorage.setItem(`say-do-${name}`, value);
  } catch {
    // It lasts as long as the page.
  }
}

function keptTheme(): Theme | undefined {
  const theme = kept('theme');
  return theme === 'dark' || theme === 'light' ? theme : undefined;
}

export interface Appearance {
  readonly theme: ReadonlySignal<Theme>;
  readonly singleKeys: ReadonlySignal<boolean>;
  readonly change: () => void;
  readonly changeKeys: () => void;
}

export function createAppearance(): Appearance {
  const light = matchMedia('(prefers-color-scheme: light)');
  const theme = signal<Theme>(keptTheme() ?? (light.matches ? 'light' : 'dark'));
  const singleKeys = signal(kept('keys') !== 'off');
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
      keep('theme', theme.value);
    },
    singleKeys,
    changeKeys: () => {
      singleKeys.value = !singleKeys.value;
      keep('keys', singleKeys.value ? 'on' : 'off');
    },
  };
}

/**
 * The one door to words. Catalogues are plain objects by area under `en/`; keys and their arguments are typed.
 * The core emits keys and arguments, never sentences.
 */
import i18next from 'i18next';
import { en } from './en/index.ts';

type Leaves<T, P extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${P}${K}` : Leaves<T[K], `${P}${K}.`>;
}[keyof T & string];
export type WordKey = Leaves<typeof en>;
export type WordArgs = Readonly<Record<string, string | number>>;

const words = i18next.createInstance();
void words.init({
  lng: 'en',
  fallbackLng: false,
  resources: { en: { translation: en } },
  initAsync: false,
  interpolation: { escapeValue: false },
  returnNull: false,
});

/** The sentence for a key. Throws where an argument is missing or the key is unknown: a gap in the words is a bug. */
export function say(key: WordKey, args: WordArgs = {}): string {
  const pattern = words.t(key, { skipInterpolation: true, lng: 'en' });
  if (pattern === key) throw new Error(`Impossible: no words for ${key}`);
  for (const [, name] of pattern.matchAll(/\{\{\s*(\w+)\s*\}\}/g)) {
    if (!((name as string) in args)) throw new Error(`Impossible: ${key} needs the argument ${name}`);
  }
  return words.t(key, { ...args });
}

/** For keys that arrive as data (a phrase of a view); unknown keys throw as in `say`. */
export const sayPhrase = (phrase: { readonly key: string; readonly args: WordArgs }): string =>
  say(phrase.key as WordKey, phrase.args);

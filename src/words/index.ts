/**
 * The one door to words. Catalogues are plain objects by area under `en/`; keys and their arguments are typed.
 * The core emits keys and arguments, never sentences.
 */
import i18next from 'i18next';
import { en } from './en/index.ts';

/** Every key with its text: `{ 'holding.decide': 'You have yet to decide: …' }`. */
type Flat<T, P extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? { [Q in `${P}${K}`]: T[K] } : Flat<T[K], `${P}${K}.`>;
}[keyof T & string];
type Join<U> = (U extends unknown ? (one: U) => void : never) extends (all: infer All) => void ? All : never;
type Texts = Join<Flat<typeof en>>;

export type WordKey = keyof Texts & string;
export type WordArgs = Readonly<Record<string, string | number>>;

/** The names between braces in a text. */
type NamesIn<S> = S extends `${string}{{${infer Name}}}${infer Rest}` ? Name | NamesIn<Rest> : never;
/** What must be given beside a key: nothing, or an object with every name in its text. */
type Needed<K extends WordKey> = [NamesIn<Texts[K]>] extends [never]
  ? [args?: WordArgs]
  : [args: WordArgs & Readonly<Record<NamesIn<Texts[K]>, string | number>>];

const words = i18next.createInstance();
void words.init({
  lng: 'en',
  fallbackLng: false,
  resources: { en: { translation: en } },
  initAsync: false,
  interpolation: { escapeValue: false },
  returnNull: false,
});

/** The sentence for a key; the compiler asks for the arguments that its text names. */
export const say = <K extends WordKey>(key: K, ...[args]: Needed<K>): string => sayNamed(key, args);

/**
 * The sentence for a key that is put together from data, such as the name of a cause. Throws where there is no such key, or an argument
 * is missing: a gap in the words is a bug.
 */
export function sayNamed(key: string, args: WordArgs = {}): string {
  const pattern = words.t(key, { skipInterpolation: true, lng: 'en' });
  if (typeof pattern !== 'string' || pattern === key) throw new Error(`Impossible: no words for ${key}`);
  for (const [, name] of pattern.matchAll(/\{\{\s*(\w+)\s*\}\}/g)) {
    if (!((name as string) in args)) throw new Error(`Impossible: ${key} needs the argument ${name}`);
  }
  return words.t(key, { ...args });
}

/** For phrases of a view. */
export const sayPhrase = (phrase: { readonly key: string; readonly args: WordArgs }): string =>
  sayNamed(phrase.key, phrase.args);

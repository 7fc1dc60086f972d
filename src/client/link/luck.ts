/** Friendly seeds like `lively-otter-42`. The only place where the program itself throws dice. */

const moods = [
  'lively',
  'patient',
  'brave',
  'quiet',
  'nimble',
  'sunny',
  'steady',
  'curious',
  'gentle',
  'swift',
  'merry',
  'candid',
];
const animals = [
  'otter',
  'heron',
  'badger',
  'falcon',
  'lynx',
  'plover',
  'marten',
  'dolphin',
  'kestrel',
  'wombat',
  'puffin',
  'ibis',
];

/** A number from 0 up to, not including, `below`. */
function die(below: number): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] as number) % below;
}

const oneOf = (words: readonly string[]): string => words[die(words.length)] as string;

export const friendlySeed = (): string => `${oneOf(moods)}-${oneOf(animals)}-${10 + die(90)}`;

/** A name for a run that nothing else has; `crypto.randomUUID` is missing on a LAN host over plain http. */
export const newRunId = (): string => `${die(2 ** 32).toString(36)}${die(2 ** 32).toString(36)}`;

/**
 * What core must never touch, replaced by things that throw. Lint and the text scan find what is written; this finds
 * what is reached, in libraries too.
 */

type Restore = () => void;

class ForbiddenCall extends Error {
  constructor(what: string) {
    super(`core reached for ${what}, which differs between machines or moments`);
    this.name = 'ForbiddenCall';
  }
}

const LANGUAGE_METHODS = [
  [String.prototype, ['localeCompare', 'toLocaleUpperCase', 'toLocaleLowerCase']],
  [Number.prototype, ['toLocaleString']],
  [BigInt.prototype, ['toLocaleString']],
  [Array.prototype, ['toLocaleString']],
  [Object.prototype, ['toLocaleString']],
  [Date.prototype, ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString']],
] as const;

function thrower(what: string): (...args: unknown[]) => never {
  return function forbidden() {
    throw new ForbiddenCall(what);
  };
}

/** Stands in for a whole global: calling, constructing or reading anything of it throws. */
function throwingGlobal(name: string): unknown {
  const touch = (part: string | symbol = '') => thrower(part === '' ? name : `${name}.${String(part)}`)();
  return new Proxy(function forbidden() {}, {
    apply: () => touch(),
    construct: () => touch(),
    get: (_, part) => touch(part),
    has: (_, part) => touch(part),
  });
}

function replace(target: object, key: PropertyKey, value: unknown): Restore {
  const before = Object.getOwnPropertyDescriptor(target, key);
  Object.defineProperty(target, key, { value, configurable: true, writable: true, enumerable: false });
  return () => {
    if (before) Object.defineProperty(target, key, before);
    else Reflect.deleteProperty(target, key);
  };
}

/** Puts the throwers in place until the returned function is called. Prefer {@link underThrowers}. */
export function putThrowersInPlace(): Restore {
  const restores: Restore[] = [];
  for (const [prototype, names] of LANGUAGE_METHODS) {
    for (const name of names) restores.push(replace(prototype, name, thrower(name)));
  }
  restores.push(replace(Math, 'random', thrower('Math.random')));
  for (const name of ['Date', 'Intl', 'performance', 'crypto']) {
    restores.push(replace(globalThis, name, throwingGlobal(name)));
  }
  return () => {
    for (const restore of restores.reverse()) restore();
  };
}

/**
 * Runs `fn` where Date, Math.random, Intl, performance, crypto, localeCompare and toLocale* throw, and puts them back.
 * `fn` must be synchronous, as core is: import and prepare outside, run inside, and assert outside.
 */
export function underThrowers<Result>(fn: () => Result): Result {
  const restore = putThrowersInPlace();
  let result: Result;
  try {
    result = fn();
  } finally {
    restore();
  }
  if (result instanceof Promise) throw new Error('underThrowers takes a synchronous run: await the imports before it');
  return result;
}

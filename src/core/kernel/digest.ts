/** Digests: SHA-256 over a canonical text, so that equal values have equal digests on every machine. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { compareText } from './ids.ts';

/** What JSON can say. A member that is undefined counts as absent. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [member: string]: Json | undefined };

/** The 32 bytes of SHA-256 over a text in UTF-8. Half a surrogate pair counts as U+FFFD. */
export function sha256Bytes(text: string): Uint8Array {
  return sha256(utf8ToBytes(text));
}

/** SHA-256 over a text in UTF-8: 64 lower-case hexadecimal digits. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256Bytes(text));
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

function textOfObject(value: object): string {
  if (Array.isArray(value)) return `[${Array.from(value, textOf).join(',')}]`;
  if (!isPlain(value))
    throw new TypeError('only plain objects and arrays have a canonical text, not instances of classes');
  const members: string[] = [];
  for (const [name, member] of Object.entries(value).toSorted(([a], [b]) => compareText(a, b))) {
    if (member !== undefined) members.push(`${JSON.stringify(name)}:${textOf(member)}`);
  }
  return `{${members.join(',')}}`;
}

function textOf(value: unknown): string {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return JSON.stringify(value);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`${value} has no canonical text`);
      return JSON.stringify(value);
    case 'object':
      return value === null ? 'null' : textOfObject(value);
    default:
      throw new TypeError(`a ${typeof value} has no canonical text`);
  }
}

/**
 * JSON without spaces, members in code-unit order of their names, undefined members left out (compare RFC 8785).
 * Throws on what JSON cannot say: NaN, infinities, functions, undefined in arrays, instances of classes.
 */
export function canonicalJson(value: Json): string {
  return textOf(value);
}

/** SHA-256 over the canonical text of a value, in hexadecimal. */
export function digestOf(value: Json): string {
  return sha256Hex(canonicalJson(value));
}

/**
 * The next link of a hash chain: SHA-256 over the previous link and the canonical text of a value.
 * `previousHex` is 64 hexadecimal digits, or '' for the first link; anything else throws.
 */
export function chain(previousHex: string, value: Json): string {
  if (!/^(?:[0-9a-f]{64})?$/.test(previousHex)) throw new RangeError(`"${previousHex}" is not a link of a chain`);
  return sha256Hex(previousHex + canonicalJson(value));
}

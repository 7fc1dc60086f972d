import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../../src/core/kernel/digest.ts';
import { canonicalJson, chain, digestOf, sha256Hex } from '../../../src/core/kernel/digest.ts';

const notJson = (value: unknown) => () => canonicalJson(value as Json);

/** Every code point there is, halves of surrogate pairs among them. */
const anyText = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 127 }), fc.integer({ min: 0, max: 0x10ffff })), { maxLength: 150 })
  .map((points) => String.fromCodePoint(...points));

describe('SHA-256', () => {
  test('gives the published digest of "abc" (FIPS 180-4)', () => {
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  test('agrees with another implementation on any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(sha256Hex(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
      }),
    );
  });
});

describe('the canonical text', () => {
  test('has members in code-unit order, no spaces and nothing undefined', () => {
    expect(canonicalJson({ b: 1, a: [true, null, 'é\n'], Z: { y: undefined, x: -0 }, '10': 1.5 })).toBe(
      '{"10":1.5,"Z":{"x":0},"a":[true,null,"é\\n"],"b":1}',
    );
  });

  test('reads back as the same value and does not depend on the order of members', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = canonicalJson(value as Json);
        const copy: Json = JSON.parse(text);
        expect(JSON.stringify(JSON.parse(JSON.stringify(value)))).toHaveLength(text.length);
        expect(canonicalJson(copy)).toBe(text);
      }),
    );
    expect(canonicalJson({ a: 1, b: 2 })).toBe(canonicalJson({ b: 2, a: 1 }));
  });

  test('is refused to what JSON cannot say', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, undefined, () => 0, Symbol('s'), 1n]) {
      expect(notJson(value)).toThrow(TypeError);
      expect(notJson({ deep: [value] })).toThrow(TypeError);
    }
    for (const value of [new Map(), new Int32Array(1), new Date(0)]) expect(notJson(value)).toThrow(TypeError);
    // biome-ignore lint/suspicious/noSparseArray: a hole must not pass for null
    expect(notJson([1, , 2])).toThrow(TypeError);
  });
});

describe('a chain', () => {
  test('covers every link before it', () => {
    const first = chain('', { fact: 1 });
    expect(first).toBe(digestOf({ fact: 1 }));
    expect(chain(first, { fact: 2 })).toBe(sha256Hex(`${first}{"fact":2}`));
    expect(chain(chain('', { fact: 0 }), { fact: 2 })).not.toBe(chain(first, { fact: 2 }));
  });

  test('does not begin in the middle', () => {
    expect(() => chain('abc', 1)).toThrow('not a link');
  });
});

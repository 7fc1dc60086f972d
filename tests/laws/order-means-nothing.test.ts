/** Law 4 of what files write: a list whose order they may change means nothing to the engine either, in whatever order it comes. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile, replay } from '../../src/core/engine/index.ts';
import type { Definition } from '../../src/core/model/scenario.ts';
import { nobody, seeds, times } from '../support/generate.ts';
import { shuffledThrough } from '../support/shuffled-through.ts';
import { wholeDefinition } from '../support/whole-library.ts';

/** These are taken in the order in which they come; that is why the reading puts them in order before anything else sees them. */
const TAKEN_IN_ORDER = ['background', 'with', 'promises', 'drops', 'bypasses'];

const factsOf = (definition: Definition, seed: string) => replay(compile(definition), nobody(seed), []).facts;

test('the same seed gives the same facts in whatever order the lists of a definition come', () => {
  const definition = wholeDefinition();
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat()), seeds(), (stream, seed) => {
      const luck = (n: number) => (stream.next().value as number) % n;
      expect(factsOf(shuffledThrough(definition, luck, '', TAKEN_IN_ORDER) as Definition, seed)).toEqual(
        factsOf(definition, seed),
      );
    }),
    times(25),
  );
});

/** Names of draws, each given out once. */
import type { DrawName } from '../kernel/chance.ts';
import { nameOf } from '../kernel/chance.ts';
import { Memo } from '../kernel/memo.ts';

interface Given {
  readonly name: DrawName;
  readonly key: string;
}

/** Of all plans compiled so far: names depend on no lever. */
const given = new Memo<Given>(50_000);

function give(parts: readonly string[]): Given {
  const name = nameOf(parts);
  return { name, key: `${name.hi}:${name.lo24}` };
}

/** Draws by name, refused when two names collide: they would share their luck. */
export class DrawNames {
  private readonly taken = new Map<string, string>();

  name(parts: readonly string[]): DrawName {
    const text = parts.join('\u001f');
    const { name, key } = given.of(text, () => give(parts));
    const other = this.taken.get(key);
    if (other !== undefined) {
      const [one, two] = [text, other].map((parted) => parted.replaceAll('\u001f', ' '));
      throw new Error(`Impossible: the draws "${one}" and "${two}" have the same name`);
    }
    this.taken.set(key, text);
    return name;
  }
}

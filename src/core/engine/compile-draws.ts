/** Names of draws, each given out once. */
import type { DrawName } from '../kernel/chance.ts';
import { nameOf } from '../kernel/chance.ts';

/** Draws by name, refused when two names collide: they would share their luck. */
export class DrawNames {
  private readonly taken = new Map<string, string>();

  name(parts: readonly string[]): DrawName {
    const name = nameOf(parts);
    const key = `${name.hi}:${name.lo24}`;
    const text = parts.join(' ');
    const other = this.taken.get(key);
    if (other !== undefined) throw new Error(`Impossible: the draws "${text}" and "${other}" have the same name`);
    this.taken.set(key, text);
    return name;
  }
}

/** Parts of the program and its data that come only when they are wanted, over a connection that may be gone by then. */

/** What was wanted could not be fetched: no fault of the program, and worth trying again. */
export class Unfetched extends Error {
  override readonly name = 'Unfetched';
}

/** What `load` brings. Rejects with Unfetched where it brings nothing. */
export async function fetched<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (why) {
    throw new Unfetched(why instanceof Error ? why.message : String(why), { cause: why });
  }
}

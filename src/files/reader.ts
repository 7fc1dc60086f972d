/** Where a library's files come from: a folder on a disk, or texts in a test. */
export interface Reader {
  /** How problems call the library, like `scenarios`. */
  readonly name: string;
  /**
   * Names of what stands directly in a folder, in any order; those of folders end in `/`. Paths are within the library
   * and parted by `/`; the empty one is the library itself. Empty when there is no such folder.
   */
  readonly list: (folder: string) => readonly string[];
  /** A file's text; undefined when there is no such file. */
  readonly read: (path: string) => string | undefined;
}

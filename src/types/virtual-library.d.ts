/**
 * What `scenarioLibrary()` (src/files/vite-library.ts) makes of scenarios/: read, checked, and plain JSON. The outline comes with whoever
 * imports it; of the rest it has the addresses.
 */
declare module 'virtual:library' {
  type Addresses = Readonly<Record<string, string>>;

  export const outline: import('../files/bundle.ts').Outline;
  /** Each leads to one of `Library['scenarios']`. */
  export const scenarios: Addresses;
  /** By the name of the arrangement. */
  export const coalitions: Addresses;
  export const policies: Addresses;
}

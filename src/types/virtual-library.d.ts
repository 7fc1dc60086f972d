/** What `scenarioLibrary()` (src/files/vite-library.ts) makes of scenarios/: read, checked, and plain JSON. */
declare module 'virtual:library' {
  const library: import('../files/bundle.ts').Library;
  export default library;
}

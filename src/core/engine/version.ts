/** Which engine made a record: a digest of the sources under src/core, written by `npm run stamp` and held current by a test. */
export const engineVersion = 'ed2a1c952d60f261';

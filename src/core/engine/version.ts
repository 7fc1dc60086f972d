/** Which engine made a record: a digest of the sources under src/core, written by `npm run stamp` and held current by a test. */
export const engineVersion = 'bac8961e6c2637c7';

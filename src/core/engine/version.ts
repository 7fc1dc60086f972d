/** Which engine made a record: a digest of the sources under src/core, written by `npm run stamp` and held current by a test. */
export const engineVersion = '89a3e5d41ab26c49';

/** What moves one nation's trust in another. In a file of its own, so that the engine needs no schema at run time. */
export const trustMoves = [
  'kept',
  'broken',
  'dropped',
  'told-late',
  'bypassed',
  'heard-from-the-press',
  'source-exposed',
  'third-party-breach',
] as const;
export type TrustMove = (typeof trustMoves)[number];

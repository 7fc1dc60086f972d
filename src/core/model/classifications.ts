/** Levels of classification, the lowest first. In a file of its own, so that the engine needs no schema at run time. */
export const classifications = ['UNCLASSIFIED', 'RESTRICTED', 'SECRET', 'TOP SECRET'] as const;
export type Classification = (typeof classifications)[number];

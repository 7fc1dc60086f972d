/** Precedence, the most urgent first. In a file of its own, so that the engine needs no schema at run time. */
export const urgencies = ['flash', 'immediate', 'priority', 'routine'] as const;
export type Urgency = (typeof urgencies)[number];

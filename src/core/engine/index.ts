/** The engine: compile a definition once, run the plan any number of times. */
export { compile, scenarioDigestOf } from './compile.ts';
export type { Input, RunChoice } from './inputs.ts';
export type { Plan } from './plan.ts';
export { type LiveRun, type Refused, replay, startRun } from './replay.ts';
export { begin, createRun, runUntil } from './run.ts';
export { measureRow } from './score.ts';
export { engineVersion } from './version.ts';

/**
 * `npm run bench [-- --scenario first-evening --replications 2000 --rounds 7]`: what a run costs. Measures only, and with facts, in turn in
 * one process; medians over rounds. Compare ratios, not absolute figures: machines are shared.
 */
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Plan } from '../src/core/engine/index.ts';
import { begin, compile, createRun, measureRow, replay, runUntil } from '../src/core/engine/index.ts';
import type { Definition } from '../src/core/model/scenario.ts';
import { settingOf } from '../src/core/model/setting.ts';
import { emptyWorld, fold } from '../src/core/model/world.ts';
import { loadDefinition } from '../src/files/library.ts';
import { nodeReader } from '../src/files/node-reader.ts';

/** Replications a second on one core that are wanted of slow-approach. */
const WANTED = 2_000;

const { values } = parseArgs({
  options: {
    scenario: { type: 'string', default: 'first-evening' },
    replications: { type: 'string', default: '2000' },
    rounds: { type: 'string', default: '7' },
  },
});
const replications = Number(values.replications);
const rounds = Number(values.rounds);

const median = (list: readonly number[]): number =>
  [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] as number;

/** Microseconds that `work` takes. */
function timed(work: () => void): number {
  const began = performance.now();
  work();
  return (performance.now() - began) * 1000;
}

interface Measured {
  /** Replications from 0 on. */
  readonly run: (count?: number) => void;
  /** Means over the replications of the last call. */
  readonly events: () => number;
  readonly steps: () => number;
}

function measured(plan: Plan): Measured {
  const arena = createRun(plan, { held: [], standIn: 'by-the-book' }, false);
  const row = new Float64Array(plan.measures.length);
  let events = 0;
  let steps = 0;
  let last = 1;
  const run = (count = replications) => {
    events = 0;
    steps = 0;
    last = count;
    for (let i = 0; i < count; i++) {
      begin(arena, `bench/${i}`);
      runUntil(arena, plan.lasts);
      measureRow(arena, row);
      events += arena.events;
      steps += arena.steps.count;
    }
  };
  return { run, events: () => events / last, steps: () => steps / last };
}

function told(plan: Plan, count: number): { run: () => void; facts: () => number } {
  let facts = 0;
  const run = () => {
    facts = 0;
    for (let i = 0; i < count; i++) {
      facts += replay(plan, { seed: `bench/${i}`, held: [], standIn: 'by-the-book' }, []).facts.length;
    }
  };
  return { run, facts: () => facts / count };
}

/** The same definition with no work at its desks but the exercise's. */
function quietened({ coalition, ...rest }: Definition): Definition {
  const organisations = coalition.organisations.map((one) => ({
    ...one,
    desks: one.desks.map((desk) => ({ ...desk, background: [] })),
  }));
  return { ...rest, coalition: { ...coalition, organisations } };
}

/** Compiling with nothing remembered, the same again, and with one lever only in force, of those of another policy one after the other. */
function benchCompile(definition: Definition, other: Definition): void {
  const millis = (of: Definition) => timed(() => compile(of)) / 1000;
  const cold = millis(definition);
  const again = median(Array.from({ length: 2 * rounds }, () => millis(definition)));
  const { policy } = definition;
  const levers = other.policy.levers.map((lever) => millis({ ...definition, policy: { ...policy, levers: [lever] } }));
  const [least, most] = [Math.min(...levers), Math.max(...levers)];
  console.log(
    `compile: the first ${cold.toFixed(1)} ms, the same again ${again.toFixed(1)} ms, one lever changed ${median(levers).toFixed(1)} ms (${least.toFixed(1)} to ${most.toFixed(1)})\n`,
  );
}

/** Live memory in kB after a full collection. */
function liveKilobytes(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1000;
}

/** Whether replications leave anything behind. */
function benchMemory(definition: Definition): void {
  const { run } = measured(compile(definition));
  const [few, many] = [1_000, 10_000].map((count) => {
    run(count);
    return liveKilobytes();
  }) as [number, number];
  console.log(`live memory: ${few.toFixed(0)} kB after 1,000 replications, ${many.toFixed(0)} kB after 10,000 more`);
}

function benchFolding(definition: Definition, plan: Plan): void {
  const setting = settingOf(definition);
  const { facts } = replay(plan, { seed: 'bench/0', held: [], standIn: 'by-the-book' }, []);
  const folding = median(
    Array.from({ length: rounds }, () => timed(() => fold(emptyWorld(setting), setting, facts, plan.lasts))),
  );
  console.log(`  folding them into the world    ${(folding / 1000).toFixed(2)} ms`);
}

interface Times {
  readonly quiet: number;
  readonly bare: number;
  readonly loud: number;
}

function tellRuns(
  { policy }: Definition,
  times: readonly Times[],
  { events, steps, facts }: { events: number; steps: number; facts: number },
): void {
  const micros = median(times.map((time) => time.quiet));
  const least = Math.min(...times.map((time) => time.quiet));
  const perSecond = Math.round(1e6 / micros);
  console.log(`${values.scenario} under ${policy.id}`);
  console.log(`  agenda events a replication    ${events.toFixed(1)}`);
  console.log(`  ledger steps a replication     ${steps.toFixed(1)}`);
  console.log(`  facts a replication            ${facts.toFixed(1)}`);
  console.log(
    `  measures only                  ${micros.toFixed(1)} µs a replication (least ${least.toFixed(1)}), ${perSecond} a second on one core`,
  );
  console.log(`  per agenda event               ${((micros * 1000) / events).toFixed(0)} ns`);
  if (perSecond < WANTED)
    console.log(
      `  of which other work            ${(100 * (1 - median(times.map((time) => time.bare / time.quiet)))).toFixed(0)} % of the time (${(WANTED / perSecond).toFixed(1)} times as fast is wanted)`,
    );
  console.log(
    `  with facts told                ${median(times.map((time) => time.loud)).toFixed(0)} µs (${median(times.map((time) => time.loud / time.quiet)).toFixed(1)} times)`,
  );
}

function benchRuns(definition: Definition): void {
  const plan = compile(definition);
  const few = Math.max(1, Math.floor(replications / 20));
  const quiet = measured(plan);
  const bare = measured(compile(quietened(definition)));
  const loud = told(plan, few);
  quiet.run();
  bare.run();
  loud.run();
  const times = Array.from({ length: rounds }, () => ({
    quiet: timed(() => quiet.run()) / replications,
    bare: timed(() => bare.run()) / replications,
    loud: timed(loud.run) / few,
  }));
  tellRuns(definition, times, { events: quiet.events(), steps: quiet.steps(), facts: loud.facts() });
  benchFolding(definition, plan);
  console.log('');
}

const reader = nodeReader(fileURLToPath(new URL('../scenarios', import.meta.url)), 'scenarios');
const load = (policy: string) => loadDefinition(reader, values.scenario as string, policy);

console.log(
  `Node ${process.version}, ${cpus()[0]?.model}, ${replications} replications a round, median of ${rounds} rounds\n`,
);
benchCompile(load('as-is-2023'), load('all-reforms'));
for (const policy of ['as-is-2023', 'clear-words']) benchRuns(load(policy));
benchMemory(load('as-is-2023'));

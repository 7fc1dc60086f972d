/**
 * `npm run bench [-- --scenario first-evening --replications 2000 --rounds 7]`: what a run costs. Measures only, and with facts, in turn in
 * one process; medians over rounds. Compare ratios, not absolute figures: machines are shared.
 */
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Plan } from '../src/core/engine/index.ts';
import { begin, compile, createRun, measureRow, replay, runUntil } from '../src/core/engine/index.ts';
import { settingOf } from '../src/core/model/setting.ts';
import { emptyWorld, fold } from '../src/core/model/world.ts';
import { loadDefinition } from '../src/files/library.ts';
import { nodeReader } from '../src/files/node-reader.ts';

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

function measured(plan: Plan): { run: () => void; events: () => number; steps: () => number } {
  const arena = createRun(plan, { held: [], standIn: 'by-the-book' }, false);
  const row = new Float64Array(plan.measures.length);
  let events = 0;
  let steps = 0;
  const run = () => {
    events = 0;
    steps = 0;
    for (let i = 0; i < replications; i++) {
      begin(arena, `bench/${i}`);
      runUntil(arena, plan.lasts);
      measureRow(arena, row);
      events += arena.events;
      steps += arena.steps.count;
    }
  };
  return { run, events: () => events / replications, steps: () => steps / replications };
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

const reader = nodeReader(fileURLToPath(new URL('../scenarios', import.meta.url)), 'scenarios');
const definitions = ['as-is-2023', 'clear-words'].map((policy) =>
  loadDefinition(reader, values.scenario as string, policy),
);

console.log(
  `Node ${process.version}, ${cpus()[0]?.model}, ${replications} replications a round, median of ${rounds} rounds\n`,
);
/** Compiling with nothing remembered, then again and again under one policy after the other: what a lever costs. */
const cold = timed(() => compile(definitions[0] as (typeof definitions)[number]));
const levers = Array.from({ length: 2 * rounds }, (_, round) =>
  timed(() => compile(definitions[(round + 1) % 2] as (typeof definitions)[number])),
);
console.log(
  `compile: the first ${(cold / 1000).toFixed(1)} ms, another policy ${((levers[0] as number) / 1000).toFixed(1)} ms, in turn ${(median(levers) / 1000).toFixed(1)} ms\n`,
);

for (const definition of definitions) {
  const plan = compile(definition);
  const few = Math.max(1, Math.floor(replications / 20));
  const quiet = measured(plan);
  const loud = told(plan, few);
  quiet.run();
  loud.run();
  const times = Array.from({ length: rounds }, () => ({
    quiet: timed(quiet.run) / replications,
    loud: timed(loud.run) / few,
  }));
  const micros = median(times.map((time) => time.quiet));
  const setting = settingOf(definition);
  const { facts } = replay(plan, { seed: 'bench/0', held: [], standIn: 'by-the-book' }, []);
  const folding = median(
    Array.from({ length: rounds }, () => timed(() => fold(emptyWorld(setting), setting, facts, plan.lasts))),
  );
  console.log(`${values.scenario} under ${definition.policy.id}`);
  console.log(`  agenda events a replication    ${quiet.events().toFixed(1)}`);
  console.log(`  ledger steps a replication     ${quiet.steps().toFixed(1)}`);
  console.log(`  facts a replication            ${loud.facts().toFixed(1)}`);
  console.log(
    `  measures only                  ${micros.toFixed(1)} µs a replication, ${Math.round(1e6 / micros)} a second on one core`,
  );
  console.log(`  per agenda event               ${((micros * 1000) / quiet.events()).toFixed(0)} ns`);
  console.log(
    `  with facts told                ${median(times.map((time) => time.loud)).toFixed(0)} µs (${median(times.map((time) => time.loud / time.quiet)).toFixed(1)} times)`,
  );
  console.log(`  folding them into the world    ${(folding / 1000).toFixed(2)} ms\n`);
}

/** One seeded run of the first evening, as text that a planner can read. `npx vitest run -u` writes them anew. */
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { compile, replay } from '../../src/core/engine/index.ts';
import { settingOf } from '../../src/core/model/setting.ts';
import { loadDefinition } from '../../src/files/library.ts';
import { nodeReader } from '../../src/files/node-reader.ts';
import { headerOf } from '../../src/files/record.ts';
import { storyOf } from '../../src/report/story.ts';
import { headingOf, storyText } from '../../src/report/story-text.ts';

const reader = nodeReader(fileURLToPath(new URL('../../scenarios', import.meta.url)), 'scenarios');
const choice = { seed: 'lively-otter-42', held: [], standIn: 'by-the-book' } as const;

it.each(['as-is-2023', 'clear-words'])('the first evening under %s', async (policy) => {
  const definition = loadDefinition(reader, 'first-evening', policy);
  const plan = compile(definition);
  const { facts } = replay(plan, choice, []);
  const setting = settingOf(definition);
  const heading = headingOf(setting, headerOf(plan, choice));
  const text = storyText(setting, { heading, lines: storyOf(setting, facts), facts }, { width: 100 });
  await expect(`${text}\n`).toMatchFileSnapshot(`first-evening.${policy}.txt`);
});

import { expect, it } from 'vitest';
import { compile, replay } from '../../src/core/engine/index.ts';
import { settingOf } from '../../src/core/model/setting.ts';
import { headerOf } from '../../src/files/record.ts';
import { storyOf } from '../../src/report/story.ts';
import { headingOf, storyText } from '../../src/report/story-text.ts';
import { tinyDefinition } from '../support/tiny-library.ts';

it.each(['as-is', 'reform'] as const)('the tiny evening under %s', async (policy) => {
  const definition = tinyDefinition(policy);
  const plan = compile(definition);
  const choice = { seed: 'one', held: [], standIn: 'by-the-book' } as const;
  const { facts } = replay(plan, choice, []);
  const setting = settingOf(definition);
  const heading = headingOf(setting, headerOf(plan, choice));
  const text = storyText(setting, { heading, lines: storyOf(setting, facts), facts }, { width: 100 });
  await expect(`${text}\n`).toMatchFileSnapshot(`tiny.${policy}.txt`);
});

/** The start page's choices, and what it shows while they are being fetched. */
import { expect, test } from 'vitest';
import type { ScenarioCard } from '../../../src/client/link/cards.ts';
import { Unfetched } from '../../../src/client/link/fetched.ts';
import { StartDesk } from '../../../src/client/link/start-desk.ts';
import type { Definition } from '../../../src/core/model/scenario.ts';
import { sampleDefinition } from '../../support/sample-definition.ts';
import { sampleParts, sampleShelf } from '../../support/sample-table.ts';

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

function deskWith(definition: () => Promise<Definition>): StartDesk {
  return new StartDesk({ ...sampleParts(), shelf: { ...sampleShelf, definition } });
}

test('the first policy offered is the one that pulls no lever', () => {
  const policies = sampleShelf.policies.toReversed();
  const desk = new StartDesk({ ...sampleParts(), shelf: { ...sampleShelf, policies } });
  expect(desk.choice.value.policy).toBe('as-is-2023');
  expect(desk.policies.value.map(({ id }) => id)).toEqual(['as-is-2023', 'clear-words']);
});

test('marking and choices stand before the scenario has come; stage and capitals come with it', async () => {
  const desk = deskWith(async () => sampleDefinition);
  expect(desk.setting.value?.marking).toBe('EXERCISE – UNCLASSIFIED');
  expect(desk.fetching.value.state).toBe('under-way');
  expect(desk.opened.value).toBeNull();
  await settled();
  expect(desk.fetching.value.state).toBe('done');
  expect(desk.opened.value?.capitals?.map(({ nation }) => nation)).toContain('us');
});

test('a scenario that does not come is told with why, and can be fetched again with the choices kept', async () => {
  let gone = true;
  const desk = deskWith(async () => {
    if (gone) throw new Unfetched('the connection was refused');
    return sampleDefinition;
  });
  desk.choose({ ...desk.choice.value, seed: 'quiet-lynx-20', held: ['us-ops'] });
  await settled();
  expect(desk.fetching.value).toEqual({ state: 'failed', why: 'the connection was refused' });
  gone = false;
  await desk.fetch();
  expect(desk.fetching.value.state).toBe('done');
  expect(desk.choice.value).toMatchObject({ seed: 'quiet-lynx-20', held: ['us-ops'] });
});

test('what was chosen last is what is shown, whichever comes first', async () => {
  const arrivals: ((definition: Definition) => void)[] = [];
  const desk = deskWith(() => new Promise((resolve) => arrivals.push(resolve)));
  desk.choose({ ...desk.choice.value, policy: 'clear-words' });
  const later = { ...sampleDefinition, scenario: { ...sampleDefinition.scenario, startsAt: '2024-01-01T00:00:00Z' } };
  arrivals[1]?.(later);
  arrivals[0]?.(sampleDefinition);
  await settled();
  expect(desk.opened.value?.showing.startsAt).toBe(later.scenario.startsAt);
});

test('taking another seat or other luck fetches nothing', async () => {
  let fetched = 0;
  const desk = deskWith(async () => {
    fetched++;
    return sampleDefinition;
  });
  await settled();
  desk.otherLuck();
  desk.choose({ ...desk.choice.value, held: ['us-ops'] });
  await settled();
  expect(fetched).toBe(1);
});

test('while another scenario is on its way, and if it never comes, its page shows no hours that are not its own', async () => {
  const [first] = sampleShelf.scenarios;
  const other = { ...(first as ScenarioCard), id: 'other' };
  const arrivals: ((answer: Definition | Promise<never>) => void)[] = [];
  const definition = () => new Promise<Definition>((resolve) => arrivals.push(resolve));
  const desk = new StartDesk({
    ...sampleParts(),
    shelf: { ...sampleShelf, scenarios: [...sampleShelf.scenarios, other], definition },
  });
  arrivals[0]?.(sampleDefinition);
  await settled();
  desk.choose({ ...desk.choice.value, scenario: 'other' });
  expect(desk.opened.value?.capitals).toBeNull();
  expect(desk.opened.value?.showing.theatre).toBeDefined();
  arrivals[1]?.(Promise.reject(new Unfetched('gone')));
  await settled();
  expect(desk.opened.value).toBeNull();
});

/** The table for one person, on a fake exercise: what it shows, what it keeps, what it says when something is wrong. */
import { describe, expect, test } from 'vitest';
import { Unfetched } from '../../../src/client/link/fetched.ts';
import type { SavedRun } from '../../../src/client/link/saved-runs.ts';
import type { Shelf, Wanted } from '../../../src/client/link/shelf.ts';
import { SoloTable } from '../../../src/client/link/solo-table.ts';
import type { Definition } from '../../../src/core/model/scenario.ts';
import { FakeExercise } from '../../support/fake-exercise.ts';
import { memoryRuns } from '../../support/memory-runs.ts';
import { sampleDefinition } from '../../support/sample-definition.ts';
import { sampleChoice, sampleParts, sampleShelf, sampleTable } from '../../support/sample-table.ts';

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('a run', () => {
  test('begins at the table, in the first seat held', async () => {
    const table = sampleTable();
    await table.begin(sampleChoice);
    expect(table.place.value.at).toBe('table');
    expect(table.play.value?.view.card.seat).toBe('gb-watch');
    expect(table.play.value?.curtain).toBeNull();
  });

  test('goes to the review when it has ended, and not before', async () => {
    const table = sampleTable();
    await table.begin(sampleChoice);
    const run = table.play.value?.run as string;
    await table.goTo({ at: 'review', run });
    expect(table.place.value.at).toBe('table');
    table.advanceToEnd();
    expect(table.place.value).toEqual({ at: 'review', run });
    expect(table.play.value?.review).not.toBeNull();
  });

  test('marks as new what came after the last step', async () => {
    const table = sampleTable();
    await table.begin(sampleChoice);
    expect(table.play.value?.lookedAt).toBe(-1);
    table.advanceHour();
    expect(table.play.value?.lookedAt).toBe(0);
    table.advanceHour();
    expect(table.play.value?.lookedAt).toBe(3_600);
  });

  test('turns to the held seat that is asked when the seat in view is not', async () => {
    class AsksTheOther extends FakeExercise {
      override viewFor(seat: string) {
        const view = super.viewFor(seat);
        return seat === 'us-ops' ? view : { ...view, decisions: [] };
      }
    }
    const table = sampleTable({ begin: (...given) => new AsksTheOther(...given) });
    await table.begin(sampleChoice);
    table.advanceToNextDecision();
    expect(table.play.value?.view.card.seat).toBe('us-ops');
    expect(table.play.value?.held.map(({ undecided }) => undecided.length)).toEqual([0, 2]);
  });

  test('shows the truth only while the curtain is open', async () => {
    const table = sampleTable();
    await table.begin(sampleChoice);
    table.drawCurtain(true);
    expect(table.play.value?.curtain).not.toBeNull();
    expect(table.play.value?.openTheatre).not.toBeNull();
    table.drawCurtain(false);
    expect(table.play.value?.curtain).toBeNull();
    expect(table.play.value?.openTheatre).toBeNull();
  });

  test('can be played again under another policy with the same luck and seats', async () => {
    const table = sampleTable();
    await table.begin(sampleChoice);
    const first = table.play.value;
    table.advanceToEnd();
    await table.playAgain('clear-words', first?.setting.seed as string);
    expect(table.play.value?.policy).toBe('clear-words');
    expect(table.play.value?.setting.seed).toBe(first?.setting.seed);
    expect(table.play.value?.held.map(({ seat }) => seat)).toEqual(sampleChoice.held);
    expect(table.play.value?.run).not.toBe(first?.run);
    expect(table.place.value.at).toBe('table');
  });
});

describe('what has to be fetched first', () => {
  test('a seat is taken once the scenario is here, and asking twice meanwhile begins one run', async () => {
    let arrive = (_: Definition) => {};
    const shelf = { ...sampleShelf, definition: () => new Promise<Definition>((resolve) => (arrive = resolve)) };
    const table = sampleTable({ shelf });
    const [first, second] = [table.begin(sampleChoice), table.begin(sampleChoice)];
    expect(table.arriving.value).toBe('begun');
    expect(table.place.value.at).toBe('start');
    arrive(sampleDefinition);
    await Promise.all([first, second]);
    expect(table.arriving.value).toBeNull();
    expect(table.place.value.at).toBe('table');
    await table.goTo({ at: 'start' });
    expect(table.runList.cards.value).toHaveLength(1);
  });

  test('what does not come is no fault of the program, and the next try can succeed', async () => {
    let gone = true;
    const definition = async () => {
      if (gone) throw new Unfetched('the connection was refused');
      return sampleDefinition;
    };
    const table = sampleTable({ shelf: { ...sampleShelf, definition } });
    await table.begin(sampleChoice);
    expect(table.place.value.at).toBe('start');
    expect(table.trouble.value?.where).toContain('the connection was refused');
    expect(table.trouble.value?.what).not.toContain('fault');
    gone = false;
    await table.begin(sampleChoice);
    expect(table.place.value.at).toBe('table');
    expect(table.trouble.value).toBeNull();
  });
});

describe('a shorter cut', () => {
  const short = { id: 'short', title: 'The short way', playMinutes: 20, moves: [] };
  /** A shelf that remembers what it was asked for. */
  function shelfWithCut(asked: Wanted[]): Shelf {
    const scenarios = sampleShelf.scenarios.map((scenario) => ({ ...scenario, cuts: [short] }));
    const definition = async (wanted: Wanted) => {
      asked.push(wanted);
      return sampleDefinition;
    };
    return { ...sampleShelf, scenarios, definition };
  }

  test('stays the same cut after a reload, and when the run is played again', async () => {
    const runs = memoryRuns();
    const asked: Wanted[] = [];
    const shelf = shelfWithCut(asked);
    const before = sampleTable({ runs, shelf });
    await before.begin({ ...sampleChoice, cut: 'short' });
    await settled();
    const after = sampleTable({ runs, shelf });
    await after.goTo({ at: 'table', run: before.play.value?.run as string });
    await after.playAgain('clear-words', 'quiet-lynx-20');
    expect(asked.map(({ policy, cut }) => [policy, cut])).toEqual([
      ['as-is-2023', 'short'],
      ['as-is-2023', 'short'],
      ['clear-words', 'short'],
    ]);
    await after.goTo({ at: 'start' });
    expect(after.runList.cards.value.map(({ cut }) => cut)).toEqual(['The short way', 'The short way']);
  });

  test('that the scenario no longer has cannot be taken up', async () => {
    const runs = memoryRuns();
    const before = sampleTable({ runs, shelf: shelfWithCut([]) });
    await before.begin({ ...sampleChoice, cut: 'short' });
    await settled();
    const after = sampleTable({ runs });
    await after.goTo({ at: 'table', run: before.play.value?.run as string });
    expect(after.place.value.at).toBe('start');
    expect(after.trouble.value?.wayOut).toContain(sampleChoice.seed);
  });

  test('a run kept before there were cuts is the whole exercise', async () => {
    const runs = memoryRuns();
    const asked: Wanted[] = [];
    const before = sampleTable({ runs });
    await before.begin(sampleChoice);
    await settled();
    const [{ cut: _, ...kept }] = (await runs.all()) as [SavedRun];
    await runs.put(kept);
    const after = sampleTable({ runs, shelf: shelfWithCut(asked) });
    await after.goTo({ at: 'table', run: kept.id });
    expect(after.place.value.at).toBe('table');
    expect(asked.map(({ cut }) => cut)).toEqual([null]);
  });
});

describe('what is kept', () => {
  test('a reload finds the same moment, seat, curtain and digest', async () => {
    const runs = memoryRuns();
    const before = sampleTable({ runs });
    await before.begin(sampleChoice);
    before.advanceToNextDecision();
    before.decide('d2', 'wait', 'too early');
    before.takeSeat('us-ops');
    before.drawCurtain(true);
    await settled();
    const run = before.play.value?.run as string;
    const after = sampleTable({ runs });
    await after.goTo({ at: 'table', run });
    expect(after.play.value?.digest).toBe(before.play.value?.digest);
    expect(after.play.value?.view).toEqual(before.play.value?.view);
    expect(after.play.value?.curtain).toEqual(before.play.value?.curtain);
    expect(after.kept.value).toBe(before.play.value?.view.now);
  });

  test('a run is called kept only once it is on disk', async () => {
    let written = () => {};
    const put = () => new Promise<void>((resolve) => (written = resolve));
    const table = sampleTable({ runs: { ...memoryRuns(), put } });
    await table.begin(sampleChoice);
    await settled();
    expect(table.kept.value).toBe('not');
    written();
    await settled();
    expect(table.kept.value).toBe(0);
  });

  test('a store that refuses is told, and play goes on', async () => {
    const runs = { ...memoryRuns(), put: async () => Promise.reject(new Error('quota exceeded')) };
    const table = sampleTable({ runs });
    await table.begin(sampleChoice);
    await settled();
    expect(table.kept.value).toBe('not');
    expect(table.trouble.value?.where).toContain('quota exceeded');
    table.advanceHour();
    expect(table.play.value?.view.now).toBe(3_600);
  });

  test('an address of a run that is not here leads to the start page and says so', async () => {
    const table = sampleTable();
    await table.goTo({ at: 'table', run: 'nowhere' });
    expect(table.place.value.at).toBe('start');
    expect(table.trouble.value?.where).toContain('nowhere');
  });

  test('a run that another version of the program would replay otherwise is not taken up', async () => {
    class OtherEngine extends FakeExercise {
      override get digest(): string {
        return 'other';
      }
    }
    const runs = memoryRuns();
    const before = sampleTable({ runs });
    await before.begin(sampleChoice);
    await settled();
    const begin = (...given: ConstructorParameters<typeof FakeExercise>) => new OtherEngine(...given);
    const after = new SoloTable(sampleParts({ runs, begin }));
    await after.goTo({ at: 'table', run: before.play.value?.run as string });
    expect(after.place.value.at).toBe('start');
    expect(after.trouble.value?.wayOut).toContain(sampleChoice.seed);
  });

  test('forgetting a run can be undone', async () => {
    const table = sampleTable();
    await table.begin(sampleChoice);
    await settled();
    await table.goTo({ at: 'start' });
    const [card] = table.runList.cards.value;
    await table.runList.forget(card?.id as string);
    expect(table.runList.cards.value).toEqual([]);
    await table.runList.undoForget();
    expect(table.runList.cards.value).toEqual([card]);
  });
});

test('a fault of the engine is told and leaves the run as it was', async () => {
  class Faulty extends FakeExercise {
    override advance(): void {
      throw new Error('Impossible: a desk without people');
    }
  }
  const table = sampleTable({ begin: (...given) => new Faulty(...given) });
  await table.begin(sampleChoice);
  table.advanceHour();
  expect(table.trouble.value?.what).toContain('a desk without people');
  expect(table.play.value?.view.now).toBe(0);
});

/** A run on one screen: its incidents as they came, the windows, the largest causes, the promises. */
import { describe, expect, it } from 'vitest';
import { settingOf } from '../../src/core/model/setting.ts';
import { promisesText } from '../../src/report/promises-text.ts';
import type { IncidentResult } from '../../src/report/result.ts';
import { incidentsText } from '../../src/report/result-text.ts';
import { build, decide, HOUR, incident, MIN, sense } from '../support/build.ts';
import { play } from '../support/play.ts';

const setting = settingOf(build({ incidents: [incident('early', [sense('a')]), incident('late', [sense('b')])] }));
const split = { working: 30 * MIN, waiting: 0, closed: 0 };
const result = (over: Partial<IncidentResult>): IncidentResult => ({
  id: 'early',
  kind: 'false-alarm',
  status: 'done',
  windowMet: true,
  elapsedSeconds: HOUR,
  firstObservable: 0,
  closesAt: 2 * HOUR,
  endedAt: HOUR,
  charges: {},
  split: { regulation: split, execution: { ...split, waiting: 0, working: 10 * MIN } },
  ...over,
});
const late = result({ id: 'late', firstObservable: HOUR, endedAt: 3 * HOUR, windowMet: false });

describe('the incidents of a run', () => {
  it('stand in the order in which they were first seen, with what they owe their largest cause', () => {
    const lines = incidentsText(setting, [late, result({})], { width: 100 }).split('\n');
    expect(lines.slice(1)).toEqual([
      expect.stringMatching(/early +1400Z +1 h 00 min to spare +1 h 00 min +Release rules +50 %$/),
      expect.stringMatching(/late +1400Z +1 h 00 min too late +1 h 00 min +Release rules +50 %$/),
      '1 of 2 windows met.',
    ]);
  });

  it('say why there is no answer', () => {
    const denied = result({ status: 'denied', windowMet: false });
    expect(incidentsText(setting, [denied], { width: 80 })).toMatch(/early.* denied /);
  });

  it('leave out what there is no room for, never the answer', () => {
    for (const width of [40, 60, 80, 100, 120]) {
      const lines = incidentsText(setting, [late, result({})], { width }).split('\n');
      expect(lines.filter((line) => line.length > width)).toEqual([]);
      expect(lines[2]).toContain('1 h 00 min too late');
    }
  });
});

describe('the promises of a run', () => {
  const promise = { id: 'word', to: 'fr', says: 'You have it tonight', that: 'never', within: HOUR };
  const options = [
    { id: 'yes', says: 'Do it.', planning: 'At once.', needs: [], promises: [promise] },
    { id: 'no', says: 'Do not.', planning: 'None.', needs: [] },
  ];

  it('are counted, and the broken ones named', () => {
    const which = decide('which', { needs: ['seen'], options });
    const definition = build({
      incidents: [incident('drift', [sense('seen'), sense('never', { object: 'nothing' }), which])],
    });
    const { facts } = play(definition);
    const text = promisesText(settingOf(definition), facts, { width: 80 });
    expect(text).toContain('1 made: 0 kept, 1 broken, 0 taken back in time, 0 still open.');
    expect(text).toContain('broken: United States to fr-ops: You have it tonight');
  });

  it('are not spoken of where there were none', () => {
    const { facts } = play(build({ incidents: [incident('drift', [sense('seen')])] }));
    expect(promisesText(setting, facts, { width: 80 })).toBe('');
  });
});

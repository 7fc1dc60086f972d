/** What a watch officer would have written down, one small world for each kind of line. */
import { describe, expect, it } from 'vitest';
import type { Input } from '../../src/core/engine/index.ts';
import { settingOf } from '../../src/core/model/setting.ts';
import { emptyWorld, fold } from '../../src/core/model/world.ts';
import { endingOf, endingText } from '../../src/report/ending.ts';
import { isInPart } from '../../src/report/part.ts';
import { seatStoryOf } from '../../src/report/seat-story.ts';
import { storyOf } from '../../src/report/story.ts';
import type { Built, PairOver } from '../support/build.ts';
import {
  act,
  build,
  decide,
  desk,
  exactly,
  HOUR,
  hand,
  incident,
  MIN,
  organisation,
  pair,
  sense,
  share,
} from '../support/build.ts';
import { play } from '../support/play.ts';

function told(built: Built, held: readonly string[] = [], inputs: readonly Input[] = []): string[] {
  const definition = build(built);
  const { facts } = play(definition, { held }, inputs);
  return storyOf(settingOf(definition), facts).map(({ who, says }) => `${who} ${says}`);
}

/** One handover from us to fr after one sight of the thing, with the frictions of the test's choice. */
const crossing = (over: PairOver, more: Partial<Built> = {}): string[] =>
  told({
    incidents: [incident('drift', [sense('seen'), hand('give', { needs: ['seen'] })])],
    ...more,
    coalition: { pairs: [pair('us', 'fr', over), pair('fr', 'us')], ...more.coalition },
  });

describe('the story', () => {
  it('leaves out what is taken up at once and passes', () => {
    expect(crossing({})).toEqual([
      'Incident begins: Truth of drift. Whoever meets it will report: Report of drift.',
      'us-ops See seen.',
      'us-ops sets out with “Hand over give”: A track, for fr-ops.',
      'fr-ops receives “A track” from us-ops, 6 min after it set out.',
      'Coalition has answered “Truth of drift”, 16 min after the first sign.',
      'Window closes on “Truth of drift”: the answer was there in time.',
      'Exercise ends.',
    ]);
  });

  it('tells wrong doors, and that somebody takes it up the chain', () => {
    const lines = crossing({ frontDoor: { misroute: share(1000) } });
    expect(lines.filter((line) => line.includes('wrong door'))).toEqual([
      'fr-ops is the wrong door for “Hand over give” and sends it elsewhere.',
      'fr-ops is the wrong door for “Hand over give” and sends it elsewhere.',
      'fr-ops is the wrong door for “Hand over give” yet again; somebody takes it up the chain.',
    ]);
    expect(lines).toContain('fr-ops orders that “Hand over give” be taken, after 1 min.');
  });

  it('tells a dispute and what it turns out to be', () => {
    const lines = crossing({ frontDoor: { dispute: share(1000), nobody: share(1000) } });
    expect(lines).toContain('fr-ops says that “Hand over give” is somebody else’s job; the dispute has to be settled.');
    expect(lines).toContain('fr-ops finds that “Hand over give” is nobody’s job, after 1 min; it goes up the chain.');
  });

  it('tells reviews returned, and the refusal that follows', () => {
    const lines = crossing({ release: { flawed: share(1000) } });
    expect(lines.filter((line) => line.includes('returns'))).toEqual([
      'us-ops returns “Hand over give” as flawed, after 1 min; the review begins again.',
      'us-ops returns “Hand over give” as flawed, after 1 min; the review begins again.',
      'us-ops returns “Hand over give” once too often; it is refused.',
    ]);
    expect(lines).toContain('fr-ops will not get “A track” from us-ops: refused 5 min after it set out.');
  });

  it('tells exceptions, granted and refused', () => {
    const nobody = { coalition: { delegations: [] } };
    expect(crossing({}, nobody)).toContain(
      'us-policy grants an exception for “Hand over give”, 1 min after it was asked.',
    );
    const refused = crossing({ release: { exceptionRefused: share(1000) } }, nobody);
    expect(refused).toContain('us-policy refuses an exception for “Hand over give”, 1 min after it was asked.');
    expect(refused).toContain(
      'us-ops finds that no delegation covers “Hand over give”; somebody must weigh an exception.',
    );
  });

  it('tells networks that do not meet', () => {
    expect(crossing({ carriage: { path: 'manual' } })).toContain(
      'us-ops has no network that meets fr-ops’s: “Hand over give” goes by hand, to be typed in again.',
    );
    const garbled = crossing({ carriage: { garbled: share(1000) } });
    expect(garbled.filter((line) => line.includes('garbled, and sends it again'))).toHaveLength(2);
    expect(garbled).toContain('us-ops gives up sending “Hand over give”: garbled every time.');
    expect(crossing({ carriage: { path: 'none' } })).toContain('us-ops has no path for “Hand over give” to fr-ops.');
  });

  it('tells long waits where they begin: in whose queue, and until when nobody is there', () => {
    const shift = {
      days: 'daily',
      from: '1500',
      until: '2000',
      people: 1,
      source: 'estimate',
      confidence: 'low',
    } as const;
    const roles = ['front-door', 'disclosure', 'gateway', 'watch', 'assessment', 'decision', 'coordination'] as const;
    const usOps = organisation(
      'us-ops',
      'us',
      roles.map((role) => desk(role, role === 'disclosure' ? { hours: [shift] } : {})),
    );
    const lines = crossing(
      {},
      { coalition: { organisations: [organisation('fr-ops', 'fr'), usOps, organisation('us-policy', 'us')] } },
    );
    expect(lines).toContain(
      'us-ops keeps “Hand over give” waiting for checking the delegation: first in the disclosure queue, nobody there until 1500Z.',
    );
    expect(lines).toContain(
      'us-ops finds a delegation that covers “Hand over give”, after 2 h 50 min (1 min at work, 2 h 49 min with nobody there).',
    );
  });

  it('tells decisions: asked, taken with a reason, lapsed', () => {
    const incidents = [
      incident('drift', [decide('which', { needs: ['seen'] }), sense('seen'), act('do', { needs: ['which=yes'] })]),
    ];
    const asked = 10 * MIN;
    const answer = {
      type: 'decide',
      at: asked,
      seat: 'us-seat',
      decision: 'which',
      option: 'yes',
      reason: 'it is ours',
    } as const;
    expect(told({ incidents }, ['us-seat'], [{ type: 'advance', to: asked }, answer])).toEqual(
      expect.arrayContaining([
        'United States is asked “Decide which”: What now? Answer due 1310Z.',
        'United States decides “Decide which”: Do it (in force 1215Z); reason given: it is ours.',
        'us-ops done in 10 min: Do do.',
      ]),
    );
    expect(told({ incidents }, ['us-seat'])).toContain(
      'United States lets “Decide which” lapse; the default stands: Do not.',
    );
    expect(told({ incidents })).toContain('United States decides “Decide which”: Do it (stand-in; in force 1215Z).');
  });

  it('tells how an answer fails, and what is dropped with it', () => {
    const late = [incident('drift', [sense('seen'), act('slow', { needs: ['seen'], takes: exactly(9 * HOUR) })])];
    expect(told({ incidents: late }).slice(-4)).toEqual([
      'Window closes on “Truth of drift” with no answer. Physics says so.'.replace('Physics', 'physics'),
      'Coalition has not answered “Truth of drift” in 6 h 00 min: events have overtaken it.',
      'Coalition drops what was still under way for “Truth of drift”: “Do slow”.',
      'Exercise ends.',
    ]);
  });

  it('tells what is whispered', () => {
    const incidents = [incident('drift', [sense('seen'), hand('call', { needs: ['seen'], form: 'oral' })])];
    expect(told({ incidents })).toContain(
      'fr-ops is told of “A track” by us-ops, by word of mouth: enough to know, not to act on.',
    );
  });
});

describe('the ending', () => {
  it('says that nobody ever saw it', () => {
    const definition = build({ incidents: [incident('drift', [sense('seen')])], windows: [] });
    const { facts } = play(definition);
    const ended = facts.find((fact) => fact.type === 'ResponseEnded');
    if (ended === undefined) throw new Error('it has not ended');
    const { title, says } = endingOf(settingOf(definition), facts, ended);
    expect(title).toBe('Truth of drift: never observed');
    expect(says[0]).toBe('Nobody ever saw it. The window closed 1600Z.');
  });
});

/** The same thing, which may turn out in two ways and here turns out in the second. */
const turned = incident('drift', [sense('seen')], {
  branches: [
    { id: 'ill', says: 'It means harm.', hostile: true, starts: share(0) },
    { id: 'well', says: 'It means nothing.', hostile: false, starts: share(1000) },
  ],
});

describe('the ending of what may go in several ways', () => {
  it('says what happened before what might have', () => {
    const definition = build({ incidents: [turned] });
    const setting = settingOf(definition);
    const { facts } = play(definition);
    const ended = facts.find((fact) => fact.type === 'ResponseEnded');
    if (ended === undefined) throw new Error('it has not ended');
    expect(endingOf(setting, facts, ended).says.slice(1)).toEqual([
      'What it was: It means nothing.',
      'The case as written: Nobody knows this before the review.',
    ]);
  });

  it('has its causes in a table, the largest first', () => {
    const definition = build({ incidents: [incident('drift', [sense('seen'), act('do', { needs: ['seen'] })])] });
    const { facts } = play(definition);
    const ended = facts.find((fact) => fact.type === 'ResponseEnded');
    if (ended === undefined) throw new Error('it has not ended');
    const text = endingText(settingOf(definition), facts, ended, { width: 80 });
    const causes = text.split('\n').flatMap((line) => /^ {2}(\S.*?) +\d+ min +\d+ % {2}█+$/.exec(line)?.[1] ?? []);
    expect(causes.toSorted()).toEqual(['Doing it', 'Seeing and understanding']);
  });
});

describe('a story of several incidents', () => {
  const incidents = [
    incident('drift', [sense('seen'), decide('which', { needs: ['seen'] })]),
    incident('other', [sense('seen-too'), decide('which-too', { seat: 'fr-seat', needs: ['seen-too'] })]),
  ];

  it('says of each decision which it is about, by the name that commands take', () => {
    const lines = told({ incidents });
    expect(lines).toContain('United States decides “Decide which” (drift): Do it (stand-in; in force 1215Z).');
    expect(lines).toContain('Incident begins: Truth of other (other). Whoever meets it will report: Report of other.');
  });

  it('calls a nation with one organisation by the name of that, whether it acts or decides', () => {
    expect(told({ incidents }).filter((line) => line.includes('decides “Decide which-too”'))).toEqual([
      'fr-ops decides “Decide which-too” (other): Do it (stand-in; in force 1215Z).',
    ]);
  });

  it('can be told of one of them', () => {
    const definition = build({ incidents });
    const setting = settingOf(definition);
    const { facts } = play(definition);
    const part = { incidents: ['other'], seat: null, from: 0, until: 12 * HOUR };
    const lines = storyOf(setting, facts, (fact) => isInPart(setting, part, fact)).map(({ says }) => says);
    expect(lines.some((line) => line.includes('which-too'))).toBe(true);
    expect(lines.some((line) => line.includes('drift') || line.includes('“Decide which”'))).toBe(false);
  });

  it('prints what is sent in whole', () => {
    const text = `${'One sentence after the other. '.repeat(9)}The last.`;
    const inject = {
      id: 'long',
      at: MIN,
      to: ['us-seat'],
      from: 'Somebody',
      method: 'message' as const,
      text,
      expected: 'It is read.',
      objective: 'learn',
    };
    const moves = [{ id: 'all', title: 'All of it', until: 12 * HOUR, minutes: 30 }];
    expect(told({ incidents, injects: [inject], scenario: { moves } }).join('\n')).toContain('The last.');
  });
});

describe('the story of a seat', () => {
  it('has only what the seat was told', () => {
    const definition = build({
      incidents: [incident('drift', [sense('seen', { gives: 'track' }), hand('give', { needs: ['seen'] })])],
    });
    const setting = settingOf(definition);
    const { facts } = play(definition);
    const { seats } = fold(emptyWorld(setting), setting, facts, 12 * HOUR);
    const lines = (seat: string) =>
      seatStoryOf(setting, seats[seat]?.notices ?? []).map(({ who, says }) => `${who} ${says}`);
    expect(lines('fr-seat')).toEqual([
      'You hear of an incident: Report of drift.',
      'You receive in full from us-ops: A track.',
    ]);
    expect(lines('us-seat')).toEqual([
      'You hear of an incident: Report of drift.',
      'You learn: See seen.',
      'You hold, of your own making: A track.',
      'us-ops sends towards fr-ops: Hand over give.',
      'You have a receipt for: Hand over give.',
      'You have an answer, delivered in full, to: Hand over give.',
    ]);
  });
});

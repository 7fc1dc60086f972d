import type { Fact } from '../../core/model/facts.ts';
import type { Notice } from '../../core/model/notice.ts';
import type { Setting } from '../../core/model/setting.ts';
import { settingOf } from '../../core/model/setting.ts';
import { emptyWorld, fold } from '../../core/model/world.ts';
import type { OpenedRecord } from '../../files/record-open.ts';
import { seatHeading, seatStoryOf } from '../../report/seat-story.ts';
import { storyText } from '../../report/story-text.ts';
import { zulu } from '../../words/formats.ts';
import { say } from '../../words/index.ts';
import type { Form, MakeCommand } from '../command.ts';
import { beginCommand, oneForm, withForms } from '../command.ts';
import { parseMoment } from '../moment.ts';
import { recordIn } from '../shelf.ts';
import { MISUSE, Stop, unknownName } from '../stop.ts';
import { tellRun } from '../tell-run.ts';
import type { Terminal } from '../terminal.ts';
import { layoutOf, printJson } from '../terminal.ts';

interface Options extends Form {
  readonly until?: string;
  readonly seat?: string;
}

function untilIn({ header }: OpenedRecord, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const { startsAt, lasts } = header.definition.scenario;
  const until = parseMoment(startsAt, text);
  if (until === undefined) throw new Stop(MISUSE, say('cli.wrong.moment', { text }));
  if (until > lasts) throw new Stop(MISUSE, say('cli.wrong.afterEnd', { text, at: zulu(startsAt, lasts) }));
  return until;
}

/** What one seat was told: the only thing in this command that looks at less than the whole truth. */
function noticesOf(setting: Setting, facts: readonly Fact[], seat: string): readonly Notice[] {
  const names = [...setting.seats.keys()];
  if (!names.includes(seat)) throw unknownName('seat', seat, names);
  const world = fold(emptyWorld(setting), setting, facts, facts.at(-1)?.at ?? 0);
  return world.seats[seat]?.notices ?? [];
}

function tellSeat(
  terminal: Terminal,
  setting: Setting,
  told: { seat: string; facts: readonly Fact[]; json: boolean },
): void {
  const notices = noticesOf(setting, told.facts, told.seat);
  if (told.json) {
    printJson(terminal, { scenario: setting.definition.scenario.id, seat: told.seat, notices });
    return;
  }
  const lines = seatStoryOf(setting, notices);
  const heading = [...seatHeading(setting, told.seat), ...(lines.length === 0 ? [say('story.told.nothing')] : [])];
  terminal.out(`${storyText(setting, { heading, lines, facts: [] }, layoutOf(terminal))}\n`);
}

/** `replay F [--until T] [--story|--json] [--seat S]` */
export const replayCommand: MakeCommand = (terminal) =>
  withForms(
    beginCommand('replay', say('cli.replay.about'), [
      'replay evening.saydo',
      'replay evening.saydo --story --until 2010Z',
      'replay evening.saydo --seat france',
    ]),
  )
    .argument('<file>', say('cli.replay.file'))
    .option('--until <moment>', say('cli.replay.until'))
    .option('--seat <seat>', say('cli.replay.seat'))
    .action((file: string, options: Options) => {
      const form = oneForm(options);
      const record = recordIn(terminal, file);
      const setting = settingOf(record.header.definition);
      const until = untilIn(record, options.until);
      const facts = until === undefined ? record.facts : record.facts.filter(({ at }) => at <= until);
      if (options.seat !== undefined) tellSeat(terminal, setting, { seat: options.seat, facts, json: form === 'json' });
      else tellRun(terminal, setting, { ...record, facts, until, file }, form);
    });

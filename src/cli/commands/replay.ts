import type { Fact } from '../../core/model/facts.ts';
import type { Notice } from '../../core/model/notice.ts';
import type { Setting } from '../../core/model/setting.ts';
import { settingOf } from '../../core/model/setting.ts';
import { emptyWorld, fold } from '../../core/model/world.ts';
import { seatHeading, seatStoryOf } from '../../report/seat-story.ts';
import { storyText } from '../../report/story-text.ts';
import { say } from '../../words/index.ts';
import type { Form, MakeCommand } from '../command.ts';
import { beginCommand, oneForm, withForms } from '../command.ts';
import type { PartOptions } from '../part.ts';
import { gathered, partIn, refuseLines } from '../part.ts';
import { recordIn } from '../shelf.ts';
import { unknownName } from '../stop.ts';
import { tellRun } from '../tell-run.ts';
import type { Terminal } from '../terminal.ts';
import { layoutOf, printJson } from '../terminal.ts';

/** `seat` is whose telling it is, not whose part. */
interface Options extends Form, PartOptions {}

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
    .option('--seat <seat>', say('cli.replay.seat'))
    .option('--incident <incident>', say('cli.part.incident'), gathered)
    .option('--from <moment>', say('cli.part.from'))
    .option('--until <moment>', say('cli.replay.until'))
    .action((file: string, options: Options) => {
      const form = oneForm(options);
      const record = recordIn(terminal, file);
      const setting = settingOf(record.header.definition);
      const { seat, ...wished } = options;
      if (seat !== undefined || form !== 'story') refuseLines(wished);
      const part = partIn(setting, wished);
      const facts = record.facts.filter(({ at }) => at <= part.until);
      const until = wished.until === undefined ? undefined : part.until;
      if (seat !== undefined) tellSeat(terminal, setting, { seat, facts, json: form === 'json' });
      else tellRun(terminal, setting, { ...record, facts, until, file, part }, form);
    });

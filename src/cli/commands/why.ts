import { engineVersion } from '../../core/engine/index.ts';
import type { Fact, FactOf } from '../../core/model/facts.ts';
import { settingOf } from '../../core/model/setting.ts';
import { listed } from '../../files/nearest.ts';
import type { RecordHeader } from '../../files/record.ts';
import { boughtBackText, stretchesIn, whyText } from '../../report/why-text.ts';
import type { WithoutCause } from '../../study/bought-back.ts';
import { boughtBackIn } from '../../study/bought-back.ts';
import { say } from '../../words/index.ts';
import type { MakeCommand } from '../command.ts';
import { beginCommand } from '../command.ts';
import type { PartOptions } from '../part.ts';
import { partIn, withPart } from '../part.ts';
import { recordIn } from '../shelf.ts';
import { MISUSE, NO, Stop } from '../stop.ts';
import { layoutOf, printJson } from '../terminal.ts';

/** Reruns, where this engine is the one that made the record: another's would be of another model. */
function rerunsOf(header: RecordHeader, facts: readonly Fact[], incident: string): WithoutCause[] {
  if (header.engine !== engineVersion) return [];
  return boughtBackIn(header.definition, header.choice, { facts, incident });
}

type Ended = FactOf<'ResponseEnded'>;

interface Options extends PartOptions {
  readonly json?: boolean;
  readonly walkOnly?: boolean;
}

/** The ends of what is asked for, in the order of the asking. Throws a Stop where one has not ended. */
function endsIn(facts: readonly Fact[], incidents: readonly string[]): Ended[] {
  return incidents.map((incident) => {
    const ended = facts.find((fact): fact is Ended => fact.type === 'ResponseEnded' && fact.incident === incident);
    if (ended === undefined) throw new Stop(NO, say('cli.wrong.notEnded', { incident }));
    return ended;
  });
}

/** `why F <incident>… [--incident I]… [--seat S] [--from T] [--until T]` */
export const whyCommand: MakeCommand = (terminal) =>
  withPart(
    beginCommand('why', say('cli.why.about'), [
      'why evening.saydo aigrette-approach',
      'why five-days.saydo visitor --seat germany --walk-only',
      'why five-days.saydo visitor high-fire --from "D+1 0000Z" --until "D+2 0000Z" --walk-only',
    ]),
  )
    .argument('<file>', say('cli.replay.file'))
    .argument('[incidents...]', say('cli.why.incident'))
    .option('--walk-only', say('cli.why.walkOnly'))
    .option('--json', say('cli.json'))
    .action((file: string, incidents: readonly string[], { json, walkOnly, ...options }: Options) => {
      const { header, facts } = recordIn(terminal, file);
      const setting = settingOf(header.definition);
      const named = [...new Set([...incidents, ...(options.incident ?? [])])];
      const part = partIn(setting, { ...options, incident: named });
      if (named.length === 0)
        throw new Stop(MISUSE, say('cli.wrong.whyOfWhat', { names: listed([...setting.incidents.keys()]) }));
      const walked = endsIn(facts, named).map((ended) => ({
        ended,
        reruns: walkOnly ? [] : rerunsOf(header, facts, ended.incident),
      }));
      if (json) {
        const all = walked.map(({ ended, reruns }) => {
          const walk = stretchesIn(setting, facts, ended, part);
          return { incident: ended.incident, ended, walk, boughtBack: reruns };
        });
        printJson(terminal, all.length === 1 ? all[0] : all);
        return;
      }
      const layout = layoutOf(terminal);
      const texts = walked.flatMap(({ ended, reruns }) => [
        whyText(setting, facts, ended, { ...layout, part }),
        boughtBackText(ended, reruns, layout),
      ]);
      terminal.out(`${texts.filter((text) => text !== '').join('\n\n')}\n`);
    });

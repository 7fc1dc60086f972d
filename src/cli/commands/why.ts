import { engineVersion } from '../../core/engine/index.ts';
import type { Fact, FactOf } from '../../core/model/facts.ts';
import { settingOf } from '../../core/model/setting.ts';
import type { RecordHeader } from '../../files/record.ts';
import { boughtBackText, stretchesOf, whyText } from '../../report/why-text.ts';
import type { WithoutCause } from '../../study/bought-back.ts';
import { boughtBackIn } from '../../study/bought-back.ts';
import { say } from '../../words/index.ts';
import type { MakeCommand } from '../command.ts';
import { beginCommand } from '../command.ts';
import { recordIn } from '../shelf.ts';
import { NO, Stop, unknownName } from '../stop.ts';
import { layoutOf, printJson } from '../terminal.ts';

/** Reruns, where this engine is the one that made the record: another's would be of another model. */
function rerunsOf(header: RecordHeader, facts: readonly Fact[], incident: string): WithoutCause[] {
  if (header.engine !== engineVersion) return [];
  return boughtBackIn(header.definition, header.choice, { facts, incident });
}

/** `why F <incident>` */
export const whyCommand: MakeCommand = (terminal) =>
  beginCommand('why', say('cli.why.about'), ['why evening.saydo aigrette-approach'])
    .argument('<file>', say('cli.replay.file'))
    .argument('<incident>', say('cli.why.incident'))
    .option('--walk-only', say('cli.why.walkOnly'))
    .option('--json', say('cli.json'))
    .action((file: string, incident: string, { json, walkOnly }: { json?: boolean; walkOnly?: boolean }) => {
      const { header, facts } = recordIn(terminal, file);
      const setting = settingOf(header.definition);
      const names = [...setting.incidents.keys()];
      if (!names.includes(incident)) throw unknownName('incident', incident, names);
      const ended = facts.find(
        (fact): fact is FactOf<'ResponseEnded'> => fact.type === 'ResponseEnded' && fact.incident === incident,
      );
      if (ended === undefined) throw new Stop(NO, say('cli.wrong.notEnded', { incident }));
      const reruns = walkOnly ? [] : rerunsOf(header, facts, incident);
      if (json) printJson(terminal, { incident, ended, walk: stretchesOf(facts, ended), boughtBack: reruns });
      else {
        const layout = layoutOf(terminal);
        const parts = [whyText(setting, facts, ended, layout), boughtBackText(ended, reruns, layout)];
        terminal.out(`${parts.filter((part) => part !== '').join('\n\n')}\n`);
      }
    });

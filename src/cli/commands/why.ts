import type { FactOf } from '../../core/model/facts.ts';
import { settingOf } from '../../core/model/setting.ts';
import { stretchesOf, whyText } from '../../report/why-text.ts';
import { say } from '../../words/index.ts';
import type { MakeCommand } from '../command.ts';
import { beginCommand } from '../command.ts';
import { recordIn } from '../shelf.ts';
import { NO, Stop, unknownName } from '../stop.ts';
import { layoutOf, printJson } from '../terminal.ts';

/** `why F <incident>` */
export const whyCommand: MakeCommand = (terminal) =>
  beginCommand('why', say('cli.why.about'), ['why evening.saydo aigrette-approach'])
    .argument('<file>', say('cli.replay.file'))
    .argument('<incident>', say('cli.why.incident'))
    .option('--json', say('cli.json'))
    .action((file: string, incident: string, { json }: { json?: boolean }) => {
      const { header, facts } = recordIn(terminal, file);
      const setting = settingOf(header.definition);
      const names = [...setting.incidents.keys()];
      if (!names.includes(incident)) throw unknownName('incident', incident, names);
      const ended = facts.find(
        (fact): fact is FactOf<'ResponseEnded'> => fact.type === 'ResponseEnded' && fact.incident === incident,
      );
      if (ended === undefined) throw new Stop(NO, say('cli.wrong.notEnded', { incident }));
      if (json) printJson(terminal, { incident, ended, walk: stretchesOf(facts, ended) });
      else terminal.out(`${whyText(setting, facts, ended, layoutOf(terminal))}\n`);
    });

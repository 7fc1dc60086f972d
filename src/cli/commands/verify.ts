import { engineVersion } from '../../core/engine/index.ts';
import type { Fact } from '../../core/model/facts.ts';
import type { Verdict } from '../../files/verify.ts';
import { verifyRecord } from '../../files/verify.ts';
import { hanging, wrapped } from '../../report/columns.ts';
import { zulu } from '../../words/formats.ts';
import { say } from '../../words/index.ts';
import type { MakeCommand } from '../command.ts';
import { beginCommand } from '../command.ts';
import { textIn } from '../shelf.ts';
import { NO } from '../stop.ts';
import { printJson, whileSaying } from '../terminal.ts';

function factText(startsAt: string, fact: Fact | null): string {
  if (fact === null) return say('cli.verify.nothing');
  const { at, type, ...rest } = fact;
  return `${zulu(startsAt, at)} ${type} ${JSON.stringify(rest)}`;
}

function verdictText(given: Verdict, width: number): string {
  const { facts, inputs, header } = given.record;
  const { startsAt } = header.definition.scenario;
  const line = (text: string) => wrapped(text, width).join('\n');
  switch (given.verdict) {
    case 'same':
      return line(say('cli.verify.same', { count: facts.length }));
    case 'other-engine':
      return line(
        say('cli.verify.intact', {
          count: facts.length,
          engine: given.engine.slice(0, 12),
          here: engineVersion.slice(0, 12),
        }),
      );
    case 'refuses-input':
      return line(say('cli.verify.refuses', { input: given.input, count: inputs.length }));
    default:
      return [
        line(say('cli.verify.differs', { agree: given.agree })),
        hanging('  ', say('cli.verify.recorded', { fact: factText(startsAt, given.recorded) }), width),
        hanging('  ', say('cli.verify.again', { fact: factText(startsAt, given.again) }), width),
      ].join('\n');
  }
}

/** `verify F` */
export const verifyCommand: MakeCommand = (terminal, done) =>
  beginCommand('verify', say('cli.verify.about'), ['verify evening.saydo'])
    .argument('<file>', say('cli.replay.file'))
    .option('--json', say('cli.json'))
    .action((file: string, { json }: { json?: boolean }) => {
      const text = textIn(terminal, file);
      const given = whileSaying(terminal, say('cli.progress.checking'), () => verifyRecord(text, file));
      if (given.verdict === 'differs' || given.verdict === 'refuses-input') done(NO);
      if (!json) terminal.out(`${verdictText(given, terminal.width)}\n`);
      else {
        const { record, ...rest } = given;
        printJson(terminal, {
          ...rest,
          digest: record.digest,
          facts: record.facts.length,
          engine: record.header.engine,
        });
      }
    });

import type { Scenario } from '../../core/model/scenario.ts';
import { hanging, padded, widthOf } from '../../report/columns.ts';
import { lasting } from '../../words/formats.ts';
import { say } from '../../words/index.ts';
import type { Catalogue } from '../catalogue.ts';
import { catalogueOf } from '../catalogue.ts';
import type { MakeCommand } from '../command.ts';
import { beginCommand, withLibrary } from '../command.ts';
import { libraryIn } from '../shelf.ts';
import type { Terminal } from '../terminal.ts';
import { layoutOf, printJson, whileSaying } from '../terminal.ts';

type Cut = NonNullable<Scenario['cuts']>[number];

interface Entry {
  readonly id: string;
  readonly lines: readonly string[];
}

function sizeOf({ seats, playMinutes, lasts, moves = [] }: Scenario): string {
  const facts = { seats: seats.length, minutes: playMinutes, lasts: lasting(lasts) };
  const size = say('cli.list.scenario', facts);
  return moves.length === 0 ? size : `${size} · ${say('cli.list.moves', { moves: moves.length })}`;
}

const cutLine = ({ id, title, playMinutes }: Cut): string =>
  say('cli.list.cut', { cut: id, title, minutes: playMinutes });

function entriesOf({ scenarios, policies }: Catalogue): [string, Entry[]][] {
  const broken = (id: string) => [say('cli.list.broken', { name: id })];
  return [
    [
      say('cli.list.scenarios'),
      scenarios.map(({ id, scenario }) => {
        if (scenario === undefined) return { id, lines: broken(id) };
        return { id, lines: [scenario.title, sizeOf(scenario), ...(scenario.cuts ?? []).map(cutLine)] };
      }),
    ],
    [
      say('cli.list.policies'),
      policies.map(({ id, policy }) => {
        if (policy === undefined) return { id, lines: broken(id) };
        const { title, levers, arrangement } = policy;
        return { id, lines: [title, say('cli.list.policy', { levers: levers.length, arrangement })] };
      }),
    ],
  ];
}

function listText(terminal: Terminal, groups: readonly [string, Entry[]][]): string {
  const { tones = {} } = layoutOf(terminal);
  const width = Math.max(4, ...groups.flatMap(([, entries]) => entries.map(({ id }) => widthOf(id))));
  const blocks = groups.map(([head, entries]) => {
    const lines = entries.flatMap(({ id, lines: [first = '', ...rest] }) => [
      hanging(`  ${padded(id, width)}  `, first, terminal.width),
      ...rest
        .map((line) => hanging(' '.repeat(width + 4), line, terminal.width))
        .map((line) => tones.time?.(line) ?? line),
    ]);
    return [tones.heading?.(head) ?? head, ...(lines.length === 0 ? [`  ${say('cli.list.empty')}`] : lines)].join('\n');
  });
  return `${blocks.join('\n\n')}\n`;
}

/** The same as plain values. */
const listJson = ({ scenarios, policies }: Catalogue) => ({
  scenarios: scenarios.map(({ id, scenario }) => ({
    id,
    readable: scenario !== undefined,
    title: scenario?.title ?? null,
    seats: scenario?.seats.map((seat) => seat.id) ?? [],
    incidents: scenario?.incidents.map((incident) => incident.id) ?? [],
    playMinutes: scenario?.playMinutes ?? null,
    lasts: scenario?.lasts ?? null,
    moves: scenario?.moves?.length ?? 0,
    cuts: (scenario?.cuts ?? []).map((cut) => cut.id),
  })),
  policies: policies.map(({ id, policy }) => ({
    id,
    readable: policy !== undefined,
    title: policy?.title ?? null,
    arrangement: policy?.arrangement ?? null,
    levers: policy?.levers.map((lever) => lever.id) ?? [],
  })),
});

/** `list` */
export const listCommand: MakeCommand = (terminal) =>
  withLibrary(beginCommand('list', say('cli.list.about'), ['list', 'list --json']))
    .option('--json', say('cli.json'))
    .action(({ library, json }: { library: string; json?: boolean }) => {
      const reader = libraryIn(library);
      const catalogue = whileSaying(terminal, say('cli.progress.reading', { library: reader.name }), () =>
        catalogueOf(reader),
      );
      if (json) printJson(terminal, listJson(catalogue));
      else terminal.out(listText(terminal, entriesOf(catalogue)));
    });

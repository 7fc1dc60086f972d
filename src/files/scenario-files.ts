/**
 * A scenario's files read as one: scenario.yaml and, beside it, one file for each incident under incidents/. In which of
 * them a thing stands means nothing.
 */
import { z } from 'zod';
import { compareText } from '../core/kernel/ids.ts';
import { incidentSchema } from '../core/model/incident.ts';
import type { Scenario } from '../core/model/scenario.ts';
import { incidentFileSchema, scenarioSchema } from '../core/model/scenario.ts';
import { problemIn } from './document.ts';
import type { Entry, FileRead, Origin } from './origins.ts';
import { entriesOf, locatedBy, readFile } from './origins.ts';
import type { Part } from './parts.ts';
import { isMisnamed, misnamed, missingPart, nameFindings, problemOf } from './parts.ts';
import type { Path, Problem } from './problems.ts';
import type { Reader } from './reader.ts';

/** What scenario.yaml holds: all of the scenario, but its incidents may stand in files of their own. */
export const scenarioFileSchema = scenarioSchema.extend({ incidents: z.array(incidentSchema).default([]) });

type MainFile = FileRead<z.output<typeof scenarioFileSchema>>;
type IncidentFile = FileRead<z.output<typeof incidentFileSchema>>;
type Ladder = NonNullable<Scenario['ladder']>;

/** The lists that several files write, each entry with its place. */
interface Lists {
  readonly incidents: readonly Entry<Scenario['incidents'][number]>[];
  readonly products: readonly Entry<Scenario['products'][number]>[];
  readonly injects: readonly Entry<Scenario['injects'][number]>[];
  readonly moves: readonly Entry<Ladder['moves'][number]>[];
}

function gather(main: MainFile, files: readonly IncidentFile[]): Lists {
  const { document, value } = main;
  return {
    incidents: [
      ...entriesOf(document, ['incidents'], value?.incidents),
      ...files.flatMap((file) =>
        file.value === undefined ? [] : [{ document: file.document, path: ['incident'], entry: file.value.incident }],
      ),
    ],
    products: [
      ...entriesOf(document, ['products'], value?.products),
      ...files.flatMap((file) => entriesOf(file.document, ['products'], file.value?.products)),
    ],
    injects: [
      ...entriesOf(document, ['injects'], value?.injects),
      ...files.flatMap((file) => entriesOf(file.document, ['injects'], file.value?.injects)),
    ],
    moves: [
      ...entriesOf(document, ['ladder', 'moves'], value?.ladder?.moves),
      ...files.flatMap((file) => entriesOf(file.document, ['ladder'], file.value?.ladder)),
    ],
  };
}

/** Where a place of the merged scenario is written. */
function originIn(main: MainFile, lists: Lists, at: Path): Origin {
  const isMove = at[0] === 'ladder' && at[1] === 'moves';
  const list = isMove ? lists.moves : at[0] === 'moves' ? undefined : lists[at[0] as keyof Lists];
  const depth = isMove ? 2 : 1;
  const position = at[depth];
  const origin = typeof position === 'number' ? list?.[position] : undefined;
  if (origin === undefined) return { document: main.document, path: at };
  return { document: origin.document, path: [...origin.path, ...at.slice(depth + 1)] };
}

function merged(value: z.output<typeof scenarioFileSchema>, lists: Lists): Scenario {
  const written = <T>(entries: readonly Entry<T>[]): T[] => entries.map(({ entry }) => entry);
  const { ladder, ...rest } = value;
  return {
    ...rest,
    incidents: written(lists.incidents),
    products: written(lists.products),
    injects: written(lists.injects),
    ...(ladder === undefined ? {} : { ladder: { ...ladder, moves: written(lists.moves) } }),
  };
}

/** What only shows when the files are seen together, before anything is checked across them. */
function* mergeProblems(main: MainFile, lists: Lists): Generator<Problem> {
  if (main.value !== undefined && lists.incidents.length === 0) {
    yield problemIn(main.document, {
      at: ['incidents'],
      found: 'no incident',
      expected: 'at least one, under "incidents" or in a file of its own in the folder incidents/',
      mend: 'write one',
    });
  }
  const [move] = lists.moves;
  if (main.value === undefined || main.value.ladder !== undefined || move === undefined) return;
  yield problemIn(move.document, {
    at: ['ladder'],
    found: 'moves on a ladder, which scenario.yaml does not have',
    expected: 'a "ladder" with its rungs in scenario.yaml',
    mend: 'add "ladder: …" there, or take the moves out',
  });
}

function readIncident(reader: Reader, folder: string, name: string): IncidentFile {
  const path = `${folder}/${name}`;
  const read = readFile(`${reader.name}/${path}`, reader.read(path) ?? '', incidentFileSchema);
  const id = read.value?.incident.id;
  if (id === undefined) return read;
  const findings = nameFindings(['incident', 'id'], id, name.slice(0, -'.yaml'.length), 'file');
  return { ...read, problems: [...read.problems, ...findings.map((finding) => problemIn(read.document, finding))] };
}

/** Reads scenario.yaml and, in the order of their names, the files of its incidents. */
export function readScenario(reader: Reader, name: string): Part<Scenario> {
  const text = reader.read(`${name}/scenario.yaml`);
  const file = `${reader.name}/${name}/scenario.yaml`;
  const folder = `${name}/incidents`;
  const names = [...reader.list(folder)].sort(compareText);
  const files = names.filter((one) => one.endsWith('.yaml')).map((one) => readIncident(reader, folder, one));
  const own = [
    ...names.filter(isMisnamed).map((one) => misnamed(`${reader.name}/${folder}/${one}`)),
    ...files.flatMap(({ problems }) => problems),
  ];
  if (text === undefined) {
    const missing = missingPart(file);
    return { ...missing, problems: [...missing.problems, ...own] };
  }
  const main = readFile(file, text, scenarioFileSchema);
  const lists = gather(main, files);
  const named = nameFindings(['id'], main.value?.id ?? name, name, 'folder');
  const legible = files.every(({ value }) => value !== undefined);
  const problems = [
    ...main.problems,
    ...named.map((finding) => problemIn(main.document, finding)),
    ...own,
    ...(legible ? mergeProblems(main, lists) : []),
  ];
  const value = main.value === undefined || problems.length > 0 ? undefined : merged(main.value, lists);
  const locate = locatedBy((at) => originIn(main, lists, at));
  return { value, problems, locate: (finding) => locate(finding) ?? problemOf(file, finding) };
}

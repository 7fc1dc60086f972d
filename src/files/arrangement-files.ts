/** Other arrangements of the coalition, each a file of changes to the one that the coalition's files hold. */
import { z } from 'zod';
import { compareText } from '../core/kernel/ids.ts';
import { applyChanges } from '../core/model/apply-policy.ts';
import type { Coalition } from '../core/model/coalition.ts';
import { policySchema } from '../core/model/policy.ts';
import { COALITION_FOLDER } from './coalition-files.ts';
import type { Part } from './parts.ts';
import { isMisnamed, misnamed, nameFindings, readPart } from './parts.ts';
import { readChanges } from './policy-values.ts';
import type { Problem } from './problems.ts';
import type { Reader } from './reader.ts';

const FOLDER = `${COALITION_FOLDER}/arrangements`;

export const arrangementSchema = z.strictObject({
  /** What policies call it, and the file's name. */
  arrangement: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a name like "2026", in quotes'),
  title: z.string().min(3),
  /** As a policy's levers change the coalition, in this order. */
  changes: policySchema.shape.levers.element.shape.changes.min(1),
});
export type Arrangement = z.output<typeof arrangementSchema>;

function readArrangement(reader: Reader, name: string): Part<Arrangement> {
  return readPart(reader, `${FOLDER}/${name}`, arrangementSchema, (value) => {
    const { changes, findings } = readChanges(value.changes, ['changes']);
    const named = nameFindings(['arrangement'], value.arrangement, name.slice(0, -'.yaml'.length), 'file');
    return { value: { ...value, changes }, findings: [...named, ...findings] };
  });
}

function wronglyNamed(problem: Problem): Part<Arrangement> {
  return { value: undefined, problems: [problem], locate: () => problem };
}

/** Reads arrangements in the order of their names: all of them, or those of the names that are wanted. */
export function readArrangements(reader: Reader, wanted?: readonly string[]): Part<Arrangement>[] {
  const held = [...reader.list(FOLDER)].sort(compareText);
  const names = held.filter((name) => wanted === undefined || wanted.includes(name.replace(/\.\w+$/, '')));
  return [
    ...names.filter((name) => name.endsWith('.yaml')).map((name) => readArrangement(reader, name)),
    ...names.filter(isMisnamed).map((name) => wronglyNamed(misnamed(`${reader.name}/${FOLDER}/${name}`))),
  ];
}

/** The coalition as an arrangement has it. */
export function arranged(coalition: Coalition, { arrangement, changes }: Arrangement): Coalition {
  return { ...applyChanges(coalition, changes).coalition, arrangement };
}

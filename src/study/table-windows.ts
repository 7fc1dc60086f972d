/** Windows met over many tables. */
import type { Share } from './exact-share.ts';
import { exactShare } from './exact-share.ts';
import type { Tables } from './tables.ts';

export interface WindowMet extends Share {
  readonly incident: string;
}

export function windowsOf({ plan, rows }: Tables): WindowMet[] {
  return plan.incidents.map(({ id }) => {
    const at = plan.measures.indexOf(`window.${id}`);
    return { incident: id, ...exactShare(rows.filter((row) => row[at] === 1).length, rows.length) };
  });
}

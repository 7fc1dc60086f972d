/** What the end of a task lets a seat know of its incident: its nature once, its deadline as often as it has moved (V6, V11). */
import type { Incident } from './incident.ts';
import type { Notice, NoticeOf } from './notice.ts';
import { refer } from './refs.ts';
import type { Task } from './task.ts';
import type { Told } from './telling.ts';

export function revealed(seat: string | undefined, task: Task, incident: Incident, at: number): Told[] {
  if (seat === undefined) return [];
  return task.reveals.map((what) => ({
    seat,
    tell: (refs, notices, incidents) => {
      const ref = refer(refs, 'i', incident.id);
      if (what === 'nature') learnNature(notices, incident, { at, ref });
      else {
        const closesAt = incidents[incident.id]?.closesAt ?? incident.begins + incident.window.closes;
        learnDeadline(notices, incident, { at, ref, closesAt });
      }
    },
  }));
}

function learnNature(notices: Notice[], { title, kind }: Incident, { at, ref }: { at: number; ref: string }): void {
  const isKnown = notices.some((notice) => notice.type === 'NatureLearned' && notice.incident === ref);
  if (!isKnown) notices.push({ at, type: 'NatureLearned', incident: ref, title, kind });
}

function learnDeadline(
  notices: Notice[],
  { window: { because } }: Incident,
  { at, ref, closesAt }: { at: number; ref: string; closesAt: number },
): void {
  const told = notices.findLast(
    (notice): notice is NoticeOf<'DeadlineLearned'> => notice.type === 'DeadlineLearned' && notice.incident === ref,
  );
  if (told?.closesAt === closesAt) return;
  notices.push({ at, type: 'DeadlineLearned', incident: ref, closesAt, because, was: told?.closesAt ?? null });
}

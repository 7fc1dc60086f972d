/** An incident's horizon: counted from the first moment at which anything of it can be seen. */
import { formatDuration } from '../../core/kernel/units.ts';
import type { Incident } from '../../core/model/incident.ts';
import type { Finding, Path } from '../problems.ts';
import type { Setting } from './setting.ts';
import { viewsOf } from './views.ts';

/** Seconds from an incident's beginning until any of its sensors can first see anything of it. */
export function untilObservable({ access }: Setting, { begins, response }: Incident): number {
  const moments = response
    .flatMap((task) => (task.task === 'sense' ? viewsOf(access, task) : []))
    .filter(({ until }) => until > begins)
    .map(({ from }) => Math.max(0, from - begins));
  return moments.length === 0 ? 0 : Math.min(...moments);
}

export function closesLate(at: Path, closes: number, latest: number): Finding {
  return {
    at,
    found: `a window that closes ${formatDuration(closes)} after the incident begins, when it is past its horizon`,
    expected: `at most ${formatDuration(latest)}: the horizon, counted from the first moment at which anything can be seen`,
    mend: 'write an earlier end of the window, or a longer "horizon"',
  };
}

/** The text of an access file: the same bytes for the same windows. */
import { formatDuration } from '../core/kernel/units.ts';
import type { AccessWindow } from './access-windows.ts';

const head = (scenario: string): string[] => [
  '# When each sensor can see each object, as offsets from StartEx.',
  `# Made from orbits.yaml by "saydo access ${scenario}"; mend that file and run it again instead of editing this one.`,
];

function line({ sensor, object, trajectory, from, until }: AccessWindow): string {
  const way = trajectory === undefined ? '' : `trajectory: ${trajectory}, `;
  const span = `from: ${formatDuration(from)}, until: ${formatDuration(until)}`;
  return `  - { sensor: ${sensor}, object: ${object}, ${way}${span} }`;
}

export interface AccessText {
  readonly scenario: string;
  /** Digest of what the windows were computed from. */
  readonly inputs: string;
  readonly windows: readonly AccessWindow[];
}

export function accessText({ scenario, inputs, windows }: AccessText): string {
  const blocks = windows.map((window, i) => {
    const begins = windows[i - 1]?.object !== window.object;
    return begins ? [`  # ${window.object}`, line(window)] : [line(window)];
  });
  const top = [...head(scenario), `scenario: ${scenario}`, 'madeBy: saydo access', `inputs: ${inputs}`];
  return `${[...top, blocks.length === 0 ? 'windows: []' : 'windows:', ...blocks.flat()].join('\n')}\n`;
}

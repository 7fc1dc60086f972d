/** A machine's chart for other tools: mermaid for documents, SCXML (W3C) for chart editors, JSON for programs. */
import type { Chart, ChartTransition } from '../core/friction/describe.ts';
import { unreachable } from '../core/kernel/ids.ts';

export const chartFormats = ['mermaid', 'scxml', 'json'] as const;
export type ChartFormat = (typeof chartFormats)[number];

export function chartText(chart: Chart, format: ChartFormat): string {
  switch (format) {
    case 'mermaid':
      return mermaid(chart);
    case 'scxml':
      return scxml(chart);
    case 'json':
      return `${JSON.stringify(chart, null, 2)}\n`;
    default:
      return unreachable(format);
  }
}

/** `ANSWERED [isReceived] / countMisroute`. */
function label({ event, guard, otherwise, does }: ChartTransition): string {
  const condition = guard ?? (otherwise ? 'otherwise' : null);
  return [event, condition === null ? '' : ` [${condition}]`, does.length === 0 ? '' : ` / ${does.join(', ')}`].join(
    '',
  );
}

/** What leads away from every state stands in a note: drawn as arrows it would hide the rest. */
function mermaid({ machine, initial, states, transitions }: Chart): string {
  const lines = ['---', `title: ${machine}`, '---', 'stateDiagram-v2', `  [*] --> ${initial}`];
  for (const { id, work } of states) {
    if (work !== null) lines.push(`  ${id} : ${id}`, `  ${id} : work ${work}`);
  }
  for (const one of transitions) {
    if (one.from !== null) lines.push(`  ${one.from} --> ${one.to} : ${label(one)}`);
    else lines.push(`  note right of ${one.to} : from every state on ${label(one)}`);
  }
  for (const { id, final } of states) if (final) lines.push(`  ${id} --> [*]`);
  return `${lines.join('\n')}\n`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function move(one: ChartTransition, indent: string): string {
  const condition = one.guard === null ? '' : ` cond="${escaped(one.guard)}"`;
  const open = `${indent}<transition event="${escaped(one.event)}"${condition} target="${escaped(one.to)}"`;
  if (one.does.length === 0) return `${open}/>`;
  const does = one.does.map((name) => `<log label="assign" expr="'${escaped(name)}'"/>`).join('');
  return `${open}>${does}</transition>`;
}

/** Guards are named in `cond` and assignments logged by name: the chart holds shape, and the names say what decides. */
function scxml({ machine, initial, context, states, transitions }: Chart): string {
  const cells = Object.entries(context).map(
    ([id, value]) => `    <data id="${escaped(id)}" expr="${escaped(JSON.stringify(value))}"/>`,
  );
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0" datamodel="ecmascript" name="${machine}" initial="${machine}">`,
    ...(cells.length === 0 ? [] : ['  <datamodel>', ...cells, '  </datamodel>']),
    `  <state id="${machine}" initial="${initial}">`,
    ...transitions.filter(({ from }) => from === null).map((one) => move(one, '    ')),
  ];
  for (const { id, final, work } of states) {
    if (final) {
      lines.push(`    <final id="${id}"/>`);
      continue;
    }
    lines.push(`    <state id="${id}">`);
    if (work !== null)
      for (const [edge, what] of [
        ['onentry', 'startWork'],
        ['onexit', 'dropWork'],
      ])
        lines.push(`      <${edge}><log label="${what}" expr="'${work}'"/></${edge}>`);
    lines.push(...transitions.filter(({ from }) => from === id).map((one) => move(one, '      ')), '    </state>');
  }
  return `${[...lines, '  </state>', '</scxml>'].join('\n')}\n`;
}

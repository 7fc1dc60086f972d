import { Option } from 'commander';
import { chartOf } from '../../core/friction/describe.ts';
import type { MachineName } from '../../core/friction/index.ts';
import { machineNames } from '../../core/friction/index.ts';
import type { ChartFormat } from '../../report/machine-chart.ts';
import { chartFormats, chartText } from '../../report/machine-chart.ts';
import { say } from '../../words/index.ts';
import type { MakeCommand } from '../command.ts';
import { beginCommand } from '../command.ts';
import { unknownName } from '../stop.ts';

/** `chart <machine> --format mermaid|scxml|json` */
export const chartCommand: MakeCommand = (terminal) =>
  beginCommand('chart', say('cli.chart.about'), ['chart release --format mermaid', 'chart front-door --format scxml'])
    .argument('<machine>', say('cli.chart.machine', { machines: machineNames.join(', ') }))
    .addOption(new Option('--format <format>', say('cli.chart.format')).choices(chartFormats).default('mermaid'))
    .action((machine: string, { format }: { format: ChartFormat }) => {
      if (!machineNames.includes(machine as MachineName)) throw unknownName('machine', machine, machineNames);
      terminal.out(chartText(chartOf(machine as MachineName), format));
    });

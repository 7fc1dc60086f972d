import { applyPolicy } from '../../core/model/apply-policy.ts';
import type { Definition } from '../../core/model/scenario.ts';
import { listLibrary } from '../../files/library.ts';
import { policyCard, provenanceText, scenarioCard } from '../../report/cards.ts';
import type { Provenance } from '../../report/provenance.ts';
import { provenanceOf } from '../../report/provenance.ts';
import { say } from '../../words/index.ts';
import type { MakeCommand } from '../command.ts';
import { beginCommand, withLibrary } from '../command.ts';
import { definitionIn, libraryIn } from '../shelf.ts';
import { unknownName } from '../stop.ts';
import { layoutOf, printJson } from '../terminal.ts';

interface Options {
  readonly sources?: boolean;
  readonly json?: boolean;
  readonly policy?: string;
  readonly library: string;
}

/** A policy's numbers are its changes; a scenario's are its own and those of the coalition under the policy. */
function numbersOf({ scenario, coalition, policy }: Definition, of: 'scenario' | 'policy'): Provenance[] {
  if (of === 'policy') return provenanceOf({ levers: policy.levers }, coalition.sources);
  const { sources: _, ...standing } = applyPolicy(coalition, policy).coalition;
  return provenanceOf({ scenario, coalition: standing }, coalition.sources);
}

/** Numbers as no lever has touched them, where there is such a policy. */
const asItIs = (policies: readonly string[]): string | undefined =>
  policies.find((name) => name.startsWith('as-is')) ?? policies[0];

/** `show <scenario|policy> [--sources]` */
export const showCommand: MakeCommand = (terminal) =>
  withLibrary(
    beginCommand('show', say('cli.show.about'), [
      'show first-evening',
      'show as-is-2023',
      'show first-evening --sources',
    ]),
  )
    .argument('<name>', say('cli.show.name'))
    .option('--sources', say('cli.show.sources'))
    .option('--policy <policy>', say('cli.show.under'))
    .option('--json', say('cli.json'))
    .action((name: string, { sources, json, policy, library }: Options) => {
      const reader = libraryIn(library);
      const names = listLibrary(reader);
      const of = names.scenarios.includes(name) ? 'scenario' : 'policy';
      if (of === 'policy' && !names.policies.includes(name))
        throw unknownName('scenario or policy', name, [...names.scenarios, ...names.policies]);
      const definition =
        of === 'scenario'
          ? definitionIn(terminal, reader, name, policy ?? asItIs(names.policies))
          : definitionIn(terminal, reader, names.scenarios[0] ?? '', name);
      const numbers = sources ? numbersOf(definition, of) : [];
      if (json) {
        printJson(terminal, { [of]: definition[of], ...(sources ? { numbers } : {}) });
        return;
      }
      const layout = layoutOf(terminal);
      const card = of === 'scenario' ? scenarioCard(definition, layout) : policyCard(definition, layout);
      terminal.out(`${[card, ...(sources ? [provenanceText(numbers, layout)] : [])].join('\n\n')}\n`);
    });

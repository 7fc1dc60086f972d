/** On a phone the table is one part at a time; decisions come first. */
import { say } from '../../words/index.ts';

export const tableTabs = ['decide', 'reached', 'picture', 'timeline'] as const;
export type TableTab = (typeof tableTabs)[number];

export interface TabsProps {
  readonly tab: TableTab;
  readonly decisions: number;
  readonly onTab: (tab: TableTab) => void;
}

export function Tabs({ tab, decisions, onTab }: TabsProps) {
  return (
    <nav class="tabs" aria-label={say('tabs.label')}>
      {tableTabs.map((one) => (
        <button key={one} type="button" aria-current={one === tab ? 'true' : undefined} onClick={() => onTab(one)}>
          {say(`tabs.${one}`)}
          {one === 'decide' && decisions > 0 ? <span class="count">{decisions}</span> : null}
        </button>
      ))}
    </nav>
  );
}

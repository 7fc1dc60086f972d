/** What is really happening, for those who may see behind the curtain. */
import type { CurtainView } from '../../core/model/view.ts';
import { say } from '../../words/index.ts';
import { tellPhrase } from '../../words/phrases.ts';
import { Empty, Panel } from './parts.tsx';
import { useSetting } from './setting.ts';

export function Truth({ curtain }: { readonly curtain: CurtainView }) {
  const { startsAt } = useSetting();
  const sentences = curtain.holding.map((phrase) => tellPhrase(startsAt, phrase));
  return (
    <Panel id="truth" title={say('control.truth')}>
      {sentences.length === 0 ? <Empty>{say('control.truthNothing')}</Empty> : null}
      <ul class="cards">
        {sentences.map((sentence) => (
          <li key={sentence} class="card">
            {sentence}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

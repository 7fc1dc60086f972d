/** Play again: another policy with the same luck, or the same policy with other luck; and the record to take away. */
import { useState } from 'preact/hooks';
import { say } from '../../words/index.ts';
import type { PolicyCard } from '../link/cards.ts';

export interface PlayAgainProps {
  readonly policies: readonly PolicyCard[];
  readonly policy: string;
  readonly onOtherPolicy: (policy: string) => void;
  readonly onOtherLuck: () => void;
  readonly onRecord: () => void;
}

export function PlayAgain({ policies, policy, onOtherPolicy, onOtherLuck, onRecord }: PlayAgainProps) {
  const others = policies.filter(({ id }) => id !== policy);
  const [other, setOther] = useState(others[0]?.id ?? '');
  return (
    <section class="again" id="again" aria-labelledby="again-title" tabIndex={-1}>
      <h2 id="again-title">{say('review.again')}</h2>
      {others.length === 0 ? null : (
        <div class="again-way">
          <h3>{say('review.samePlay')}</h3>
          <p class="hint">{say('review.samePlayTold')}</p>
          <div class="row">
            <label class="hidden" for="other-policy">
              {say('review.choosePolicy')}
            </label>
            <select id="other-policy" value={other} onChange={(event) => setOther(event.currentTarget.value)}>
              {others.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </select>
            <button type="button" class="primary" onClick={() => onOtherPolicy(other)}>
              {say('review.play')}
            </button>
          </div>
        </div>
      )}
      <div class="again-way">
        <h3>{say('review.samePolicy')}</h3>
        <p class="hint">{say('review.samePolicyTold')}</p>
        <button type="button" onClick={onOtherLuck}>
          {say('review.playLuck')}
        </button>
      </div>
      <div class="again-way">
        <h3>{say('review.record')}</h3>
        <p class="hint">{say('review.recordTold')}</p>
        <button type="button" onClick={onRecord}>
          {say('review.record')}
        </button>
      </div>
    </section>
  );
}

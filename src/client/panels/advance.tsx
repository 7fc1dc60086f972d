/** The buttons that let time pass. Says beforehand what would lapse. */

import { say } from '../../words/index.ts';
import type { HeldSeat } from '../link/cards.ts';
import type { Shape } from './glyph.tsx';
import { Glyph } from './glyph.tsx';
import { useZulu } from './setting.ts';

export interface AdvanceProps {
  /** Open questions of every seat held. */
  readonly undecided: HeldSeat['undecided'];
  readonly ended: boolean;
  readonly onNext: () => void;
  readonly onHour: () => void;
  readonly onEnd: () => void;
  readonly onReview: () => void;
}

export function Advance(props: AdvanceProps) {
  const first = props.undecided.toSorted((a, b) => a.deadline - b.deadline)[0];
  const at = useZulu();
  if (props.ended) return <EndedNote onReview={props.onReview} />;
  return (
    <fieldset class="advance">
      <legend class="hidden">{say('advance.title')}</legend>
      <Step shape="next" words={say('advance.next')} keys="N" main onPress={props.onNext} />
      <Step shape="hour" words={say('advance.hour')} keys="H" onPress={props.onHour} />
      <Step shape="end" words={say('advance.end')} keys="E" onPress={props.onEnd} />
      <p class="advance-note" data-lapse={first !== undefined}>
        {first === undefined
          ? say('advance.stops')
          : say('advance.firstLapse', { title: first.title, at: at(first.deadline) })}
      </p>
    </fieldset>
  );
}

interface StepProps {
  readonly shape: Shape;
  readonly words: string;
  readonly keys: string;
  readonly main?: boolean;
  readonly onPress: () => void;
}

function Step({ shape, words, keys, main, onPress }: StepProps) {
  return (
    <button type="button" class={main ? 'primary' : ''} aria-keyshortcuts={keys.toLowerCase()} onClick={onPress}>
      <Glyph shape={shape} /> {words}{' '}
      <span class="key" aria-hidden="true">
        {keys}
      </span>
    </button>
  );
}

function EndedNote({ onReview }: { readonly onReview: () => void }) {
  return (
    <div class="advance">
      <p class="advance-note">{say('advance.over')}</p>
      <button type="button" class="primary" onClick={onReview}>
        {say('table.review')}
      </button>
    </div>
  );
}

/** How much of the exercise to play, where a shorter way through it was written. */
import { lasting, spoken } from '../../words/formats.ts';
import { say } from '../../words/index.ts';
import type { ScenarioCard } from '../link/cards.ts';
import type { StartProps } from './start-props.ts';

type LengthProps = Pick<StartProps, 'choice' | 'acts'> & { readonly scenario: ScenarioCard };

export function LengthChoice({ choice, acts, scenario }: LengthProps) {
  const { lasts, moves, playMinutes, cuts } = scenario;
  const whole = { id: null, title: say('start.whole', { lasts: lasting(lasts), moves: moves.length }), playMinutes };
  return (
    <fieldset class="field length-choice">
      <legend>{say('start.length')}</legend>
      {[whole, ...cuts].map(({ id, title, ...one }) => (
        <label key={id} class="check seat" data-chosen={choice.cut === id}>
          <input
            type="radio"
            name="cut"
            checked={choice.cut === id}
            onChange={() => acts.choose({ ...choice, cut: id })}
          />
          <span>
            <b>{title}</b>
            <span class="hint">{say('start.atTable', { time: spoken(one.playMinutes * 60) })}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

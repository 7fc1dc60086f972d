/** The seats to choose from: allies by nation in the order of their names, the other side apart. */
import { say } from '../../words/index.ts';
import type { ScenarioCard, StartChoice } from '../link/cards.ts';
import { NationMark } from './parts.tsx';
import type { StartProps } from './start-props.ts';

type SeatsProps = Pick<StartProps, 'choice' | 'acts'> & { readonly scenario: ScenarioCard };
type Nation = ScenarioCard['nations'][number];

export function SeatChoice({ choice, acts, scenario }: SeatsProps) {
  const seated = scenario.nations.filter(({ id }) => scenario.seats.some(({ nation }) => nation === id));
  const inOrder = seated.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const allies = inOrder.filter(({ adversary }) => adversary !== true);
  const others = inOrder.filter(({ adversary }) => adversary === true);
  const group = (nation: Nation) => <NationSeats key={nation.id} nation={nation} {...{ choice, acts, scenario }} />;
  return (
    <fieldset class="field seat-choice">
      <legend>
        {say('start.seats')}{' '}
        <span class="quiet">{say('start.seatsHeld', { held: choice.held.length, all: scenario.seats.length })}</span>
      </legend>
      <p class="hint">{say('start.seatsTold')}</p>
      {allies.map(group)}
      {others.length === 0 ? null : (
        <div class="other-side">
          <p>
            <b>{say('start.otherSide')}</b> <span class="quiet">{say('start.otherSideTold')}</span>
          </p>
          {others.map(group)}
        </div>
      )}
    </fieldset>
  );
}

function NationSeats({ nation, choice, acts, scenario }: SeatsProps & { readonly nation: Nation }) {
  // What the other side is told would tell an ally too much.
  const briefOf = (seat: ScenarioCard['seats'][number]): string =>
    nation.adversary === true && !choice.held.includes(seat.id) ? say('start.otherSideBrief') : seat.brief;
  return (
    // biome-ignore lint/a11y/useSemanticElements: the fieldset is the one around all seats
    <div class="seat-nation" role="group" aria-label={nation.name}>
      {scenario.seats
        .filter((seat) => seat.nation === nation.id)
        .map((seat) => (
          <label key={seat.id} class="check seat" data-chosen={choice.held.includes(seat.id)}>
            <input
              type="checkbox"
              checked={choice.held.includes(seat.id)}
              onChange={(event) => acts.choose(held(scenario, choice, seat.id, event.currentTarget.checked))}
            />
            <span>
              <NationMark nation={nation.id} /> <b>{seat.title}</b>
              <span class="hint">{briefOf(seat)}</span>
            </span>
          </label>
        ))}
    </div>
  );
}

/** The choice with one seat more, or less; held seats stay in the scenario's order. */
function held(scenario: ScenarioCard, choice: StartChoice, seat: string, isHeld: boolean): StartChoice {
  const chosen = new Set(choice.held);
  if (isHeld) chosen.add(seat);
  else chosen.delete(seat);
  return { ...choice, held: scenario.seats.map(({ id }) => id).filter((id) => chosen.has(id)) };
}

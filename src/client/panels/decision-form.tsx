/** The decision in hand: its question, its options, a reason, and the button that takes it. */
import { useState } from 'preact/hooks';
import type { OpenDecision, Phrase, SeatView } from '../../core/model/view.ts';
import { spoken } from '../../words/formats.ts';
import { say, sayPhrase } from '../../words/index.ts';
import type { HeldSeat } from '../link/cards.ts';
import { Glyph } from './glyph.tsx';
import { useZulu } from './setting.ts';

export interface DecisionChoice {
  readonly decision: string;
  readonly option: string;
  readonly reason: string;
}

export interface DecisionsProps {
  readonly view: SeatView;
  readonly ended: boolean;
  /** The decision in hand. */
  readonly inHand: string | null;
  readonly chosen: string | null;
  readonly onTakeInHand: (ref: string) => void;
  readonly onChoose: (option: string) => void;
  /** Every seat held, with what it is asked. */
  readonly held: readonly HeldSeat[];
  readonly onSeat: (seat: string) => void;
  /** A phrase when it was refused. */
  readonly onDecide: (choice: DecisionChoice) => Phrase | undefined;
}

export function DecisionHead({ decision, now }: { readonly decision: OpenDecision; readonly now: number }) {
  const zulu = useZulu();
  return (
    <div class="decision-head">
      <span class="decision-title">
        <Glyph shape="diamond" /> {decision.title}
      </span>
      <span class="decision-due">
        {say('decide.due', { at: zulu(decision.deadline) })} ·{' '}
        {say('decide.left', { time: spoken(decision.deadline - now) })}
      </span>
    </div>
  );
}

export function DecisionForm(props: DecisionsProps & { readonly decision: OpenDecision }) {
  const { decision, view, chosen } = props;
  const zulu = useZulu();
  const [reason, setReason] = useState('');
  const [complaint, setComplaint] = useState('');
  const submit = (event: Event) => {
    event.preventDefault();
    if (chosen === null) return setComplaint(say('decide.chooseFirst'));
    const refused = props.onDecide({ decision: decision.ref, option: chosen, reason: reason.trim() });
    setComplaint(refused === undefined ? '' : say('decide.refused', { why: sayPhrase(refused) }));
  };
  return (
    <form class="decision" id="decision-in-hand" onSubmit={submit} aria-label={decision.title}>
      <DecisionHead decision={decision} now={view.now} />
      <About decision={decision} view={view} />
      <p class="question">{decision.question}</p>
      <p class="context">{decision.context}</p>
      <Options {...props} />
      <Reason decision={decision.ref} reason={reason} onInput={setReason} />
      <p class="charge">
        {say('decide.staff', { time: spoken(decision.staffTime), at: zulu(view.now + decision.staffTime) })}
      </p>
      <button type="submit" class="primary">
        {say('decide.take')}
      </button>
      <p class="complaint" role="alert">
        {complaint}
      </p>
    </form>
  );
}

/** Which of the incidents on the table it belongs to, and how long that one's window stays open, as far as the seat knows. */
function About({ decision, view }: { readonly decision: OpenDecision; readonly view: SeatView }) {
  const zulu = useZulu();
  const incident = view.incidents.find(({ ref }) => ref === decision.incident);
  if (incident === undefined) return null;
  const { title, closesAt } = incident;
  const args = { incident: title, at: closesAt === null ? '' : zulu(closesAt) };
  const key = closesAt === null ? 'decide.about' : closesAt < view.now ? 'decide.aboutPast' : 'decide.aboutUntil';
  return (
    <p class="decision-about">
      <Glyph shape="triangle" /> {say(key, args)}
    </p>
  );
}

function Options({ decision, chosen, onChoose }: DecisionsProps & { readonly decision: OpenDecision }) {
  return (
    <fieldset class="options">
      <legend class="hidden">{say('decide.options')}</legend>
      {decision.options.map((option, i) => (
        <label key={option.id} class="option" data-open={option.open} data-chosen={option.id === chosen}>
          <input
            type="radio"
            name={decision.ref}
            value={option.id}
            checked={option.id === chosen}
            disabled={!option.open}
            onChange={() => onChoose(option.id)}
          />
          <span class="key" aria-hidden="true">
            {i + 1}
          </span>
          <span class="option-says">{option.says}</span>
          <span class="option-planning">
            {say('decide.planning')} {option.planning}
          </span>
          {option.id === decision.default ? <OptionNote shape="ring" note={say('decide.default')} /> : null}
          {option.open ? null : <OptionNote shape="bar" note={say('decide.notOpen')} />}
        </label>
      ))}
    </fieldset>
  );
}

const OptionNote = ({ shape, note }: { readonly shape: 'ring' | 'bar'; readonly note: string }) => (
  <span class="option-note">
    <Glyph shape={shape} /> {note}
  </span>
);

function Reason(props: {
  readonly decision: string;
  readonly reason: string;
  readonly onInput: (reason: string) => void;
}) {
  const id = `reason-${props.decision}`;
  return (
    <div class="reason">
      <label for={id}>{say('decide.reason')}</label>
      <textarea
        id={id}
        rows={2}
        maxLength={600}
        value={props.reason}
        aria-describedby={`${id}-hint`}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
      <p class="hint" id={`${id}-hint`}>
        {say('decide.reasonHint')}
      </p>
    </div>
  );
}

/** What I must decide: one decision in hand, the others folded; and what was decided. */
import { useState } from 'preact/hooks';
import type { OpenDecision, Phrase, SeatView } from '../../core/model/view.ts';
import { spoken } from '../../words/formats.ts';
import { say, sayPhrase } from '../../words/index.ts';
import { Glyph } from './glyph.tsx';
import { At, Empty, Group, Panel } from './parts.tsx';
import { useZulu } from './setting.ts';

export interface DecisionChoice {
  readonly decision: string;
  readonly option: string;
  readonly reason: string;
}

export interface DecisionsProps {
  readonly view: SeatView;
  /** The decision in hand. */
  readonly inHand: string | null;
  readonly chosen: string | null;
  readonly onTakeInHand: (ref: string) => void;
  readonly onChoose: (option: string) => void;
  /** A phrase when it was refused. */
  readonly onDecide: (choice: DecisionChoice) => Phrase | undefined;
}

export const byDeadline = (decisions: readonly OpenDecision[]): readonly OpenDecision[] =>
  decisions.toSorted((a, b) => a.deadline - b.deadline || (a.ref < b.ref ? -1 : 1));

export function Decisions(props: DecisionsProps) {
  const { view, inHand } = props;
  return (
    <Panel id="decide" title={say('decide.title')} count={view.decisions.length}>
      {view.decisions.length === 0 ? <Empty>{say('decide.empty')}</Empty> : null}
      <ol class="decisions">
        {byDeadline(view.decisions).map((decision) => (
          <li key={decision.ref}>
            {decision.ref === inHand ? (
              <DecisionForm key={decision.ref} decision={decision} {...props} />
            ) : (
              <FoldedDecision decision={decision} now={view.now} onTakeInHand={props.onTakeInHand} />
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function DecisionHead({ decision, now }: { readonly decision: OpenDecision; readonly now: number }) {
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

function FoldedDecision(props: {
  readonly decision: OpenDecision;
  readonly now: number;
  readonly onTakeInHand: (ref: string) => void;
}) {
  return (
    <button type="button" class="decision folded" onClick={() => props.onTakeInHand(props.decision.ref)}>
      <DecisionHead decision={props.decision} now={props.now} />
      <span class="fold-word">{say('decide.show')}</span>
    </button>
  );
}

function DecisionForm(props: DecisionsProps & { readonly decision: OpenDecision }) {
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

/** What this seat has decided so far, the latest first. */
export function TakenDecisions({ view }: { readonly view: SeatView }) {
  return (
    <Group title={say('decide.taken')}>
      {view.taken.length === 0 ? <Empty>{say('decide.takenEmpty')}</Empty> : null}
      <ol class="cards">
        {view.taken.toReversed().map((taken) => (
          <li key={taken.ref} class="card">
            <p class="card-top">
              <At at={taken.at} /> <b>{taken.title}</b>
            </p>
            <p>{taken.says}</p>
            <p class="quiet">
              {say(`by.${taken.by}`)} · {say('decide.inForce', { at: useZulu()(taken.inForceAt) })}
            </p>
          </li>
        ))}
      </ol>
    </Group>
  );
}

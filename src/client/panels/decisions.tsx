/** What I must decide: one decision in hand, the others folded; and what was decided. */
import { useEffect } from 'preact/hooks';
import type { OpenDecision, SeatView, TakenDecision } from '../../core/model/view.ts';
import { say } from '../../words/index.ts';
import type { DecisionsProps } from './decision-form.tsx';
import { DecisionForm, DecisionHead } from './decision-form.tsx';
import { At, Empty, Folded, Group, NationMark, Panel } from './parts.tsx';
import { useLed, useSetting, useZulu } from './setting.ts';

export const byDeadline = (decisions: readonly OpenDecision[]): readonly OpenDecision[] =>
  decisions.toSorted((a, b) => a.deadline - b.deadline || (a.ref < b.ref ? -1 : 1));

/** Where the bars stay when a phone's page scrolls; a column that scrolls by itself begins below. */
const BARS = 110;

/** A decision that comes into hand is read from its question on, however far down the last one was taken; with none, the column from its head. */
function bringToSight(): void {
  const form = document.querySelector('#decision-in-hand');
  const column = document.querySelector('.decide-column');
  if (form === null) column?.scrollTo(0, 0);
  else if (form.getBoundingClientRect().top < Math.max(column?.getBoundingClientRect().top ?? 0, BARS))
    form.scrollIntoView();
}

export function Decisions(props: DecisionsProps) {
  const { view, inHand } = props;
  const empty = useLed() ? 'room.decideEmpty' : 'decide.empty';
  useEffect(bringToSight, [inHand, view.card.seat]);
  return (
    <Panel id="decide" title={say('decide.title')} count={view.decisions.length}>
      {view.decisions.length === 0 ? <Empty>{say(props.ended ? 'decide.over' : empty)}</Empty> : null}
      <Elsewhere {...props} />
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

/** With nothing to decide here, what waits at the other seats held. */
function Elsewhere({ view, held, onSeat }: DecisionsProps) {
  const { seats } = useSetting();
  const zulu = useZulu();
  if (view.decisions.length > 0) return null;
  const waiting = held.flatMap(({ seat, undecided }) => undecided.map((open) => ({ seat, ...open })));
  return (
    <ul class="cards">
      {waiting.map(({ seat, title, deadline }) => (
        <li key={`${seat} ${title}`}>
          <button type="button" class="decision folded" onClick={() => onSeat(seat)}>
            <span>
              <b>{title}</b>
              <span class="decision-due">{say('decide.due', { at: zulu(deadline) })}</span>
            </span>
            <NationMark nation={seats.find(({ id }) => id === seat)?.nation ?? seat} />
          </button>
        </li>
      ))}
    </ul>
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

/** What this seat has decided so far, the latest first. */
export function TakenDecisions({ view }: { readonly view: SeatView }) {
  return (
    <Group title={say('decide.taken')}>
      {view.taken.length === 0 ? <Empty>{say('decide.takenEmpty')}</Empty> : null}
      <Folded
        entries={view.taken.toReversed().map((taken) => <Taken key={taken.ref} taken={taken} />)}
        shown={TAKEN_SHOWN}
      />
    </Group>
  );
}

const TAKEN_SHOWN = 5;

function Taken({ taken }: { readonly taken: TakenDecision }) {
  const zulu = useZulu();
  return (
    <li class="card">
      <p class="card-top">
        <At at={taken.at} /> <b>{taken.title}</b>
      </p>
      <p>{taken.says}</p>
      <p class="quiet">
        {say(`by.${taken.by}`)} · {say('decide.inForce', { at: zulu(taken.inForceAt) })}
      </p>
    </li>
  );
}

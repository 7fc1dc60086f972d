/** One incident in the review: the outcome, what it really was, the ledger, the walk. */

import type { ReviewIncident, ReviewStep } from '../../core/model/view.ts';
import { spoken } from '../../words/formats.ts';
import { say } from '../../words/index.ts';
import type { Dealings } from '../link/dealings.ts';
import { Glyph } from './glyph.tsx';
import { Ledger } from './ledger.tsx';
import { causeName, deskName, statusName, workName } from './named.ts';
import { At, Empty, Heads, Wide } from './parts.tsx';
import { useSetting, useZulu } from './setting.ts';

export interface IncidentProps {
  readonly incident: ReviewIncident;
  /** Null where the run tells nothing of such things. */
  readonly dealings: Dealings | null;
}

export function ReviewIncidentCard(props: IncidentProps) {
  const { incident } = props;
  return (
    <article class="review-incident" aria-labelledby={`incident-${incident.id}`}>
      <h2 id={`incident-${incident.id}`}>{incident.title}</h2>
      <Verdict incident={incident} />
      <IncidentBody {...props} />
    </article>
  );
}

/** One of many: its heading and verdict; the rest is drawn when it is opened. */
export function FoldedIncident(
  props: IncidentProps & { readonly open: boolean; readonly onToggle: (open: boolean) => void },
) {
  const { incident, open, onToggle } = props;
  return (
    <details
      class="review-incident"
      id={`fold-${incident.id}`}
      open={open}
      onToggle={(event) => onToggle(event.currentTarget.open)}
    >
      <summary>
        <h2 id={`incident-${incident.id}`}>{incident.title}</h2>
        <Verdict incident={incident} />
      </summary>
      {open ? <IncidentBody {...props} /> : null}
    </details>
  );
}

function IncidentBody({ incident, dealings }: IncidentProps) {
  const zulu = useZulu();
  const branch = dealings?.branches[incident.id];
  return (
    <>
      <p>
        {say('review.elapsed', { time: spoken(incident.elapsedSeconds) })}.{' '}
        {say('review.first', { at: zulu(incident.firstObservable) })}.{' '}
        {say('review.window', { at: zulu(incident.closesAt), because: incident.closesBecause })}
      </p>
      <div class="truth">
        <h3>{say('review.truth')}</h3>
        {branch === undefined ? null : (
          <p class="branch">
            <b>{say('outcomes.branch')}</b> {branch}
          </p>
        )}
        <p>{incident.truth}</p>
      </div>
      <Ledger incident={incident} />
      <TrustPart seconds={dealings?.trustSeconds[incident.id] ?? 0} />
      <Walk title={incident.title} steps={incident.walk} />
    </>
  );
}

/** What of the time was trust's, where it was anybody's. */
function TrustPart({ seconds }: { readonly seconds: number }) {
  if (seconds === 0) return null;
  const key = seconds > 0 ? 'outcomes.trustMore' : 'outcomes.trustLess';
  return <p>{say(key, { time: spoken(Math.abs(seconds)) })}</p>;
}

/** In time or not, in words, a shape and only then a colour. */
export function Verdict({ incident }: { readonly incident: ReviewIncident }) {
  const spare = incident.closesAt - (incident.firstObservable + incident.elapsedSeconds);
  const done = incident.status === 'done';
  const words = incident.windowMet
    ? say('review.met', { time: spoken(Math.max(0, spare)) })
    : done && spare < 0
      ? say('review.missed', { time: spoken(-spare) })
      : say('review.missedOpen');
  return (
    <p class="verdict" data-met={incident.windowMet}>
      <Glyph shape={incident.windowMet ? 'tick' : 'cross'} /> <b>{statusName(incident.status)}</b>, {words}
    </p>
  );
}

interface WalkProps {
  readonly title: string;
  readonly steps: readonly ReviewStep[];
}

function Walk({ title, steps }: WalkProps) {
  return (
    <details class="walk">
      <summary>{say('review.walk', { count: steps.length })}</summary>
      <p class="hint">{say('review.walkTold')}</p>
      {steps.length === 0 ? <Empty>{say('review.walkEmpty')}</Empty> : <WalkTable title={title} steps={steps} />}
    </details>
  );
}

function WalkTable({ title, steps }: WalkProps) {
  const setting = useSetting();
  const heads = [
    say('review.from'),
    say('review.took'),
    say('review.step'),
    say('review.desk'),
    say('review.cause'),
    say('review.working'),
    say('review.waiting'),
    say('review.closed'),
  ];
  const span = (seconds: number): string => (seconds === 0 ? '·' : spoken(seconds));
  return (
    <Wide label={say('review.walkOf', { incident: title })}>
      <table>
        <Heads heads={heads} />
        <tbody>
          {steps.map((step) => (
            <tr key={`${step.since} ${step.title} ${step.work}`}>
              <td>
                <At at={step.since} />
              </td>
              <td class="number">{spoken(step.until - step.since)}</td>
              <th scope="row">
                {step.title} <span class="quiet">{workName(step.work)}</span>
              </th>
              <td>
                {step.desk === null ? <span class="quiet">{say('review.noDesk')}</span> : deskName(setting, step.desk)}
              </td>
              <td>{causeName(step.cause)}</td>
              <td class="number">{span(step.working)}</td>
              <td class="number">{span(step.waiting)}</td>
              <td class="number">{span(step.closed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

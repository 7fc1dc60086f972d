/** Who decided what, and why. */
import type { ReviewView } from '../../core/model/view.ts';
import { say } from '../../words/index.ts';
import { At, Empty, Heads, Wide } from './parts.tsx';

/** What people decided; what the stand-ins did is behind a fold, unless nobody else decided anything. */
export function Decisions({ review: { decisions } }: { readonly review: ReviewView }) {
  const own = decisions.filter(({ by }) => by !== 'stand-in');
  const others = decisions.filter(({ by }) => by === 'stand-in');
  const standIns = say('review.standInsDecided', { count: others.length });
  const folded = own.length > 0 && others.length > 0;
  return (
    <section class="review-part" aria-labelledby="review-decisions">
      <h2 id="review-decisions">{say('review.decisions')}</h2>
      {decisions.length === 0 ? <Empty>{say('review.decisionsEmpty')}</Empty> : null}
      {decisions.length === 0 ? null : (
        <DecisionTable label={say('review.decisionsTable')} decisions={folded ? own : decisions} />
      )}
      {folded ? (
        <details class="folded-away">
          <summary>{standIns}</summary>
          <DecisionTable label={standIns} decisions={others} />
        </details>
      ) : null}
    </section>
  );
}

function DecisionTable({ label, decisions }: { readonly label: string } & Pick<ReviewView, 'decisions'>) {
  const heads = [say('review.when'), say('review.seat'), say('review.decided'), say('review.by'), say('review.reason')];
  return (
    <Wide label={label}>
      <table class="stacked">
        <Heads heads={heads} />
        <tbody>
          {decisions.map((decision) => (
            <tr key={`${decision.seat} ${decision.at} ${decision.title}`}>
              <td>
                <At at={decision.at} />
              </td>
              <td>{decision.seat}</td>
              <td>
                <b>{decision.title}</b>: {decision.says}
              </td>
              <td class="by">{say(`by.${decision.by}`)}</td>
              <td>{decision.reason === '' ? <span class="quiet">{say('review.noReason')}</span> : decision.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

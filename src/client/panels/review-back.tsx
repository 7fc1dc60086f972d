/** What would have bought time back: the same run without each cause, incident by incident, run when asked for. */
import type { ReviewView } from '../../core/model/view.ts';
import { spoken } from '../../words/formats.ts';
import { say } from '../../words/index.ts';
import type { BackCard } from '../link/cards.ts';
import { Glyph } from './glyph.tsx';
import { causeName } from './named.ts';
import { Wide } from './parts.tsx';

export interface BackProps {
  readonly back: BackCard;
  readonly review: ReviewView;
  readonly onRerun: () => void;
  readonly onStopRerun: () => void;
}

export function BoughtBack(props: BackProps) {
  const { back, review } = props;
  return (
    <section class="review-part" aria-labelledby="review-back">
      <h2 id="review-back">{say('back.title')}</h2>
      <p>{say('back.lead')}</p>
      {back.state === 'failed' ? <p>{say('back.failed', { why: back.why })}</p> : null}
      {back.state === 'known' ? <BackTable rows={back.rows} review={review} /> : <BackGo {...props} />}
    </section>
  );
}

function BackGo({ back, onRerun, onStopRerun }: BackProps) {
  if (back.state !== 'running')
    return (
      <div class="back-go">
        <button type="button" onClick={onRerun}>
          {say('back.go')}
        </button>
      </div>
    );
  const { done, all } = back;
  return (
    <div class="back-go">
      <label>
        {say('back.running', { done, all })} <progress value={done} max={all} />
      </label>
      <button type="button" onClick={onStopRerun}>
        {say('back.stop')}
      </button>
    </div>
  );
}

type Rows = Extract<BackCard, { state: 'known' }>['rows'];

function BackTable({ rows, review }: { readonly rows: Rows; readonly review: ReviewView }) {
  const dropped = Math.max(0, ...rows.map((row) => row.dropped));
  return (
    <>
      <Wide label={say('back.table')}>
        <table class="back-table">
          <thead>
            <tr>
              <th scope="col">{say('back.incident')}</th>
              {rows.map(({ cause }) => (
                <th key={cause} scope="col">
                  {causeName(cause)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {review.incidents.map((incident) => (
              <tr key={incident.id}>
                <th scope="row">{incident.title}</th>
                {rows.map(({ cause, incidents }) => (
                  <BackCell
                    key={cause}
                    found={incidents.find((one) => one.incident === incident.id)}
                    wasMet={incident.windowMet}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      <p class="hint">{say('back.legend')}</p>
      {dropped === 0 ? null : <p class="hint">{say('back.dropped', { count: dropped })}</p>}
    </>
  );
}

type Found = Rows[number]['incidents'][number];

function BackCell({ found, wasMet }: { readonly found: Found | undefined; readonly wasMet: boolean }) {
  if (found === undefined) return <td class="number">·</td>;
  const { boughtBack, windowMet } = found;
  const time =
    boughtBack === 0
      ? say('back.nothing')
      : say(boughtBack > 0 ? 'back.sooner' : 'back.later', { time: spoken(Math.abs(boughtBack)) });
  return (
    <td class="number">
      {time}
      {windowMet === wasMet ? null : (
        <span class="how" data-how={windowMet ? 'kept' : 'broken'}>
          <Glyph shape={windowMet ? 'tick' : 'cross'} /> {say(windowMet ? 'back.meets' : 'back.misses')}
        </span>
      )}
    </td>
  );
}

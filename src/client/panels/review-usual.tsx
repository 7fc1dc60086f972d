/** How usual the evening was: its outcome beside what became of each incident on many other evenings. */
import type { ReviewView } from '../../core/model/view.ts';
import { spoken } from '../../words/formats.ts';
import { say } from '../../words/index.ts';
import type { UsualCard } from '../link/cards.ts';
import { Heads, Wide } from './parts.tsx';

export function HowUsual({ usual, review }: { readonly usual: UsualCard; readonly review: ReviewView }) {
  return (
    <section class="review-part" aria-labelledby="review-usual">
      <h2 id="review-usual">{say('usual.title')}</h2>
      {usual.state === 'running' ? <Running done={usual.done} wanted={usual.wanted} /> : null}
      {usual.state === 'failed' ? <p>{say('usual.failed', { why: usual.why })}</p> : null}
      {usual.state === 'known' ? <Beside rows={usual.rows} review={review} /> : null}
    </section>
  );
}

const Running = ({ done, wanted }: { readonly done: number; readonly wanted: number }) => (
  <p class="quiet">
    <label>
      {say('usual.running', { done, wanted })} <progress value={done} max={wanted} />
    </label>
  </p>
);

type Rows = Extract<UsualCard, { state: 'known' }>['rows'];

function Beside({ rows, review }: { readonly rows: Rows; readonly review: ReviewView }) {
  const evenings = rows[0]?.evenings ?? 0;
  const heads = [
    say('usual.incident'),
    say('usual.met'),
    say('usual.done'),
    say('usual.median'),
    say('usual.here'),
    say('usual.slower'),
  ];
  return (
    <>
      <p>{say('usual.lead', { evenings })}</p>
      <Wide label={say('usual.table', { evenings })}>
        <table>
          <Heads heads={heads} />
          <tbody>
            {rows.map((row) => (
              <Row key={row.incident} row={row} review={review} />
            ))}
          </tbody>
        </table>
      </Wide>
    </>
  );
}

function Row({ row, review }: { readonly row: Rows[number]; readonly review: ReviewView }) {
  const here = review.incidents.find(({ id }) => id === row.incident);
  const isDone = here?.status === 'done';
  const count = (n: number) => say('usual.count', { count: n, evenings: row.evenings });
  return (
    <tr>
      <th scope="row">{here?.title}</th>
      <td class="mono">{count(row.windowsMet)}</td>
      <td class="mono">{count(row.done)}</td>
      <td class="mono">{row.median === null ? say('usual.never') : spoken(row.median)}</td>
      <td class="mono">{isDone ? spoken(here.elapsedSeconds) : say('usual.notDone')}</td>
      <td class="mono">{isDone ? count(row.slower) : '–'}</td>
    </tr>
  );
}

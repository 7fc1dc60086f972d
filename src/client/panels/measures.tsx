/** What the run scored: totals, time by cause, and per incident how long until each nation knew and all acted. */
import type { ReviewView } from '../../core/model/view.ts';
import { spoken } from '../../words/formats.ts';
import { say } from '../../words/index.ts';
import { causeName, measureName } from './named.ts';
import { Empty, Group, Wide } from './parts.tsx';
import { nationCode, useSetting } from './setting.ts';

type Named = readonly { readonly name: string; readonly value: string }[];

/** Shares are parts of a thousand, times whole seconds; the name says which. */
function written(name: string, value: number): string {
  if (name.endsWith('-seconds')) return spoken(value);
  return name.endsWith('-share') ? `${Math.round(value / 10)} %` : String(value);
}

const totalsOf = (measures: ReviewView['measures']): Named =>
  Object.entries(measures)
    .filter(([name]) => !name.includes('.'))
    .map(([name, value]) => ({ name: measureName(name), value: written(name, value) }));

const chargedOf = (measures: ReviewView['measures']): Named =>
  Object.entries(measures)
    .filter(([name, value]) => name.startsWith('charged.') && value > 0)
    .toSorted(([, a], [, b]) => b - a)
    .map(([name, value]) => ({ name: causeName(name.slice('charged.'.length)), value: spoken(value) }));

export function Measures({ review }: { readonly review: ReviewView }) {
  const { measures } = review;
  const charged = chargedOf(measures);
  return (
    <section class="review-part" aria-labelledby="review-measures">
      <h2 id="review-measures">{say('review.measures')}</h2>
      {Object.keys(measures).length === 0 ? <Empty>{say('review.measuresEmpty')}</Empty> : null}
      <NamedValues values={totalsOf(measures)} />
      {charged.length === 0 ? null : (
        <Group title={say('review.charged')}>
          <NamedValues values={charged} />
        </Group>
      )}
      <PerIncident review={review} />
    </section>
  );
}

const NamedValues = ({ values }: { readonly values: Named }) => (
  <dl class="measures">
    {values.map(({ name, value }) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd class="mono">{value}</dd>
      </div>
    ))}
  </dl>
);

/** `aware.<incident>.<nation>` and `restricted.<incident>`: times from the first sign, at most to the horizon. */
function PerIncident({ review }: { readonly review: ReviewView }) {
  const setting = useSetting();
  const aware = Object.keys(review.measures).filter((name) => name.startsWith('aware.'));
  const nations = [...new Set(aware.map((name) => name.split('.')[2] as string))];
  if (nations.length === 0) return null;
  const heads = nations.map((nation) => say('review.measureAware', { nation: nationCode(setting, nation) }));
  return (
    <Group title={say('review.measuresPer')}>
      <Wide label={say('review.measuresPer')}>
        <table>
          <thead>
            <tr>
              {[say('review.incident'), ...heads, say('review.measureAction')].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {review.incidents.map(({ id, title }) => (
              <tr key={id}>
                <th scope="row">{title}</th>
                {nations.map((nation) => (
                  <SpanCell key={nation} seconds={review.measures[`aware.${id}.${nation}`]} />
                ))}
                <SpanCell seconds={review.measures[`restricted.${id}`]} />
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </Group>
  );
}

const SpanCell = ({ seconds }: { readonly seconds: number | undefined }) => (
  <td class="number">{seconds === undefined ? '·' : spoken(seconds)}</td>
);

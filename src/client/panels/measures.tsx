/** What the run scored: totals, time by cause, by nation, and per incident how long until each nation knew, decided and all acted. */
import type { ReviewIncident, ReviewView } from '../../core/model/view.ts';
import { spoken } from '../../words/formats.ts';
import { say } from '../../words/index.ts';
import { causeName, measureName } from './named.ts';
import { Empty, Group, Heads, NationMark, Wide } from './parts.tsx';
import { nationCode, organisationName, useSetting } from './setting.ts';

type Measures = ReviewView['measures'];
type Named = readonly { readonly name: string; readonly value: string }[];

const perMille = (value: number): string => `${Math.round(value / 10)} %`;

/** Shares are parts of a thousand, times whole seconds; the name says which. */
function written(name: string, value: number): string {
  if (name.endsWith('-seconds')) return spoken(value);
  return name.endsWith('-share') || name.endsWith('-index') ? perMille(value) : String(value);
}

/** The rung of the ladder has a place of its own, where it has its name. */
const totalsOf = (measures: Measures): Named =>
  Object.entries(measures)
    .filter(([name]) => !name.includes('.') && name !== 'escalation')
    .map(([name, value]) => ({ name: measureName(name), value: written(name, value) }));

function chargedOf(measures: Measures): Named {
  const trust = measures['charged.trust'] ?? 0;
  const causes = Object.entries(measures)
    .filter(([name, value]) => name.startsWith('charged.') && name !== 'charged.trust' && value > 0)
    .toSorted(([, a], [, b]) => b - a)
    .map(([name, value]) => ({ name: causeName(name.slice('charged.'.length)), value: spoken(value) }));
  if (trust === 0) return causes;
  const name = say(trust > 0 ? 'review.chargedTrust' : 'review.chargedFaith');
  return [...causes, { name, value: spoken(Math.abs(trust)) }];
}

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
      <PerNation measures={measures} />
      <PerIncident review={review} />
      <UntilEach review={review} kind="aware" title={say('review.perNationAware')} />
      <UntilEach review={review} kind="decided" title={say('review.perNationDecided')} />
      <UntilEach review={review} kind="acted" title={say('review.perNationActed')} />
      <Loads measures={measures} />
      {charged.length === 0 ? null : <p class="hint">{say('review.measuresLegend')}</p>}
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

const Cell = ({ value, write }: { readonly value: number | undefined; readonly write: (value: number) => string }) => (
  <td class="number">{value === undefined ? '·' : write(value)}</td>
);

/** `decisive.<nation>` and `trust.<nation>`. */
function PerNation({ measures }: { readonly measures: Measures }) {
  const nations = Object.keys(measures).flatMap((name) => /^decisive\.(.+)$/.exec(name)?.[1] ?? []);
  if (nations.length === 0) return null;
  return (
    <Group title={say('review.perNation')}>
      <Wide label={say('review.perNation')}>
        <table>
          <Heads heads={[say('review.nation'), say('review.measureDecisive'), say('review.measureTrust')]} />
          <tbody>
            {nations.map((nation) => (
              <tr key={nation}>
                <th scope="row">
                  <NationMark nation={nation} />
                </th>
                <Cell value={measures[`decisive.${nation}`]} write={perMille} />
                <Cell value={measures[`trust.${nation}`]} write={String} />
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </Group>
  );
}

/** A time that reached the horizon is no time: it was not done within it. */
const within = (seconds: number, { horizonSeconds }: ReviewIncident): string =>
  seconds >= horizonSeconds ? say('review.notWithin', { time: spoken(horizonSeconds) }) : spoken(seconds);

const columns = [
  { name: 'restricted', word: 'review.measureAction', write: within },
  { name: 'attributed', word: 'review.measureAttributed', write: within },
  { name: 'depth', word: 'review.measureDepth', write: String },
  { name: 'custody-alone', word: 'review.measureCustodyAlone', write: perMille },
  { name: 'custody', word: 'review.measureCustody', write: perMille },
  { name: 'service-hours-lost', word: 'review.measure.service-hours-lost', write: String },
] as const;

/** `<measure>.<incident>`: times from the first sign, at most to the horizon; shares of the time until the window closes. */
function PerIncident({ review: { incidents, measures } }: { readonly review: ReviewView }) {
  const shown = columns.filter(({ name }) => incidents.some(({ id }) => measures[`${name}.${id}`] !== undefined));
  if (shown.length === 0) return null;
  return (
    <Group title={say('review.measuresPer')}>
      <Wide label={say('review.measuresPer')}>
        <table>
          <Heads heads={[say('review.incident'), ...shown.map(({ word }) => say(word))]} />
          <tbody>
            {incidents.map((incident) => (
              <tr key={incident.id}>
                <th scope="row">{incident.title}</th>
                {shown.map(({ name, write }) => (
                  <Cell
                    key={name}
                    value={measures[`${name}.${incident.id}`]}
                    write={(value) => write(value, incident)}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </Group>
  );
}

interface Until {
  readonly review: ReviewView;
  readonly kind: 'aware' | 'decided' | 'acted';
  readonly title: string;
}

/** `aware.<incident>.<nation>`, `decided.<incident>.<nation>` and `acted.<incident>.<nation>`. */
function UntilEach({ review: { incidents, measures }, kind, title }: Until) {
  const setting = useSetting();
  const names = Object.keys(measures).filter((name) => name.startsWith(`${kind}.`));
  const nations = [...new Set(names.map((name) => name.split('.')[2] as string))];
  if (nations.length === 0) return null;
  return (
    <Group title={title}>
      <Wide label={title}>
        <table>
          <Heads heads={[say('review.incident'), ...nations.map((nation) => nationCode(setting, nation))]} />
          <tbody>
            {incidents.map((incident) => (
              <tr key={incident.id}>
                <th scope="row">{incident.title}</th>
                {nations.map((nation) => (
                  <Cell
                    key={nation}
                    value={measures[`${kind}.${incident.id}.${nation}`]}
                    write={(seconds) => within(seconds, incident)}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </Group>
  );
}

/** `load.<organisation>`: the busiest first; those that nothing came to are left out. */
function Loads({ measures }: { readonly measures: Measures }) {
  const setting = useSetting();
  const loads = Object.entries(measures)
    .filter(([name, value]) => name.startsWith('load.') && value > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([name, value]) => ({ name: organisationName(setting, name.slice('load.'.length)), value: perMille(value) }));
  if (loads.length === 0) return null;
  return (
    <Group title={say('review.loads')}>
      <NamedValues values={loads} />
    </Group>
  );
}

/** What nations did to each other: promises, whose trust moved and why, what it cost others, how far it escalated. */
import type { ReviewView } from '../../core/model/view.ts';
import { say } from '../../words/index.ts';
import type { Dealings, Ladder, PromiseRow, TrustRow } from '../link/dealings.ts';
import { Glyph } from './glyph.tsx';
import { promiseShape } from './notice-line.ts';
import { At, Empty, Group, Heads, NationMark, Wide } from './parts.tsx';
import { useZulu } from './setting.ts';

export function Dealt({ dealings, review }: { readonly dealings: Dealings; readonly review: ReviewView }) {
  const { promises, trust, ladder } = dealings;
  return (
    <section class="review-part" aria-labelledby="review-dealt">
      <h2 id="review-dealt">{say('dealt.title')}</h2>
      <p>{say('dealt.lead')}</p>
      <div class="dealt-parts">
        <Group title={say('dealt.promises')}>
          {promises.length === 0 ? <Empty>{say('dealt.promisesEmpty')}</Empty> : <PromiseTable promises={promises} />}
        </Group>
        <Group title={say('dealt.harms')}>
          <Harms dealings={dealings} measures={review.measures} />
        </Group>
        {ladder === null ? null : (
          <Group title={say('dealt.ladder')}>
            <Climb ladder={ladder} />
          </Group>
        )}
        <Group title={say('dealt.trust')}>
          {trust.length === 0 ? <Empty>{say('dealt.trustEmpty')}</Empty> : <TrustTable trust={trust} />}
        </Group>
      </div>
    </section>
  );
}

/** The first due first. */
const inOrder = (promises: readonly PromiseRow[]): readonly PromiseRow[] => promises.toSorted((a, b) => a.due - b.due);

function PromiseTable({ promises }: { readonly promises: readonly PromiseRow[] }) {
  const zulu = useZulu();
  const heads = (['promise', 'giver', 'taker', 'about', 'due', 'end'] as const).map((head) => say(`dealt.${head}`));
  return (
    <Wide label={say('dealt.promises')}>
      <table class="stacked">
        <Heads heads={heads} />
        <tbody>
          {inOrder(promises).map(({ id, says, from, to, incident, due, settled }) => (
            <tr key={id}>
              <th scope="row">{says}</th>
              <td data-head={say('dealt.giver')}>
                <NationMark nation={from} />
              </td>
              <td data-head={say('dealt.taker')}>
                <NationMark nation={to} />
              </td>
              <td data-head={say('dealt.about')}>{incident}</td>
              <td data-head={say('dealt.due')}>
                <At at={due} />
              </td>
              {settled === null ? (
                <td>{say('promises.open')}</td>
              ) : (
                <td class="how" data-how={settled.how}>
                  <Glyph shape={promiseShape[settled.how]} /> {say(`promises.${settled.how}`, { at: zulu(settled.at) })}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

const counted = ['needless', 'wrong', 'lost'] as const;
const measureOf = {
  needless: 'needless-acts',
  wrong: 'attributions-wrong',
  lost: 'service-hours-lost',
} as const;

function Harms({ dealings, measures }: { readonly dealings: Dealings; readonly measures: ReviewView['measures'] }) {
  const counts = counted.flatMap((name) => {
    const count = measures[measureOf[name]] ?? 0;
    return count === 0 ? [] : [say(`dealt.${name}`, { count })];
  });
  if (counts.length + dealings.harms.length === 0) return <Empty>{say('dealt.harmsNone')}</Empty>;
  return (
    <ul class="harms">
      {dealings.harms.map(({ at, kind, title }) => (
        <li key={`${at} ${title}`}>
          <At at={at} /> {say(`dealt.${kind}`, { title })}
        </li>
      ))}
      {counts.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}

/** The ladder from its top, as far as it was climbed. */
function Climb({ ladder }: { readonly ladder: Ladder }) {
  const { rungs, now, highest, moves } = ladder;
  return (
    <>
      <ol class="ladder">
        {rungs
          .map((says, rung) => (
            <li key={says} data-climbed={rung <= highest} data-highest={rung === highest}>
              <span>{says}</span>
              <span class="quiet">
                {rung === highest ? say('dealt.ladderHere') : ''}
                {rung === now && now !== highest ? say('dealt.ladderEnd') : ''}
              </span>
            </li>
          ))
          .toReversed()}
      </ol>
      <h4 class="group-title">{say('dealt.ladderMoves')}</h4>
      {moves.length === 0 ? <Empty>{say('dealt.ladderNone')}</Empty> : null}
      <ul class="harms">
        {moves.map(({ at, says, rung }) => (
          <li key={`${at} ${says}`}>
            <At at={at} /> {says} <span class="quiet">→ {rungs[rung]}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function TrustTable({ trust }: { readonly trust: readonly TrustRow[] }) {
  const heads = [say('dealt.pair'), say('dealt.was'), say('dealt.became'), say('dealt.reasons')];
  return (
    <Wide label={say('dealt.trust')}>
      <table class="stacked">
        <Heads heads={heads} />
        <tbody>
          {trust.map((row) => (
            <tr key={`${row.of} ${row.in}`}>
              <th scope="row">
                <NationMark nation={row.of} /> <Glyph shape="arrow" /> <NationMark nation={row.in} />
              </th>
              <td class="number" data-head={say('dealt.was')}>
                {row.start ?? '·'}
              </td>
              <td class="number" data-head={say('dealt.became')}>
                {row.now}
                {row.partnership === null ? null : <span class="quiet"> {say(`partnership.${row.partnership}`)}</span>}
              </td>
              <td>
                <Reasons row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

/** Each reason once, with how often and when last. */
function Reasons({ row }: { readonly row: TrustRow }) {
  const zulu = useZulu();
  const reasons = [...new Set(row.moves.map(({ because }) => because))].map((because) => {
    const times = row.moves.filter((move) => move.because === because);
    const args = { because: say(`because.${because}`), at: zulu(times.at(-1)?.at ?? 0) };
    return times.length === 1 ? say('dealt.reason', args) : say('dealt.times', { ...args, count: times.length });
  });
  return (
    <ul class="reasons">
      {reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  );
}

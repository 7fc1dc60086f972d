/** The friction ledger of one incident: as a chart, drawn when it is needed, and as a table that says the same. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ReviewIncident } from '../../core/model/view.ts';
import { percent, spoken } from '../../words/formats.ts';
import { say } from '../../words/index.ts';
import { drawLedger, ledgerHeight } from '../charts/ledger-chart.ts';
import { causeName } from './named.ts';
import { Empty, Wide } from './parts.tsx';
import { useWidth } from './use-width.ts';

type Charge = ReviewIncident['charges'][number];
const totalOf = (charge: Charge): number => charge.working + charge.waiting + charge.closed;

const sortedCharges = ({ charges }: ReviewIncident): readonly Charge[] =>
  charges.filter((charge) => totalOf(charge) > 0).toSorted((a, b) => totalOf(b) - totalOf(a));

export function Ledger({ incident }: { readonly incident: ReviewIncident }) {
  const charges = useMemo(() => sortedCharges(incident), [incident]);
  return (
    <div class="ledger">
      <h3>{say('review.ledger')}</h3>
      <p class="hint">{say('review.ledgerTold')}</p>
      {charges.length === 0 ? (
        <Empty>{say('review.ledgerEmpty')}</Empty>
      ) : (
        <>
          <ChartFrame title={incident.title} charges={charges} />
          <LedgerTable title={incident.title} charges={charges} />
        </>
      )}
    </div>
  );
}

/** Keeps the chart's room before the chart is there, so that nothing shifts. */
function ChartFrame({ title, charges }: { readonly title: string; readonly charges: readonly Charge[] }) {
  const [element, width] = useWidth<HTMLDivElement>(640);
  const frame = useRef<HTMLDivElement>(null);
  const [fault, setFault] = useState('');
  useEffect(() => {
    let gone = false;
    const rows = charges.map((charge) => ({ ...charge, name: causeName(charge.cause) }));
    drawLedger(rows, width).then(
      (drawn) => {
        if (!gone) frame.current?.replaceChildren(drawn);
      },
      (why: unknown) => setFault(why instanceof Error ? why.message : String(why)),
    );
    return () => {
      gone = true;
    };
  }, [charges, width]);
  return (
    <div class="chart" ref={element} style={{ minHeight: `${ledgerHeight(charges.length, width)}px` }}>
      <div role="img" aria-label={say('review.chartLabel', { incident: title })} ref={frame} />
      {fault === '' ? null : <p class="hint">{say('review.chartMissing', { why: fault })}</p>}
    </div>
  );
}

function LedgerTable({ title, charges }: { readonly title: string; readonly charges: readonly Charge[] }) {
  const whole = charges.reduce((sum, charge) => sum + totalOf(charge), 0);
  const of = (kind: 'working' | 'waiting' | 'closed'): number => charges.reduce((sum, charge) => sum + charge[kind], 0);
  const span = (seconds: number): string => (seconds === 0 ? '·' : spoken(seconds));
  const row = (name: string, charge: Omit<Charge, 'cause'>, total: number) => (
    <tr key={name}>
      <th scope="row">{name}</th>
      <td class="number">{span(charge.working)}</td>
      <td class="number">{span(charge.waiting)}</td>
      <td class="number">{span(charge.closed)}</td>
      <td class="number">
        {span(total)} <span class="quiet">{percent(total, whole)}</span>
      </td>
    </tr>
  );
  return (
    <details class="twin">
      <summary>{say('review.asTable')}</summary>
      <Wide label={say('review.tableOf', { incident: title })}>
        <table>
          <thead>
            <tr>
              {(['cause', 'working', 'waiting', 'closed', 'total'] as const).map((head) => (
                <th key={head} scope="col">
                  {say(`review.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{charges.map((charge) => row(causeName(charge.cause), charge, totalOf(charge)))}</tbody>
          <tfoot>
            {row(say('review.sum'), { working: of('working'), waiting: of('waiting'), closed: of('closed') }, whole)}
          </tfoot>
        </table>
      </Wide>
    </details>
  );
}

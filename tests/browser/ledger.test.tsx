/** The ledger in the review: the chart says what the table says. */
import { afterEach, expect, test, vi } from 'vitest';
import { drawLedger, segmentsOf } from '../../src/client/charts/ledger-chart.ts';
import { sampleChoice } from '../support/sample-table.ts';
import { sampleReview } from '../support/sample-view.ts';
import { closeStage, openStage } from '../support/stage.tsx';

afterEach(closeStage);

const rows = (sampleReview.incidents[0]?.charges ?? []).map((charge) => ({ ...charge, name: charge.cause }));

test('segments of a cause lie end to end and add up to its time', async () => {
  for (const row of rows) {
    const segments = segmentsOf([row]);
    segments.forEach((segment, i) => {
      expect(segment.from).toBeCloseTo(segments[i - 1]?.until ?? 0);
    });
    expect(segments.at(-1)?.until).toBeCloseTo((row.working + row.waiting + row.closed) / 3_600);
  }
});

test('every cause is named and labelled with its time, and no two charts share a pattern', async () => {
  const [one, other] = await Promise.all([drawLedger(rows, 700), drawLedger(rows, 340)]);
  for (const { name } of rows) expect(one?.textContent).toContain(name);
  expect(one?.textContent).toContain('12 h 30 min');
  const ids = (chart: HTMLElement | undefined) => [...(chart?.querySelectorAll('pattern') ?? [])].map(({ id }) => id);
  expect(ids(one)).toHaveLength(2);
  expect(ids(one).filter((id) => ids(other).includes(id))).toEqual([]);
});

test('the chart keeps its place free before it is drawn, and the table beside it adds up', async () => {
  const { table } = openStage();
  await table.begin(sampleChoice);
  table.advanceToEnd();
  await vi.waitFor(() => expect(document.querySelectorAll('.chart svg').length).toBeGreaterThanOrEqual(2));
  const [chart] = document.querySelectorAll<HTMLElement>('.chart');
  expect(Number.parseFloat(chart?.style.minHeight ?? '0')).toBeGreaterThan(200);
  expect(document.querySelector('.ledger tfoot')?.textContent).toContain('24 h 30 min');
});

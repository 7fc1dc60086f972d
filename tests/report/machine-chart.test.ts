import { describe, expect, it } from 'vitest';
import { chartOf } from '../../src/core/friction/describe.ts';
import { machineNames, tableOf } from '../../src/core/friction/index.ts';
import { chartFormats, chartText } from '../../src/report/machine-chart.ts';

describe.each(machineNames)('the chart of %s', (name) => {
  const chart = chartOf(name);
  const table = tableOf(name);

  it('says of each transition what the table says, no more and no less', () => {
    const tabled = new Set<string>();
    table.pairs.forEach(({ state }, pair) => {
      table.events.forEach((event, e) => {
        const next = table.next[pair * table.events.length + e] as number;
        if (next !== -1) tabled.add(`${state} ${event.split(' ')[0]} ${table.pairs[next]?.state}`);
      });
    });
    const active = chart.states.filter(({ final }) => !final).map(({ id }) => id);
    const drawn = chart.transitions.flatMap(({ from, event, to }) =>
      (from === null ? active : [from]).map((state) => `${state} ${event} ${to}`),
    );
    expect([...tabled].sort()).toEqual([...new Set(drawn)].sort());
  });

  it('asks for the work that the table starts', () => {
    const works = chart.states.flatMap(({ work }) => (work === null ? [] : [work]));
    expect([...new Set(works)].sort()).toEqual([...table.works].sort());
  });

  it.each(chartFormats)('can be written as %s', (format) => {
    expect(chartText(chart, format)).toMatchSnapshot();
  });

  it('is balanced SCXML', () => {
    const open: string[] = [];
    for (const [, close, tag, self] of chartText(chart, 'scxml').matchAll(/<(\/?)(\w+)(?:\s[^<>]*?)?(\/?)>/g)) {
      if (close) expect(open.pop()).toBe(tag);
      else if (!self) open.push(tag as string);
    }
    expect(open).toEqual([]);
  });
});

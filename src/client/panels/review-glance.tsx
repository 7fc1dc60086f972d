/** Many incidents in one table, each leading to its own part of the page. */
import type { ReviewIncident } from '../../core/model/view.ts';
import { percent, spoken } from '../../words/formats.ts';
import { say } from '../../words/index.ts';
import { causeName } from './named.ts';
import { Heads, Wide } from './parts.tsx';
import { Verdict } from './review-incident.tsx';

const heads = () => [say('outcomes.incident'), say('outcomes.outcome'), say('outcomes.took'), say('outcomes.most')];

export function AtAGlance(props: {
  readonly incidents: readonly ReviewIncident[];
  readonly onOpen: (id: string) => void;
}) {
  return (
    <section class="review-part glance" aria-labelledby="review-glance">
      <h2 id="review-glance">{say('outcomes.title')}</h2>
      <Wide label={say('outcomes.title')}>
        <table class="stacked">
          <Heads heads={heads()} />
          <tbody>
            {props.incidents.map((incident) => (
              <tr key={incident.id}>
                <th scope="row">
                  <button type="button" class="plain" onClick={() => props.onOpen(incident.id)}>
                    {incident.title}
                  </button>
                </th>
                <td>
                  <Verdict incident={incident} />
                </td>
                <td class="number" data-head={say('outcomes.took')}>
                  {spoken(incident.elapsedSeconds)}
                </td>
                <td data-head={say('outcomes.most')}>{mostOf(incident)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </section>
  );
}

/** The cause that most of the time was charged to. */
function mostOf({ charges, elapsedSeconds }: ReviewIncident): string {
  const totals = charges.map(({ cause, working, waiting, closed }) => ({ cause, total: working + waiting + closed }));
  const most = totals.toSorted((a, b) => b.total - a.total)[0];
  if (most === undefined) return '·';
  return say('outcomes.mostOf', { cause: causeName(most.cause), share: percent(most.total, elapsedSeconds) });
}

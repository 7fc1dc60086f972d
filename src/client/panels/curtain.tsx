/** The truth beside a seat's view. Hatched, so that it is never taken for what the seat knows. */

import type { CurtainView } from '../../core/model/view.ts';
import { say } from '../../words/index.ts';
import type { Dealings } from '../link/dealings.ts';
import { Glyph } from './glyph.tsx';
import { responseName } from './named.ts';
import { nationName, useSetting, useZulu } from './setting.ts';

/** With more than this, incidents are told by their headings until one is opened. */
const MANY = 3;

export function BehindCurtain(props: { readonly curtain: CurtainView; readonly dealings: Dealings | null }) {
  const { curtain, dealings } = props;
  const zulu = useZulu();
  return (
    <div class="group curtain">
      <h3 class="group-title">
        <Glyph shape="eye" /> {say('reached.curtainIncidents')}
      </h3>
      <ul class="cards">
        {curtain.incidents.map((incident) => (
          <TrueIncident key={incident.id} incident={incident} folded={curtain.incidents.length > MANY} />
        ))}
      </ul>
      {dealings === null ? null : <Standing dealings={dealings} />}
      {curtain.others.length === 0 ? null : <h3 class="group-title">{say('reached.curtainOthers')}</h3>}
      <ul class="cards">
        {curtain.others.map((other) => (
          <li key={`${other.seat} ${other.title}`} class="card">
            {say('reached.curtainOther', { title: other.title, seat: other.seat, at: zulu(other.deadline) })}
          </li>
        ))}
      </ul>
    </div>
  );
}

type Incident = CurtainView['incidents'][number];

function TrueIncident({ incident, folded }: { readonly incident: Incident; readonly folded: boolean }) {
  const zulu = useZulu();
  return (
    <li class="card">
      <details open={!folded}>
        <summary class="card-top">
          <b>{incident.title}</b>{' '}
          <span class="quiet">
            {say('reached.curtainState', { state: responseName(incident.state) })} ·{' '}
            {say('reached.curtainWindow', { at: zulu(incident.closesAt) })}
          </span>
        </summary>
        <p>{incident.truth}</p>
        {incident.branch === null ? null : (
          <p class="branch">
            <b>{say('curtainDealings.branch')}</b> {incident.branch}
          </p>
        )}
      </details>
    </li>
  );
}

/** How far it has escalated, and who has moved in how they see whom. */
function Standing({ dealings: { ladder, trust } }: { readonly dealings: Dealings }) {
  const setting = useSetting();
  const moved = trust.flatMap((row) =>
    row.partnership === null
      ? []
      : [
          {
            of: nationName(setting, row.of),
            in: nationName(setting, row.in),
            state: say(`partnership.${row.partnership}`),
          },
        ],
  );
  if (ladder === null && trust.length === 0) return null;
  return (
    <>
      {ladder === null ? null : (
        <>
          <h3 class="group-title">{say('curtainDealings.rung')}</h3>
          <p class="card">
            {say('curtainDealings.rungOf', {
              place: ladder.now + 1,
              all: ladder.rungs.length,
              says: ladder.rungs[ladder.now] ?? '',
            })}
          </p>
        </>
      )}
      <h3 class="group-title">{say('curtainDealings.partners')}</h3>
      {moved.length === 0 ? <p class="empty">{say('curtainDealings.partnersEmpty')}</p> : null}
      <ul class="cards">
        {moved.map((row) => (
          <li key={`${row.of} ${row.in}`} class="card">
            {say('curtainDealings.partner', row)}
          </li>
        ))}
      </ul>
    </>
  );
}

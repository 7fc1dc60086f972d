/** The truth beside a seat's view. Hatched, so that it is never taken for what the seat knows. */

import type { CurtainView } from '../../core/model/view.ts';
import { say } from '../../words/index.ts';
import { Glyph } from './glyph.tsx';
import { responseName } from './named.ts';
import { useZulu } from './setting.ts';

export function BehindCurtain({ curtain }: { readonly curtain: CurtainView }) {
  const zulu = useZulu();
  return (
    <div class="group curtain">
      <h3 class="group-title">
        <Glyph shape="eye" /> {say('reached.curtainIncidents')}
      </h3>
      <ul class="cards">
        {curtain.incidents.map((incident) => (
          <li key={incident.id} class="card">
            <p class="card-top">
              <b>{incident.title}</b>
            </p>
            <p>{incident.truth}</p>
            <p class="quiet">
              {say('reached.curtainState', { state: responseName(incident.state) })} ·{' '}
              {say('reached.curtainWindow', { at: zulu(incident.closesAt) })}
            </p>
          </li>
        ))}
      </ul>
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
